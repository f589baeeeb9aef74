import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, expectTypeOf, it } from 'vitest';
import {
  type Booking,
  type BookingClient,
  createAvailability,
  createBookingClient,
  createSession,
  createSignIn,
  type Session,
  type SessionOptions,
  type SessionSettings,
  type SessionState,
  type SignIn,
  type SignInOptions,
  type SignInSettings,
  type SignInState,
  type Slot,
} from '../src/index.ts';
import { bookingOf, hourAt, serve } from './core/client/raw-server.ts';

it('books in a few lines of plain Node, and lets the process end', async () => {
  const slot = hourAt('2035-11-15T14:00:00Z');
  const server = await serve(({ path }) => {
    if (path === '/auth/login') return [200, { access_token: 'a', token_type: 'bearer', expires_in: 3600 }];
    if (path === '/auth/me') return [200, { id: 'c', email: 'c@example.com', role: 'client' }];
    if (path === '/coaches') return [200, { coaches: [{ user_id: 'coach-1' }] }];
    if (path === '/booking') return [201, bookingOf(slot.start)];
    return [200, { coach_id: 'coach-1', available_slots: [slot] }];
  });
  const script = `
    import { createAvailability, createBookingClient, createBookingFlow } from ${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)};
    const client = createBookingClient({ api: ${JSON.stringify(server.api)} });
    await client.signIn.logIn({ email: 'client@example.com', password: 'password123' });
    const { coaches: [coach] } = await client.listCoaches();
    const availability = createAvailability({ client, coachId: coach.user_id, timeZone: 'Europe/Berlin' });
    const slot = await availability.nextSlot();
    const flow = createBookingFlow({ client, coachId: coach.user_id, slot });
    flow.subscribe(({ status, booking }) => status === 'booked' && console.log(booking.status, booking.session_datetime));
    flow.send({ type: 'submit', draft: { notes: 'Looking forward to it' } });
  `;
  const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  const { stdout, stderr } = await promisify(execFile)(node, ['--input-type=module', '-e', script], {
    timeout: 10_000,
  });
  expect([stdout.trim(), stderr]).toEqual([`pending ${slot.start}`, '']);
});

it('types a method by its row: what it takes, and what it gives', () => {
  const client = createBookingClient({ api: 'https://api.example.test' });
  expectTypeOf(client).toEqualTypeOf<BookingClient>();
  expectTypeOf(client.getAvailability).returns.resolves.toHaveProperty('available_slots').toEqualTypeOf<Slot[]>();
  expectTypeOf(client.getBooking).returns.resolves.toEqualTypeOf<Booking>();
  expectTypeOf(client.listCoaches).toBeCallableWith();
  expectTypeOf(client.listCoaches).toBeCallableWith({ query: { limit: 10 } });
  expectTypeOf(client.listClientBookings).toBeCallableWith({ params: { client_id: 'c' } });
  // @ts-expect-error an id is needed
  void (() => client.getBooking());
  // @ts-expect-error a range is needed
  void (() => client.getAvailability({ params: { coach_id: 'c' }, query: { duration_minutes: 60 } }));
  // @ts-expect-error no such status
  void (() => client.updateBookingStatus({ params: { booking_id: 'b' }, body: { status: 'lost' } }));
});

it('keeps the names of 0.1 for what signs in and finds the next slot', () => {
  expectTypeOf(createSession).toEqualTypeOf(createSignIn);
  expectTypeOf<Session>().toEqualTypeOf<SignIn>();
  expectTypeOf<SessionState>().toEqualTypeOf<SignInState>();
  expectTypeOf<SessionSettings>().toEqualTypeOf<SignInSettings>();
  expectTypeOf<SessionOptions>().toEqualTypeOf<SignInOptions>();
  const client = createBookingClient({ api: 'https://api.example.test' });
  const availability = createAvailability({ client, coachId: 'c', timeZone: 'UTC' });
  expectTypeOf(availability.nextOpening).toEqualTypeOf(availability.nextSlot);
});
