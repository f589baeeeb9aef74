import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Slot } from '../../contract/availability.ts';
import type { OfferedDuration } from '../../contract/coach.ts';
import { type Instant, type LocalDate, readInstant, type TimeZone } from '../../contract/values.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { firstWeekdayOf } from '../../domain/month/first-weekday.ts';
import { addMonths, type MonthKey, monthOf } from '../../domain/time/local-date.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { CbElement } from '../base/element.ts';
import { DaySelectEvent, MonthChangeEvent } from '../base/events.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { EveryMinute } from '../controllers/every-minute.ts';
import { type PickerMessages, pickerEnglish } from '../i18n/picker.ts';
import { CbMonthGrid } from '../month-grid/month-grid.ts';
import { PickerSource } from '../picker-state/picker-source.ts';
import { type PickerPlace, type PickerView, viewOf } from '../picker-state/picker-view.ts';
import { CbSlotList } from '../slot-list/slot-list.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { availabilityPickerStyles } from './availability-picker.styles.ts';
import {
  announcement,
  durationChoice,
  liveTimes,
  nextTimes,
  type PickerActions,
  timesPanel,
  weekStrip,
  zoneChoice,
} from './picker-panels.ts';

/**
 * A coach's open times: a month, the times of one day, and their time zone. Inside `<cb-booking>` it needs no
 * attributes; alone it needs `api` and `coach`.
 *
 * @fires cb-slot-select - A time was chosen.
 * @fires cb-day-select - A day was chosen.
 * @fires cb-month-change - Another month is shown.
 * @fires cb-time-zone-change - Times are shown in another zone.
 * @fires cb-hour-cycle-change - The other clock was chosen.
 * @fires cb-duration-change - Another length of session was chosen.
 * @fires cb-slot-gone - The chosen time was taken by somebody else; `preventDefault()` keeps the picker from saying so.
 * @slot fallback - Another way to book, shown where the times could not be loaded or the coach has none at all.
 * @csspart when - Lengths of session, next open times and the month.
 * @csspart times - The times of the day, or the reason why there are none.
 * @csspart next - The next open times.
 *
 * @example
 * ```html
 * <cb-availability-picker api="https://api.example.com" coach="323e4567-e89b-12d3-a456-426614174000"></cb-availability-picker>
 * ```
 */
export class CbAvailabilityPicker extends CbElement {
  static override readonly styles: CSSResult[] = [tokens, controls, developerStyles, availabilityPickerStyles];
  static readonly uses = { 'cb-month-grid': CbMonthGrid, 'cb-slot-list': CbSlotList };

  /** Address of the API. */
  @property() api = '';
  /** The coach's id. */
  @property() coach = '';
  /** Length of a session in minutes; the coach's offers are shown to choose from when left out. */
  @property({ type: Number }) duration = 0;
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone: TimeZone = '';
  /** `h12` or `h23`; that of `locale`, else of the browser's region, when left out. */
  @property({ attribute: 'hour-cycle' }) hourCycle: 'h12' | 'h23' | '' = '';
  /** The month shown: `2025-11`; the present one at first. */
  @property() month: MonthKey = '';
  /** The day whose times are shown; the first open day of the month when left out. */
  @property() day: LocalDate = '';
  /** Start of the chosen time: `2025-11-15T14:00:00Z`. */
  @property() selected: Instant = '';
  /** Leaves out the row of next open times. */
  @property({ type: Boolean, attribute: 'no-next-times' }) noNextTimes = false;
  /** Offers to compare the times with the visitor's own calendar: a file that stays on the page, or calendars they connect. */
  @property({ type: Boolean, attribute: 'own-day' }) ownDay = false;
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** Lengths to choose from, instead of those the coach's profile offers. */
  @property({ attribute: false }) durations: readonly OfferedDuration[] | undefined;
  /** Used instead of one made from `api`. */
  @property({ attribute: false }) client: VisitorClient | undefined;
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
  /** Clock, epoch ms; that of the element around, else the machine's, when left out. */
  @property({ attribute: false }) now: (() => number) | undefined;

  @state() private settled = false;
  /** A day was chosen on a narrow screen: its week replaces the month. */
  @state() private week = false;
  @query('.times') private readonly times!: HTMLElement;
  @query('cb-month-grid') private readonly grid!: CbMonthGrid;
  @query('cb-week-strip') private readonly strip!: HTMLElement | null;
  @query('cb-time-zone-picker') private readonly zone!: HTMLElement;
  @query('cb-slot-list') private readonly slotList!: CbSlotList | null;
  @query('[role="status"]') private readonly status!: HTMLElement | null;
  private readonly source: PickerSource = new PickerSource(this);
  private readonly on: PickerActions = {
    chooseSlot: ({ slot }) => {
      this.selected = slot.start;
    },
    chooseNextTime: ({ slot }) => {
      this.selected = slot.start;
      this.showDayOf(slot);
    },
    chooseDuration: ({ minutes }) => this.source.choose(minutes),
    chooseDay: (day) => {
      this.showDay(day);
      // The focus moves to the times on a narrow screen, or when a key chose the day; otherwise it stays.
      if (this.narrow || this.grid.renderRoot.querySelector(':focus-visible')) void this.bringTimesIntoView();
    },
    turnTo: (day) => {
      this.showDay(day);
      this.dispatchEvent(new DaySelectEvent(day));
    },
    openMonth: async () => {
      this.week = false;
      await this.updateComplete;
      this.grid.focus();
    },
    prefer: (change) => this.source.prefer(change),
    goTo: (slot) => {
      this.showDayOf(slot);
      void this.bringTimesIntoView();
    },
    retry: () => {
      this.refresh();
      // The focused button is about to be removed.
      this.times.focus({ preventScroll: true });
    },
  };
  private readonly clock = (): number => (this.now ?? this.source.now)();
  private view: PickerView | undefined;
  /** The month that the arrow keys moved to. */
  private walked: MonthKey = '';
  private asked: readonly unknown[] = [];
  private announced: string | undefined;

  constructor() {
    super();
    new EveryMinute(this, () => this.requestUpdate(), this.clock);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Frameworks set attributes just after they insert an element, so check for missing ones later.
    setTimeout(() => {
      this.settled = true;
    });
  }

  /** Moves focus to the times shown. */
  override focus(options?: FocusOptions): void {
    this.slotList?.focus(options);
  }

  /** Loads again everything that is shown. */
  refresh(): void {
    this.source.availability?.invalidate();
  }

  protected override get localeGiven(): string {
    return this.locale || this.source.locale;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { api, client, coach, duration, durations, timeZone, hourCycle, locale, source } = this;
    const fetch = this.steady('fetch', this.fetch);
    const now = this.steady('now', this.now);
    source.update({ api, fetch, client, coach, duration, durations, locale, now });
    if (changed.has('timeZone') && timeZone) source.prefer({ timeZone });
    if (changed.has('hourCycle') && hourCycle) source.prefer({ hour12: hourCycle === 'h12' });
    const moved = this.view && this.view.timeZone !== source.reading.timeZone;
    // The chosen time stays the same instant; show the day on which it is in the new zone.
    if (moved ? this.showsSelected : changed.has('selected') && !changed.has('month')) this.follow();
    const { availability } = source;
    const view = viewOf(availability, this.place);
    this.view = source.steady?.(view) ?? view;
    // Requested before the first drawing, so that times arrive early.
    const { month, from, timeZone: zone } = this.view;
    const asking = [availability, month, zone, from];
    if (asking.some((part, index) => part !== this.asked[index])) {
      availability?.show(month);
      if (from) void availability?.load(addMonths(month, 1));
    }
    this.asked = asking;
  }

  private get place(): PickerPlace {
    const { month, day, selected, walked } = this;
    const { timeZone } = this.source.reading;
    return { month, day, selected, walked, timeZone, now: this.clock(), firstWeekday: firstWeekdayOf(this.language) };
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
    this.month = this.monthFor(this.day);
  }

  /** The month to turn to for a day: the one on show, where it shows that day. */
  private monthFor(day: LocalDate): MonthKey {
    return this.view?.counts?.has(day) ? this.view.month : monthOf(day);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { source, view, language, texts, selected, clock, on } = this;
    const missing = [!source.client && 'api', !source.coachId && 'coach'].filter(Boolean);
    if (missing.length > 0 && this.settled) {
      return developerMessage(texts.missing(missing.join(', ')));
    }
    if (!view) return nothing;
    const shown = { view, source, language, texts, selected, now: clock, on };
    const week = this.week && view.day;
    return html`<div class="box">
      <div class=${week ? 'layout week' : 'layout'}>
        <div class="when" part="when">
          ${durationChoice(shown)} ${this.noNextTimes ? nothing : nextTimes(shown)} ${week ? weekStrip(shown) : nothing}
          <cb-month-grid
            .locale=${language}
            .month=${view.month}
            .days=${view.counts}
            .from=${view.from}
            .selected=${view.day}
            .today=${view.today}
            .loading=${view.loading}
            @cb-month-change=${this.onMonthChange}
            @cb-day-select=${({ day }: DaySelectEvent) => on.chooseDay(day)}
          ></cb-month-grid>
        </div>
        <div class="times" part="times" tabindex="-1">
          <div class="list">${timesPanel(shown, this.ownDay)}</div>
        </div>
        ${zoneChoice(shown)} ${liveTimes(shown)}
      </div>
      <div class="visually-hidden" role="status"></div>
    </div>`;
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
    // Screen readers read the first state in place; only changes are announced.
    if (announced === undefined || announced === said || !this.status || !counts) return;
    this.status.textContent = announcement(view, this.texts, this.language);
  }

  private onMonthChange(event: MonthChangeEvent): void {
    this.month = event.month;
    // Moving by keys chooses nothing: back in its month, the chosen day is shown again.
    this.walked = monthOf(this.grid.cursor) === event.month ? event.month : '';
    this.day = this.walked && (this.day || (this.view?.day ?? ''));
  }

  private show(month: MonthKey): void {
    if (month === this.view?.month) return;
    this.month = month;
    this.day = '';
    this.dispatchEvent(new MonthChangeEvent(month));
  }

  private showDay(day: LocalDate): void {
    this.day = day;
    this.month = this.monthFor(day);
    this.week = this.narrow;
  }

  private get narrow(): boolean {
    // True when the times are below the month.
    return this.times.offsetTop > 0;
  }

  private showDayOf(slot: Slot): void {
    const day = localDateAt(this.source.reading.timeZone, readInstant(slot.start) ?? 0);
    this.show(this.monthFor(day));
    this.day = day;
    this.dispatchEvent(new DaySelectEvent(day));
  }

  private async bringTimesIntoView(): Promise<void> {
    await this.updateComplete;
    await this.slotList?.updateComplete;
    this.slotList?.focus({ preventScroll: true });
    const { narrow, times, strip, zone } = this;
    // The week strip is sticky at the top of the screen.
    const start = strip?.checkVisibility() ? zone : times;
    if (start.getBoundingClientRect().top >= 0 && times.getBoundingClientRect().bottom <= window.innerHeight) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    start.scrollIntoView({ block: narrow ? 'start' : 'nearest', behavior: calm ? 'auto' : 'smooth' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-availability-picker': CbAvailabilityPicker;
  }
}
