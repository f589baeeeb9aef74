import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, BookingStatus } from '../../contract/booking.ts';
import { type LocalDate, readInstant, type TimeZone } from '../../contract/values.ts';
import { cancelled, onDay, past, toComplete, upcoming, waiting } from '../../core/bookings/selectors.ts';
import { formatDay } from '../../domain/time/format.ts';
import { addDays } from '../../domain/time/local-date.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { chevronDown } from '../base/icons.ts';
import type { BookingsMessages, BookingsViewName } from '../i18n/bookings.ts';

/** The views of each side's bookings, the most urgent first. */
export const viewsOf: Readonly<Record<'client' | 'coach', readonly BookingsViewName[]>> = {
  coach: ['waiting', 'today', 'upcoming', 'toComplete', 'past', 'cancelled'],
  client: ['upcoming', 'past', 'cancelled'],
};

/** The statuses in each view: a view with several has a status filter. */
export const statusesIn: Readonly<Record<BookingsViewName, readonly BookingStatus[]>> = {
  waiting: ['pending'],
  today: ['pending', 'confirmed'],
  upcoming: ['pending', 'confirmed'],
  toComplete: ['confirmed'],
  past: ['completed', 'confirmed', 'pending'],
  cancelled: ['cancelled'],
};

/** Views of the past: older bookings may be missing until they are loaded. */
export const reachingBack: readonly BookingsViewName[] = ['toComplete', 'past', 'cancelled'];

/** The moment, zone and filter of a view. */
export interface ViewMoment {
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: TimeZone;
  /** Only this status, when one was chosen. */
  readonly only?: BookingStatus | undefined;
}

/** The bookings of a view, in its order. */
export function inView(
  view: BookingsViewName,
  bookings: readonly Booking[],
  { now, timeZone }: ViewMoment,
): readonly Booking[] {
  switch (view) {
    case 'waiting':
      return waiting(bookings, now);
    case 'today':
      return onDay(bookings, localDateAt(timeZone, now), timeZone);
    case 'toComplete':
      return toComplete(bookings, now);
    case 'upcoming':
      return upcoming(bookings, now);
    case 'past':
      return past(bookings, now);
    case 'cancelled':
      return cancelled(bookings);
  }
}

/** The bookings of a view, and those `kept` in their places although a change removed them from it. */
export function shownIn(
  view: BookingsViewName,
  bookings: readonly Booking[],
  kept: ReadonlySet<string>,
  moment: ViewMoment,
): readonly Booking[] {
  const { only } = moment;
  const shown = inView(view, bookings, moment).filter(({ status }) => !only || status === only);
  const ids = new Set(shown.map(({ id }) => id));
  const stayed = bookings.filter(({ id }) => kept.has(id) && !ids.has(id));
  if (stayed.length === 0) return shown;
  const direction = reachingBack.includes(view) ? -1 : 1;
  const start = (booking: Booking) => readInstant(booking.session_datetime) ?? 0;
  return [...shown, ...stayed].sort((a, b) => direction * (start(a) - start(b)));
}

/** Bookings of one day, in the order of their view. */
interface DayOfBookings {
  readonly date: LocalDate;
  readonly bookings: readonly Booking[];
}

/** The bookings of a view by the days on which they start in `timeZone`. */
export function byDay(bookings: readonly Booking[], timeZone: TimeZone): readonly DayOfBookings[] {
  const days = new Map<LocalDate, Booking[]>();
  for (const booking of bookings) {
    const date = localDateAt(timeZone, readInstant(booking.session_datetime) ?? 0);
    days.set(date, [...(days.get(date) ?? []), booking]);
  }
  return [...days].map(([date, found]) => ({ date, bookings: found }));
}

/** The heading of a day: "Today, Wednesday 5 November", with the year when it is another one. */
export function dayHeading(
  date: LocalDate,
  { now, timeZone }: ViewMoment,
  locale: string,
  texts: BookingsMessages,
): string {
  const today = localDateAt(timeZone, now);
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  const day = formatDay(date, { locale, weekday: 'long', day: 'numeric', month: 'long', year });
  if (date === today) return texts.today(day);
  return date === addDays(today, 1) ? texts.tomorrow(day) : day;
}

/** The bookings whose client's name or address contains each of the words. */
export function searchClients(bookings: readonly Booking[], words: string, locale: string): readonly Booking[] {
  const wanted = words.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return bookings;
  return bookings.filter(({ client }) => {
    const known = `${client?.name ?? ''} ${client?.email ?? ''}`.toLocaleLowerCase(locale);
    return wanted.every((word) => known.includes(word));
  });
}

/** The buttons that choose a view, each with its number of bookings. */
export function viewButtons(
  side: 'client' | 'coach',
  bookings: readonly Booking[],
  moment: ViewMoment,
  current: BookingsViewName,
  choose: (view: BookingsViewName) => void,
  texts: BookingsMessages,
  locale: string,
): TemplateResult {
  return html`<nav aria-label=${texts.viewsLabel}>
    ${viewsOf[side].map((name) => {
      const count = name === 'past' || name === 'cancelled' ? 0 : inView(name, bookings, moment).length;
      return html`<button
        type="button" part="view" aria-current=${name === current ? 'true' : 'false'} @click=${() => choose(name)}
      >${texts.views[name]} ${count ? html`<span class="count">${count.toLocaleString(locale)}</span>` : nothing}</button>`;
    })}
  </nav>`;
}

/** The choice of one status in the view, or all. */
export function statusFilter(
  view: BookingsViewName,
  current: BookingStatus | undefined,
  choose: (status: BookingStatus | undefined) => void,
  texts: BookingsMessages,
): TemplateResult | typeof nothing {
  const statuses = statusesIn[view];
  if (statuses.length < 2) return nothing;
  const changed = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    choose(statuses.find((name) => name === value));
  };
  return html`<label class="filter">${texts.filter}
    <span class="select narrow"><select part="filter" @change=${changed}>
      <option value="" ?selected=${!current}>${texts.all}</option>
      ${statuses.map((name) => html`<option value=${name} ?selected=${current === name}>${texts.status[name]}</option>`)}
    </select>${chevronDown}</span>
  </label>`;
}
