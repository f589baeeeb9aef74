import type { Slot } from '../../contract/availability.ts';
import type { visitorEndpoints } from '../../contract/endpoints.ts';
import { readInstant, writeInstant } from '../../contract/values.ts';
import { type Interval, intersect, normalise, overlaps, subtract } from '../../domain/availability/interval.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Calls } from '../client/call.ts';
import { abortable } from '../client/shared-requests.ts';

/** The calls that availability needs; every client with the visitor's endpoints has them. */
export type AvailabilityClient = Pick<Calls<typeof visitorEndpoints>, 'getAvailability' | 'getNextAvailability'> & {
  supports(name: 'getNextAvailability'): boolean;
};

/** One coach's slots for one duration, as far as they were loaded. Ranges are in epoch ms. */
export interface Timeline {
  /** Known slots that start in the range, in order, stale or not. */
  slotsIn(range: Interval): readonly Slot[];
  /** How much of the range was loaded at least once. */
  known(range: Interval): 'all' | 'part' | 'none';
  /** True while a part of the range is being asked for. */
  isLoading(range: Interval): boolean;
  /**
   * Loads the parts of the range that are unknown or stale and not loading yet; resolves when the whole range is known from requests
   * that were sent after it was last forgotten.
   */
  load(range: Interval, signal?: AbortSignal): Promise<void>;
  /** Marks the range as stale: its slots are still given, and loaded again at the next `load`. */
  forget(range: Interval): void;
  /** Calls `listener` after each change; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
}

/** Slots of any number of coaches, for all widgets of a page. */
export interface AvailabilityCache {
  timeline(coachId: string, durationMinutes: number | undefined): Timeline;
}

/** Options of a cache. */
export interface AvailabilityCacheOptions {
  readonly client: AvailabilityClient;
  /** Answers older than this are still shown, and loaded again; milliseconds. @default 60000 */
  readonly staleAfterMs?: number | undefined;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** Makes a cache. Widgets that share a client and a clock already share one: see `cacheOf`. */
export function createAvailabilityCache(options: AvailabilityCacheOptions): AvailabilityCache {
  const timelines = new Map<string, Timeline>();
  return {
    timeline(coachId, durationMinutes) {
      const key = `${durationMinutes} ${coachId}`;
      const timeline = timelines.get(key) ?? createTimeline(options, coachId, durationMinutes);
      timelines.set(key, timeline);
      return timeline;
    },
  };
}

// By client, then by clock: an answer can be fresh by one clock and stale by another.
const caches = new WeakMap<AvailabilityClient, WeakMap<() => number, AvailabilityCache>>();

/** The cache that all users of `client` with the same clock share. */
export function cacheOf(client: AvailabilityClient, now: () => number = Date.now): AvailabilityCache {
  const byClock = caches.get(client) ?? new WeakMap<() => number, AvailabilityCache>();
  caches.set(client, byClock);
  const cache = byClock.get(now) ?? createAvailabilityCache({ client, now });
  byClock.set(now, cache);
  return cache;
}

/** A range that was answered; no two overlap. */
interface Answered extends Interval {
  /** Time of the answer, epoch ms; -Infinity once forgotten. */
  readonly at: number;
  readonly slots: readonly Slot[];
}

interface Pending extends Interval {
  readonly promise: Promise<void>;
  /** Ranges forgotten after this request was sent: its answer counts as stale for them. Normalised. */
  forgotten: readonly Interval[];
}

function createTimeline(
  { client, staleAfterMs = MINUTE_MS, now = Date.now }: AvailabilityCacheOptions,
  coachId: string,
  durationMinutes: number | undefined,
): Timeline {
  let answered: readonly Answered[] = [];
  let pending: readonly Pending[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };

  /** The answered ranges without `range`. */
  const without = (range: Interval) =>
    answered.flatMap((stretch) => subtract([stretch], [range]).map((rest) => ({ ...stretch, ...clip(stretch, rest) })));

  /** Replaces the known slots of `range` by those of `stretch`. */
  const put = (stretch: Answered, range: Interval) => {
    answered = [...without(range), { ...stretch, ...clip(stretch, range) }].sort((a, b) => a.start - b.start);
  };

  /** The parts of the requests under way whose answers will be fresh. */
  const current = () => pending.flatMap((own) => subtract([own], own.forgotten));

  function ask(range: Interval): void {
    const own: Pending = {
      ...range,
      forgotten: [],
      promise: client
        .getAvailability({
          params: { coach_id: coachId },
          query: {
            start_date: writeInstant(range.start),
            end_date: writeInstant(range.end),
            duration_minutes: durationMinutes,
          },
        })
        .then(({ available_slots }) => {
          const fresh = { ...range, at: now(), slots: available_slots };
          for (const part of subtract([range], own.forgotten)) put(fresh, part);
          // Forgotten parts are kept as stale where nothing else is known, so they are loaded again.
          const old = { ...fresh, at: Number.NEGATIVE_INFINITY };
          for (const part of subtract(own.forgotten, normalise(answered))) put(old, part);
        })
        .finally(() => {
          pending = pending.filter((other) => other !== own);
          tell();
        }),
    };
    pending = [...pending, own];
  }

  async function load(range: Interval, signal?: AbortSignal): Promise<void> {
    if (range.start >= range.end) return;
    const fresh = answered.filter(({ at }) => now() - at < staleAfterMs);
    const gaps = subtract([range], normalise([...fresh, ...current()]));
    for (const gap of gaps) ask(gap);
    if (gaps.length > 0) tell();
    const awaited = pending.filter((own) => intersect([range], subtract([own], own.forgotten)).length > 0);
    await abortable(Promise.all(awaited.map(({ promise }) => promise)), signal, `availability of coach ${coachId}`);
    // Parts forgotten meanwhile (a time was taken on that day) are loaded again: the awaited answer is stale for them.
    for (const own of awaited) for (const part of intersect([range], own.forgotten)) await load(part, signal);
  }

  return {
    slotsIn: (range) =>
      answered.filter((stretch) => overlaps(stretch, range)).flatMap((stretch) => clip(stretch, range).slots),
    known(range) {
      const known = normalise(answered);
      if (subtract([range], known).length === 0) return 'all';
      return intersect([range], known).length > 0 ? 'part' : 'none';
    },
    isLoading: (range) => pending.some((stretch) => overlaps(stretch, range)),
    load,
    forget(range) {
      for (const own of pending) own.forgotten = intersect(normalise([...own.forgotten, range]), [own]);
      const stale = answered
        .filter((stretch) => overlaps(stretch, range))
        .map((stretch) => ({ ...stretch, ...clip(stretch, range), at: Number.NEGATIVE_INFINITY }));
      answered = [...without(range), ...stale].sort((a, b) => a.start - b.start);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function clip(stretch: Answered, range: Interval): Pick<Answered, 'start' | 'end' | 'slots'> {
  const start = Math.max(stretch.start, range.start);
  const end = Math.min(stretch.end, range.end);
  const slots = stretch.slots.filter((slot) => {
    const at = readInstant(slot.start) ?? Number.NaN;
    return at >= start && at < end;
  });
  return { start, end, slots };
}
