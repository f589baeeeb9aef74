import type { CalendarProvider } from '../../contract/calendar.ts';
import { LAST_INSTANT_MS } from '../../contract/values.ts';
import { type Interval, intersect, normalise, subtract } from '../../domain/availability/interval.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import type { Clock } from '../ports.ts';
import type { CalendarLog } from './calendar-ports.ts';
import type { CalendarStore } from './calendar-store.ts';
import type { CalendarTarget } from './place-session.ts';
import { ProviderFailure } from './providers/provider-failure.ts';
import type { ProviderRequest } from './providers/provider-http.ts';
import type { CalendarAdapter } from './providers/session-event.ts';

export interface FreeBusyOptions {
  /** True at booking time: asks the provider whatever is remembered. */
  readonly fresh?: boolean;
}

interface FreeBusyParts {
  readonly store: CalendarStore;
  readonly clock: Clock;
  readonly log: CalendarLog;
  readonly providers: readonly CalendarProvider[];
  readonly adapters: Readonly<Record<CalendarProvider, CalendarAdapter>>;
  readonly requestFor: (target: CalendarTarget) => ProviderRequest;
  /** A visitor waits at most this long for a provider, all tries together. @default 2.5 seconds */
  readonly deadlineMs?: number;
}

const REMEMBERED_MS = 3 * 60_000;
/** Calendars are asked in blocks of four weeks that all ranges share; both providers allow more. */
const BLOCK_MS = 28 * DAY_MS;
const MOST_BLOCKS = 5_000;

/** Well under the ten seconds after which the widget gives up. */
const DEADLINE_MS = 2500;
/** A provider that did not answer by the deadline is not asked again for so long: its last known times count meanwhile. */
const PAUSE_MS = 30_000;

interface Block {
  readonly askedAt: number;
  readonly busy: Promise<readonly Interval[]>;
}

/**
 * When a user is busy in the calendars they connected, apart from the sessions we put there ourselves. A provider that cannot be
 * reached counts with what it last said, or with nothing, and the connection shows the error; only the store's own failure rejects.
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
    // A clock set back ends the pause.
    return since >= 0 && since < PAUSE_MS;
  };

  /** Asks the provider itself, `until` a reading of `performance.now()`. A later answer goes to `late` and ends the pause. */
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
      // Its failure after the deadline is known already.
      asked.catch(() => undefined);
      return new ProviderFailure(target.provider, 'unavailable', { reason: 'deadline' });
    });
  };

  const block = async (
    target: CalendarTarget,
    account: string | null,
    start: number,
    until: number,
  ): Promise<readonly Interval[]> => {
    const key = JSON.stringify([target, start]);
    const last = blocks.get(key);
    if (last && clock.now() - last.askedAt < REMEMBERED_MS) return last.busy;
    // Shared by all who ask meanwhile, so the failure is dealt with in it: they get what the provider last said, or nothing.
    const keepLate = (late: readonly Interval[]) => {
      blocks.set(key, { askedAt: clock.now(), busy: Promise.resolve(late) });
    };
    const busy = ask(
      target,
      account,
      { start, end: Math.min(start + BLOCK_MS, LAST_INSTANT_MS) },
      until,
      keepLate,
    ).catch(async (error: unknown) => {
      await note(target, error);
      return last?.busy ?? [];
    });
    const asked = { askedAt: clock.now(), busy };
    blocks.set(key, asked);
    forgetOldest(blocks);
    // The failure could not even be noted: that is for this caller, not for those of the next minutes.
    busy.catch(() => blocks.get(key) === asked && blocks.delete(key));
    return busy;
  };

  const note = async (target: CalendarTarget, error: unknown) => {
    // It was noted when the pause began.
    if (error instanceof ProviderFailure && error.reason === 'paused') return;
    const message = error instanceof ProviderFailure ? error.message : 'Free/busy could not be read';
    log({ level: 'warn', message, ...target });
    await store.connections.update(target.userId, target.provider, { lastError: message });
  };

  const remembered = async (target: CalendarTarget, account: string | null, range: Interval, until: number) => {
    const starts: number[] = [];
    for (let start = Math.floor(range.start / BLOCK_MS) * BLOCK_MS; start < range.end; start += BLOCK_MS)
      starts.push(start);
    const parts = await Promise.all(starts.map((start) => block(target, account, start, until)));
    return intersect(normalise(parts.flat()), [range]);
  };

  const ofCalendar = async (target: CalendarTarget, range: Interval, fresh: boolean): Promise<readonly Interval[]> => {
    const connection = await store.connections.find(target.userId, target.provider);
    if (!connection) return [];
    const { account } = connection;
    const until = performance.now() + deadlineMs;
    let busy: readonly Interval[];
    if (fresh && range.end - range.start <= BLOCK_MS) {
      busy = await ask(target, account, range, until).catch(async (error: unknown) => {
        await note(target, error);
        return remembered(target, account, range, until);
      });
    } else {
      busy = await remembered(target, account, range, until);
    }
    const own = await store.events.ofUser(target.userId, target.provider, range.start, range.end);
    return subtract(busy, normalise(own));
  };

  return async (userId: string, range: Interval, { fresh = false }: FreeBusyOptions = {}): Promise<Interval[]> => {
    if (range.start >= range.end) return [];
    const all = await Promise.all(providers.map((provider) => ofCalendar({ userId, provider }, range, fresh)));
    return normalise(all.flat());
  };
}

function forgetOldest(blocks: Map<string, Block>): void {
  const oldest = blocks.keys().next().value;
  if (blocks.size > MOST_BLOCKS && oldest !== undefined) blocks.delete(oldest);
}

/** The work's result, or a rejection with what `tooLate` makes of it when it takes longer. The work itself goes on. */
async function withinDeadline<T>(work: Promise<T>, ms: number, tooLate: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), ms);
  });
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}
