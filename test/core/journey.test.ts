import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createAvailability } from '../../src/core/availability/availability.ts';
import { type BookingClient, createBookingClient } from '../../src/core/client/client.ts';
import { type BookingFlow, createBookingFlow } from '../../src/core/flow/flow.ts';
import { createMockServer, type MockServer, SEED_PASSWORD, seed } from '../../src/mock/index.ts';
import { serve } from '../../src/server/hosts/node.ts';
import { refusalOf, until } from './client/raw-server.ts';
import { reach } from './flow/reach.ts';

const CLOCK = '2025-11-05T10:30:00Z';
const coachId = seed.coaches.ana;

let mock: MockServer;
let client: BookingClient;
let visitor: () => BookingClient;

beforeEach(async () => {
  mock = createMockServer({ clock: CLOCK });
  const host = await serve((request) => mock.fetch(request), { port: 0, idleGraceMs: 0 });
  onTestFinished(() => host.stop());
  visitor = () => createBookingClient({ api: host.url, session: { now: mock.clock.now } });
  client = visitor();
});

const viewOf = (whose: BookingClient, timeZone = 'Europe/London') =>
  createAvailability({ client: whose, coachId, durationMinutes: 60, timeZone, now: mock.clock.now });

/** Some slot of the coach's that is a few days ahead. */
async function someSlot() {
  const month = await viewOf(client).load('2025-11');
  const slot = month.days.get('2025-11-12')?.[1];
  if (!slot) throw new Error('the seed has no slot on 2025-11-12');
  return slot;
}

describe('without a browser', () => {
  it('a client finds a coach, a day and a time, signs in on the way, and books', async () => {
    const { coaches } = await client.listCoaches();
    expect(coaches[0]?.user_id).toBe(coachId);
    const availability = viewOf(client);
    await availability.load('2025-11');
    const slot = await someSlot();
    const flow = createBookingFlow({
      client,
      coachId,
      availability,
      slot,
      now: mock.clock.now,
      metadata: { utm_source: 'x' },
    });
    flow.send({ type: 'submit', draft: { notes: 'Looking forward to it' } });
    await reach(flow, 'authenticating');
    await client.session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
    const { booking } = await reach(flow, 'booked');
    expect(booking).toMatchObject({ status: 'pending', session_datetime: slot.start, notes: 'Looking forward to it' });

    const mine = await client.listClientBookings({ params: { client_id: seed.client.id }, query: { limit: 100 } });
    expect(mine.bookings.find(({ id }) => id === booking.id)).toMatchObject({ status: 'pending' });
    await until(() => availability.month('2025-11').status === 'ready');
    const open = (await availability.load('2025-11')).days.get('2025-11-12') ?? [];
    expect(open.map(({ start }) => start)).not.toContain(slot.start);
  });

  it('a guest books with name and e-mail alone, and opens the booking again by its link', async () => {
    const slot = await someSlot();
    const flow = createBookingFlow({ client, coachId, slot, now: mock.clock.now });
    flow.send({ type: 'submit', draft: { name: 'Kim Lee', email: 'kim@example.com' } });
    const { booking } = await reach(flow, 'booked');
    expect(client.session.state).toMatchObject({ status: 'signed-in' });

    const later = visitor();
    const id = await later.session.openLink(booking.link ?? '');
    expect(id).toBe(booking.id);
    expect(await later.getBooking({ params: { booking_id: id } })).toMatchObject({ session_datetime: slot.start });
    const [other] = await viewOf(later).nearest(slot, { count: 1 });
    expect(other?.start).not.toBe(slot.start);
  });

  it('two visitors want the same time: one gets it, the other keeps what was typed and takes a near one', async () => {
    const slot = await someSlot();
    const flows = ['Kim', 'Lee'].map((name) => {
      const own = visitor();
      const flow = createBookingFlow({ client: own, coachId, availability: viewOf(own), slot, now: mock.clock.now });
      flow.send({ type: 'submit', draft: { name, email: `${name}@example.com`, notes: `For ${name}` } });
      return flow;
    });
    await until(() =>
      flows.every(
        ({ state }) => state.status === 'booked' || (state.status === 'details' && state.taken?.searching === false),
      ),
    );
    const losers = flows.filter(({ state }) => state.status === 'details');
    expect(losers).toHaveLength(1);
    const [loser] = losers as [BookingFlow];
    expect(loser.state.draft.notes).toMatch(/^For (Kim|Lee)$/);
    const nearest = loser.state.status === 'details' ? (loser.state.taken?.nearest ?? []) : [];
    expect(nearest).toHaveLength(3);
    for (const near of nearest)
      expect(Math.abs(Date.parse(near.start) - Date.parse(slot.start))).toBeLessThan(86_400_000);
    loser.send({ type: 'choose-slot', slot: nearest[0] ?? slot });
    loser.send({ type: 'submit' });
    expect((await reach(loser, 'booked')).booking.session_datetime).toBe(nearest[0]?.start);
  });

  it('a booking is moved, confirmed by the coach, and cancelled', async () => {
    const slot = await someSlot();
    await client.session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
    const first = createBookingFlow({ client, coachId, slot, now: mock.clock.now });
    first.send({ type: 'submit' });
    const { booking } = await reach(first, 'booked');

    const [next] = await viewOf(client).nearest(slot, { count: 1 });
    const move = createBookingFlow({ client, coachId, move: booking, now: mock.clock.now });
    move.send({ type: 'choose-slot', slot: next ?? slot });
    move.send({ type: 'submit' });
    expect((await reach(move, 'booked')).booking).toMatchObject({ id: booking.id, session_datetime: next?.start });

    const coach = visitor();
    await coach.session.logIn({ email: 'coach@example.com', password: SEED_PASSWORD });
    const params = { booking_id: booking.id };
    expect(await coach.updateBookingStatus({ params, body: { status: 'confirmed' } })).toMatchObject({
      status: 'confirmed',
    });
    await client.cancelBooking({ params, query: { reason: 'Ill' } });
    expect(await client.getBooking({ params })).toMatchObject({ status: 'cancelled' });
    expect(await refusalOf(client.cancelBooking({ params }))).toMatchObject({ kind: 'invalid', code: 'cannot_cancel' });
  });

  it('a token that ran out on the way is renewed without anybody noticing', async () => {
    const slot = await someSlot();
    await client.session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
    const before = await client.session.bearer();
    mock.clock.advance(3 * 3_600_000);
    const flow = createBookingFlow({ client, coachId, slot, now: mock.clock.now });
    flow.send({ type: 'submit' });
    await reach(flow, 'booked');
    expect(await client.session.bearer()).not.toBe(before);
  });

  it('the next slot is one that can be booked', async () => {
    const next = await viewOf(client).nextSlot({ after: '2025-12-24T00:00:00Z' });
    expect(Date.parse(next?.start ?? '')).toBeGreaterThanOrEqual(Date.parse('2025-12-24T00:00:00Z'));
    await client.session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
    const flow = createBookingFlow({ client, coachId, now: mock.clock.now, ...(next && { slot: next }) });
    flow.send({ type: 'submit' });
    await reach(flow, 'booked');
  });

  it('the same key sent ten times books once', async () => {
    const slot = await someSlot();
    await client.session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
    const body = { coach_id: coachId, session_datetime: slot.start, duration_minutes: 60 };
    const sent = Array.from({ length: 10 }, () => client.createBooking({ body }, { idempotencyKey: 'one-intent' }));
    const ids = new Set((await Promise.all(sent)).map(({ id }) => id));
    expect(ids.size).toBe(1);
  });

  it.each(['slow', 'flaky', 'offline', 'slot-taken'] as const)(
    'in the scenario "%s" nothing typed is lost',
    async (scenario) => {
      const slot = await someSlot();
      await client.session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
      mock.setScenario(scenario);
      const flow = createBookingFlow({ client, coachId, slot, now: mock.clock.now });
      flow.send({ type: 'submit', draft: { notes: 'Kept' } });
      const end = await until(() => flow.state.status !== 'submitting' && flow.state, 15_000);
      expect(end.draft.notes).toBe('Kept');
      if (end.status === 'details' && end.problem) {
        mock.setScenario('normal');
        flow.send({ type: 'retry' });
        await reach(flow, 'booked');
      }
    },
  );
});
