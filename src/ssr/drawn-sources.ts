import type { Slot } from '../contract/availability.ts';
import type { Coach } from '../contract/coach.ts';
import { visitorEndpoints } from '../contract/endpoints/visitor.ts';
import { readInstant } from '../contract/values.ts';
import { createAvailability } from '../core/availability/availability.ts';
import { createClient } from '../core/client/client.ts';
import type { FlowState } from '../core/flow/state.ts';
import { createStore } from '../core/store.ts';
import { addMonths, monthOf } from '../domain/time/local-date.ts';
import { localDateAt } from '../domain/time/zone.ts';
import type { BookingSource } from '../elements/booking/booking-source.ts';
import type { CoachProfileState } from '../elements/context/coach-profile.ts';
import type { BookingContext } from '../elements/context/context.ts';
import { createPreferences } from '../elements/context/preferences.ts';
import type { VisitorClient } from '../elements/context/shared-client.ts';
import type { PickerSource } from '../elements/picker-state/picker-source.ts';
import type { OpenTimes } from './booking-page.ts';

/** The content of one drawn page, in the terms of the elements. */
interface DrawnBooking {
  readonly coachId: string;
  readonly coach: Coach | undefined;
  readonly times: OpenTimes;
  readonly locale: string;
  readonly timeZone: string;
  readonly hour12: boolean | undefined;
  readonly durationMinutes: number;
  readonly now: number;
  /** The month on show. */
  readonly month: string;
  readonly flow: FlowState;
}

/** The members of the elements' sources that drawing reads. */
export interface DrawnSources {
  readonly context: BookingContext;
  readonly booking: Pick<BookingSource, 'context' | 'failure' | 'duration' | 'needsType' | 'sessionType' | 'update'>;
  readonly picker: Pick<
    PickerSource,
    | 'availability'
    | 'client'
    | 'coachId'
    | 'locale'
    | 'now'
    | 'durations'
    | 'coach'
    | 'coachTimeZone'
    | 'duration'
    | 'reading'
    | 'update'
    | 'prefer'
    | 'since'
  >;
}

/** A client that answers from the given times and sends no request. */
function knowingClient({ times }: DrawnBooking): VisitorClient {
  const client = createClient(visitorEndpoints, {
    api: 'http://drawn.invalid',
    fetch: async () => new Response(null, { status: 404 }),
    retries: 0,
  });
  const slotsIn = (start: string, end: string): Slot[] =>
    times.available_slots.filter((slot) => {
      const at = readInstant(slot.start) ?? Number.NaN;
      return at >= (readInstant(start) ?? 0) && at < (readInstant(end) ?? 0);
    });
  return {
    ...client,
    supports: () => false,
    getAvailability: async ({ params, query }) => ({
      coach_id: params.coach_id,
      available_slots: slotsIn(query.start_date, query.end_date),
    }),
  };
}

/** Makes the sources that the elements draw from, with all times of the month on show and the next one. */
export async function drawnSources(drawn: DrawnBooking): Promise<DrawnSources> {
  const { coach, coachId, locale, timeZone, durationMinutes, flow: state } = drawn;
  const now = () => drawn.now;
  const client = knowingClient(drawn);
  const availability = createAvailability({
    client,
    coachId,
    durationMinutes,
    timeZone,
    prefetch: false,
    now,
  });
  const present = monthOf(localDateAt(timeZone, drawn.now));
  for (const month of new Set([present, addMonths(present, 1), drawn.month, addMonths(drawn.month, 1)])) {
    await availability.load(month);
  }
  const preferences = createPreferences(locale, timeZone);
  if (drawn.hour12 !== undefined) preferences.set({ hour12: drawn.hour12 });
  const profile: CoachProfileState = coach ? { status: 'ready', coach } : { status: 'missing' };
  const context: BookingContext = {
    client,
    signIn: client.signIn,
    session: client.signIn,
    coachId,
    durationMinutes,
    availability,
    coach: createStore<CoachProfileState>(profile),
    flow: { state, subscribe: () => () => undefined, send: () => undefined, dispose: () => undefined },
    preferences,
    locale,
    now,
  };
  return {
    context,
    booking: {
      context,
      failure: '',
      duration: durationMinutes,
      needsType: false,
      sessionType: '',
      update: () => undefined,
    },
    picker: {
      availability,
      client,
      coachId,
      locale,
      now,
      durations: coach?.durations ?? [],
      coach,
      coachTimeZone: coach?.time_zone ?? '',
      duration: durationMinutes,
      reading: preferences.state,
      since: 0,
      update: () => undefined,
      prefer: () => undefined,
    },
  };
}
