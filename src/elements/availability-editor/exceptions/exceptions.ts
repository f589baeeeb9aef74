import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { DateOverride } from '../../../contract/schedule.ts';
import type { LocalDate } from '../../../contract/values.ts';
import { type Keyed, newKey } from '../../../core/schedule-editor/draft.ts';
import { localDateAt } from '../../../domain/time/zone.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import { MoveFocus } from '../../controllers/move-focus.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { EditorPart } from '../part/editor-part.ts';
import { pencilIcon, trashIcon } from '../part/icons.ts';
import { partStyles } from '../part/part.styles.ts';
import { daysText, overrideText } from '../part/schedule-text.ts';
import type { DayRangeEvent } from './exception-calendar.ts';
import type { CbExceptionForm } from './exception-form.ts';

/**
 * Days that differ from the weekly hours: a month to choose them, a form, and the list of all.
 *
 * @csspart exception - One exception in the list.
 */
export class CbExceptions extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .pair {
        display: grid;
        gap: calc(var(--_space) * 6);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 0 var(--_space);
        padding-block: calc(var(--_space) * 2);
        border-block-end: 1px solid var(--_line);
      }
      li strong {
        font-weight: 500;
        font-variant-numeric: tabular-nums;
      }
      li .error {
        grid-column: 1 / -1;
      }
      li.chosen {
        box-shadow: inset 3px 0 0 var(--_accent-edge);
        padding-inline-start: calc(var(--_space) * 3);
      }
      summary {
        min-block-size: 36px;
        align-content: center;
        cursor: pointer;
      }
      @container (min-width: 640px) {
        .pair {
          grid-template-columns: minmax(280px, 340px) minmax(0, 1fr);
        }
      }
    `,
  ];

  @state() private range: { readonly from: LocalDate; readonly until: LocalDate } | undefined;
  /** The exception being changed; a new one while empty. */
  @state() private editing = '';
  /** Waits for the draft that has the part to focus. */
  private readonly focusNext = new MoveFocus(this, () => []);

  private get today(): LocalDate {
    return localDateAt(this.draft?.time_zone ?? 'UTC', this.now());
  }

  protected override render() {
    const { draft, texts: t } = this;
    if (!draft) return nothing;
    const sorted = draft.date_overrides.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const [past, coming] = [
      sorted.filter((part) => part.until < this.today),
      sorted.filter((part) => part.until >= this.today),
    ];
    const existing = draft.date_overrides.find(({ key }) => key === this.editing);
    const range = this.range ?? { from: this.today, until: this.today };
    return html`<div class="stack">
      <p class="quiet">${t.exceptionsHelp}</p>
      <div class="pair">
        <cb-exception-calendar
          .draft=${draft}
          .now=${this.now}
          .locale=${this.language}
          .hour12=${this.hour12}
          .range=${range}
          @cb-day-range=${this.onRange}
        ></cb-exception-calendar>
        <cb-exception-form
          .draft=${draft}
          .now=${this.now}
          .locale=${this.language}
          .hour12=${this.hour12}
          .range=${range}
          .existing=${existing}
          @cb-day-range=${this.onRange}
          @cb-exception=${(event: Event) => this.store((event.target as CbExceptionForm).exception)}
          @cb-exception-cancel=${() => this.leave()}
        ></cb-exception-form>
      </div>
      <section class="stack" aria-labelledby="coming">
        <h3 id="coming" tabindex="-1">${t.comingExceptions}</h3>
        ${coming.length === 0 ? html`<p class="quiet">${t.noExceptions}</p>` : html`<ul>${coming.map((part) => this.renderException(part))}</ul>`}
        ${
          past.length === 0
            ? nothing
            : html`<details><summary class="quiet">${t.pastExceptions(past.length)}</summary><ul>${past.map((part) => this.renderException(part))}</ul></details>`
        }
      </section>
    </div>`;
  }

  private renderException(override: Keyed<DateOverride>): TemplateResult {
    const { texts: t, reading } = this;
    const { key } = override;
    const days = daysText(override, reading);
    return html`<li part="exception" class=${key === this.editing ? 'chosen' : ''} data-key=${key}>
      <span>
        <strong>${days}</strong><br />
        <span class="quiet">${[overrideText(override, reading), override.note].filter(Boolean).join(' · ')}</span>
      </span>
      <button type="button" class="icon" data-do="edit" aria-label=${t.editNamed(days)} @click=${() => this.change(override)}>${pencilIcon}</button>
      <button type="button" class="icon" data-do="remove" aria-label=${t.removeNamed(days)} @click=${() => this.drop(key)}>${trashIcon}</button>
      ${this.problemsAt(key).map((message) => html`<p class="error">${alertIcon}${message}</p>`)}
    </li>`;
  }

  private onRange({ from, until }: DayRangeEvent): void {
    this.range = { from, until };
  }

  private store(override: DateOverride): void {
    if (!this.draft) return;
    if (this.editing) this.edit({ type: 'change-override', key: this.editing, change: override });
    else this.edit({ type: 'add-override', key: newKey(this.draft), override });
    this.leave();
  }

  private change(override: Keyed<DateOverride>): void {
    this.range = { from: override.from, until: override.until };
    this.editing = override.key;
    this.focusNext.on('cb-exception-form');
  }

  private leave(): void {
    this.focusNext.on(this.editing ? `[data-key="${this.editing}"] [data-do=edit]` : 'cb-exception-calendar');
    this.editing = '';
  }

  private drop(key: string): void {
    if (key === this.editing) this.editing = '';
    this.edit({ type: 'remove-override', key });
    this.focusNext.on('#coming');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-exceptions': CbExceptions;
  }
}
