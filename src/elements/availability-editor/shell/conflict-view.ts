import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Schedule } from '../../../contract/schedule.ts';
import { type Disagreement, defaultChoices, type Section, type Side } from '../../../core/schedule-editor/sections.ts';
import { showModal } from '../../popover/show-modal.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { EditorPart } from '../part/editor-part.ts';
import { partStyles } from '../part/part.styles.ts';
import { sectionLines } from '../part/schedule-text.ts';

/** The coach has chosen a version of each part. */
export class MergeEvent extends Event {
  static readonly type = 'cb-merge';
  constructor(readonly choices: Partial<Record<Section, Side>>) {
    super(MergeEvent.type);
  }
}

/**
 * Two versions of a schedule side by side, to choose from section by section.
 *
 * @fires cb-merge - A version of each part is chosen.
 * @fires cb-postpone - Back to editing; nothing is written.
 */
export class CbConflictView extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      dialog {
        inline-size: min(760px, calc(100vw - 32px));
      }
      .sides {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: calc(var(--_space) * 3);
      }
      fieldset {
        padding-block-start: calc(var(--_space) * 4);
        border-block-start: 1px solid var(--_line);
      }
      legend {
        float: inline-start;
        inline-size: 100%;
        margin-block-end: calc(var(--_space) * 2);
      }
      .sides {
        clear: both;
      }
      .side {
        display: grid;
        gap: calc(var(--_space) * 2);
        align-content: start;
        padding: calc(var(--_space) * 3);
        border: 1px solid var(--_edge);
        border-radius: var(--_radius);
        cursor: pointer;
      }
      .side:has(:checked) {
        border-color: var(--_accent-edge);
        background: var(--_tint);
      }
      .side > span:first-child {
        display: flex;
        gap: calc(var(--_space) * 2);
        font-weight: 500;
      }
      .lines {
        display: grid;
        gap: 2px;
        font-size: var(--_size-small);
        color: var(--_text-quiet);
        overflow-wrap: anywhere;
      }
      .lines .own {
        color: var(--_text);
        font-weight: 500;
      }
      @media (max-width: 480px) {
        .sides {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) theirs: Schedule | undefined;
  @property({ attribute: false }) found: readonly Disagreement[] = [];
  @state() private choices: Partial<Record<Section, Side>> = {};
  @state() private asked = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('found')) return;
    this.choices = defaultChoices(this.found);
    this.asked = false;
  }

  protected override updated(): void {
    if (this.theirs && !this.dialog.open) {
      showModal(this.dialog);
      this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
    }
    if (!this.theirs && this.dialog.open) this.dialog.close();
  }

  protected override render(): TemplateResult {
    const { texts: t, theirs, draft } = this;
    return html`<dialog aria-labelledby="title" @cancel=${this.onCancel}>
      ${
        theirs && draft
          ? html`<div class="stack">
              <div>
                <h3 id="title" tabindex="-1">${t.conflictTitle}</h3>
                <p class="quiet">${t.conflictHelp}</p>
              </div>
              <div class="row">
                <button type="button" class="small" data-do="mine" @click=${() => this.takeAll('mine')}>${t.takeMine}</button>
                <button type="button" class="small" data-do="theirs" @click=${() => this.takeAll('theirs')}>${t.takeTheirs}</button>
              </div>
              ${this.found.map((one) => this.renderSection(one, draft, theirs))}
              <p class="error" role="alert">${this.asked && !this.complete ? t.chooseFirst : ''}</p>
              <div class="actions">
                <button type="button" class="secondary" data-do="postpone" @click=${this.postpone}>${t.backToEditing}</button>
                <button type="button" class="primary" data-do="merge" @click=${this.merge}>${t.saveMerge}</button>
              </div>
            </div>`
          : nothing
      }
    </dialog>`;
  }

  private renderSection({ section, changedBy }: Disagreement, mine: Schedule, theirs: Schedule): TemplateResult {
    const { texts: t, reading } = this;
    const by = { mine: t.changedByMe, theirs: t.changedByThem, both: t.changedByBoth }[changedBy];
    const lines = { mine: sectionLines(section, mine, reading), theirs: sectionLines(section, theirs, reading) };
    const side = (name: Side, label: string) => {
      const other = lines[name === 'mine' ? 'theirs' : 'mine'];
      return html`<label class="side">
        <span><input type="radio" name=${section} value=${name} .checked=${live(this.choices[section] === name)} @change=${() => this.choose(section, name)} />${label}</span>
        <span class="lines">
          ${lines[name].length === 0 ? t.nothing : lines[name].map((line) => html`<span class=${other.includes(line) ? '' : 'own'}>${line}</span>`)}
        </span>
      </label>`;
    };
    return html`<fieldset data-section=${section}>
      <legend>${t.sections[section]} <span class="quiet">${by}</span></legend>
      <div class="sides">${side('mine', t.conflictMine)} ${side('theirs', t.conflictTheirs)}</div>
    </fieldset>`;
  }

  private get complete(): boolean {
    return this.found.every(({ section }) => this.choices[section]);
  }

  private choose(section: Section, side: Side): void {
    this.choices = { ...this.choices, [section]: side };
  }

  private takeAll(side: Side): void {
    this.choices = Object.fromEntries(this.found.map(({ section }) => [section, side]));
  }

  private merge(): void {
    this.asked = true;
    if (this.complete) this.dispatchEvent(new MergeEvent(this.choices));
    else this.renderRoot.querySelector<HTMLElement>('fieldset:not(:has(:checked)) input')?.focus();
  }

  private postpone(): void {
    this.dispatchEvent(new Event('cb-postpone'));
  }

  private onCancel(event: Event): void {
    event.preventDefault();
    this.postpone();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-conflict-view': CbConflictView;
  }
}
