import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DateOverride, Schedule } from '../../../contract/schedule.ts';
import type { LocalDate } from '../../../contract/values.ts';
import { hoursOf } from '../../../core/schedule-editor/clock.ts';
import { type DaySpan, hoursByDay } from '../../../domain/availability/hours.ts';
import { listed } from '../../../domain/language/listed.ts';
import { firstWeekdayOf } from '../../../domain/month/first-weekday.ts';
import { monthGrid } from '../../../domain/month/grid.ts';
import { moveFocus } from '../../../domain/month/move-focus.ts';
import { addMonths, dayNumber, monthOf } from '../../../domain/time/local-date.ts';
import { localDateAt } from '../../../domain/time/zone.ts';
import { chevronBack, chevronOn } from '../../base/icons.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { formatDayNumber, formatFullDay, formatMonth, weekdayNames } from '../../words/format-dates.ts';
import { EditorPart } from '../part/editor-part.ts';
import { partStyles } from '../part/part.styles.ts';
import { overrideText, rangeText } from '../part/schedule-text.ts';
import { exceptionCalendarStyles } from './exception-calendar.styles.ts';

/** Other days were chosen, both included. */
export class DayRangeEvent extends Event {
  static readonly type = 'cb-day-range';
  constructor(
    readonly from: LocalDate,
    readonly until: LocalDate,
  ) {
    super(DayRangeEvent.type);
  }
}

/**
 * A month in which a day or a range of days is chosen, by press or drag, by arrows or Shift with arrows. It shows which days are
 * open by the weekly hours and which are exceptions.
 *
 * @fires cb-day-range - Other days were chosen.
 * @csspart day - A day; also `open`, `closed`, `different`, `selected`, `today`.
 */
export class CbExceptionCalendar extends EditorPart {
  static override styles = [tokens, controls, partStyles, exceptionCalendarStyles];

  /** The chosen days. */
  @property({ attribute: false }) range: { readonly from: LocalDate; readonly until: LocalDate } = {
    from: '',
    until: '',
  };
  @state() private month = '';
  @state() private cursor: LocalDate = '';
  /** The fixed end of a range: the other end follows the pointer or the arrows. */
  private origin: LocalDate = '';
  private pressed = false;
  @query('button[tabindex="0"]') private readonly tabStop!: HTMLElement | null;

  /** Moves focus to the chosen day. */
  override focus(options?: FocusOptions): void {
    this.tabStop?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('range')) return;
    const { from, until } = this.range;
    if (this.cursor < from || this.cursor > until) {
      this.cursor = from;
      this.origin = from;
    }
    if (!this.month || monthOf(from) > this.month || monthOf(until) < this.month) this.month = monthOf(from);
  }

  protected override render() {
    const { draft, texts: t } = this;
    if (!draft) return nothing;
    const first = firstWeekdayOf(this.language);
    const weeks = monthGrid(this.month, first);
    const days = weeks.flat().map(dayNumber);
    const hoursOn = hoursByDay(draft, Math.min(...days), Math.max(...days));
    return html`<header>
        <h3 id="month" aria-live="polite">${formatMonth(this.month, this.language)}</h3>
        <button type="button" class="icon" aria-label=${t.previousMonth} @click=${() => this.show(addMonths(this.month, -1))}>${chevronBack}</button>
        <button type="button" class="icon" aria-label=${t.nextMonth} @click=${() => this.show(addMonths(this.month, 1))}>${chevronOn}</button>
      </header>
      <table
        role="grid" aria-labelledby="month" aria-multiselectable="true"
        @pointerdown=${this.onPointerDown} @pointerover=${this.onPointerOver} @keydown=${this.onKeydown} @click=${this.onClick}
      >
        <thead>
          <tr>${weekdayNames(first, this.language).map(({ short, long }) => html`<th scope="col" abbr=${long}><span aria-hidden="true">${short}</span><span class="visually-hidden">${long}</span></th>`)}</tr>
        </thead>
        <tbody>
          ${weeks.map((week) => html`<tr>${week.map((date) => (monthOf(date) === this.month ? this.renderDay(date, hoursOn(dayNumber(date)), draft) : html`<td></td>`))}</tr>`)}
        </tbody>
      </table>`;
  }

  private renderDay(date: LocalDate, hours: readonly DaySpan[], draft: Schedule): TemplateResult {
    const exceptions = draft.date_overrides.filter(({ from, until }) => from <= date && date <= until);
    const closed = exceptions.some(({ kind }) => kind === 'closed');
    const { from, until } = this.range;
    const selected = from <= date && date <= until;
    const today = localDateAt(draft.time_zone, this.now()) === date;
    const names = [
      'day',
      closed ? 'closed' : hours.length > 0 && 'open',
      exceptions.length > 0 && 'different',
      selected && 'selected',
      today && 'today',
    ];
    const part = names.filter(Boolean).join(' ');
    return html`<td aria-selected=${selected}>
      <button
        type="button" class=${part} part=${part} data-date=${date} tabindex=${date === this.focusable ? 0 : -1}
        aria-label=${this.describe(date, hours, exceptions)} aria-current=${today ? 'date' : nothing}
      >${formatDayNumber(date, this.language)}</button>
    </td>`;
  }

  private describe(date: LocalDate, hours: readonly DaySpan[], exceptions: readonly DateOverride[]): string {
    const { texts: t, reading } = this;
    const about = exceptions.flatMap((part) => [overrideText(part, reading), part.note ?? '']).filter(Boolean);
    const usual = listed(
      hours.map((span) => rangeText(hoursOf(span), reading)),
      this.language,
    );
    const what = about.length > 0 ? about : [usual ? t.openOn(usual) : t.closed];
    return listed([formatFullDay(date, this.language), ...what], this.language);
  }

  /** The day that is the tab stop. */
  private get focusable(): LocalDate {
    return monthOf(this.cursor) === this.month ? this.cursor : `${this.month}-01`;
  }

  private show(month: string): void {
    this.month = month;
  }

  private choose(date: LocalDate, extend: boolean): void {
    if (!extend || !this.origin) this.origin = date;
    this.cursor = date;
    const [from, until] = this.origin <= date ? [this.origin, date] : [date, this.origin];
    if (from === this.range.from && until === this.range.until) return;
    this.dispatchEvent(new DayRangeEvent(from, until));
  }

  private onPointerDown(event: PointerEvent): void {
    const date = dateOf(event);
    if (!date || event.button !== 0 || event.pointerType === 'touch') return;
    this.pressed = true;
    window.addEventListener('pointerup', () => this.release(), { once: true });
    this.choose(date, event.shiftKey);
  }

  private release(): void {
    this.pressed = false;
  }

  private onPointerOver(event: PointerEvent): void {
    const date = dateOf(event);
    if (date && this.pressed) this.choose(date, true);
  }

  /** A tap by finger, or Enter and Space; the mouse has already chosen on press. */
  private onClick(event: PointerEvent): void {
    const date = dateOf(event);
    if (date && event.pointerType !== 'mouse') this.choose(date, event.shiftKey);
  }

  private async onKeydown(event: KeyboardEvent): Promise<void> {
    const from = dateOf(event);
    if (!from || event.ctrlKey || event.altKey || event.metaKey) return;
    const rtl = this.renderRoot.matches(':dir(rtl)');
    const target = moveFocus(from, event.key, { firstWeekday: firstWeekdayOf(this.language), rtl });
    if (!target) return;
    event.preventDefault();
    this.month = monthOf(target);
    this.choose(target, event.shiftKey);
    await this.updateComplete;
    this.focus();
  }
}

function dateOf(event: Event): LocalDate | undefined {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-date]')?.dataset.date : undefined;
}

declare global {
  interface HTMLElementEventMap {
    'cb-day-range': DayRangeEvent;
  }
  interface HTMLElementTagNameMap {
    'cb-exception-calendar': CbExceptionCalendar;
  }
}
