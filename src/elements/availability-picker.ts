import { type CSSResult, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Slot } from '../contract/availability.ts';
import type { OfferedDuration } from '../contract/coach.ts';
import { type Instant, type LocalDate, readInstant, type TimeZone } from '../contract/values.ts';
import type { ClientOptions } from '../core/client.ts';
import { addMonths, type MonthKey, monthOf } from '../domain/time/local-date.ts';
import { localDateAt } from '../domain/time/zone.ts';
import { availabilityPickerStyles } from './availability-picker.styles.ts';
import { MinuteClock } from './controllers/minute-clock.ts';
import { developerMessage, developerStyles } from './developer-message.ts';
import { CbElement } from './element.ts';
import {
  DaySelectEvent,
  type DurationChangeEvent,
  type HourCycleChangeEvent,
  MonthChangeEvent,
  type SlotSelectEvent,
  type TimeZoneChangeEvent,
} from './events.ts';
import { formatFullDay, formatMonth } from './format-dates.ts';
import { type PickerMessages, pickerEnglish } from './i18n/picker.ts';
import { CbMonthGrid } from './month-grid.ts';
import { needExtra } from './picker-extras.ts';
import { failurePanel, stalePanel } from './picker-panels.ts';
import { PickerSource } from './picker-source.ts';
import { type PickerPlace, type PickerView, viewOf } from './picker-view.ts';
import type { VisitorClient } from './shared-client.ts';
import { CbSlotList } from './slot-list.ts';
import { controls } from './styles/controls.ts';
import { tokens } from './styles/tokens.ts';
import { CbTimeZonePicker } from './time-zone-picker.ts';

/** From this width on (px) the times stand beside the month. */
const WIDE = 520;

/**
 * A coach's open times: the month, the times of a day, and the zone they are shown in. Inside `<cb-booking>` it needs no
 * attributes; alone it needs `api` and `coach`.
 *
 * @fires cb-slot-select - A time was chosen.
 * @fires cb-day-select - A day was chosen.
 * @fires cb-month-change - Another month is shown.
 * @fires cb-time-zone-change - Times are shown in another zone.
 * @fires cb-hour-cycle-change - The other clock was chosen.
 * @fires cb-duration-change - Another length of session was chosen.
 * @csspart when - Month and time zone.
 * @csspart times - The times of the day, or why there are none.
 * @csspart next - The next open times.
 */
export class CbAvailabilityPicker extends CbElement {
  static override readonly styles: CSSResult[] = [tokens, controls, developerStyles, availabilityPickerStyles];
  static readonly uses = {
    'cb-month-grid': CbMonthGrid,
    'cb-slot-list': CbSlotList,
    'cb-time-zone-picker': CbTimeZonePicker,
  };

  /** Address of the API. */
  @property() api = '';
  /** The coach's id. */
  @property() coach = '';
  /** Length of a session in minutes; the coach's offers are shown to choose from when left out. */
  @property({ type: Number }) duration = 0;
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone: TimeZone = '';
  /** `h12` or `h23`; the habit of the language when left out. */
  @property({ attribute: 'hour-cycle' }) hourCycle: 'h12' | 'h23' | '' = '';
  /** The month shown: `2025-11`; the present one at first. */
  @property() month: MonthKey = '';
  /** The day whose times are shown; the first open day of the month when left out. */
  @property() day: LocalDate = '';
  /** Start of the chosen time: `2025-11-15T14:00:00Z`. */
  @property() selected: Instant = '';
  /** Leaves out the row of next open times. */
  @property({ type: Boolean, attribute: 'no-next-times' }) noNextTimes = false;
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** Lengths to choose from, instead of those the coach's profile offers. */
  @property({ attribute: false }) durations: readonly OfferedDuration[] | undefined;
  /** Used instead of one made from `api`. */
  @property({ attribute: false }) client: VisitorClient | undefined;
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private settled = false;
  @query('.box') private readonly box!: HTMLElement;
  @query('.times') private readonly times!: HTMLElement;
  @query('cb-slot-list') private readonly slotList!: CbSlotList | null;
  @query('[role="status"]') private readonly status!: HTMLElement | null;
  private readonly source = new PickerSource(this);
  private view: PickerView | undefined;
  private asked: readonly unknown[] = [];
  private announced: string | undefined;

  constructor() {
    super();
    new MinuteClock(this, () => this.now());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Frameworks set attributes right after placing an element: only what is missing then is missing.
    setTimeout(() => {
      this.settled = true;
    });
  }

  /** Moves focus to the times shown. */
  override focus(options?: FocusOptions): void {
    this.slotList?.focus(options);
  }

  /** Asks the server again for all that is shown. */
  refresh(): void {
    this.source.availability?.invalidate();
  }

  protected override get language(): string {
    return this.locale || this.source.locale || super.language;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { api, fetch, client, coach, duration, durations, timeZone, hourCycle, language, now, source } = this;
    source.update({ api, fetch, client, coach, duration, durations, language, now });
    if (changed.has('timeZone') && timeZone) source.prefer({ timeZone });
    if (changed.has('hourCycle') && hourCycle) source.prefer({ hour12: hourCycle === 'h12' });
    const moved = this.view && this.view.timeZone !== source.reading.timeZone;
    // The chosen time stays the same moment, and is looked at on the day it falls on now.
    if (moved ? this.showsSelected : changed.has('selected') && !changed.has('month')) this.follow();
    const { availability } = source;
    this.view = viewOf(availability, this.place);
    // Asked for before anything is drawn: the times are what the visitor came for.
    const asking = [availability, this.view.month, this.view.timeZone];
    if (asking.some((part, index) => part !== this.asked[index])) availability?.show(this.view.month);
    this.asked = asking;
  }

  private get place(): PickerPlace {
    const { month, day, selected } = this;
    return { month, day, selected, timeZone: this.source.reading.timeZone, now: this.now() };
  }

  /** True when the day shown is that of the chosen time. */
  private get showsSelected(): boolean {
    const { selected, view } = this;
    return !!selected && view?.day === localDateAt(view?.timeZone ?? 'UTC', readInstant(selected) ?? 0);
  }

  private follow(): void {
    const at = readInstant(this.selected);
    if (at === undefined) return;
    this.day = localDateAt(this.source.reading.timeZone, at);
    this.month = monthOf(this.day);
  }

  protected override render() {
    const { source, view, language } = this;
    const missing = [!source.client && 'api', !source.coachId && 'coach'].filter(Boolean);
    if (missing.length > 0 && this.settled) {
      return developerMessage(this.texts.missing(missing.join(', ')));
    }
    if (!view) return nothing;
    const { hour12 } = source.reading;
    return html`<div class="box">
      <div class="layout">
        <div class="when" part="when">
          ${this.noNextTimes ? nothing : this.renderNextTimes(view)}
          <cb-month-grid
            .locale=${language}
            .month=${view.month}
            .days=${view.counts}
            .selected=${view.day}
            .today=${view.today}
            .loading=${view.status === 'loading'}
            @cb-month-change=${this.onMonthChange}
            @cb-day-select=${this.onDaySelect}
          ></cb-month-grid>
          <cb-time-zone-picker
            .locale=${language}
            .timeZone=${view.timeZone}
            .coachTimeZone=${source.coachTimeZone}
            .hour12=${hour12}
            .now=${this.now}
            @cb-time-zone-change=${(event: TimeZoneChangeEvent) => source.prefer({ timeZone: event.timeZone })}
            @cb-hour-cycle-change=${(event: HourCycleChangeEvent) => source.prefer({ hour12: event.hour12 })}
          ></cb-time-zone-picker>
        </div>
        <div class="times" part="times" tabindex="-1">
          <div class="list">${this.renderDurations(view)} ${this.renderTimes(view)}</div>
        </div>
      </div>
      <div class="visually-hidden" role="status"></div>
    </div>`;
  }

  private renderDurations(view: PickerView) {
    const { durations, duration } = this.source;
    if (durations.length < 2) return nothing;
    needExtra('cb-duration-picker');
    return html`<cb-duration-picker
      .locale=${this.language}
      .durations=${durations}
      .selected=${duration || (view.slots[0]?.duration_minutes ?? 0)}
      @cb-duration-change=${(event: DurationChangeEvent) => this.source.choose(event.minutes)}
    ></cb-duration-picker>`;
  }

  private renderNextTimes({ timeZone, status }: PickerView) {
    const { availability, client, coachId, duration, reading } = this.source;
    if (status !== 'loading') needExtra('cb-next-times');
    return html`<cb-next-times
      part="next"
      .locale=${this.language}
      .availability=${availability}
      .client=${client}
      .coach=${coachId}
      .duration=${duration}
      .timeZone=${timeZone}
      .hour12=${reading.hour12}
      .now=${this.now}
      @cb-slot-select=${this.onNextTime}
    ></cb-next-times>`;
  }

  private renderTimes(view: PickerView) {
    const { texts, language } = this;
    if (view.error && !view.counts) return failurePanel(view.error, texts, this.retry);
    if (view.counts && !view.day) {
      return this.renderNextOpening(view, html`<p>${texts.noTimesIn(formatMonth(view.month, language))}</p>`);
    }
    return html`${view.error ? stalePanel(texts, this.retry) : nothing}
      <cb-slot-list
        .locale=${language}
        .slots=${view.slots}
        .day=${view.day}
        .timeZone=${view.timeZone}
        .hour12=${this.source.reading.hour12}
        .selected=${this.selected}
        .loading=${view.status === 'loading'}
        @cb-slot-select=${this.onSlotSelect}
        >${view.slots.length > 0 || !view.day ? nothing : this.renderNextOpening(view, nothing)}</cb-slot-list
      >`;
  }

  private renderNextOpening(view: PickerView, sentence: unknown) {
    if (view.status === 'ready') needExtra('cb-next-opening');
    return html`<cb-next-opening
      slot="empty"
      .locale=${this.language}
      .availability=${this.source.availability}
      .view=${view}
      .hour12=${this.source.reading.hour12}
      .go=${this.goTo}
      .turn=${() => this.show(addMonths(view.month, 1))}
      >${sentence}</cb-next-opening
    >`;
  }

  private get texts(): PickerMessages {
    return this.messages('picker', pickerEnglish);
  }

  protected override updated(): void {
    const { view, announced } = this;
    if (!view || view.status === 'loading') return;
    const { month, day, slots, counts } = view;
    const said = `${month} ${day} ${slots.length}`;
    this.announced = said;
    // The page's first state is read where it stands; changes are announced.
    if (announced === undefined || announced === said || !this.status || !counts) return;
    this.status.textContent = day
      ? this.texts.timesShown(slots.length, formatFullDay(day, this.language))
      : this.texts.noTimesIn(formatMonth(month, this.language));
  }

  private onMonthChange(event: MonthChangeEvent): void {
    this.month = event.month;
    this.day = '';
  }

  private onDaySelect(event: DaySelectEvent): void {
    this.day = event.day;
    this.month = monthOf(event.day);
    if (this.box.offsetWidth < WIDE) void this.bringTimesIntoView();
  }

  private onSlotSelect(event: SlotSelectEvent): void {
    this.selected = event.slot.start;
  }

  private onNextTime({ slot }: SlotSelectEvent): void {
    this.selected = slot.start;
    void this.goTo(slot);
  }

  private show(month: MonthKey): void {
    if (month === this.view?.month) return;
    this.month = month;
    this.day = '';
    this.dispatchEvent(new MonthChangeEvent(month));
  }

  /** Shows the day of a time, and takes the visitor there. */
  private readonly goTo = (slot: Slot): Promise<void> => {
    const day = localDateAt(this.source.reading.timeZone, readInstant(slot.start) ?? 0);
    this.show(monthOf(day));
    this.day = day;
    this.dispatchEvent(new DaySelectEvent(day));
    return this.bringTimesIntoView();
  };

  private readonly retry = (): void => {
    if (this.view) this.source.availability?.show(this.view.month);
    // The button is about to go.
    this.times.focus({ preventScroll: true });
  };

  private async bringTimesIntoView(): Promise<void> {
    await this.updateComplete;
    await this.slotList?.updateComplete;
    this.slotList?.focus({ preventScroll: true });
    const { top, bottom } = this.times.getBoundingClientRect();
    if (top >= 0 && bottom <= window.innerHeight) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.times.scrollIntoView({
      block: this.box.offsetWidth < WIDE ? 'start' : 'nearest',
      behavior: calm ? 'auto' : 'smooth',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-availability-picker': CbAvailabilityPicker;
  }
}
