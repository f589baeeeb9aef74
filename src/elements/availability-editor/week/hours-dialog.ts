import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { WeeklyHours } from '../../../contract/schedule.ts';
import type { LocalDate } from '../../../contract/values.ts';
import type { Keyed } from '../../../core/schedule-editor/draft.ts';
import { startOfWeek } from '../../../domain/month/grid.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { DAY_MS } from '../../../domain/time/units.ts';
import { localDateAt } from '../../../domain/time/zone.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import { showModal } from '../../popover/show-modal.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { dateField } from '../fields/date-field.ts';
import { hoursFields } from '../fields/hours-fields.ts';
import { inputValue } from '../fields/input-value.ts';
import { numberField } from '../fields/number-field.ts';
import { HoursRequestEvent } from '../part/edit-events.ts';
import { EditorPart } from '../part/editor-part.ts';
import { InvalidEntryList } from '../part/invalid-entries.ts';
import { partStyles } from '../part/part.styles.ts';
import { problemText, shortDate, weekdayName } from '../part/schedule-text.ts';
import { STEP_MINUTES } from './step.ts';

/** A dialog for one interval of the week: day, times, how often it repeats, from and until which day. */
export class CbHoursDialog extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      .times {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
        align-items: center;
        gap: calc(var(--_space) * 2);
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(156px, 1fr));
        align-items: start;
        gap: calc(var(--_space) * 3);
      }
      summary {
        min-block-size: 36px;
        align-content: center;
        font-weight: 500;
        cursor: pointer;
        border-radius: 4px;
      }
      details .stack {
        padding-block-start: calc(var(--_space) * 2);
      }
    `,
  ];

  /** The key of the interval; empty while closed. */
  @property({ attribute: false }) hoursKey = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  private readonly entries = new InvalidEntryList(this);

  private get hours(): Keyed<WeeklyHours> | undefined {
    return this.draft?.weekly_hours.find(({ key }) => key === this.hoursKey);
  }

  /** Opens for an interval. */
  async show(key: string): Promise<void> {
    this.hoursKey = key;
    await this.updateComplete;
    showModal(this.dialog);
  }

  /** Closes; focus returns to where it was before. */
  close(): void {
    this.dialog.close();
  }

  protected override render() {
    const { hours, texts: t } = this;
    return html`<dialog aria-label=${t.editHours} @close=${this.onClose} @click=${this.onBackdrop}>
      ${hours ? this.renderHours(hours) : nothing}
    </dialog>`;
  }

  private renderHours(hours: Keyed<WeeklyHours>): TemplateResult {
    const { texts: t, reading } = this;
    const problems = this.problemsAt(hours.key);
    const every = hours.every_weeks ?? 1;
    return html`<div class="stack">
      <h3>${t.editHours}</h3>
      <label class="field"><span class="label">${t.day}</span>
        <select name="weekday" @change=${(event: Event) => this.change({ weekday: Number(inputValue(event)) })}>
          ${[1, 2, 3, 4, 5, 6, 7].map((day) => html`<option value=${day} .selected=${day === hours.weekday}>${weekdayName(day, reading)}</option>`)}
        </select>
      </label>
      ${hoursFields({
        hours,
        of: weekdayName(hours.weekday, reading),
        reading,
        step: STEP_MINUTES,
        wrong: this.hasWrongTimes(hours.key),
        change: (change) => this.change(change),
      })}
      ${problems.filter((message) => !this.dateProblems(hours).includes(message)).map((message) => html`<p class="error">${alertIcon}${message}</p>`)}
      <details ?open=${every > 1 || Boolean(hours.valid_from) || Boolean(hours.valid_until) || problems.length > 0}>
        <summary>${t.details}</summary>
        <div class="stack">${this.renderRepeats(hours, every)} ${this.renderDates(hours)}</div>
      </details>
      <div class="actions">
        <button type="button" class="secondary first" data-do="remove" @click=${this.drop}>${t.remove}</button>
        <button type="button" class="secondary" data-do="copy" @click=${this.copy}>${t.copyDay}</button>
        <button type="button" class="primary" data-do="done" @click=${this.finish}>${t.done}</button>
      </div>
    </div>`;
  }

  private renderRepeats(hours: WeeklyHours, every: number): TemplateResult {
    const { texts: t } = this;
    const anchor = hours.anchor ?? hours.valid_from ?? '';
    return html`<fieldset class="stack">
      <legend class="label">${t.repeats}</legend>
      <label class="choice"><input type="radio" name="repeats" .checked=${live(every === 1)} @change=${() => this.change({ every_weeks: 1 })} />${t.weekly}</label>
      <label class="choice"><input type="radio" name="repeats" value="alternate" .checked=${live(every > 1)} @change=${() => this.alternate(2)} />${t.everyNWeeks}</label>
      ${
        every > 1
          ? html`<div class="pair">
              ${numberField({ name: 'every_weeks', label: t.weeksBetween, value: every, least: 2, most: 52, invalid: this.invalid, t, change: (weeks) => this.alternate(weeks ?? 2) })}
              ${this.renderDate('anchor', t.anchor, anchor, t.anchorHelp(shortDate(this.nextDate(hours), this.reading)))}
            </div>`
          : nothing
      }
    </fieldset>`;
  }

  private renderDates(hours: Keyed<WeeklyHours>): TemplateResult {
    const { texts: t } = this;
    return html`<div class="pair">
      ${this.renderDate('valid_from', t.validFrom, hours.valid_from)} ${this.renderDate('valid_until', t.validUntil, hours.valid_until)}
    </div>
    ${this.dateProblems(hours).map((message) => html`<p class="error">${alertIcon}${message}</p>`)}`;
  }

  private renderDate(
    name: 'anchor' | 'valid_from' | 'valid_until',
    label: string,
    value: LocalDate | null | undefined,
    help = '',
  ): TemplateResult {
    const gesture = `type-${this.hoursKey}-${name}`;
    return dateField({
      name,
      label,
      value,
      help,
      wrong: this.problems.some(
        (problem) =>
          problem.key === this.hoursKey && problem.fault.code === (name === 'anchor' ? 'noAnchor' : 'validBackwards'),
      ),
      invalid: this.invalid,
      t: this.texts,
      clear: () => this.change({ [name]: null }, gesture),
      change: (date) => this.change({ [name]: date }, gesture),
      left: () => this.endGesture(gesture),
    });
  }

  /** The next day on which these hours apply, by their anchor. */
  private nextDate(hours: WeeklyHours): string {
    const today = this.today;
    const anchor = startOfWeek(hours.anchor ?? hours.valid_from ?? today, 1);
    const cycle = (hours.every_weeks ?? 1) * 7;
    let date = addDays(anchor, hours.weekday - 1);
    const behind = Math.ceil((Date.parse(today) - Date.parse(date)) / DAY_MS / cycle);
    if (behind > 0) date = addDays(date, behind * cycle);
    return date;
  }

  private get today(): string {
    return localDateAt(this.draft?.time_zone ?? 'UTC', this.now());
  }

  private alternate(weeks: number): void {
    const anchor =
      this.hours?.anchor ??
      this.hours?.valid_from ??
      addDays(startOfWeek(this.today, 1), (this.hours?.weekday ?? 1) - 1);
    this.change({ every_weeks: weeks, anchor });
  }

  private change(change: Partial<WeeklyHours>, gesture?: string): void {
    this.edit({ type: 'change-hours', key: this.hoursKey, change }, gesture);
  }

  private dateProblems({ key }: Keyed<WeeklyHours>): readonly string[] {
    const found = this.problems.filter(
      (problem) => problem.key === key && /^(validBackwards|noAnchor)$/.test(problem.fault.code),
    );
    return found.map(({ fault }) => problemText(fault, this.reading));
  }

  /** Closes, unless a field is invalid: then focuses the first invalid field. */
  private finish(): void {
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true], cb-time-field[wrong]');
    const [unread] = this.entries.all;
    if (unread) unread.entry.focus();
    else if (wrong) wrong.focus();
    else this.dialog.close();
  }

  private drop(): void {
    const key = this.hoursKey;
    this.dialog.close();
    this.edit({ type: 'remove-hours', key });
  }

  private copy(): void {
    const key = this.hoursKey;
    this.dialog.close();
    this.dispatchEvent(new HoursRequestEvent({ kind: 'copy-hours', key }));
  }

  private onBackdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  private onClose(): void {
    this.hoursKey = '';
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-hours-dialog': CbHoursDialog;
  }
}
