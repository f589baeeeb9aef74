import type { Booking, BookingStatus } from '../../contract/booking.ts';
import type { adminEndpoints, bookingsEndpoints } from '../../contract/endpoints.ts';
import type { Calls } from '../client/call.ts';
import { type BookingError, isBookingError } from '../errors.ts';
import { createStore, type Store } from '../store.ts';
import { joinPages, readFirstPages } from './first-pages.ts';
import { type Rows, withRow } from './row.ts';
import { UNDO_LEFT_MS, UNDO_MS } from './undo-time.ts';

/** The calls a list of bookings needs. */
export type BookingListClient = Pick<
  Calls<typeof bookingsEndpoints>,
  'getBooking' | 'listClientBookings' | 'listCoachBookings' | 'updateBookingStatus' | 'cancelBooking'
> &
  Partial<Pick<Calls<typeof adminEndpoints>, 'listBookings'>>;

/** Whose bookings to list, and how. */
export interface BookingListOptions {
  readonly client: BookingListClient;
  /** Which side of the bookings `userId` is on; `admin`: everybody's, for whom `client` has `listBookings`. */
  readonly as: 'client' | 'coach' | 'admin';
  readonly userId: string;
  /** For an admin: only the bookings of this coach, of this client. */
  readonly only?: { readonly coachId?: string | undefined; readonly clientId?: string | undefined } | undefined;
  /** Only this booking: for a signed link, whose token may read one booking and no list. */
  readonly bookingId?: string | undefined;
  /** Bookings per request, at most 100. @default 50 */
  readonly pageSize?: number | undefined;
  /** Milliseconds in which a cancellation can be undone; it is sent afterwards. @default UNDO_MS */
  readonly undoMs?: number | undefined;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** One person's bookings as far as they are loaded. */
export interface BookingListState {
  /** `loading`: nothing is loaded yet; `error`: the last load failed, and `bookings` keeps what was loaded before. */
  readonly status: 'loading' | 'ready' | 'error';
  /** The status that further pages are limited to; all when undefined. */
  readonly filter: BookingStatus | undefined;
  /** All bookings loaded, whatever the filter, so that counts stay when it changes. */
  readonly bookings: readonly Booking[];
  /** How many bookings of the filter's status (of all, without a filter) are loaded, and how many exist. */
  readonly loaded: number;
  readonly total: number;
  readonly loadingMore: boolean;
  readonly problem?: BookingError;
  readonly rows: Rows;
}

/**
 * One person's bookings and the actions on them. A change is shown once the server has confirmed it; only a cancellation that can
 * still be undone is shown before.
 */
export interface BookingList extends Store<BookingListState> {
  /** Loads the bookings again, back to yesterday; the old ones stay until the new ones arrive. */
  load(): Promise<void>;
  /** Reads the next page, if there is one. */
  more(): Promise<void>;
  /** Limits further loading to one status, or to none; bookings already loaded stay. */
  filter(status: BookingStatus | undefined): Promise<void>;
  /** Confirms or completes bookings, each on its own: one refusal does not stop the others. */
  change(ids: readonly string[], to: 'confirmed' | 'completed'): Promise<void>;
  /** Cancels bookings once the time to undo is over. */
  cancel(ids: readonly string[], reason?: string): void;
  /** Takes back cancellations that have not been sent. */
  undo(ids: readonly string[]): void;
  /** While `held`, the time to undo stands still and nothing that can be undone is sent. */
  holdUndo(held: boolean): void;
  /** Sends again what failed. */
  retry(ids: readonly string[]): Promise<void>;
  /** Sends at once the cancellations that could still be undone: call it when the page closes. */
  flush(): Promise<void>;
  /** Replaces a booking that was changed elsewhere, such as a moved one. */
  replace(booking: Booking): void;
  /** Forgets a refusal that has been read. */
  dismiss(id: string): void;
  /** Stops reading, and sends the cancellations that could still be undone; listeners hear of their results. */
  dispose(): void;
}

/** Makes a list of bookings; `load` fills it. */
export function createBookingList(options: BookingListOptions): BookingList {
  const { client, as, userId, only, bookingId, pageSize = 50, undoMs = UNDO_MS, now = Date.now } = options;
  const initial: BookingListState = {
    status: 'loading',
    filter: undefined,
    bookings: [],
    loaded: 0,
    total: 0,
    loadingMore: false,
    rows: new Map(),
  };
  const store = createStore<BookingListState>(initial);
  /** Cancellations that can be undone; without a timer while held. */
  const timers = new Map<string, ReturnType<typeof setTimeout> | undefined>();
  /** Milliseconds left for each when its time to undo was stopped. */
  const heldWith = new Map<string, number>();
  let reading = new AbortController();
  let whole = { loaded: 0, total: 0 };
  let held = false;

  const patch = (change: Partial<BookingListState>) => store.set({ ...store.state, ...change });
  const setRow = (id: string, row: Parameters<typeof withRow>[2]) =>
    patch({ rows: withRow(store.state.rows, id, row) });

  async function page(skip: number, filter: BookingStatus | undefined, signal: AbortSignal) {
    if (bookingId !== undefined) {
      return { bookings: [await client.getBooking({ params: { booking_id: bookingId } }, { signal })], total: 1 };
    }
    const query = { skip: String(skip), limit: String(pageSize), ...(filter && { status: filter }) };
    if (as === 'admin') {
      const { coachId, clientId } = only ?? {};
      const of = { ...query, ...(coachId && { coach_id: coachId }), ...(clientId && { client_id: clientId }) };
      if (!client.listBookings) throw new TypeError('The client of an admin needs listBookings');
      return client.listBookings({ query: of }, { signal });
    }
    return as === 'client'
      ? client.listClientBookings({ params: { client_id: userId }, query }, { signal })
      : client.listCoachBookings({ params: { coach_id: userId }, query }, { signal });
  }

  async function read(skip: number, filter: BookingStatus | undefined): Promise<void> {
    reading.abort();
    reading = new AbortController();
    const { signal } = reading;
    const from = (start: number) => page(start, filter, signal);
    try {
      const { bookings, total } = skip === 0 ? await readFirstPages(from, now()) : await from(skip);
      const reached = { loaded: skip + bookings.length, total };
      if (signal.aborted) return;
      if (filter === undefined) whole = reached;
      const { problem: _, ...rest } = store.state;
      const before = skip === 0 && filter === undefined ? [] : rest.bookings;
      store.set({ ...rest, ...reached, status: 'ready', bookings: joinPages(before, bookings), loadingMore: false });
    } catch (error) {
      if (signal.aborted || !isBookingError(error)) return;
      patch({ status: 'error', problem: error, loadingMore: false });
    }
  }

  /** Loads bookings of the filter's status, unless all are loaded already. */
  async function readFiltered(): Promise<void> {
    const { filter } = store.state;
    const isKnown = filter === undefined || whole.loaded >= whole.total;
    // Otherwise a page of the previous filter would be counted for this one.
    reading.abort();
    patch({ ...(filter === undefined ? whole : { loaded: 0, total: 0 }), loadingMore: !isKnown });
    if (!isKnown) await read(0, filter);
  }

  const put = (booking: Booking) =>
    patch({
      // A reply to a change may lack the names that the list has.
      bookings: store.state.bookings.map((old) => (old.id === booking.id ? { ...old, ...booking } : old)),
    });

  async function send(id: string, to: BookingStatus, call: () => Promise<Booking | null | undefined>): Promise<void> {
    setRow(id, { kind: 'working', to });
    try {
      // Many backends answer a cancellation with 204 and no body: read the booking instead.
      const reply = (await call()) ?? (await client.getBooking({ params: { booking_id: id } }).catch(() => undefined));
      const known = store.state.bookings.find((booking) => booking.id === id);
      if (reply) put(reply);
      else if (known) put({ ...known, status: to });
      setRow(id, undefined);
    } catch (error) {
      if (!isBookingError(error)) throw error;
      // Somebody else may have changed the booking: read its present state.
      if (error.status !== undefined) {
        await client.getBooking({ params: { booking_id: id } }).then(put, () => undefined);
      }
      setRow(id, { kind: 'failed', to, problem: error, again: () => send(id, to, call) });
    }
  }

  function sendCancellation(id: string, keepalive = false): Promise<void> {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const row = store.state.rows.get(id);
    const reason = row?.kind === 'undoable' ? row.reason : undefined;
    const query = reason ? { reason } : {};
    return send(id, 'cancelled', () => client.cancelBooking({ params: { booking_id: id }, query }, { keepalive }));
  }

  /** Sends a cancellation after `ms`; `Infinity` sets no timer. */
  function sendIn(id: string, ms: number): void {
    clearTimeout(timers.get(id));
    timers.set(id, ms === Infinity ? undefined : setTimeout(() => void sendCancellation(id), ms));
  }

  const flush = async () => void (await Promise.all([...timers.keys()].map((id) => sendCancellation(id, true))));

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    load: async () => {
      await read(0, undefined);
      if (store.state.status === 'ready' && store.state.filter) await readFiltered();
    },
    more: async () => {
      const { loadingMore, loaded, total, filter } = store.state;
      if (loadingMore || loaded >= total) return;
      patch({ loadingMore: true });
      await read(loaded, filter);
    },
    filter: async (filter) => {
      if (filter === store.state.filter) return;
      patch({ filter });
      if (store.state.status === 'ready') await readFiltered();
    },
    change: async (ids, to) => {
      const body = { status: to };
      await Promise.all(
        ids.map((id) => send(id, to, () => client.updateBookingStatus({ params: { booking_id: id }, body }))),
      );
    },
    cancel: (ids, reason) => {
      for (const id of ids) {
        if (timers.has(id)) continue;
        setRow(id, { kind: 'undoable', until: now() + undoMs, reason, held });
        heldWith.set(id, undoMs);
        sendIn(id, held ? Infinity : undoMs);
      }
    },
    holdUndo: (wanted) => {
      if (wanted === held) return;
      held = wanted;
      for (const id of [...timers.keys()]) {
        const row = store.state.rows.get(id);
        if (row?.kind !== 'undoable') continue;
        const left = held ? row.until - now() : Math.max(UNDO_LEFT_MS, heldWith.get(id) ?? 0);
        if (held) heldWith.set(id, left);
        setRow(id, { ...row, held, until: now() + left });
        sendIn(id, held ? Infinity : left);
      }
    },
    undo: (ids) => {
      for (const id of ids) {
        if (!timers.has(id)) continue;
        clearTimeout(timers.get(id));
        timers.delete(id);
        setRow(id, undefined);
      }
    },
    retry: async (ids) => {
      const failed = ids.map((id) => store.state.rows.get(id));
      await Promise.all(failed.map((row) => (row?.kind === 'failed' ? row.again() : undefined)));
    },
    flush,
    replace: put,
    dismiss: (id) => setRow(id, undefined),
    dispose: () => {
      reading.abort();
      void flush();
    },
  };
}
