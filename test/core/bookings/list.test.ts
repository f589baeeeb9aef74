import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Booking } from '../../../src/contract/booking.ts';
import {
  type BookingList,
  type BookingListClient,
  type BookingListOptions,
  createBookingList,
} from '../../../src/core/bookings/list.ts';
import { upcoming } from '../../../src/core/bookings/selectors.ts';
import { type BookingClient, createBookingClient } from '../../../src/core/client/client.ts';
import { createMockServer, type MockServer } from '../../../src/mock/index.ts';

const GUIDE_DAY = '2025-11-05T10:30:00Z';

let mock: MockServer;
let sent: string[];
let network: 'up' | 'down';
const lists: BookingList[] = [];

beforeEach(() => {
  mock = createMockServer({ clock: GUIDE_DAY });
  sent = [];
  network = 'up';
});

afterEach(() => {
  vi.useRealTimers();
  for (const list of lists.splice(0)) list.dispose();
});

async function signedIn(email: string): Promise<BookingClient> {
  const client = createBookingClient({
    api: 'https://api.example.com',
    retries: 0,
    fetch: async (request) => {
      if (network === 'down') throw new TypeError('network is down');
      sent.push(`${request.method} ${new URL(request.url).pathname}`);
      return mock.fetch(request);
    },
  });
  await client.session.logIn({ email, password: 'password123' });
  return client;
}

async function book(client: BookingClient, start: string, coach = mock.seed.coaches.ana): Promise<string> {
  const body = { coach_id: coach, session_datetime: start, duration_minutes: 60 };
  return (await client.createBooking({ body }, { idempotencyKey: start })).id;
}

async function opened(options: Omit<BookingListOptions, 'userId' | 'now'>): Promise<BookingList> {
  const userId = options.as === 'client' ? mock.seed.client.id : mock.seed.coaches.ana;
  const list = createBookingList({ ...options, userId, now: () => mock.clock.now() });
  lists.push(list);
  await list.load();
  return list;
}

/** A backend that lists the soonest session first. */
function ascending(total: number) {
  const requests: string[] = [];
  const all = Array.from(
    { length: total },
    (_, index): Booking => ({
      id: `b${index}`,
      client_id: 'c',
      coach_id: 'k',
      session_datetime: `2025-11-1${index}T10:00:00Z`,
      duration_minutes: 60,
      status: 'confirmed',
    }),
  );
  const listClientBookings: BookingListClient['listClientBookings'] = async ({ query }) => {
    const { skip = '0', limit = '50' } = query ?? {};
    requests.push(String(skip));
    return { bookings: all.slice(Number(skip), Number(skip) + Number(limit)), total };
  };
  const never = () => Promise.reject(new Error('not asked for here'));
  const client: BookingListClient = {
    listClientBookings,
    listCoachBookings: never,
    updateBookingStatus: never,
    cancelBooking: never,
    getBooking: never,
  };
  return { client, requests };
}

const statusOf = (list: BookingList, id: string) => list.state.bookings.find((booking) => booking.id === id)?.status;

describe('a list of bookings', () => {
  it('reads page after page and keeps each booking once', async () => {
    const client = await signedIn('client@example.com');
    for (const hour of ['09', '11', '13', '15']) await book(client, `2025-11-15T${hour}:00:00Z`);
    const list = await opened({ client, as: 'client', pageSize: 2 });
    const { total } = list.state;
    expect(list.state.bookings.length).toBeLessThan(total);
    while (list.state.bookings.length < total) {
      const before = list.state.bookings.length;
      await list.more();
      expect(list.state.bookings.length).toBeGreaterThan(before);
    }
    const ids = list.state.bookings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(total);
  });

  it('has all sessions to come at once, although a list begins with the farthest', async () => {
    const client = await signedIn('client@example.com');
    for (const day of ['06', '15', '16', '17', '18']) await book(client, `2025-11-${day}T14:00:00Z`);
    const list = await opened({ client, as: 'client', pageSize: 2 });
    expect(upcoming(list.state.bookings, mock.clock.now())[0]?.session_datetime).toBe('2025-11-06T14:00:00Z');
    expect(sent.filter((request) => request.startsWith('GET /booking/client/'))).toHaveLength(4);
  });

  it('reads a list that comes soonest first to its end', async () => {
    const { client, requests } = ascending(7);
    const list = createBookingList({
      client,
      as: 'client',
      userId: 'c',
      pageSize: 2,
      now: () => Date.UTC(2025, 10, 5),
    });
    lists.push(list);
    await list.load();
    expect(list.state.bookings).toHaveLength(7);
    expect(requests).toEqual(['0', '2', '4', '6']);
  });

  it('reads one status to its end when asked to, and forgets nothing of the others', async () => {
    const client = await signedIn('client@example.com');
    for (const day of ['15', '16', '17']) await book(client, `2025-11-${day}T14:00:00Z`);
    const list = await opened({ client, as: 'client', pageSize: 2 });
    const known = list.state.bookings.length;
    expect(known).toBeLessThan(list.state.total);
    await list.filter('completed');
    expect(list.state).toMatchObject({ loaded: 2, total: 2, loadingMore: false });
    expect(list.state.bookings.filter(({ status }) => status === 'completed')).toHaveLength(2);
    expect(list.state.bookings.length).toBeGreaterThan(known);
    await list.filter(undefined);
    expect(list.state.loaded).toBe(known);
    while (list.state.loaded < list.state.total) await list.more();
    expect(new Set(list.state.bookings.map(({ id }) => id)).size).toBe(list.state.total);
  });

  it('asks for nothing when all is known that a status could show', async () => {
    const client = await signedIn('client@example.com');
    const list = await opened({ client, as: 'client' });
    const before = sent.length;
    await list.filter('cancelled');
    expect(sent).toHaveLength(before);
    expect(list.state.bookings.some(({ status }) => status === 'cancelled')).toBe(true);
  });

  it('confirms several at once, and one refusal does not stop the others', async () => {
    const client = await signedIn('client@example.com');
    const first = await book(client, '2025-11-15T14:00:00Z');
    const gone = await book(client, '2025-11-16T14:00:00Z');
    const coach = await signedIn('coach@example.com');
    const list = await opened({ client: coach, as: 'coach' });
    await client.cancelBooking({ params: { booking_id: gone } });
    await list.change([first, gone], 'confirmed');
    expect(statusOf(list, first)).toBe('confirmed');
    const row = list.state.rows.get(gone);
    expect(row).toMatchObject({ kind: 'failed', problem: { code: 'invalid_transition' } });
    expect(statusOf(list, gone)).toBe('cancelled');
    list.dismiss(gone);
    expect(list.state.rows.get(gone)).toBeUndefined();
  });

  it('sends a cancellation when the time to undo it is over, with its reason', async () => {
    const client = await signedIn('client@example.com');
    const id = await book(client, '2025-11-15T14:00:00Z');
    const list = await opened({ client, as: 'client', undoMs: 30 });
    list.cancel([id], 'I am ill');
    expect(list.state.rows.get(id)?.kind).toBe('undoable');
    expect(sent).not.toContain(`DELETE /booking/${id}`);
    await vi.waitFor(() => expect(statusOf(list, id)).toBe('cancelled'));
    expect((await client.getBooking({ params: { booking_id: id } })).cancellation_reason).toBe('I am ill');
  });

  it.each(['204', '200 with the booking', '204, and the booking cannot be read'])(
    'understands a backend that answers a cancellation with %s',
    async (answer) => {
      const { client } = ascending(2);
      const cancelled: Booking = {
        id: 'b0',
        client_id: 'c',
        coach_id: 'k',
        session_datetime: '2025-11-10T10:00:00Z',
        duration_minutes: 60,
        status: 'cancelled',
        sequence: 1,
      };
      const reads: string[] = [];
      const list = await opened({
        as: 'client',
        client: {
          ...client,
          cancelBooking: async () => (answer.startsWith('204') ? undefined : cancelled),
          getBooking: async ({ params }) => {
            reads.push(params.booking_id);
            if (answer === '204') return cancelled;
            throw new Error('gone');
          },
        },
      });
      list.cancel(['b0']);
      await list.flush();
      const shown = list.state.bookings.find(({ id }) => id === 'b0');
      expect(shown?.status).toBe('cancelled');
      expect(shown?.sequence).toBe(answer.endsWith('read') ? undefined : 1);
      expect(reads).toEqual(answer.startsWith('204') ? ['b0'] : []);
      expect(list.state.rows.get('b0')).toBeUndefined();
    },
  );

  it('never sends a cancellation that was undone', async () => {
    const client = await signedIn('client@example.com');
    const id = await book(client, '2025-11-15T14:00:00Z');
    const list = await opened({ client, as: 'client', undoMs: 20 });
    vi.useFakeTimers();
    list.cancel([id]);
    list.undo([id]);
    await vi.advanceTimersByTimeAsync(600_000);
    vi.useRealTimers();
    expect(sent).not.toContain(`DELETE /booking/${id}`);
    expect((await client.getBooking({ params: { booking_id: id } })).status).toBe('pending');
  });

  it('sends nothing while the undo is held, and leaves a moment to undo afterwards', async () => {
    const client = await signedIn('client@example.com');
    const id = await book(client, '2025-11-15T14:00:00Z');
    const list = await opened({ client, as: 'client', undoMs: 20_000 });
    vi.useFakeTimers();
    list.cancel([id]);
    await vi.advanceTimersByTimeAsync(19_000);
    mock.clock.set('2025-11-05T10:30:19Z');
    list.holdUndo(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(list.state.rows.get(id)).toMatchObject({ kind: 'undoable', held: true });
    expect(sent).not.toContain(`DELETE /booking/${id}`);
    list.holdUndo(false);
    await vi.advanceTimersByTimeAsync(2900);
    expect(sent).not.toContain(`DELETE /booking/${id}`);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toContain(`DELETE /booking/${id}`);
  });

  it('gives a cancellation made while another is held its whole time', async () => {
    const client = await signedIn('client@example.com');
    const id = await book(client, '2025-11-15T14:00:00Z');
    const list = await opened({ client, as: 'client', undoMs: 20_000 });
    vi.useFakeTimers();
    list.holdUndo(true);
    list.cancel([id]);
    list.holdUndo(false);
    await vi.advanceTimersByTimeAsync(19_900);
    expect(sent).not.toContain(`DELETE /booking/${id}`);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toContain(`DELETE /booking/${id}`);
  });

  it('is not mixed up by a page of the filter before', async () => {
    const client = await signedIn('coach@example.com');
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow: BookingListClient = {
      ...client,
      listCoachBookings: async (input, options) => {
        const reply = await client.listCoachBookings(input, options);
        // An answer that has arrived when the request is given up.
        if (input.query?.status === 'completed') await late;
        return reply;
      },
    };
    const list = await opened({ client: slow, as: 'coach', pageSize: 2 });
    const { loaded, total } = list.state;
    const filtering = list.filter('completed');
    await new Promise((resolve) => setTimeout(resolve));
    await list.filter(undefined);
    answer();
    await filtering;
    expect(list.state).toMatchObject({ filter: undefined, loaded, total, loadingMore: false });
    await list.more();
    expect(list.state.loaded).toBeGreaterThan(loaded);
  });

  it('sends what could still be undone when the page closes', async () => {
    const client = await signedIn('client@example.com');
    const id = await book(client, '2025-11-15T14:00:00Z');
    const list = await opened({ client, as: 'client', undoMs: 60_000 });
    list.cancel([id]);
    await list.flush();
    expect((await client.getBooking({ params: { booking_id: id } })).status).toBe('cancelled');
  });

  it('says why and keeps the booking when the server cannot be reached', async () => {
    const client = await signedIn('client@example.com');
    const id = await book(client, '2025-11-15T14:00:00Z');
    const list = await opened({ client, as: 'client' });
    network = 'down';
    list.cancel([id]);
    await list.flush();
    expect(list.state.rows.get(id)).toMatchObject({ kind: 'failed', problem: { kind: 'offline' } });
    expect(statusOf(list, id)).toBe('pending');
  });

  it('sends again what had no connection, with the same reason', async () => {
    const client = await signedIn('client@example.com');
    const id = await book(client, '2025-11-15T14:00:00Z');
    const list = await opened({ client, as: 'client' });
    network = 'down';
    list.cancel([id], 'I am ill');
    await list.flush();
    network = 'up';
    await list.retry([id]);
    expect(list.state.rows.get(id)).toBeUndefined();
    expect((await client.getBooking({ params: { booking_id: id } })).cancellation_reason).toBe('I am ill');
  });

  it('keeps what it knows when reading it anew fails', async () => {
    const client = await signedIn('client@example.com');
    const id = await book(client, '2025-11-15T14:00:00Z');
    const list = await opened({ client, as: 'client' });
    network = 'down';
    await list.load();
    expect(list.state).toMatchObject({ status: 'error', problem: { kind: 'offline' } });
    expect(statusOf(list, id)).toBe('pending');
  });

  it('reads one booking alone for a signed link', async () => {
    const client = await signedIn('client@example.com');
    const id = await book(client, '2025-11-15T14:00:00Z');
    const list = await opened({ client, as: 'client', bookingId: id });
    expect(list.state.bookings.map((booking) => booking.id)).toEqual([id]);
  });
});
