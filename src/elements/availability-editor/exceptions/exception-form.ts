import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { DateOverride, Hours } from '../../../contract/schedule.ts';
import type { LocalDate } from '../../../contract/values.ts';
import type { Keyed } from '../../../core/schedule-editor/draft.ts';
import { endAtMidnight } from '../../../core/schedule-editor/edits.ts';
import { checkSchedule, emptySchedule } from '../../../domain/availability/schedule.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import { submitAnyway } from '../../forms/form-field.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { dateField } from '../fields/date-field.ts';
import { hoursFields } from '../fields/hours-fields.ts';
import { inputValue } from '../fields/input-value.ts';
import { EditorPart } from '../part/editor-part.ts';
import { plusIcon, trashIcon } from '../part/icons.ts';
import { InvalidEntryList } from '../part/invalid-entries.ts';
import { partStyles } from '../part/part.styles.ts';
import { daysText, problemText } from '../part/schedule-text.ts';
import { STEP_MINUTES } from '../week/step.ts';
import { DayRangeEvent } from './exception-calendar.ts';

const MORNING: Hours = { start: '10:00', end: '14:00' };

/**
 * The form of an exception: how the chosen days differ from the weekly hours.
 *
 * @fires cb-exception - The coach wants to add or change `exception`.
 * @fires cb-exception-cancel - The coach wants no change.
 */
export class CbExceptionForm extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      .dates {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(132px, 1fr));
        gap: calc(var(--_space) * 3);
      }
      .times {
        display: inline-grid;
        grid-template-columns: minmax(76px, 96px) auto minmax(76px, 96px);
        align-items: center;
        gap: calc(var(--_space) * 2);
      }
      .choice {
        align-items: start;
        padding-block: calc(var(--_space) * 1);
      }
      .choice.next-day {
        align-items: center;
      }
    `,
  ];

  @property({ attribute: false }) range: { readonly from: LocalDate; readonly until: LocalDate } = {
    from: '',
    until: '',
  };
  /** The exception to change; undefined for a new one. */
  @property({ attribute: false }) existing: Keyed<DateOverride> | undefined;
  @state() private kind: DateOverride['kind'] = 'closed';
  @state() private hours: readonly Hours[] = [MORNING];
  @state() private note = '';
  @state() private wrong: readonly string[] = [];
  private readonly entries = new InvalidEntryList(this);

  /** The exception as filled in. */
  get exception(): DateOverride {
    const { kind, note, range } = this;
    const hours = kind === 'closed' ? {} : { hours: [...this.hours] };
    return { ...range, kind, ...hours, note: note.trim() || null };
  }

  /** Moves focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('existing')) {
      this.kind = this.existing?.kind ?? 'closed';
      this.hours = this.existing?.hours?.length ? this.existing.hours : [MORNING];
      this.note = this.existing?.note ?? '';
      this.wrong = [];
    }
  }

  protected override render(): TemplateResult {
    const { texts: t, range } = this;
    const days = daysText(range, this.reading);
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <h3 tabindex="-1">${this.existing ? t.changeExceptionFor(days) : t.exceptionFor(days)}</h3>
      <div class="dates">${this.renderDate('from', t.firstDay)} ${this.renderDate('until', t.lastDay)}</div>
      <fieldset>
        <legend class="label">${t.kind}</legend>
        ${(['closed', 'hours', 'extra'] as const).map(
          (kind) => html`<label class="choice">
            <input type="radio" name="kind" value=${kind} .checked=${live(this.kind === kind)} @change=${() => this.turn(kind)} />
            <span>${t.kinds[kind]}<br /><span class="quiet">${t.kindHelp[kind]}</span></span>
          </label>`,
        )}
      </fieldset>
      ${this.kind === 'closed' ? nothing : this.renderHours()}
      <label class="field"><span class="label">${t.note}</span>
        <input name="note" maxlength="200" autocomplete="off" .value=${live(this.note)} @input=${(event: Event) => this.rename(inputValue(event))} />
      </label>
      <div role="alert">${this.wrong.map((message) => html`<p class="error">${alertIcon}${message}</p>`)}</div>
      <div class="row">
        <button class="primary" data-do="store" @click=${submitAnyway}>${this.existing ? t.changeException : t.addException}</button>
        ${this.existing ? html`<button type="button" class="secondary" @click=${this.cancel}>${t.cancel}</button>` : nothing}
      </div>
    </form>`;
  }

  private renderDate(part: 'from' | 'until', label: string): TemplateResult {
    return dateField({
      name: part,
      label,
      value: this.range[part],
      invalid: this.invalid,
      t: this.texts,
      change: (date) => this.setDate(part, date),
    });
  }

  private renderHours(): TemplateResult {
    const { texts: t, reading } = this;
    const of = daysText(this.range, reading);
    return html`<div class="stack">
      ${this.hours.map(
        (hours, index) => html`<div class="row">
          ${hoursFields({ hours, of, reading, step: STEP_MINUTES, change: (change) => this.setHours(index, change) })}
          ${
            this.hours.length > 1
              ? html`<button type="button" class="icon" aria-label=${t.remove} @click=${() => this.removeHours(index)}>${trashIcon}</button>`
              : nothing
          }
        </div>`,
      )}
      <div class="row"><button type="button" class="small" data-do="add-hours" @click=${this.addHours}>${plusIcon}${t.addHours}</button></div>
    </div>`;
  }

  private setDate(part: 'from' | 'until', date: LocalDate): void {
    const range = { ...this.range, [part]: date };
    // A later first day moves the last day along; a last day before the first is an error to correct.
    if (part === 'from' && range.until < date) range.until = date;
    // Dispatch the new days before this form updates: otherwise it would show the old ones while the coach types.
    this.dispatchEvent(new DayRangeEvent(range.from, range.until));
    this.wrong = [];
  }

  private turn(kind: DateOverride['kind']): void {
    this.kind = kind;
    this.wrong = [];
  }

  private rename(note: string): void {
    this.note = note;
  }

  private setHours(index: number, change: Partial<Hours>): void {
    this.hours = this.hours.map((hours, at) => (at === index ? endAtMidnight({ ...hours, ...change }) : hours));
    this.wrong = [];
  }

  private addHours(): void {
    this.hours = [...this.hours, { start: '15:00', end: '18:00' }];
  }

  private removeHours(index: number): void {
    this.hours = this.hours.filter((_, at) => at !== index);
    this.renderRoot.querySelector<HTMLElement>('[data-do=add-hours]')?.focus();
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const [unread] = this.entries.all;
    if (unread) {
      unread.entry.focus();
      return;
    }
    const { exception, texts: t } = this;
    const found = checkSchedule({ ...emptySchedule('UTC'), date_overrides: [exception] }).map(({ fault }) =>
      problemText(fault, this.reading),
    );
    this.wrong = exception.until < exception.from ? [t.rangeWrong] : found;
    if (this.wrong.length > 0) return;
    this.dispatchEvent(new Event('cb-exception'));
    this.note = '';
  }

  private cancel(): void {
    this.dispatchEvent(new Event('cb-exception-cancel'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-exception-form': CbExceptionForm;
  }
}
