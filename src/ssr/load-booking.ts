import type { Slot } from '../contract/availability.ts';
import { visitorEndpoints } from '../contract/endpoints/visitor.ts';
import { isTimeZone, readInstant, writeInstant } from '../contract/values.ts';
import { createClient } from '../core/client/client.ts';
import { isBookingError } from '../core/errors.ts';
import { addMonths, monthOf, startOfMonth } from '../domain/time/local-date.ts';
import { DAY_MS } from '../domain/time/units.ts';
import { localDateAt, startOfDay } from '../domain/time/zone.ts';
import type { BookingPage } from './booking-page.ts';
import { chosenPlace, isShown } from './chosen-place.ts';

/** Whose times to read, and how. */
export interface LoadOptions {
  /** Address of the API as this server reaches it: `http://127.0.0.1:8000`. */
  readonly api: string;
  readonly coachId: string;
  /** Used instead of the global `fetch`: an API in the same process. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Length of a session in minutes. @default 60, or the coach's first length when 60 is not offered */
  readonly durationMinutes?: number | undefined;
  /** IANA zone that times are shown in. @default the coach's */
  readonly timeZone?: string | undefined;
  /** The parameters of the page's request: the month that was asked for is read. */
  readonly query?: URLSearchParams | undefined;
  /** Start of a time that a form was sent for: the times around it are read too. */
  readonly around?: string | undefined;
  /** The present, epoch ms. @default Date.now() */
  readonly now?: number | undefined;
}

/** What `loadBooking` read, for `renderBooking`. */
export type LoadedBooking = Pick<
  BookingPage,
  'api' | 'coachId' | 'coach' | 'availability' | 'durationMinutes' | 'timeZone' | 'now' | 'query'
>;

/** Months that are read, from the one on show: elements of the page also show times of the next one. */
const MONTHS = 2;

/**
 * Reads a coach's profile and open times for `renderBooking`: from today to the end of the month after the one on show.
 * Never rejects when the API fails: without an answer the times are left out, and the page's script draws the element and says why.
 *
 * @example
 * const loaded = await loadBooking({ api: 'https://api.example.com', coachId, query: new URL(request.url).searchParams });
 */
export async function loadBooking(options: LoadOptions): Promise<LoadedBooking> {
  const { api, coachId, fetch, durationMinutes, query } = options;
  const now = options.now ?? Date.now();
  const client = createClient(visitorEndpoints, { api, ...(fetch && { fetch }), retries: 1, timeoutMs: 4000 });
  const read = <Reply>(call: Promise<Reply>): Promise<Reply | undefined> =>
    call.catch((error: unknown) => {
      if (isBookingError(error)) return undefined;
      throw error;
    });
  const coach = await read(client.getCoach({ params: { coach_id: coachId } }));
  const given = { api, coachId, coach, durationMinutes, query, now, timeZone: options.timeZone };
  if (coach?.has_session_types) return given;
  const zone = options.timeZone || coach?.time_zone || '';
  const range = rangeFor(isTimeZone(zone) ? zone : 'UTC', now, query, options.around);
  const offered = coach?.durations?.map(({ minutes }) => minutes) ?? [];
  const usual = offered.length > 0 && !offered.includes(USUAL_MINUTES) ? offered[0] : USUAL_MINUTES;
  const dates = { start_date: writeInstant(range.start), end_date: writeInstant(range.end) };
  const reply = await read(
    client.getAvailability({
      params: { coach_id: coachId },
      query: { ...dates, duration_minutes: durationMinutes ?? usual },
    }),
  );
  if (!reply) return given;
  const available_slots: readonly Slot[] = reply.available_slots;
  return { ...given, availability: { ...dates, available_slots, at: now } };
}

/** The length that is asked for when none is named. */
const USUAL_MINUTES = 60;

/** Whole months, and a day on either side: in other zones a month begins and ends at another instant. */
function rangeFor(zone: string, now: number, query: URLSearchParams | undefined, around = '') {
  const present = monthOf(localDateAt(zone, now));
  const slot = readInstant(around || query?.get('cb-slot') || '');
  const wanted = slot === undefined ? chosenPlace(query, present).month : monthOf(localDateAt(zone, slot));
  const month = isShown(wanted, present) ? wanted : present;
  return { start: now - DAY_MS, end: startOfDay(zone, startOfMonth(addMonths(month, MONTHS))) + DAY_MS };
}
