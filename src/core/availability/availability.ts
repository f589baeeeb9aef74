import type { Slot } from '../../contract/availability.ts';
import { type Instant, type LocalDate, readInstant, type TimeZone, writeInstant } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { nearestSlots } from '../../domain/availability/nearest.ts';
import { addDays, addMonths, type MonthKey, monthOf, startOfMonth } from '../../domain/time/local-date.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import { localDateAt, startOfDay } from '../../domain/time/zone.ts';
import { abortable } from '../client/shared-requests.ts';
import { deprecated } from '../deprecated.ts';
import { type BookingError, isBookingError } from '../errors.ts';
import { createStore, type Store } from '../store.ts';
import { type AvailabilityCache, type AvailabilityClient, cacheOf } from './availability-cache.ts';
import { createGrouping, type SlotsByDay } from './grouping.ts';
import { whenIdle } from './idle.ts';

/**
 * One month as the visitor sees it. `loading`: no times are known yet; `stale`: known times are shown while fresh ones load;
 * `error`: the last load failed (`days` keeps the times known before).
 */
export interface MonthAvailability {
  readonly status: 'loading' | 'ready' | 'stale' | 'error';
  /** Days with slots, in the visitor's zone and in order; a day that is missing has none. */
  readonly days: SlotsByDay;
  readonly error?: BookingError;
}

/** The months a widget has asked for, in one time zone. */
export interface AvailabilityState {
  readonly timeZone: TimeZone;
  /** By month key (`2025-11`): the months asked for so far. */
  readonly months: ReadonlyMap<MonthKey, MonthAvailability>;
}

/** One coach's slots for one duration, in one zone, month by month. */
export interface Availability extends Store<AvailabilityState> {
  /** The month as known now, without a request: `loading` and empty when nothing is known. */
  month(month: MonthKey): MonthAvailability;
  /** Loads a month if it is unknown or stale, and the next month when the page is idle. Failures are in the state. */
  show(month: MonthKey): void;
  /** Loads one month and waits for it. The signal ends the wait, not the load. */
  load(month: MonthKey, options?: { readonly signal?: AbortSignal | undefined }): Promise<MonthAvailability>;
  /** Groups the slots by another zone; loads only the hours that are not known yet. */
  setTimeZone(zone: TimeZone): void;
  /** Loads one day again, or every month loaded so far. */
  invalidate(day?: LocalDate): void;
  /**
   * The first slot from `after` on (now when left out); undefined when there is none. A backend without a call for it is searched month
   * by month, up to 12 months ahead.
   */
  nextSlot(options?: {
    readonly after?: Instant | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<Slot | undefined>;
  /** @deprecated The name in 0.1: use `nextSlot`. */
  nextOpening: Availability['nextSlot'];
  /** The slots closest to `slot`, closest first and without `slot` itself, after asking the server again for the days around it; 3 unless told. */
  nearest(
    slot: Slot,
    options?: { readonly count?: number | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<readonly Slot[]>;
  /** Stops following the shared cache, which loads under way still fill. */
  dispose(): void;
}

/** Whose availability to load, and how. */
export interface AvailabilityOptions {
  readonly client: AvailabilityClient;
  readonly coachId: string;
  /** Left out: the server's default. */
  readonly durationMinutes?: number | undefined;
  /** The visitor's zone; a RangeError names it when it is unknown. */
  readonly timeZone: TimeZone;
  /** @default the one shared by all users of this client and this clock */
  readonly cache?: AvailabilityCache | undefined;
  /** Load the month after the one shown when the page is idle. @default true */
  readonly prefetch?: boolean | undefined;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** Days looked at around a taken slot: they fit in one request, and most of them are after it. */
const NEAR_BEFORE_MS = 7 * DAY_MS;
const NEAR_AFTER_MS = 21 * DAY_MS;

/**
 * Makes one widget's view of a coach's slots.
 *
 * @example
 * const availability = createAvailability({ client, coachId, timeZone: 'Europe/Berlin' });
 * availability.subscribe(({ months }) => render(months.get('2025-11')));
 * availability.show('2025-11');
 */
export function createAvailability(options: AvailabilityOptions): Availability {
  const { client, coachId, durationMinutes, prefetch = true, now = Date.now } = options;
  const cache = options.cache ?? cacheOf(client, now);
  const timeline = cache.timeline(coachId, durationMinutes);
  let zone = options.timeZone;
  let shown: MonthKey | undefined;
  let cancelPrefetch = () => {};
  const asked = new Map<MonthKey, BookingError | undefined>();
  const store = createStore<AvailabilityState>({ timeZone: zone, months: new Map() });
  const group = createGrouping();
  // Throws at once when the zone is unknown, not only at the first answer.
  localDateAt(zone, now());

  /** The month in the visitor's zone, without the days before today, which have no slots. */
  function rangeOf(month: MonthKey): Interval {
    const today = startOfDay(zone, localDateAt(zone, now()));
    const start = startOfDay(zone, startOfMonth(month));
    const end = startOfDay(zone, startOfMonth(addMonths(month, 1)));
    return { start: Math.min(Math.max(start, today), end), end };
  }

  function view(month: MonthKey): MonthAvailability {
    const range = rangeOf(month);
    const slots = timeline.slotsIn(range).filter((slot) => startOf(slot) > now());
    const days = group(month, zone, slots);
    const coverage = range.start === range.end ? 'all' : timeline.known(range);
    const loading = timeline.isLoading(range);
    const error = asked.get(month);
    if (error && !loading) return { status: 'error', days, error };
    if (coverage === 'none') return { status: 'loading', days };
    return { status: coverage === 'all' && !loading ? 'ready' : 'stale', days };
  }

  function refresh(): void {
    const before = store.state;
    const months = new Map([...asked.keys()].map((month) => [month, reuse(before.months.get(month), view(month))]));
    const same = before.timeZone === zone && before.months.size === months.size;
    if (same && [...months].every(([month, seen]) => before.months.get(month) === seen)) return;
    store.set({ timeZone: zone, months });
  }
  const stop = timeline.subscribe(refresh);

  async function load(month: MonthKey, range = rangeOf(month), signal?: AbortSignal): Promise<MonthAvailability> {
    asked.set(month, undefined);
    const loading = timeline.load(range);
    refresh();
    // Separate from the caller's wait: the answer or failure is kept although the caller has aborted.
    const settled = loading.then(
      () => undefined,
      (error: unknown) => {
        if (!isBookingError(error)) throw error;
        asked.set(month, error);
        refresh();
      },
    );
    await abortable(settled, signal, `${month} of coach ${coachId}`);
    return view(month);
  }

  const nextSlot: Availability['nextSlot'] = async ({ after, signal } = {}) => {
    const from = (after === undefined ? undefined : readInstant(after)) ?? now();
    if (client.supports('getNextAvailability')) {
      try {
        const query = { count: 1, duration_minutes: durationMinutes, after: writeInstant(from) };
        const reply = await client.getNextAvailability({ params: { coach_id: coachId }, query }, { signal });
        return reply.available_slots[0];
      } catch (error) {
        if (!isBookingError(error) || error.kind !== 'unsupported') throw error;
      }
    }
    const { nextInMonths } = await import('./next-in-months.ts');
    return nextInMonths(timeline, rangeOf, monthOf(localDateAt(zone, from)), () => Math.max(from, now()), signal);
  };

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    month: (month) => store.state.months.get(month) ?? view(month),
    show(month) {
      shown = month;
      cancelPrefetch();
      void load(month).then(() => {
        if (!prefetch || shown !== month) return;
        // A failure is shown when the visitor opens that month.
        cancelPrefetch = whenIdle(() => void timeline.load(rangeOf(addMonths(month, 1))).catch(() => {}));
      });
    },
    load: (month, { signal } = {}) => load(month, undefined, signal),
    setTimeZone(next) {
      localDateAt(next, now());
      if (next === zone) return;
      zone = next;
      refresh();
      if (shown !== undefined) void load(shown);
    },
    invalidate(day) {
      if (day === undefined) {
        // Also the months that were fetched ahead and not shown yet.
        timeline.forget({ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY });
        for (const month of [...asked.keys()]) void load(month);
        return;
      }
      const range = { start: startOfDay(zone, day), end: startOfDay(zone, addDays(day, 1)) };
      timeline.forget(range);
      if (asked.has(monthOf(day))) void load(monthOf(day), range);
    },
    nextSlot,
    nextOpening(options) {
      deprecated('availability.nextOpening', 'availability.nextSlot');
      return nextSlot(options);
    },
    async nearest(slot, { count = 3, signal } = {}) {
      const at = startOf(slot);
      const today = startOfDay(zone, localDateAt(zone, now()));
      const start = Math.max(today, at - NEAR_BEFORE_MS);
      const range = { start, end: Math.max(start, at + NEAR_AFTER_MS) };
      timeline.forget(range);
      await timeline.load(range, signal);
      const open = timeline.slotsIn(range).filter((other) => startOf(other) > now() && other.start !== slot.start);
      return nearestSlots(open, slot.start, count);
    },
    dispose() {
      cancelPrefetch();
      stop();
    },
  };
}

const startOf = (slot: Slot) => readInstant(slot.start) ?? Number.NaN;

/** Keeps the old object while nothing in it changed, so that a change of one month redraws one month. */
function reuse(before: MonthAvailability | undefined, after: MonthAvailability): MonthAvailability {
  const same = before?.status === after.status && before.days === after.days && before.error === after.error;
  return before && same ? before : after;
}
