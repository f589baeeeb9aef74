import { type Availability, MAX_RANGE_DAYS } from '../../contract/availability.ts';
import type { Schedule } from '../../contract/schedule.ts';
import { LAST_INSTANT_MS, readInstant } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { SEARCH_DAYS } from '../../domain/availability/slots.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import { createInstantWriter } from '../availability/instant-writer.ts';
import { createSlotFinder } from '../availability/slots-in-turns.ts';
import { ownHolds } from '../bookings/own-holds.ts';
import { requireOpen } from '../bookings/require-open.ts';
import { isPartyTo } from '../bookings/rights.ts';
import type { Call, Caller, Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { type BookingRecord, NEIGHBOURHOOD_MS } from '../ports.ts';
import { chooseOffer, readOffered } from '../session-types/find-offer.ts';

const USUAL_MINUTES = 60;
const DEFAULT_COUNT = 3;
/** How far ahead bookings are read when the next slots are searched. */
const HORIZON_MS = 2 * 366 * DAY_MS;
/** How much time ahead the connected calendars are asked about in one step. */
const BUSY_STEP_MS = 60 * DAY_MS;

/** Facts about a reply besides its slots. */
interface Marks {
  busy_times_are_last_known?: true;
}

type AvailabilityHandlers = Pick<Handlers, 'getAvailability' | 'getNextAvailability'>;

/** Handlers that give the open slots of a coach. */
export function availabilityHandlers({ store, shop, clock, calendars, payments }: Services): AvailabilityHandlers {
  const slotFinder = createSlotFinder();

  /** The booking that is being moved, for those who may read it. */
  async function excluded(id: string, caller: Caller | undefined): Promise<BookingRecord> {
    if (!caller) throw new ProblemError('not_authenticated');
    const booking = await store.bookings.find(id);
    if (!booking) throw new ProblemError('booking_not_found');
    if (!isPartyTo(caller, booking)) throw new ProblemError('booking_forbidden');
    return booking;
  }

  /** A visitor's own holds do not block the visitor: who books such a slot again gets the hold that is there. */
  const holdsOf = async (caller: Caller | undefined, coachId: string): Promise<readonly BookingRecord[]> =>
    payments.isConfigured && caller?.account.role === 'client' ? ownHolds(store, caller.account.id, coachId) : [];

  const busy = async (coachId: string, { start, end }: Interval, marks: Marks) => {
    const onLastKnown = () => {
      marks.busy_times_are_last_known = true;
    };
    return (await calendars?.freeBusy(coachId, { start, end: Math.min(end, LAST_INSTANT_MS) }, { onLastKnown })) ?? [];
  };

  /** The hours and the length whose times are asked for; a request that names no length asks for the usual one. */
  const offerOf = async (
    coachId: string,
    query: Pick<Call<'getAvailability'>['query'], 'session_type_id' | 'duration_minutes'>,
  ) => {
    const [found, types] = await Promise.all([
      store.coaches.find(coachId),
      readOffered(shop.sessionTypes, coachId, query),
    ]);
    const coach = requireOpen(found);
    const { schedule, type } = chooseOffer(coach, query, types);
    const durationMinutes = type?.minutes ?? query.duration_minutes;
    if (durationMinutes !== undefined) return { schedule, durationMinutes };
    const usual = usualMinutes(schedule);
    return { ...chooseOffer(coach, { duration_minutes: usual }, types), durationMinutes: usual };
  };

  return {
    async getAvailability({ params: { coach_id }, query, caller }) {
      const range = { start: readInstant(query.start_date) ?? 0, end: readInstant(query.end_date) ?? 0 };
      if (range.end <= range.start) throw new ProblemError('range_inverted');
      if (range.end - range.start > MAX_RANGE_DAYS * DAY_MS) throw new ProblemError('range_too_long');
      const { schedule, durationMinutes } = await offerOf(coach_id, query);
      const moved = query.exclude_booking === undefined ? undefined : await excluded(query.exclude_booking, caller);
      const marks: Marks = {};
      const [holds, sessions, blocked] = await Promise.all([
        holdsOf(caller, coach_id),
        store.bookings.sessions(coach_id, { start: range.start - NEIGHBOURHOOD_MS, end: range.end + NEIGHBOURHOOD_MS }),
        busy(coach_id, { start: range.start, end: range.end + DAY_MS }, marks),
      ]);
      const left = moved?.coachId === coach_id ? [...holds, moved] : holds;
      const booked = left.reduce(without, sessions);
      return {
        reply: {
          ...writeSlots(
            coach_id,
            await slotFinder.find({ schedule, booked, blocked, range, now: clock.now(), durationMinutes }),
            durationMinutes,
          ),
          ...marks,
        },
      };
    },

    async getNextAvailability({ params: { coach_id }, query }) {
      const { schedule, durationMinutes } = await offerOf(coach_id, query);
      const now = clock.now();
      const from = Math.max(now, query.after === undefined ? now : (readInstant(query.after) ?? now));
      const booked = await store.bookings.sessions(coach_id, {
        start: from - NEIGHBOURHOOD_MS,
        end: from + HORIZON_MS + NEIGHBOURHOOD_MS,
      });
      const count = query.count ?? DEFAULT_COUNT;
      const range = { start: from, end: from + SEARCH_DAYS * DAY_MS };
      const marks: Marks = {};
      let known = from;
      let blocked: readonly Interval[] = [];
      let slots: readonly Interval[] = [];
      // Connected calendars are asked about weeks, not years: the next weeks follow while a found slot ends after the known range.
      do {
        if (calendars) {
          const asked = { start: known, end: Math.max(known, slots.at(-1)?.end ?? known) + BUSY_STEP_MS };
          blocked = [...blocked, ...(await busy(coach_id, asked, marks))];
          known = asked.end;
        } else {
          known = Number.POSITIVE_INFINITY;
        }
        slots = await slotFinder.find({ schedule, booked, blocked, range, now, durationMinutes }, count);
      } while (slots.some(({ end }) => end > known));
      return { reply: { ...writeSlots(coach_id, slots, durationMinutes), ...marks } };
    },
  };
}

/** The sessions without that of one booking, found by its start: a coach has no two sessions with the same start. */
function without(sessions: readonly Interval[], { start, end }: BookingRecord): readonly Interval[] {
  return sessions.filter((session) => session.start !== start || session.end !== end);
}

/** The session length when the request names none: an hour, or the first offered length when an hour is not offered. */
function usualMinutes({ durations }: Schedule): number {
  if (durations.some(({ minutes }) => minutes === USUAL_MINUTES)) return USUAL_MINUTES;
  return durations[0]?.minutes ?? USUAL_MINUTES;
}

function writeSlots(coachId: string, slots: readonly Interval[], durationMinutes: number): Availability {
  const write = createInstantWriter();
  return {
    coach_id: coachId,
    available_slots: slots.map(({ start, end }) => ({
      start: write(start),
      end: write(end),
      duration_minutes: durationMinutes,
    })),
  };
}
