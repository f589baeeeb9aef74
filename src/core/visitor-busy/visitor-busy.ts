import type { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import { readInstant, type TimeZone, writeInstant } from '../../contract/values.ts';
import { type Interval, union } from '../../domain/availability/interval.ts';
import type { BusyReading, ReadBusyOptions } from '../../domain/calendar/read-busy.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import type { Calls } from '../client/call.ts';
import { splitRange } from '../client/range.ts';
import { type BookingError, isBookingError } from '../errors.ts';
import { createStore, type Store } from '../store.ts';

/** A calendar file as it was dropped or chosen; a `File` is one. */
interface CalendarFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
}

/** The state of the visitor's file. */
export type FileState =
  | { readonly status: 'none' }
  /** `progress`: the part that has been read, 0 to 1; left out before the first report. */
  | { readonly status: 'reading'; readonly name: string; readonly progress?: number }
  /**
   * `count`: its busy times from now on, overlapping ones joined. `skipped`: events that could not be read; `guessed`: events
   * in a time zone that is not known, read in the visitor's. Both are left out when there are none.
   */
  | {
      readonly status: 'read';
      readonly name: string;
      readonly count: number;
      readonly skipped?: number;
      readonly guessed?: number;
    }
  | { readonly status: 'failed'; readonly name: string; readonly why: FileFault };

/** Why a file is not compared. `too-slow`: reading it took longer than the time limit. */
type FileFault = 'not-a-calendar' | 'too-large' | 'too-slow' | 'unreadable';

/** The state of loading the busy times of the visitor's connected calendars. */
type AccountState =
  | { readonly status: 'off' | 'loading' | 'on' }
  | { readonly status: 'failed'; readonly problem: BookingError };

/** The visitor's busy times, from the file and the calendars they chose. */
interface VisitorBusyState {
  readonly file: FileState;
  readonly account: AccountState;
  /** In order, none overlapping. */
  readonly busy: readonly Interval[];
}

/** Follows and stops the reading of a file. */
export interface ReadingControl {
  /** Aborted when the result is no longer wanted. */
  readonly signal: AbortSignal;
  /** Called with the part that has been read, 0 to 1. */
  readonly progress: (part: number) => void;
}

interface VisitorBusyOptions {
  /**
   * Reads busy times out of a file's text (`readBusy`). Rejects with a SyntaxError when it is no calendar, and with an error
   * named `TimeoutError` when it takes too long.
   */
  readonly read: (text: string, options: ReadBusyOptions, control: ReadingControl) => Promise<BusyReading>;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: () => number;
}

type BusyClient = Pick<Calls<typeof calendarEndpoints>, 'getOwnBusy'>;

/** The visitor's own busy times, from a file that stays in this page and from calendars they connected. */
export interface VisitorBusy extends Store<VisitorBusyState> {
  /** Reads a file; its whole days and times without a zone are read in `timeZone`. Replaces an earlier file. */
  useFile(file: CalendarFile, timeZone: TimeZone): Promise<void>;
  /** Forgets the file, and stops reading it. */
  forgetFile(): void;
  /**
   * Loads the busy times of connected calendars within a range; each range once until they are forgotten. A range that failed is
   * loaded again only after another range was asked for.
   */
  useAccount(client: BusyClient, range: Interval): Promise<void>;
  forgetAccount(): void;
}

/** A year of a busy calendar is about 2 MB. */
const MOST_BYTES = 20_000_000;
/** As far ahead as slots are looked for. */
const HORIZON_MS = 2 * 366 * DAY_MS;

/** Makes the store of a visitor's own busy times; empty at first. */
export function createVisitorBusy({ read, now = Date.now }: VisitorBusyOptions): VisitorBusy {
  const store = createStore<VisitorBusyState>({ file: { status: 'none' }, account: { status: 'off' }, busy: [] });
  let inFile: readonly Interval[] = [];
  let inAccount: readonly Interval[] = [];
  /** Ranges that were loaded or are loading. */
  let asked = new Set<string>();
  /** The range that failed last: it is not requested twice in a row. */
  let failed: string | undefined;
  /** Aborted when the file is forgotten or replaced. */
  let reading = new AbortController();
  /** Incremented when the account is forgotten: answers to earlier requests are ignored. */
  let accountTurn = 0;

  const patch = (change: Partial<VisitorBusyState>) =>
    store.set({ ...store.state, ...change, busy: union(inFile, inAccount) });

  function restartReading(): AbortSignal {
    reading.abort();
    reading = new AbortController();
    inFile = [];
    return reading.signal;
  }

  async function ask(client: BusyClient, range: Interval): Promise<Interval[]> {
    const query = { start_date: writeInstant(range.start), end_date: writeInstant(range.end) };
    const replies = await Promise.all(splitRange(query).map((part) => client.getOwnBusy({ query: part })));
    return replies
      .flatMap((reply) => reply.busy)
      .map(({ start, end }) => ({ start: readInstant(start) ?? 0, end: readInstant(end) ?? 0 }));
  }

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,

    async useFile(file, timeZone) {
      const { name } = file;
      const signal = restartReading();
      if (file.size > MOST_BYTES) return patch({ file: { status: 'failed', name, why: 'too-large' } });
      patch({ file: { status: 'reading', name } });
      const progress = (part: number) => {
        if (!signal.aborted) patch({ file: { status: 'reading', name, progress: part } });
      };
      let next: FileState;
      try {
        const start = now() - DAY_MS;
        const options = { range: { start, end: start + HORIZON_MS }, timeZone };
        const { busy, skipped, guessed } = await read(await file.text(), options, { signal, progress });
        if (signal.aborted) return;
        inFile = busy;
        const count = busy.filter(({ end }) => end > now()).length;
        next = { status: 'read', name, count, ...(skipped > 0 && { skipped }), ...(guessed > 0 && { guessed }) };
      } catch (error) {
        if (signal.aborted) return;
        next = { status: 'failed', name, why: faultOf(error) };
      }
      patch({ file: next });
    },

    forgetFile() {
      restartReading();
      patch({ file: { status: 'none' } });
    },

    async useAccount(client, range) {
      const key = `${range.start} ${range.end}`;
      if (failed === key) return;
      failed = undefined;
      if (asked.has(key)) return;
      asked.add(key);
      const turn = accountTurn;
      if (store.state.account.status !== 'on') patch({ account: { status: 'loading' } });
      try {
        const times = await ask(client, range);
        if (turn !== accountTurn) return;
        inAccount = union(inAccount, times);
        patch({ account: { status: 'on' } });
      } catch (error) {
        if (turn !== accountTurn) return;
        asked.delete(key);
        if (!isBookingError(error)) throw error;
        failed = key;
        patch({ account: { status: 'failed', problem: error } });
      }
    },

    forgetAccount() {
      accountTurn++;
      asked = new Set();
      failed = undefined;
      inAccount = [];
      patch({ account: { status: 'off' } });
    },
  };
}

function faultOf(error: unknown): FileFault {
  if (error instanceof SyntaxError) return 'not-a-calendar';
  return error instanceof Error && error.name === 'TimeoutError' ? 'too-slow' : 'unreadable';
}
