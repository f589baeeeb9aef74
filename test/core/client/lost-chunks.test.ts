import { expect, it, vi } from 'vitest';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { bookingOf, refusalOf, serve } from './raw-server.ts';

const lost = vi.hoisted(() => () => {
  throw new Error('the script did not arrive');
});
vi.mock('../../../src/core/client/differing-reply.ts', lost);
vi.mock('../../../src/core/client/sentence-code.ts', lost);

const start = '2025-11-15T14:00:00Z';
const body = { coach_id: 'coach-1', session_datetime: start, duration_minutes: 60 };

it('a reply that cannot be read is still told as such', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const server = await serve(() => [201, { ...bookingOf(start), session_datetime: null }]);
  const error = await refusalOf(createBookingClient({ api: server.api }).createBooking({ body }));
  expect(error).toMatchObject({ kind: 'unreadable', status: 201, mayHaveBeenDone: true });
});

it('a booking that was made without a body is still read where Location says', async () => {
  const server = await serve(({ method }) =>
    method === 'POST' ? [201, undefined, { location: '/booking/42' }] : [200, bookingOf(start, { id: '42' })],
  );
  expect(await createBookingClient({ api: server.api }).createBooking({ body })).toMatchObject({ id: '42' });
});

it('a booking that is gone is still told from a call that the backend lacks', async () => {
  const server = await serve(() => [404, { detail: 'Booking not found' }]);
  const client = createBookingClient({ api: server.api });
  const moved = client.moveBooking({ params: { booking_id: '42' }, body: { session_datetime: start } });
  expect(await refusalOf(moved)).toMatchObject({ kind: 'not-found', detail: 'Booking not found' });
  expect(client.supports('moveBooking')).toBe(true);
});
