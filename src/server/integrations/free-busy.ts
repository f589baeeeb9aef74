import type { CalendarProvider } from '../../contract/calendar.ts';
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

export interface FreeBusyParts {
  readonly store: CalendarStore;
  readonly clock: Clock;
  readonly log: CalendarLog;
  readonly providers: readonly CalendarProvider[];
  readonly adapters: Readonly<Record<CalendarProvider, CalendarAdapter>>;
  readonly requestFor: (target: CalendarTarget) => ProviderRequest;
}

const REMEMBERED_MS = 3 * 60_000;
/** Calendars are asked in blocks of four weeks that all ranges share; both providers allow more. */
const BLOCK_MS = 28 * DAY_MS;
const MOST_BLOCKS = 5_000;

interface Block {
  readonly askedAt: number;
  readonly busy: Promise<readonly Interval[]>;
}

/**
 * When a user is busy in the calendars they connected, apart from the sessions we put there ourselves. A provider that cannot be
 * reached counts with what it last said, or with nothing, and the connection shows the error; only the store's own failure rejects.
 */
export function createFreeBusy({ store, clock, log, providers, adapters, requestFor }: FreeBusyParts) {
  const blocks = new Map<string, Block>();

  const ask = async (target: CalendarTarget, account: string | null, range: Interval) => {
    const busy = await adapters[target.provider].busy(requestFor(target), range, account);
    return intersect(normalise(busy), [range]);
  };

  const block = async (target: CalendarTarget, account: string | null, start: number): Promise<readonly Interval[]> => {
    const key = JSON.stringify([target, start]);
    const last = blocks.get(key);
    if (last && clock.now() - last.askedAt < REMEMBERED_MS) return last.busy;
    // Shared by all who ask meanwhile, so the failure is dealt with in it: they get what the provider last said, or nothing.
    const busy = ask(target, account, { start, end: start + BLOCK_MS }).catch(async (error: unknown) => {
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
    const message = error instanceof ProviderFailure ? error.message : 'Free/busy could not be read';
    log({ level: 'warn', message, ...target });
    await store.connections.update(target.userId, target.provider, { lastError: message });
  };

  const remembered = async (target: CalendarTarget, account: string | null, range: Interval) => {
    const starts: number[] = [];
    for (let start = Math.floor(range.start / BLOCK_MS) * BLOCK_MS; start < range.end; start += BLOCK_MS)
      starts.push(start);
    const parts = await Promise.all(starts.map((start) => block(target, account, start)));
    return intersect(normalise(parts.flat()), [range]);
  };

  const ofCalendar = async (target: CalendarTarget, range: Interval, fresh: boolean): Promise<readonly Interval[]> => {
    const connection = await store.connections.find(target.userId, target.provider);
    if (!connection) return [];
    const { account } = connection;
    let busy: readonly Interval[];
    if (fresh && range.end - range.start <= BLOCK_MS) {
      busy = await ask(target, account, range).catch(async (error: unknown) => {
        await note(target, error);
        return remembered(target, account, range);
      });
    } else {
      busy = await remembered(target, account, range);
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
