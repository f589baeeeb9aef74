import { afterEach, expect, it, vi } from 'vitest';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { mapReplies } from '../../../src/core/client/map-replies.ts';
import { bookingOf, refusalOf, serve } from './raw-server.ts';

afterEach(() => void vi.restoreAllMocks());

const statusWords = { open: 'pending', requested: 'pending', accepted: 'confirmed', rejected: 'cancelled' } as const;
const booking = (status: string) => bookingOf('2025-11-15T14:00:00Z', { status });
const body = { coach_id: 'coach-1', session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };

it('reads the words of other systems for a status, alone and in lists, and sends them back', async () => {
  const server = await serve(({ method, path }) => {
    if (method === 'POST') return [201, booking('open')];
    if (path.startsWith('/booking/client'))
      return [200, { bookings: [booking('accepted'), booking('completed')], total: 2 }];
    if (path.startsWith('/booking/coach')) return [200, [booking('rejected')]];
    return [200, booking('accepted')];
  });
  const client = createBookingClient({ api: server.api, fetch: mapReplies({ statusWords }) });
  expect((await client.createBooking({ body })).status).toBe('pending');
  const params = { client_id: 'client-1' };
  const page = await client.listClientBookings({ params, query: { status: 'pending' } });
  expect(page.bookings.map(({ status }) => status)).toEqual(['confirmed', 'completed']);
  const coachs = await client.listCoachBookings({ params: { coach_id: 'coach-1' } });
  expect(coachs.bookings.map(({ status }) => status)).toEqual(['cancelled']);
  const change = { params: { booking_id: 'booking-1' }, body: { status: 'confirmed' as const } };
  expect((await client.updateBookingStatus(change)).status).toBe('confirmed');
  expect(server.received.at(1)?.query.get('status')).toBe('open');
  expect(server.received.at(-1)?.body).toEqual({ status: 'accepted' });
  expect(server.received.at(-1)?.headers['content-type']).toBe('application/json');
});

it('a reply of another shape becomes the one that the contract describes', async () => {
  const server = await serve(({ path }) => {
    if (path.endsWith('/availability')) return [200, { free: ['2025-11-15T14:00:00Z'] }];
    if (path === '/booking') return [400, { fault: 'TAKEN' }];
    return [204];
  });
  const seen: unknown[] = [];
  const fetch = mapReplies({
    mapReply(reply, call) {
      seen.push([call.method, call.status]);
      const { free, fault } = reply as { free?: string[]; fault?: string };
      if (fault) return { detail: 'Time slot is not available', code: 'slot_unavailable' };
      const available_slots = free?.map((start) => ({ start, end: '2025-11-15T15:00:00Z', duration_minutes: 60 }));
      return { coach_id: 'coach-1', available_slots };
    },
  });
  const client = createBookingClient({ api: server.api, fetch });
  const query = { start_date: '2025-11-15T00:00:00Z', end_date: '2025-11-16T00:00:00Z' };
  const { available_slots } = await client.getAvailability({ params: { coach_id: 'coach-1' }, query });
  expect(available_slots).toMatchObject([{ start: '2025-11-15T14:00:00Z' }]);
  expect(await refusalOf(client.createBooking({ body }))).toMatchObject({ kind: 'conflict', code: 'slot_unavailable' });
  await client.cancelBooking({ params: { booking_id: 'booking-1' } });
  expect(seen).toEqual([
    ['GET', 200],
    ['POST', 400],
  ]);
});

it('a mapping that throws leaves the reply as it is, and tells the developer', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const server = await serve(() => [201, booking('pending')]);
  const fetch = mapReplies({
    mapReply: () => {
      throw new Error('no such field');
    },
  });
  expect((await createBookingClient({ api: server.api, fetch }).createBooking({ body })).status).toBe('pending');
  expect(told.mock.calls[0]?.[0]).toContain(`POST ${server.api}/booking could not be mapped`);
});

it('a word that nobody translated is told with the words of the contract and what to do', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const server = await serve(() => [201, booking('open')]);
  const error = await refusalOf(createBookingClient({ api: server.api }).createBooking({ body }));
  expect(error).toMatchObject({
    kind: 'unreadable',
    mayHaveBeenDone: true,
    detail:
      'status is "open", not one of pending, confirmed, completed, cancelled: translate it by mapReplies({ statusWords })',
  });
});
