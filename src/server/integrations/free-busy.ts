import type { CalendarProvider } from '../../contract/calendar.ts';
import { LAST_INSTANT_MS } from '../../contract/values.ts';
import { type Interval, intersect, normalise, subtract } from '../../domain/availability/interval.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/time/units.ts';
import type { Clock } from '../ports.ts';
import type { CalendarLog } from './calendar-ports.ts';
import type { CalendarStore } from './calendar-store.ts';
import type { CalendarTarget } from './place-session.ts';
import { ProviderFailure } from './providers/provider-failure.ts';
import type { ProviderRequest } from './providers/provider-http.ts';
import type { CalendarAdapter } from './providers/session-event.ts';
import { readyToWrite } from './providers/wall-time.ts';

export interface FreeBusyOptions {
  /** True when a session is booked: asks the provider instead of the cache. */
  readonly fresh?: boolean;
  /** Called when a provider could not be asked, and its last known times are given instead. */
  readonly onLastKnown?: () => void;
}

interface FreeBusyParts {
  readonly store: CalendarStore;
  readonly clock: Clock;
  readonly log: CalendarLog;
  readonly providers: readonly CalendarProvider[];
  readonly adapters: Readonly<Record<CalendarProvider, CalendarAdapter>>;
  readonly requestFor: (target: CalendarTarget) => ProviderRequest;
  /** The longest wait for a provider, all attempts together, milliseconds. @default 2.5 seconds */
  readonly deadlineMs?: number;
}

const REMEMBERED_MS = 3 * MINUTE_MS;
/** Calendars are asked in blocks of four weeks, which all ranges share; both providers allow longer ones. */
const BLOCK_MS = 28 * DAY_MS;
const MOST_BLOCKS = 5_000;

/** The widget gives up after ten seconds. */
const DEADLINE_MS = 2500;
/** A provider that did not answer by the deadline is not asked again for this long; its last known times count until then. */
const PAUSE_MS = 30_000;

/** Busy times, and whether they are the last known ones of a provider that could not be asked. */
interface Known {
  readonly busy: readonly Interval[];
  readonly isLast: boolean;
}

interface Block {
  readonly askedAt: number;
  readonly known: Promise<Known>;
}

/**
 * Makes a function that gives a user's busy times in connected calendars, without the sessions that we put there ourselves. For a
 * provider that cannot be reached its last known times count, or none, and the connection shows the error; it rejects only when the
 * store fails.
 */
export function createFreeBusy({
  store,
  clock,
  log,
  providers,
  adapters,
  requestFor,
  deadlineMs = DEADLINE_MS,
}: FreeBusyParts) {
  const blocks = new Map<string, Block>();
  const pausedAt = new Map<string, number>();

  const isPaused = (key: string) => {
    const since = clock.now() - (pausedAt.get(key) ?? Number.NEGATIVE_INFINITY);
    // When the clock was set back, the pause ends.
    return since >= 0 && since < PAUSE_MS;
  };

  /** Asks the provider, `until` a value of `performance.now()`. A later answer is passed to `late` and ends the pause. */
  const ask = async (
    target: CalendarTarget,
    account: string | null,
    range: Interval,
    until: number,
    late: (busy: readonly Interval[]) => void = () => undefined,
  ): Promise<readonly Interval[]> => {
    const key = JSON.stringify(target);
    if (isPaused(key)) throw new ProviderFailure(target.provider, 'unavailable', { reason: 'paused' });
    let isLate = false;
    const asked = adapters[target.provider].busy(requestFor(target), range, account).then((busy) => {
      const found = intersect(normalise(busy), [range]);
      if (isLate) {
        pausedAt.delete(key);
        late(found);
      }
      return found;
    });
    return withinDeadline(asked, until - performance.now(), () => {
      isLate = true;
      pausedAt.set(key, clock.now());
      // A failure after the deadline was already reported.
      asked.catch(() => undefined);
      return new ProviderFailure(target.provider, 'unavailable', { reason: 'deadline' });
    });
  };

  const block = async (
    target: CalendarTarget,
    account: string | null,
    start: number,
    until: number,
  ): Promise<Known> => {
    const key = JSON.stringify([target, start]);
    const last = blocks.get(key);
    if (last && clock.now() - last.askedAt < REMEMBERED_MS) return last.known;
    // Shared by all callers of the moment, so failures are handled here: they get the last known times, or none.
    const keepLate = (late: readonly Interval[]) => {
      blocks.set(key, { askedAt: clock.now(), known: Promise.resolve({ busy: late, isLast: false }) });
    };
    const known = ask(target, account, { start, end: Math.min(start + BLOCK_MS, LAST_INSTANT_MS) }, until, keepLate)
      .then((busy) => ({ busy, isLast: false }))
      .catch(async (error: unknown) => {
        await note(target, error);
        return { busy: (await last?.known)?.busy ?? [], isLast: true };
      });
    const asked = { askedAt: clock.now(), known };
    blocks.set(key, asked);
    forgetOldest(blocks);
    // The failure could not be stored: reject for this caller, but do not cache that for the next ones.
    known.catch(() => blocks.get(key) === asked && blocks.delete(key));
    return known;
  };

  const note = async (target: CalendarTarget, error: unknown) => {
    // The failure was stored when the pause began.
    if (error instanceof ProviderFailure && error.reason === 'paused') return;
    const message = error instanceof ProviderFailure ? error.message : 'Free/busy could not be read';
    log({ level: 'warn', message, ...target });
    await store.connections.update(target.userId, target.provider, { lastError: message });
  };

  const remembered = async (
    target: CalendarTarget,
    account: string | null,
    range: Interval,
    until: number,
  ): Promise<Known> => {
    const starts: number[] = [];
    for (let start = Math.floor(range.start / BLOCK_MS) * BLOCK_MS; start < range.end; start += BLOCK_MS)
      starts.push(start);
    const parts = await Promise.all(starts.map((start) => block(target, account, start, until)));
    const busy = intersect(normalise(parts.flatMap((part) => part.busy)), [range]);
    return { busy, isLast: parts.some((part) => part.isLast) };
  };

  const ofCalendar = async (
    target: CalendarTarget,
    range: Interval,
    { fresh = false, onLastKnown }: FreeBusyOptions,
  ): Promise<readonly Interval[]> => {
    const connection = await store.connections.find(target.userId, target.provider);
    if (!connection) return [];
    const { account } = connection;
    // Loading what writes times is not the provider's delay: in a page it takes seconds.
    await readyToWrite();
    const until = performance.now() + deadlineMs;
    let known: Known;
    if (fresh && range.end - range.start <= BLOCK_MS) {
      known = await ask(target, account, range, until)
        .then((busy) => ({ busy, isLast: false }))
        .catch(async (error: unknown) => {
          await note(target, error);
          return { ...(await remembered(target, account, range, until)), isLast: true };
        });
    } else {
      known = await remembered(target, account, range, until);
    }
    if (known.isLast) onLastKnown?.();
    const own = await store.events.ofUser(target.userId, target.provider, range.start, range.end);
    return subtract(known.busy, normalise(own));
  };

  return async (userId: string, range: Interval, options: FreeBusyOptions = {}): Promise<Interval[]> => {
    if (range.start >= range.end) return [];
    const all = await Promise.all(providers.map((provider) => ofCalendar({ userId, provider }, range, options)));
    return normalise(all.flat());
  };
}

function forgetOldest(blocks: Map<string, Block>): void {
  const oldest = blocks.keys().next().value;
  if (blocks.size > MOST_BLOCKS && oldest !== undefined) blocks.delete(oldest);
}

/** The work's result, or a rejection with `tooLate()` when it takes longer. The work itself continues. */
async function withinDeadline<T>(work: Promise<T>, ms: number, tooLate: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), ms);
  });
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}
