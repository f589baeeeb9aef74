import { type CSSResult, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { LocalDate } from '../../contract/values.ts';
import type { Availability } from '../../core/availability/availability.ts';
import { monthGrid } from '../../domain/month/grid.ts';
import { addDays, monthOf, type Weekday } from '../../domain/time/local-date.ts';
import { chevronDown } from '../base/icons.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { weekEnglish } from '../i18n/week.ts';
import { CbMonthGrid } from '../month-grid/month-grid.ts';
import { formatMonth, formatMonths } from '../words/format-dates.ts';

/**
 * The week of the chosen day in place of the month, so that on a phone its times are right below it. The same date grid with one
 * row; it also shows days of the next or previous month.
 *
 * @fires cb-day-select - A day was chosen, open or not.
 * @csspart whole - Button with the month's name that opens the whole month.
 */
export class CbWeekStrip extends CbMonthGrid {
  static override readonly styles: CSSResult[] = [
    ...CbMonthGrid.styles,
    css`
      [part='whole'] {
        display: inline-flex;
        align-items: center;
        gap: var(--_space);
        min-block-size: 40px;
        padding-inline: calc(var(--_space) * 2) var(--_space);
        margin-inline-start: calc(var(--_space) * -2);
        /* Two months take one line on the narrowest phones. */
        font-size: min(1em, max(5.75cqi, var(--_size-body)));
        font-weight: inherit;
        text-align: start;
      }
      [part='whole']:hover {
        background: var(--_tint);
      }
      [part='whole'] svg {
        width: var(--_rem);
        color: var(--_text-quiet);
      }
      @media (pointer: coarse) {
        [part='whole'] {
          min-block-size: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) availability: Availability | undefined;
  /** Shows the times of a day of another week. */
  @property({ attribute: false }) choose: (day: LocalDate) => void = () => undefined;
  /** Opens the whole month. */
  @property({ attribute: false }) open: () => void = () => undefined;

  constructor() {
    super();
    new Subscriptions(this, () => [this.availability]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('selected')) this.cursor = '';
    this.month = monthOf(this.anchor);
    const week = this.weekOf(this.anchor);
    for (const month of this.unknownIn(week)) void this.availability?.load(month);
    this.loading = this.unknownIn(week).length > 0;
    this.days = new Map(week.map((date) => [date, this.countOn(date)]));
    super.willUpdate(changed);
  }

  protected override renderHeader(): TemplateResult {
    const t = this.messages('week', weekEnglish);
    const atStart = this.weekOf(this.anchor).includes(this.earliest);
    return html`<h3 id="month" part="heading">
        <button type="button" part="whole" aria-expanded="false" title=${t.wholeMonth} @click=${() => this.open()}>
          ${this.weekName}${chevronDown}
        </button>
      </h3>
      ${this.renderTurns(t.previousWeek, t.nextWeek, atStart, (step) => void this.turn(step))}`;
  }

  /** The month of the week shown, or both where it runs over the end of one. */
  private get weekName(): string {
    const [first = this.month, last = first] = [...new Set(this.weekOf(this.anchor).map(monthOf))];
    return first === last ? formatMonth(first, this.language) : formatMonths(first, last, this.language);
  }

  protected override weeks(first: Weekday): readonly (readonly LocalDate[])[] {
    return monthGrid(this.month, first).filter((week) => week.includes(this.anchor));
  }

  protected override shows(date: LocalDate): boolean {
    return this.weekOf(this.anchor).includes(date);
  }

  /** Arrow keys may enter another month without an event: the times stay until a day is chosen. */
  protected override show(): void {}

  /** Any day of the week shown. */
  private get anchor(): LocalDate {
    return this.cursor || this.selected || this.today;
  }

  private weekOf(date: LocalDate): readonly LocalDate[] {
    return monthGrid(monthOf(date), this.weekStart).find((week) => week.includes(date)) ?? [];
  }

  private unknownIn(week: readonly LocalDate[]) {
    const months = [...new Set(week.map(monthOf))];
    return months.filter((month) => this.availability?.month(month).status === 'loading');
  }

  private countOn(date: LocalDate): number {
    return this.availability?.month(monthOf(date)).days.get(date)?.length ?? 0;
  }

  /** Goes to the week before or after, and shows the times of its first open day, so that times and week match. */
  private async turn(step: 1 | -1): Promise<void> {
    // A day chosen just before is drawn first: that drawing clears the cursor.
    await this.updateComplete;
    const week = this.weekOf(addDays(this.anchor, 7 * step)).filter((date) => date >= this.earliest);
    const [first] = week;
    if (!first) return;
    this.cursor = first;
    await Promise.all(this.unknownIn(week).map((month) => this.availability?.load(month)));
    if (this.cursor === first) this.choose(week.find((date) => this.countOn(date) > 0) ?? first);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-week-strip': CbWeekStrip;
  }
}
