import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createMemoryCalendarStore } from '../../../src/server/integrations/memory-calendar-store.ts';
import { openSqliteCalendarStore } from '../../../src/server/integrations/sqlite-calendar-store.ts';
import type { CalendarStore, ConnectionRecord, EventRecord } from '../../../src/server/integrations/store.ts';
import { allow, CALLBACK, connected } from './connected.ts';

const folder = mkdtempSync(join(tmpdir(), 'calendar-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

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

const stores: Record<string, () => CalendarStore> = {
  'in memory': createMemoryCalendarStore,
  'in SQLite': () => openSqliteCalendarStore(':memory:'),
};

for (const [where, open] of Object.entries(stores)) {
  describe(`a calendar store ${where}`, () => {
    it('hands out a pending sign-in once', async () => {
      const { authorizations } = open();
      const pending = {
        state: 's',
        userId: 'ana',
        provider: 'google',
        redirectUri: 'r',
        verifier: 'v',
        expiresAt: 5,
      } as const;
      await authorizations.add(pending);
      expect(await authorizations.take('s')).toEqual(pending);
      expect(await authorizations.take('s')).toBeUndefined();
    });

    it('keeps one connection a user and provider, changes it in part, and changes none that is gone', async () => {
      const { connections } = open();
      await connections.save(connection);
      await connections.update('ana', 'google', { status: 'reconnect_needed' });
      expect(await connections.find('ana', 'google')).toEqual({ ...connection, status: 'reconnect_needed' });
      expect(await connections.find('ana', 'outlook')).toBeUndefined();
      await connections.remove('ana', 'google');
      await connections.update('ana', 'google', { status: 'connected' });
      expect(await connections.find('ana', 'google')).toBeUndefined();
    });

    it('finds events by booking, and by user and time', async () => {
      const { events } = open();
      await events.save(event);
      await events.save({ ...event, eventId: 'e1', hostsMeeting: true });
      await events.save({ ...event, bookingId: 'b2', start: 200, end: 300 });
      expect(await events.ofBooking('b1')).toEqual([{ ...event, eventId: 'e1', hostsMeeting: true }]);
      expect((await events.ofUser('ana', 'google', 150, 200)).map(({ bookingId }) => bookingId)).toEqual(['b1']);
      expect(await events.ofUser('ana', 'outlook', 0, 1000)).toEqual([]);
      await events.remove('b1', 'ana', 'google');
      expect(await events.ofBooking('b1')).toEqual([]);
    });

    it('keeps one feed a user', async () => {
      const { feeds } = open();
      await feeds.save({ userId: 'ana', hash: 'h1', secret: 'x' });
      await feeds.save({ userId: 'ana', hash: 'h2', secret: 'y' });
      expect(await feeds.byHash('h1')).toBeUndefined();
      expect(await feeds.byHash('h2')).toEqual(await feeds.ofUser('ana'));
    });
  });
}

describe('a calendar store in a file', () => {
  it('keeps connections over a restart: what was confirmed before moves after', async () => {
    const file = join(folder, 'calendars.sqlite');
    const { standIns } = await connected();
    const sealKeys = [{ id: 'k1', secret: Buffer.alloc(32, 7).toString('base64') }];
    const common = { config: { ...standIns.config, sealKeys }, fetch: standIns.fetch };
    const first = openSqliteCalendarStore(file);
    const before = await connected({ ...common, calendarStore: first });
    // Its sign-in happens at the stand-ins that all three share.
    const call = { userId: 'ana', provider: 'google', redirectUri: CALLBACK } as const;
    const { auth_url, state } = await before.calendars.authUrl(call);
    const code = await allow(standIns, auth_url, 'ana@gmail.example');
    await before.calendars.exchange({ ...call, code, state });
    await before.confirm();
    first.close();

    const second = openSqliteCalendarStore(file);
    const after = await connected({ ...common, calendarStore: second, store: before.store });
    const booking = await before.edit('booking-1', {
      start: Date.UTC(2025, 10, 20, 9),
      end: Date.UTC(2025, 10, 20, 10),
      sequence: 1,
    });
    await after.calendars.onBookingChanged({ kind: 'moved', booking });
    second.close();
    expect(standIns.google.events('ana@gmail.example')).toMatchObject([
      { start: { dateTime: '2025-11-20T10:00:00+01:00' } },
    ]);
  });
});
