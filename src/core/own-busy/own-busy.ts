import type { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import { readInstant, type TimeZone, writeInstant } from '../../contract/values.ts';
import { type Interval, union } from '../../domain/availability/interval.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import type { Calls } from '../client/call.ts';
import { splitRange } from '../client/range.ts';
import { type BookingError, isBookingError } from '../errors.ts';
import { createStore, type Store } from '../store.ts';

/** A calendar file as it was dropped or chosen; a `File` is one. */
export interface CalendarFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
}

/** What became of the visitor's file. */
export type FileState =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly name: string }
  /** `count`: busy times in it from now on, overlapping ones joined. */
  | { readonly status: 'read'; readonly name: string; readonly count: number }
  | { readonly status: 'failed'; readonly name: string; readonly why: 'not-a-calendar' | 'too-large' | 'unreadable' };

/** What became of asking for the busy times of the visitor's connected calendars. */
export type AccountState =
  | { readonly status: 'off' | 'loading' | 'on' }
  | { readonly status: 'failed'; readonly problem: BookingError };

/** When a visitor is busy, as far as they let us know. */
export interface OwnBusyState {
  readonly file: FileState;
  readonly account: AccountState;
  /** In order, none overlapping. */
  readonly busy: readonly Interval[];
}

export interface OwnBusyOptions {
  /** Reads busy times out of a file's text (`readBusy`); rejects with a SyntaxError when it is no calendar. */
  readonly read: (text: string, options: { range: Interval; timeZone: TimeZone }) => Promise<readonly Interval[]>;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: () => number;
}

type BusyClient = Pick<Calls<typeof calendarEndpoints>, 'getOwnBusy'>;

/** The visitor's own busy times, from a file that stays in this page and from calendars they connected. */
export interface OwnBusy extends Store<OwnBusyState> {
  /** Reads a file; its whole days and times without a zone are read in `timeZone`. Replaces an earlier file. */
  useFile(file: CalendarFile, timeZone: TimeZone): Promise<void>;
  forgetFile(): void;
  /** Asks for the busy times of connected calendars within a range, each range once, until they are forgotten. */
  useAccount(client: BusyClient, range: Interval): Promise<void>;
  forgetAccount(): void;
}

/** A year of a busy calendar is about 2 MB; reading much more would hold up the page. */
const MOST_BYTES = 20_000_000;
/** As far ahead as slots are looked for. */
const HORIZON_MS = 2 * 366 * DAY_MS;

/** Opens a visitor's own busy times: nothing is known at first. */
export function createOwnBusy({ read, now = Date.now }: OwnBusyOptions): OwnBusy {
  const store = createStore<OwnBusyState>({ file: { status: 'none' }, account: { status: 'off' }, busy: [] });
  let inFile: readonly Interval[] = [];
  let inAccount: readonly Interval[] = [];
  let asked = new Set<string>();
  /** Rises when a file or an account is forgotten: what was under way for it is then nobody's. */
  let fileTurn = 0;
  let accountTurn = 0;

  const patch = (change: Partial<OwnBusyState>) =>
    store.set({ ...store.state, ...change, busy: union(inFile, inAccount) });

  async function ask(client: BusyClient, range: Interval): Promise<void> {
    const query = { start_date: writeInstant(range.start), end_date: writeInstant(range.end) };
    const replies = await Promise.all(splitRange(query).map((part) => client.getOwnBusy({ query: part })));
    const busy = replies.flatMap((reply) => reply.busy);
    inAccount = union(
      inAccount,
      busy.map(({ start, end }) => ({ start: readInstant(start) ?? 0, end: readInstant(end) ?? 0 })),
    );
  }

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,

    async useFile(file, timeZone) {
      const { name } = file;
      const turn = ++fileTurn;
      inFile = [];
      if (file.size > MOST_BYTES) return patch({ file: { status: 'failed', name, why: 'too-large' } });
      patch({ file: { status: 'reading', name } });
      let next: FileState;
      try {
        const start = now() - DAY_MS;
        const times = await read(await file.text(), { range: { start, end: start + HORIZON_MS }, timeZone });
        if (turn !== fileTurn) return;
        inFile = times;
        next = { status: 'read', name, count: times.filter(({ end }) => end > now()).length };
      } catch (error) {
        if (turn !== fileTurn) return;
        next = { status: 'failed', name, why: error instanceof SyntaxError ? 'not-a-calendar' : 'unreadable' };
      }
      patch({ file: next });
    },

    forgetFile() {
      fileTurn++;
      inFile = [];
      patch({ file: { status: 'none' } });
    },

    async useAccount(client, range) {
      const key = `${range.start} ${range.end}`;
      if (asked.has(key)) return;
      asked.add(key);
      const turn = accountTurn;
      if (store.state.account.status !== 'on') patch({ account: { status: 'loading' } });
      try {
        await ask(client, range);
        if (turn === accountTurn) patch({ account: { status: 'on' } });
      } catch (error) {
        if (!isBookingError(error)) throw error;
        if (turn !== accountTurn) return;
        patch({ account: { status: 'failed', problem: error } });
      }
    },

    forgetAccount() {
      accountTurn++;
      asked = new Set();
      inAccount = [];
      patch({ account: { status: 'off' } });
    },
  };
}
