import { expect, test } from 'vitest';
import { emptySchedule } from '../../../src/domain/availability/schedule.ts';
import type { Account, Store } from '../../../src/server/ports.ts';
import { booking, HOUR } from './store-booking.ts';

const DAY = 24 * HOUR;

const account = (id: string, email: string, isGuest = false): Account => ({
  id,
  email,
  name: null,
  role: 'client',
  timeZone: null,
  isGuest,
  isActive: true,
  createdAt: 0,
});

const kept = (key: string, keptAt = 0, body = '{}') => ({ userId: 'client', key, requestHash: 'h', body, keptAt });

/** What every store promises; `open` gives an empty one. */
export function testStore(open: () => Store): void {
  test('an e-mail belongs to one account, guests aside', async () => {
    const { accounts } = open();
    expect(await accounts.add(account('a', 'x@example.com'))).toBe(true);
    expect(await accounts.add(account('b', 'x@example.com'))).toBe(false);
    expect(await accounts.add(account('g', 'x@example.com', true))).toBe(true);
    expect((await accounts.findByEmail('x@example.com'))?.id).toBe('a');
    expect(await accounts.find('b')).toBeUndefined();
    expect((await accounts.find('g'))?.isGuest).toBe(true);
  });

  test('coaches keep their order, and a schedule is replaced only on the version that was read', async () => {
    const { coaches } = open();
    for (const user_id of ['z', 'a']) {
      await coaches.add({ profile: { user_id }, isActive: true, schedule: emptySchedule('UTC'), scheduleVersion: 1 });
    }
    expect((await coaches.list()).map(({ profile }) => profile.user_id)).toEqual(['z', 'a']);
    expect(await coaches.saveSchedule('a', 1, emptySchedule('Europe/Berlin'))).toBe(true);
    expect(await coaches.saveSchedule('a', 1, emptySchedule('Asia/Tokyo'))).toBe(false);
    expect(await coaches.find('a')).toMatchObject({ scheduleVersion: 2, schedule: { time_zone: 'Europe/Berlin' } });
  });

  test('sessions of a coach never overlap; touching and other coaches are fine', async () => {
    const { bookings } = open();
    expect(await bookings.save(booking('1', 10), {})).toEqual({ kind: 'saved' });
    for (const change of [{}, { start: 9.5 * HOUR }, { end: 12 * HOUR }, { start: 10.2 * HOUR, end: 10.4 * HOUR }]) {
      expect(await bookings.save(booking('2', 10, change), {})).toEqual({ kind: 'taken' });
    }
    expect(await bookings.save(booking('2', 11), {})).toEqual({ kind: 'saved' });
    expect(await bookings.save(booking('3', 10, { coachId: 'd' }), {})).toEqual({ kind: 'saved' });
    expect(await bookings.find('4')).toBeUndefined();
  });

  test('a cancelled session frees its time', async () => {
    const { bookings } = open();
    await bookings.save(booking('1', 10), {});
    await bookings.save(booking('1', 10, { status: 'cancelled', version: 2 }), { basedOn: 1 });
    expect(await bookings.sessions('c', { start: 0, end: DAY })).toEqual([]);
    expect(await bookings.save(booking('2', 10), {})).toEqual({ kind: 'saved' });
  });

  test('the guard sees the coach’s other sessions of more than a week around, and decides', async () => {
    const { bookings } = open();
    for (const [index, hour] of [100, 110, 120, 1000].entries()) await bookings.save(booking(`${index}`, hour), {});
    let seen: readonly { start: number }[] = [];
    const fits = (others: readonly { start: number }[]) => {
      seen = others;
      return false;
    };
    expect(await bookings.save(booking('1', 112, { version: 2 }), { basedOn: 1, fits })).toEqual({ kind: 'taken' });
    expect(seen.map(({ start }) => start / HOUR)).toEqual([100, 120]);
    expect(await bookings.find('1')).toMatchObject({ start: 110 * HOUR, version: 1 });
  });

  test('a booking is changed only on the version that was read', async () => {
    const { bookings } = open();
    await bookings.save(booking('1', 10), {});
    expect(await bookings.save(booking('1', 10, { status: 'confirmed', version: 2 }), { basedOn: 1 })).toEqual({
      kind: 'saved',
    });
    const late = booking('1', 10, { status: 'cancelled', version: 2 });
    expect(await bookings.save(late, { basedOn: 1 })).toEqual({ kind: 'changed' });
    expect(await bookings.save(booking('1', 20), {})).toEqual({ kind: 'changed' });
    expect((await bookings.find('1'))?.status).toBe('confirmed');
  });

  test('a key keeps its first reply for a day, and nothing is written twice', async () => {
    const { bookings } = open();
    expect(await bookings.save(booking('1', 10), { keep: kept('k', 0, 'first') })).toEqual({ kind: 'saved' });
    const again = await bookings.save(booking('2', 20), { keep: kept('k', 5, 'second') });
    expect(again).toMatchObject({ kind: 'replayed', reply: { body: 'first' } });
    expect(await bookings.find('2')).toBeUndefined();
    expect((await bookings.keptReply('client', 'k', DAY - 1))?.body).toBe('first');
    expect(await bookings.keptReply('other', 'k', 5)).toBeUndefined();
    expect(await bookings.keptReply('client', 'k', DAY)).toBeUndefined();
    expect(await bookings.save(booking('2', 20), { keep: kept('k', DAY, 'third') })).toEqual({ kind: 'saved' });
    expect((await bookings.keptReply('client', 'k', DAY))?.body).toBe('third');
  });

  test('what was refused leaves no reply behind', async () => {
    const { bookings } = open();
    await bookings.save(booking('1', 10), {});
    await bookings.save(booking('2', 10), { keep: kept('k') });
    expect(await bookings.keptReply('client', 'k', 1)).toBeUndefined();
  });

  test('fifty at once: one is written', async () => {
    const { bookings } = open();
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, n) => bookings.save(booking(`${n}`, 10), {})));
    expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
  });

  test('bookings come back as they were kept', async () => {
    const { bookings } = open();
    const full = booking('1', 10, {
      notes: 'naïve 🙂',
      answers: { topic: 'x', first: true },
      metadata: { utm: 'y' },
      cancellationReason: 'ill',
      price: { amount: 5, currency: 'EUR' },
    });
    await bookings.save(full, {});
    expect(await bookings.find('1')).toEqual(full);
  });

  test('lists are by client, coach and status, latest first, in pages', async () => {
    const { bookings } = open();
    await bookings.save(booking('a', 10), {});
    await bookings.save(booking('b', 30, { clientId: 'other' }), {});
    await bookings.save(booking('c', 20, { status: 'confirmed' }), {});
    const ids = async (...args: Parameters<typeof bookings.list>) => {
      const page = await bookings.list(...args);
      return [page.total, ...page.bookings.map(({ id }) => id)];
    };
    const all = { skip: 0, limit: 10 };
    expect(await ids({}, all)).toEqual([3, 'b', 'c', 'a']);
    expect(await ids({ coachId: 'c' }, { skip: 1, limit: 1 })).toEqual([3, 'c']);
    expect(await ids({ clientId: 'client' }, all)).toEqual([2, 'c', 'a']);
    expect(await ids({ clientId: 'client', status: 'pending' }, all)).toEqual([1, 'a']);
    expect(await ids({ coachId: 'nobody' }, all)).toEqual([0]);
  });

  test('of two who rotate one token only one does', async () => {
    const { tokens } = open();
    const family = { id: 'f', userId: 'u', current: '1', previous: null, rotatedAt: 0, expiresAt: 10 };
    await tokens.add(family);
    expect(await tokens.rotate({ ...family, current: '2', previous: '1' }, '1')).toBe(true);
    expect(await tokens.rotate({ ...family, current: '3', previous: '1' }, '1')).toBe(false);
    expect((await tokens.find('f'))?.current).toBe('2');
    await tokens.end('f');
    expect(await tokens.find('f')).toBeUndefined();
  });
}
