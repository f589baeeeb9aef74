import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { LocalDate } from '../../contract/values.ts';
import { listed } from '../../domain/language/listed.ts';
import { firstWeekdayOf } from '../../domain/month/first-weekday.ts';
import { monthGrid, startOfWeek, weeksFrom } from '../../domain/month/grid.ts';
import { moveFocus } from '../../domain/month/move-focus.ts';
import { formatDay } from '../../domain/time/format.ts';
import { addMonths, type MonthKey, monthOf, startOfMonth, type Weekday } from '../../domain/time/local-date.ts';
import { CbElement } from '../base/element.ts';
import { DaySelectEvent, MonthChangeEvent } from '../base/events.ts';
import { chevronBack, chevronOn } from '../base/icons.ts';
import { pickerEnglish } from '../i18n/picker.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { formatDayNumber, formatFullDay, formatMonth, formatMonths, weekdayNames } from '../words/format-dates.ts';
import { monthGridStyles } from './month-grid.styles.ts';

/** The data of a day's button. */
interface DayProps {
  readonly date: LocalDate;
  /** "Tuesday 18 November 2025, 4 times open". */
  readonly label: string;
  /** Part names, also used as classes: `day open selected today`. */
  readonly part: string;
  readonly selected: boolean;
  readonly today: boolean;
  readonly past: boolean;
  /** The grid's one tab stop. */
  readonly tabStop: boolean;
}

/**
 * A month of days to choose from: the date grid of the WAI-ARIA date-picker pattern. It makes no requests: `days` has the open
 * times.
 *
 * @fires cb-day-select - A day was chosen, open or not. Days before `min` cannot be.
 * @fires cb-month-change - Another month is shown.
 * @csspart header - Name of the month and the buttons next to it.
 * @csspart heading - Name of the month.
 * @csspart button - Previous and next month; also `previous` or `next`.
 * @csspart grid - The table of days.
 * @csspart weekday - Name of a weekday.
 * @csspart day - Button of a day; also `open`, `none`, `past`, `selected`, `today`.
 */
export class CbMonthGrid extends CbElement {
  static override readonly styles: CSSResult[] = [tokens, controls, monthGridStyles];

  /** The month shown: `2025-11`; that of `selected` or `today` when left out. */
  @property() month: MonthKey = '';
  /** Open times by day. 0: none left. A missing day is closed. Undefined: unknown. */
  @property({ attribute: false }) days: ReadonlyMap<LocalDate, number> | undefined;
  /** A day late in `month`: the rows begin with its week and go on into the next month, whose days `days` then has too. */
  @property() from: LocalDate = '';
  /** The chosen day: `2025-11-18`. */
  @property() selected: LocalDate = '';
  /** The visitor's day. */
  @property() today: LocalDate = '';
  /** First day that can be chosen; months before it are not shown. `today` when left out. */
  @property() min: LocalDate = '';
  /** True while open times are unknown. */
  @property({ type: Boolean, reflect: true }) loading = false;
  /** Monday 1 to Sunday 7; the habit of the language when left out. */
  @property({ type: Number, attribute: 'first-weekday' }) firstWeekday: Weekday | undefined;

  /** @internal The day that the arrow keys moved to. */
  @state() cursor: LocalDate = '';
  /** The last announcement, after a day without times was chosen. */
  @state() private notice = '';
  @query('.day[tabindex="0"]') private readonly tabStopButton!: HTMLElement | null;
  private drawnFrom: string | undefined;
  private renewed = false;

  /** Moves focus to the chosen day, or to the one the arrow keys start from. */
  override focus(options?: FocusOptions): void {
    this.tabStopButton?.focus(options);
  }

  /** Waits for the element around, which hears of another month and sets its `days`: one drawing instead of two. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await undefined;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.month) this.month = monthOf(this.selected || this.today || this.min);
    if (changed.has('month') || changed.has('selected')) this.notice = '';
  }

  protected override render() {
    if (!this.month) return nothing;
    const first = this.weekStart;
    const weeks = this.weeks(first);
    return html`<div class="box">
      <div class="month">
        <div class="header" part="header">${this.renderHeader()}</div>
        <table
          role="grid"
          part="grid"
          aria-labelledby="month"
          aria-busy=${this.loading ? 'true' : nothing}
          @click=${this.onClick}
          @keydown=${this.onKeydown}
        >
          <thead>
            <tr>
              ${weekdayNames(first, this.language).map(
                ({ short, long }) => html`<th scope="col" part="weekday" aria-label=${long}>${short}</th>`,
              )}
            </tr>
          </thead>
          ${this.renderBody(weeks)}
        </table>
        <div class="visually-hidden" role="status">${this.notice}</div>
      </div>
    </div>`;
  }

  /** The month's name, and the buttons for the previous and next month. */
  protected renderHeader(): TemplateResult {
    const t = this.messages('picker', pickerEnglish);
    const turn = (step: number) => {
      this.cursor = '';
      this.show(addMonths(this.month, step));
    };
    const atStart = this.month <= monthOf(this.earliest);
    return html`<h3 id="month" part="heading" aria-live="polite">${this.monthName}</h3>
      ${this.renderTurns(t.previousMonth, t.nextMonth, atStart, turn)}`;
  }

  private get monthName(): string {
    const { month, language } = this;
    return this.goesOn ? formatMonths(month, addMonths(month, 1), language) : formatMonth(month, language);
  }

  protected renderTurns(back: string, on: string, atStart: boolean, turn: (step: 1 | -1) => void): TemplateResult {
    return html`<button
        type="button"
        class="icon"
        part="button previous"
        aria-label=${back}
        aria-disabled=${atStart ? 'true' : nothing}
        @click=${() => atStart || turn(-1)}
      >${chevronBack}</button>
      <button type="button" class="icon" part="button next" aria-label=${on} @click=${() => turn(1)}>${chevronOn}</button>`;
  }

  /** The rows of days. */
  protected weeks(first: Weekday): readonly (readonly LocalDate[])[] {
    return this.goesOn ? weeksFrom(this.from, first) : monthGrid(this.month, first);
  }

  /** The rows go on into the next month. */
  private get goesOn(): boolean {
    return this.from !== '' && monthOf(this.from) === this.month;
  }

  /** True for days that have a button. */
  protected shows(date: LocalDate): boolean {
    const { month, from, goesOn } = this;
    if (monthOf(date) !== month) return goesOn && monthOf(date) === addMonths(month, 1);
    // Asked for each day of a drawing: only the few before `from` look for the start of its week.
    return !goesOn || date >= from || date >= startOfWeek(from, this.weekStart);
  }

  /** The first weekday of a row. */
  protected get weekStart(): Weekday {
    return this.firstWeekday ?? firstWeekdayOf(this.language);
  }

  /**
   * Days that come under the focus get new buttons: a screen reader says nothing when the focus stays on one that changed its name.
   * Lit makes new elements where another template stands; `rowgroup`, a table body's own role, keeps minifiers from making one of the two.
   * All other turns keep the buttons and change their texts.
   */
  private renderBody(weeks: readonly (readonly LocalDate[])[]): TemplateResult {
    const from = `${weeks[0]?.[0]} ${this.goesOn}`;
    if (from !== this.drawnFrom && this.renderRoot.querySelector('tbody :focus')) this.renewed = !this.renewed;
    this.drawnFrom = from;
    const rows = this.renderWeeks(weeks);
    return this.renewed ? html`<tbody role="rowgroup">${rows}</tbody>` : html`<tbody>${rows}</tbody>`;
  }

  private renderWeeks(weeks: readonly (readonly LocalDate[])[]) {
    const tabStop = this.tabStop();
    return weeks.map(
      (week) => html`<tr>
        ${week.map((date) =>
          this.shows(date)
            ? this.renderDay(this.dayProps(date, date === tabStop))
            : // Six rows stand whatever the month, so that nothing below moves.
              html`<td></td>`,
        )}
      </tr>`,
    );
  }

  private renderDay(day: DayProps) {
    return html`<td aria-selected=${day.selected ? 'true' : nothing}>
      <button
        type="button"
        class=${day.part}
        part=${day.part}
        data-date=${day.date}
        data-month=${this.monthMark(day.date) ?? nothing}
        tabindex=${day.tabStop ? 0 : -1}
        aria-label=${day.label}
        aria-pressed=${day.selected ? 'true' : nothing}
        aria-current=${day.today ? 'date' : nothing}
        aria-disabled=${day.past ? 'true' : nothing}
      >${formatDayNumber(day.date, this.language)}</button>
    </td>`;
  }

  /** Where the rows go on into the next month, its first day shows the name of the month. */
  private monthMark(date: LocalDate): string | undefined {
    if (!this.goesOn || date !== startOfMonth(addMonths(this.month, 1))) return undefined;
    return formatDay(date, { locale: this.language, month: 'short' });
  }

  private dayProps(date: LocalDate, tabStop: boolean): DayProps {
    const past = date < this.earliest;
    const open = !past && (this.days?.get(date) ?? 0) > 0;
    const selected = date === this.selected;
    const today = date === this.today;
    const names = ['day', open ? 'open' : past ? 'past' : 'none', selected && 'selected', today && 'today'];
    return { date, label: this.describe(date), part: names.filter(Boolean).join(' '), selected, today, past, tabStop };
  }

  /** A day in full, and its open times: "Tuesday 18 November 2025, 4 times open". */
  private describe(date: LocalDate): string {
    return listed([formatFullDay(date, this.language), this.openness(date)], this.language);
  }

  private openness(date: LocalDate): string {
    const { days, earliest, loading } = this;
    const texts = this.messages('picker', pickerEnglish);
    if (date < earliest) return texts.past;
    const count = days?.get(date);
    if (count) return texts.timesOpen(count);
    if (loading) return texts.loadingTimes;
    if (!days) return '';
    return count === 0 ? texts.noTimesOpen : texts.closed;
  }

  protected get earliest(): LocalDate {
    return this.min || this.today;
  }

  /** The day that is the tab stop: that of the arrow keys, else the chosen day, today, the first open day, the first day. */
  private tabStop(): LocalDate {
    const firstOpen = [...(this.days ?? [])].find(([date, count]) => count > 0 && this.shows(date))?.[0];
    const candidates = [this.cursor, this.selected, this.today, firstOpen];
    return candidates.find((date) => date && this.shows(date)) ?? startOfMonth(this.month);
  }

  protected show(month: MonthKey): void {
    if (month === this.month) return;
    this.month = month;
    this.dispatchEvent(new MonthChangeEvent(month));
  }

  private onClick(event: MouseEvent): void {
    const date = dateOf(event);
    if (!date) return;
    this.cursor = date;
    if (!this.days?.get(date)) this.notice = this.describe(date);
    if (date < this.earliest) return;
    this.selected = date;
    this.dispatchEvent(new DaySelectEvent(date));
  }

  private async onKeydown(event: KeyboardEvent): Promise<void> {
    const from = dateOf(event);
    if (!from || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = moveFocus(from, event.key, {
      firstWeekday: this.weekStart,
      rtl: this.renderRoot.matches(':dir(rtl)'),
      shift: event.shiftKey,
    });
    if (!target) return;
    event.preventDefault();
    const firstDay = startOfMonth(monthOf(this.earliest));
    this.cursor = target < firstDay ? (event.key.startsWith('Page') ? from : firstDay) : target;
    if (!this.shows(this.cursor)) this.show(monthOf(this.cursor));
    await this.updateComplete;
    this.focus();
  }
}

function dateOf(event: Event): LocalDate | undefined {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-date]')?.dataset.date : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-month-grid': CbMonthGrid;
  }
}
