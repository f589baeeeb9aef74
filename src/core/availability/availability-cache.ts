import type { Slot } from '../../contract/availability.ts';
import type { visitorEndpoints } from '../../contract/endpoints.ts';
import { readInstant, writeInstant } from '../../contract/values.ts';
import { type Interval, intersect, normalise, overlaps, subtract } from '../../domain/availability/interval.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Calls } from '../client/call.ts';
import { abortable } from '../client/shared-requests.ts';

/** The calls availability needs: any client of the visitor's rows has them. */
export type AvailabilityClient = Pick<Calls<typeof visitorEndpoints>, 'getAvailability' | 'getNextAvailability'> & {
  supports(name: 'getNextAvailability'): boolean;
};

/** One coach's slots for one duration, as far as they were asked for. Ranges are epoch ms. */
interface Timeline {
  /** Known slots that start in the range, in order, stale or not. */
  slotsIn(range: Interval): readonly Slot[];
  /** How much of the range was ever answered. */
  known(range: Interval): 'all' | 'part' | 'none';
  /** True while a part of the range is being asked for. */
  isLoading(range: Interval): boolean;
  /** Asks for what is unknown or stale and not being asked for already; resolves when the whole range is known. */
  load(range: Interval, signal?: AbortSignal): Promise<void>;
  /** What is known of the range stays, but is stale. */
  forget(range: Interval): void;
  /** Calls back when anything of it changed. */
  subscribe(listener: () => void): () => void;
}

/** Openings of any number of coaches, for all widgets of a page. */
export interface AvailabilityCache {
  timeline(coachId: string, durationMinutes: number | undefined): Timeline;
}

/** How a cache is kept. */
export interface AvailabilityCacheOptions {
  readonly client: AvailabilityClient;
  /** Answers older than this are shown, and asked for again. @default 60000 */
  readonly staleAfterMs?: number | undefined;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** Makes a cache of its own; widgets that share a client and a clock share one already: see `cacheOf`. */
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

// By client, then by clock: what is fresh by one clock may be stale by another.
const caches = new WeakMap<AvailabilityClient, WeakMap<() => number, AvailabilityCache>>();

/** The cache that all who use `client` share, as far as they read the same clock. */
export function cacheOf(client: AvailabilityClient, now: () => number = Date.now): AvailabilityCache {
  const byClock = caches.get(client) ?? new WeakMap<() => number, AvailabilityCache>();
  caches.set(client, byClock);
  const cache = byClock.get(now) ?? createAvailabilityCache({ client, now });
  byClock.set(now, cache);
  return cache;
}

/** An answered stretch: no two overlap. */
interface Answered extends Interval {
  /** When it was answered, epoch ms; -Infinity once forgotten. */
  readonly at: number;
  readonly slots: readonly Slot[];
}

interface Pending extends Interval {
  readonly promise: Promise<void>;
  /** Forgotten since it was asked for: its answer says nothing new of these. Normalised. */
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

  /** Cuts `range` out of what was answered. */
  const without = (range: Interval) =>
    answered.flatMap((stretch) => subtract([stretch], [range]).map((rest) => ({ ...stretch, ...clip(stretch, rest) })));

  /** Puts what `stretch` says of `range` in place of what was known of it. */
  const put = (stretch: Answered, range: Interval) => {
    answered = [...without(range), { ...stretch, ...clip(stretch, range) }].sort((a, b) => a.start - b.start);
  };

  /** The parts of what is under way whose answers will be fresh. */
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
          // Better than nothing where nothing is known, but to be asked for again.
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

  return {
    slotsIn: (range) =>
      answered.filter((stretch) => overlaps(stretch, range)).flatMap((stretch) => clip(stretch, range).slots),
    known(range) {
      const known = normalise(answered);
      if (subtract([range], known).length === 0) return 'all';
      return intersect([range], known).length > 0 ? 'part' : 'none';
    },
    isLoading: (range) => pending.some((stretch) => overlaps(stretch, range)),
    async load(range, signal) {
      if (range.start >= range.end) return;
      const fresh = answered.filter(({ at }) => now() - at < staleAfterMs);
      const gaps = subtract([range], normalise([...fresh, ...current()]));
      for (const gap of gaps) ask(gap);
      if (gaps.length > 0) tell();
      const awaited = pending
        .filter((own) => intersect([range], subtract([own], own.forgotten)).length > 0)
        .map(({ promise }) => promise);
      await abortable(Promise.all(awaited), signal, `availability of coach ${coachId}`);
    },
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
