import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Booking } from '../../contract/booking.ts';
import type { flowEndpoints } from '../../contract/endpoints/flow.ts';
import { type LocalDate, readInstant, type TimeZone, writeInstant } from '../../contract/values.ts';
import { nearestStart, stepStart, type WeekStep } from '../../core/bookings/week-moves.ts';
import type { Calls } from '../../core/client/call.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import { sessionOf } from '../../core/schedule-editor/booked.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { openIntervals } from '../../domain/availability/open-intervals.ts';
import { isFinal, takesTime } from '../../domain/booking/lifecycle.ts';
import { comma } from '../../domain/language/listed.ts';
import { unbroken } from '../../domain/language/unbroken.ts';
import { firstWeekdayOf } from '../../domain/month/first-weekday.ts';
import { startOfWeek } from '../../domain/month/grid.ts';
import { formatDay, formatTime } from '../../domain/time/format.ts';
import { addDays } from '../../domain/time/local-date.ts';
import { DAY_MINUTES, HOUR_MS } from '../../domain/time/units.ts';
import { localDateAt, minutesOfDayAt, startOfDay } from '../../domain/time/zone.ts';
import { weekBlockStyles } from '../availability-editor/week/week-block.styles.ts';
import { weekGridStyles } from '../availability-editor/week/week-grid.styles.ts';
import { CbElement } from '../base/element.ts';
import { chevronBack, chevronOn } from '../base/icons.ts';
import { MovedEvent } from '../base/moved-event.ts';
import { localTimeZone } from '../context/preferences.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { bookingsEnglish } from '../i18n/bookings.ts';
import { bookingsWeekEnglish } from '../i18n/desk/bookings-week.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { cssProperties } from '../styles/css-properties.ts';
import { tokens } from '../styles/tokens.ts';
import { refusalText } from '../words/refusal-text.ts';
import { bookingsWeekStyles } from './bookings-week.styles.ts';
import { OpenBookingEvent, WeekChangeEvent } from './week-events.ts';
import { WeekSource } from './week-source.ts';

/** Pixels that a pointer may move before a press becomes a drag. */
const TREMBLE = 4;

const STEPS: Readonly<Record<string, WeekStep>> = {
  ArrowUp: 'earlier',
  ArrowDown: 'later',
  ArrowLeft: 'day-before',
  ArrowRight: 'day-after',
};

/** A proposed new time of a session, not sent yet. */
interface Proposal {
  readonly booking: Booking;
  /** Epoch ms. */
  readonly start: number;
}

/** A press on a session that may become a drag. */
interface Drag {
  readonly booking: Booking;
  readonly x: number;
  readonly y: number;
  /** Minutes from the session's start to the pointer. */
  readonly grip: number;
  started: boolean;
}

type WeekClient = VisitorClient & Pick<Calls<typeof flowEndpoints>, 'moveBooking'>;

/**
 * The week of a coach's sessions: open hours, busy times and the gaps between; a session is moved by dragging it or by arrow keys, to
 * times that are open for it. Part of `<cb-bookings>`.
 *
 * @fires cb-moved - The server confirmed the move.
 * @fires cb-open-booking - A session was pressed, and its row should be shown.
 * @fires cb-week-change - Another week is shown.
 * @csspart week - The scrolling grid.
 * @csspart block - A session; also its status.
 * @csspart ask - The question whether to move it.
 */
export class CbBookingsWeek extends CbElement {
  static override styles = [tokens, controls, weekGridStyles, weekBlockStyles, bookingsWeekStyles];

  /** All loaded bookings. */
  @property({ attribute: false }) bookings: readonly Booking[] = [];
  @property({ attribute: false }) client: WeekClient | undefined;
  /** The id of the week's coach. */
  @property() coach = '';
  /** True for the coach's own week, which also shows busy times of their calendars. */
  @property({ type: Boolean }) own = false;
  /** IANA zone to show times in; the visitor's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone: TimeZone = '';
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  /** First day of the week shown. */
  @state() private from: LocalDate = '';
  @state() private proposal: Proposal | undefined;
  @state() private moving = false;
  @state() private problem: BookingError | undefined;
  @state() private said = '';
  @query('.week') private readonly week!: HTMLElement;
  private source: WeekSource | undefined;
  private drag: Drag | undefined;
  private swallow = false;
  private placed = false;
  /** The id of the session that was just moved: it gets the focus on its new day. */
  private moved = '';
  private readonly focusNext = new MoveFocus(this);

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits', 'desk', 'refusals'];
  }

  private get texts() {
    return this.messages('bookingsWeek', bookingsWeekEnglish);
  }

  private get zone(): TimeZone {
    return this.timeZone || localTimeZone();
  }

  private get days(): readonly LocalDate[] {
    return Array.from({ length: 7 }, (_, index) => addDays(this.from, index));
  }

  private get range(): Interval {
    return { start: startOfDay(this.zone, this.from), end: startOfDay(this.zone, addDays(this.from, 7)) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has('client') || changed.has('coach') || changed.has('own')) && this.client && this.coach) {
      this.source = new WeekSource(this.client, this.coach, this.own, () => this.requestUpdate());
    }
    if (changed.has('bookings')) {
      this.source?.forgetStarts();
      if (this.moved) this.focusNext.on(`[data-booking="${CSS.escape(this.moved)}"]`);
      this.moved = '';
    }
    if (!this.from) this.from = this.firstDayOf(localDateAt(this.zone, this.now()));
  }

  /** The first day of the week that contains `date`; the language decides on which weekday a week begins. */
  private firstDayOf(date: LocalDate): LocalDate {
    return startOfWeek(date, firstWeekdayOf(this.language));
  }

  protected override render(): TemplateResult {
    const { texts, language, days } = this;
    const day = (date: LocalDate) => formatDay(date, { locale: language, day: 'numeric', month: 'long' });
    const turn = (label: string, icon: unknown, to: number) =>
      html`<button type="button" class="icon" aria-label=${label} title=${label} data-turn=${to} @click=${() => this.turn(addDays(this.from, to))}>${icon}</button>`;
    return html`<div class="head">
        <h3 aria-live="polite">${texts.title(day(this.from), day(days.at(-1) ?? this.from))}</h3>
        ${turn(texts.previous, chevronBack, -7)} ${turn(texts.next, chevronOn, 7)}
        <button type="button" class="secondary" data-turn="0" @click=${() => this.turn(this.firstDayOf(localDateAt(this.zone, this.now())))}>${texts.today}</button>
      </div>
      <p class="visually-hidden" id="keys">${texts.keysHint}</p>
      <div
        class="week" part="week" role="region" tabindex="0" aria-label=${texts.scrollable}
        @pointerdown=${this.onDown} @pointermove=${this.onMove} @pointerup=${this.onUp} @pointercancel=${this.onCancel}
        @keydown=${this.onKeydown} @click=${this.onClick}
      >
        <div class="hours" aria-hidden="true">
          <span class="corner"></span>
          ${Array.from({ length: 23 }, (_, hour) => html`<span class="hour" ${cssProperties({ '--at': hour + 1 })}>${formatTime((hour + 1) * HOUR_MS, { locale: language, timeZone: 'UTC' })}</span>`)}
        </div>
        ${days.map((date) => this.renderDay(date))}
      </div>
      <p class="legend"><span><i class="open"></i>${texts.hours}</span>${this.own ? html`<span><i class="busy"></i>${texts.busy}</span>` : nothing}</p>
      ${this.source?.failed ? html`<p class="bad">${texts.hoursFailed}</p>` : nothing}
      ${this.proposal ? this.renderQuestion(this.proposal) : nothing}
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  private renderDay(date: LocalDate): TemplateResult {
    const { texts, language, zone, source, proposal, range } = this;
    const start = startOfDay(zone, date);
    const day = { start, end: startOfDay(zone, addDays(date, 1)) };
    const sessions = this.bookings.filter((booking) => takesTime(booking.status) && this.dayOf(booking) === date);
    const open = source?.schedule ? openIntervals(source.schedule, day) : [];
    const busy = (source?.busy(range) ?? []).filter((time) => time.start < day.end && time.end > day.start);
    const name = formatDay(date, { locale: language, weekday: 'long', day: 'numeric', month: 'long' });
    const isToday = date === localDateAt(zone, this.now());
    const band = (look: string, { start: from, end: to }: Interval) =>
      html`<span class=${look} aria-hidden="true" ${cssProperties(this.span(day, from, to))}></span>`;
    const proposed = proposal && localDateAt(zone, proposal.start) === date ? proposal : undefined;
    return html`<section class="day" aria-label=${texts.day(name, sessions.length)}>
      <header><span class="name ${isToday ? 'now' : ''}" aria-hidden="true">${formatDay(date, { locale: language, weekday: 'short', day: 'numeric' })}</span></header>
      <div class="column" data-date=${date}>
        ${open.map((time) => band('open', time))} ${busy.map((time) => band('busy', time))}
        ${sessions.map((booking) => this.renderSession(booking, day))}
        ${proposed ? this.renderProposed(proposed, day) : nothing}
        ${source?.schedule && open.length === 0 && sessions.length === 0 ? html`<span class="closed">${texts.closed}</span>` : nothing}
      </div>
    </section>`;
  }

  private renderSession(booking: Booking, day: Interval): TemplateResult {
    const { proposal } = this;
    const pause = comma(this.language);
    const { start, end } = sessionOf(booking);
    const person = this.personOf(booking);
    const status = this.messages('bookings', bookingsEnglish).status[booking.status];
    const times = unbroken(`${this.time(start)}–${this.time(end)}`);
    const names = ['block', booking.status, proposal?.booking.id === booking.id && 'left'].filter(Boolean).join(' ');
    return html`<button
      type="button" class=${names} part=${names} data-booking=${booking.id} data-short=${end - start < HOUR_MS ? 'true' : nothing}
      aria-describedby="keys" ${cssProperties({ ...this.span(day, start, end), '--lane': 0, '--lanes': 1 })}
    ><span>${times}</span><span class="visually-hidden">${pause}</span><span>${person}</span><span class="visually-hidden">${pause}${status}</span></button>`;
  }

  private renderProposed({ booking, start }: Proposal, day: Interval): TemplateResult {
    const { end: last, start: first } = sessionOf(booking);
    const end = start + last - first;
    return html`<div class="block proposed" part="block proposed" aria-hidden="true" ${cssProperties({ ...this.span(day, start, end), '--lane': 0, '--lanes': 1 })}>
      <span>${unbroken(`${this.time(start)}–${this.time(end)}`)}</span><span>${this.personOf(booking)}</span>
    </div>`;
  }

  private renderQuestion({ booking, start }: Proposal): TemplateResult {
    const { texts, moving, problem } = this;
    const words = this.messages('bookings', bookingsEnglish);
    const why =
      problem &&
      (problem.kind === 'conflict'
        ? words.moveTaken.coach
        : (words.problems[problem.kind] ?? words.refused(refusalText(problem, this.language))));
    return html`<div class="ask" part="ask" role="group" aria-labelledby="ask" @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.keep()}>
      <p id="ask">${this.questionOf(booking, start)}</p>
      ${why ? html`<p class="bad" role="alert">${why}</p>` : nothing}
      <div class="buttons">
        <button type="button" class="primary" data-act="move" aria-disabled=${moving} @click=${() => this.send()}>${moving ? texts.moving : texts.move}</button>
        <button type="button" class="secondary" data-act="keep" @click=${() => this.keep()}>${texts.keep}</button>
      </div>
    </div>`;
  }

  protected override updated(): void {
    const column = this.renderRoot.querySelector<HTMLElement>('.column');
    if (this.placed || !column?.offsetHeight || (!this.source?.schedule && !this.source?.failed)) return;
    const starts = this.days.flatMap((date) => {
      const start = startOfDay(this.zone, date);
      const open = this.source?.schedule
        ? openIntervals(this.source.schedule, { start, end: start + 24 * HOUR_MS })
        : [];
      return open.map((time) => minutesOfDayAt(this.zone, time.start));
    });
    const first = starts.length > 0 ? Math.min(...starts) : 480;
    this.week.scrollTop = (Math.max(0, first - 45) / DAY_MINUTES) * column.offsetHeight;
    this.placed = true;
  }

  private dayOf(booking: Booking): LocalDate {
    return localDateAt(this.zone, readInstant(booking.session_datetime) ?? 0);
  }

  private personOf({ client }: Booking): string {
    return client?.name || client?.email || this.texts.unknown;
  }

  private time(moment: number): string {
    return formatTime(moment, { locale: this.language, timeZone: this.zone });
  }

  private questionOf(booking: Booking, start: number): string {
    const day = formatDay(localDateAt(this.zone, start), {
      locale: this.language,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    return this.texts.question(this.personOf(booking), day, this.time(start));
  }

  /** The part of a span that lies on `day`, as minutes since midnight by the clock. */
  private span(day: Interval, from: number, to: number): Readonly<Record<string, number>> {
    return {
      '--from': from <= day.start ? 0 : minutesOfDayAt(this.zone, from),
      '--to': to >= day.end ? DAY_MINUTES : minutesOfDayAt(this.zone, to),
    };
  }

  private turn(to: LocalDate): void {
    this.from = to;
    this.proposal = undefined;
    this.dispatchEvent(new WeekChangeEvent(startOfDay(this.zone, to)));
  }

  private bookingAt(event: Event): Booking | undefined {
    const id = (event.target as Element).closest<HTMLElement>('button[data-booking]')?.dataset.booking;
    return this.bookings.find((booking) => booking.id === id);
  }

  /** True for a future session that can be moved. */
  private isMovable(booking: Booking): boolean {
    return !isFinal(booking.status) && sessionOf(booking).start > this.now();
  }

  private async startsOf(booking: Booking): Promise<readonly number[]> {
    try {
      const own = sessionOf(booking).start;
      const starts = (await this.source?.starts(booking, this.range)) ?? [];
      return starts.filter((start) => start !== own);
    } catch (error) {
      if (!isBookingError(error)) throw error;
      this.said = this.messages('bookings', bookingsEnglish).problems[error.kind] ?? refusalText(error, this.language);
      return [];
    }
  }

  private propose(booking: Booking, start: number | undefined): void {
    if (start === undefined) {
      this.said = this.texts.noTimesHere;
      return;
    }
    this.problem = undefined;
    this.proposal = start === sessionOf(booking).start ? undefined : { booking, start };
    this.said = this.proposal ? this.questionOf(booking, start) : '';
  }

  private async onKeydown(event: KeyboardEvent): Promise<void> {
    const booking = this.bookingAt(event);
    if (!booking || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { proposal } = this;
    const isProposed = proposal?.booking.id === booking.id;
    if (event.key === 'Escape' && isProposed) {
      event.preventDefault();
      this.keep();
    } else if (event.key === 'Enter' && isProposed) {
      event.preventDefault();
      await this.send();
    } else {
      const rtl = this.renderRoot.matches(':dir(rtl)');
      const key = rtl ? ({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[event.key] ?? event.key) : event.key;
      const step = STEPS[key];
      if (!step || !this.isMovable(booking)) return;
      event.preventDefault();
      const starts = await this.startsOf(booking);
      const from = this.proposal?.booking.id === booking.id ? this.proposal.start : sessionOf(booking).start;
      if (starts.length === 0) this.said = this.texts.noTimes;
      else this.propose(booking, stepStart([...starts, sessionOf(booking).start], this.zone, from, step));
    }
  }

  private readonly onDown = (event: PointerEvent): void => {
    this.swallow = false;
    const booking = this.bookingAt(event);
    if (!booking || event.button !== 0 || !this.isMovable(booking)) return;
    // A touch scrolls the page, except on the session that has the focus.
    if (event.pointerType === 'touch' && !(event.target as Element).closest('button:focus')) return;
    const place = this.placeOf(event);
    if (!place) return;
    const grip = place.minutes - minutesOfDayAt(this.zone, sessionOf(booking).start);
    this.drag = { booking, x: event.clientX, y: event.clientY, grip, started: false };
    // Loaded at once, so that the open times are known when the pointer moves.
    void this.startsOf(booking);
  };

  private readonly onMove = (event: PointerEvent): void => {
    const { drag } = this;
    if (!drag) return;
    if (event.buttons === 0) {
      this.drag = undefined;
      return;
    }
    if (!drag.started && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < TREMBLE) return;
    if (!drag.started) {
      drag.started = true;
      this.week.setPointerCapture(event.pointerId);
      this.setAttribute('dragging', 'body');
    }
    event.preventDefault();
    const place = this.placeOf(event);
    if (place) void this.dragTo(drag, place.date, place.minutes - drag.grip);
  };

  private async dragTo({ booking }: Drag, date: LocalDate, minutes: number): Promise<void> {
    const starts = await this.startsOf(booking);
    const start = nearestStart([...starts, sessionOf(booking).start], this.zone, date, minutes);
    if (start !== undefined) this.propose(booking, start);
  }

  private readonly onUp = (): void => {
    const { drag } = this;
    this.drag = undefined;
    this.removeAttribute('dragging');
    this.swallow = drag?.started === true;
    if (drag?.started && this.proposal) this.focusNext.on('[data-act="move"]');
  };

  private readonly onCancel = (): void => {
    if (this.drag?.started) this.proposal = undefined;
    this.drag = undefined;
    this.removeAttribute('dragging');
  };

  private onClick(event: Event): void {
    if (this.swallow) {
      this.swallow = false;
      return;
    }
    const booking = this.bookingAt(event);
    if (booking) this.dispatchEvent(new OpenBookingEvent(booking));
  }

  private placeOf({
    clientX,
    clientY,
  }: PointerEvent): { readonly date: LocalDate; readonly minutes: number } | undefined {
    const columns = [...this.renderRoot.querySelectorAll<HTMLElement>('.column')];
    const boxes = columns.map((column) => ({ date: column.dataset.date ?? '', box: column.getBoundingClientRect() }));
    const distance = ({ box }: (typeof boxes)[number]) => Math.max(box.left - clientX, clientX - box.right, 0);
    const [nearest] = boxes.sort((a, b) => distance(a) - distance(b));
    if (!nearest) return undefined;
    return { date: nearest.date, minutes: ((clientY - nearest.box.top) / nearest.box.height) * DAY_MINUTES };
  }

  private keep(): void {
    const id = this.proposal?.booking.id ?? '';
    this.proposal = undefined;
    this.problem = undefined;
    this.said = '';
    this.focusNext.on(`[data-booking="${CSS.escape(id)}"]`);
  }

  private async send(): Promise<void> {
    const { proposal, client } = this;
    if (!proposal || !client || this.moving) return;
    this.moving = true;
    this.problem = undefined;
    const { booking, start } = proposal;
    try {
      const body = { session_datetime: writeInstant(start) };
      const moved = await client.moveBooking({ params: { booking_id: booking.id }, body });
      this.proposal = undefined;
      this.said = '';
      this.moved = booking.id;
      this.dispatchEvent(new MovedEvent({ ...booking, ...moved }));
    } catch (error) {
      if (!isBookingError(error)) throw error;
      this.problem = error;
      this.source?.forgetStarts();
    } finally {
      this.moving = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-bookings-week': CbBookingsWeek;
  }
}
