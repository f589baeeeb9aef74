import assert from 'node:assert/strict';
import type { ConnectionRecord, EventRecord } from '../../integrations/calendar-store.ts';
import type { StoreCheck } from './check.ts';

const connection: ConnectionRecord = {
  userId: 'ana',
  provider: 'google',
  account: 'ana@gmail.example',
  status: 'connected',
  accessToken: 'sealed',
  refreshToken: null,
  expiresAt: 1,
  lastSync: null,
  lastError: null,
};
const event: EventRecord = {
  bookingId: 'b1',
  userId: 'ana',
  provider: 'google',
  eventId: null,
  start: 100,
  end: 200,
  hostsMeeting: false,
};

/** Checks of the calendars' records. */
export const calendarChecks: readonly StoreCheck[] = [
  {
    name: 'a pending calendar sign-in is handed out once',
    async run(open) {
      const { authorizations } = (await open()).calendars;
      const pending = {
        state: 's',
        userId: 'ana',
        provider: 'google',
        redirectUri: 'r',
        verifier: 'v',
        expiresAt: 5,
      } as const;
      await authorizations.add(pending);
      const all = await Promise.all([authorizations.take('s'), authorizations.take('s'), authorizations.take('t')]);
      assert.deepEqual(all.filter(Boolean), [pending]);
    },
  },
  {
    name: 'a user has one connection a provider; it is changed in part, and one that is gone is not',
    async run(open) {
      const { connections } = (await open()).calendars;
      await connections.save({ ...connection, account: 'old' });
      await connections.save(connection);
      await connections.update('ana', 'google', { status: 'reconnect_needed' });
      assert.deepEqual(await connections.find('ana', 'google'), { ...connection, status: 'reconnect_needed' });
      assert.equal(await connections.find('ana', 'outlook'), undefined);
      await connections.remove('ana', 'google');
      await connections.update('ana', 'google', { status: 'connected' });
      assert.equal(await connections.find('ana', 'google'), undefined);
    },
  },
  {
    name: 'two parts of a connection that change at once are both kept',
    async run(open) {
      const { connections } = (await open()).calendars;
      await connections.save(connection);
      await Promise.all([
        connections.update('ana', 'google', { lastSync: 7 }),
        connections.update('ana', 'google', { lastError: 'x' }),
      ]);
      assert.deepEqual(await connections.find('ana', 'google'), { ...connection, lastSync: 7, lastError: 'x' });
    },
  },
  {
    name: 'events are found by booking, in their order, and by user and time',
    async run(open) {
      const { events } = (await open()).calendars;
      await events.save(event);
      await events.save({ ...event, userId: 'bo', provider: 'outlook' });
      await events.save({ ...event, eventId: 'e1', hostsMeeting: true });
      await events.save({ ...event, bookingId: 'b2', start: 200, end: 300 });
      const ofBooking = await events.ofBooking('b1');
      assert.deepEqual(ofBooking[0], { ...event, eventId: 'e1', hostsMeeting: true });
      assert.deepEqual(
        ofBooking.map(({ userId }) => userId),
        ['ana', 'bo'],
      );
      const inTime = await events.ofUser('ana', 'google', 150, 200);
      assert.deepEqual(
        inTime.map(({ bookingId }) => bookingId),
        ['b1'],
      );
      assert.deepEqual(await events.ofUser('ana', 'outlook', 0, 1000), []);
      await events.remove('b1', 'ana', 'google');
      assert.equal((await events.ofBooking('b1')).length, 1);
    },
  },
  {
    name: 'a user has one feed',
    async run(open) {
      const { feeds } = (await open()).calendars;
      await feeds.save({ userId: 'ana', hash: 'h1', secret: 'x' });
      await feeds.save({ userId: 'ana', hash: 'h2', secret: 'y' });
      assert.equal(await feeds.byHash('h1'), undefined);
      assert.deepEqual(await feeds.byHash('h2'), { userId: 'ana', hash: 'h2', secret: 'y' });
      assert.deepEqual(await feeds.ofUser('ana'), await feeds.byHash('h2'));
    },
  },
  {
    name: 'all calendars of a user are forgotten at once, and nobody else’s',
    async run(open) {
      const { calendars } = await open();
      for (const userId of ['ana', 'bo']) {
        for (const provider of ['google', 'outlook'] as const) {
          await calendars.connections.save({ ...connection, userId, provider });
          await calendars.events.save({ ...event, userId, provider });
        }
        await calendars.feeds.save({ userId, hash: `of ${userId}`, secret: 'x' });
      }
      await calendars.removeUser('ana');
      assert.equal(await calendars.connections.find('ana', 'google'), undefined);
      assert.equal(await calendars.connections.find('ana', 'outlook'), undefined);
      assert.equal(await calendars.feeds.ofUser('ana'), undefined);
      assert.equal(await calendars.feeds.byHash('of ana'), undefined);
      assert.deepEqual(
        (await calendars.events.ofBooking('b1')).map(({ userId }) => userId),
        ['bo', 'bo'],
      );
      assert.equal((await calendars.connections.find('bo', 'google'))?.userId, 'bo');
      assert.equal((await calendars.feeds.ofUser('bo'))?.userId, 'bo');
    },
  },
];
