import { css, html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Booking } from '../../../contract/booking.ts';
import { type Overlap, overlapsIn } from '../../../core/schedule-editor/overlaps.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { inputValue } from '../fields/input-value.ts';
import type { HoursRequestEvent } from '../part/edit-events.ts';
import { EditorPart } from '../part/editor-part.ts';
import { partStyles } from '../part/part.styles.ts';
import { describeHours, rangeText } from '../part/schedule-text.ts';
import type { CbCopyDialog } from './copy-dialog.ts';
import type { CbHoursDialog } from './hours-dialog.ts';
import { STEP_MINUTES, STEPS } from './step.ts';
import type { CbWeekGrid } from './week-grid.ts';
import type { CbWeekList } from './week-list.ts';

type View = 'grid' | 'list';

/** The width for seven columns, pixels; in less the list is shown first. */
const GRID_WIDTH = 608;

/** The week in its two views, and the dialogs that both open. */
export class CbWeekPanel extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .tools {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
        margin-block-end: calc(var(--_space) * 3);
      }
      .tools label {
        display: flex;
        flex-wrap: wrap;
        min-inline-size: 0;
        align-items: center;
        gap: calc(var(--_space) * 2);
        white-space: nowrap;
      }
      .tools select {
        inline-size: auto;
        min-inline-size: 0;
      }
      .switch {
        display: flex;
        padding: 2px;
        border-radius: var(--_radius);
        background: color-mix(in oklab, var(--_text) 7%, var(--_surface));
      }
      .switch button {
        min-block-size: 32px;
        padding: 0 calc(var(--_space) * 4);
        border-radius: calc(var(--_radius) - 2px);
        font-size: var(--_size-small);
        font-weight: 500;
        color: var(--_text-quiet);
      }
      .switch button[aria-pressed='true'] {
        background: var(--_surface-raised);
        color: var(--_text);
        box-shadow: 0 0 0 1px var(--_line);
      }
      .overlap {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(var(--_space) * 2);
        margin-block-end: calc(var(--_space) * 3);
        font-size: var(--_size-small);
      }
      .overlap span {
        flex: 1 1 200px;
      }
      .overlap svg {
        inline-size: 18px;
        block-size: 18px;
        color: var(--_danger);
      }
      .hint {
        margin-block-start: calc(var(--_space) * 2);
      }
      @container (max-width: 448px) {
        .tools .quiet {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .switch button {
          padding-inline: calc(var(--_space) * 3);
        }
      }
      @media (pointer: coarse) {
        .switch button {
          min-block-size: 44px;
        }
      }
      @media (forced-colors: active) {
        .switch button[aria-pressed='true'] {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  /** Booked sessions, drawn behind the hours. */
  @property({ attribute: false }) booked: readonly Booking[] = [];
  /** The view the coach chose. */
  @state() private view: View | undefined;
  /** The view that fits the width. */
  private fitting: View = 'grid';
  @state() private step: number = STEP_MINUTES;
  private request: { readonly key: string; readonly weekday: number } | undefined;
  @query('cb-hours-dialog') private readonly hoursDialog!: CbHoursDialog;
  @query('cb-copy-dialog') private readonly copyDialog!: CbCopyDialog;

  constructor() {
    super();
    this.addEventListener('cb-hours-request', this.onRequest);
  }

  /** Moves focus to an interval. */
  focusHours(key: string): void {
    this.weekView?.focusHours(key);
  }

  protected override render(): TemplateResult {
    const { texts: t, draft, problems, language, hour12, now, step } = this;
    // A hidden panel has no width: keep its view.
    if (this.clientWidth > 0) this.fitting = this.clientWidth < GRID_WIDTH ? 'list' : 'grid';
    const view = this.view ?? this.fitting;
    const choice = (name: View, label: string) =>
      html`<button type="button" data-view=${name} aria-pressed=${view === name} @click=${() => this.look(name)}>${label}</button>`;
    return html`<div class="tools">
        <div class="switch" role="group" aria-label=${t.view}>${choice('grid', t.grid)}${choice('list', t.list)}</div>
        <label><span class="quiet">${t.step}</span>
          <select name="snap" @change=${(event: Event) => this.snapTo(Number(inputValue(event)))}>
            ${STEPS.map((minutes) => html`<option value=${minutes} .selected=${minutes === step}>${t.minutes(minutes)}</option>`)}
          </select>
        </label>
      </div>
      ${overlapsIn(draft?.weekly_hours ?? []).map((overlap) => this.renderOverlap(overlap))}
      ${
        view === 'grid'
          ? html`<cb-week-grid .booked=${this.booked} .now=${now} .draft=${draft} .problems=${problems} .step=${step} .locale=${language} .hour12=${hour12}></cb-week-grid>
              <p class="quiet hint">${t.gridHint}</p>`
          : html`<cb-week-list .draft=${draft} .problems=${problems} .step=${step} .locale=${language} .hour12=${hour12}></cb-week-list>`
      }
      <cb-hours-dialog .draft=${draft} .problems=${problems} .locale=${language} .hour12=${hour12} .now=${now} @close=${this.onClose}></cb-hours-dialog>
      <cb-copy-dialog .draft=${draft} .locale=${language} .hour12=${hour12} @close=${this.onClose}></cb-copy-dialog>`;
  }

  private renderOverlap({ keys, joined }: Overlap): TemplateResult {
    const { texts: t, reading, draft } = this;
    const parts = (draft?.weekly_hours ?? []).filter(({ key }) => keys.includes(key));
    const names = parts.map((hours) => describeHours(hours, reading)).join('; ');
    const join = () => {
      this.edit({ type: 'join-hours', keys, hours: joined });
      this.focusHours(keys[0] ?? '');
    };
    return html`<p class="overlap" part="overlap">
      ${alertIcon}<span>${t.overlap(names)}</span>
      <button type="button" class="small" data-do="join" @click=${join}>${t.join(rangeText(joined, reading))}</button>
    </p>`;
  }

  private look(view: View): void {
    this.view = view;
  }

  private snapTo(minutes: number): void {
    this.step = minutes;
  }

  private get weekView(): CbWeekGrid | CbWeekList | null {
    return this.renderRoot.querySelector('cb-week-grid') ?? this.renderRoot.querySelector('cb-week-list');
  }

  private onRequest({ request }: HoursRequestEvent): void {
    const hours = this.draft?.weekly_hours.find(({ key }) => 'key' in request && key === request.key);
    this.request = {
      key: hours?.key ?? '',
      weekday: hours?.weekday ?? ('weekday' in request ? request.weekday : 1),
    };
    if (request.kind === 'edit') void this.hoursDialog.show(request.key);
    else void this.copyDialog.show(request);
  }

  /** A dialog restores the focus itself, unless the opener has moved or was removed. */
  private async onClose(): Promise<void> {
    const { request } = this;
    await this.updateComplete;
    await this.weekView?.updateComplete;
    const activeElement = this.shadowRoot?.activeElement;
    if (!request || activeElement) return;
    if (this.draft?.weekly_hours.some(({ key }) => key === request.key)) this.focusHours(request.key);
    else this.weekView?.focusDay(request.weekday);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-week-panel': CbWeekPanel;
  }
}
