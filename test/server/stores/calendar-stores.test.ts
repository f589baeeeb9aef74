import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CalendarStore } from '../../../src/server/integrations/calendar-store.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { createMemoryCalendarStore } from '../../../src/server/stores/memory-calendar-store.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { openSqliteCalendarStore } from '../../../src/server/stores/sqlite-calendar-store.ts';
import { calendarChecks } from '../../../src/server/stores/suite/calendars.ts';
import { allow, CALLBACK, connected } from '../integrations/connected.ts';

const PAGE = { skip: 0, limit: 10 };
const folder = mkdtempSync(join(tmpdir(), 'calendar-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

const stores: Record<string, () => CalendarStore> = {
  'in memory': createMemoryCalendarStore,
  'in SQLite': () => openSqliteCalendarStore(':memory:'),
};

for (const [where, open] of Object.entries(stores)) {
  describe(`a calendar store ${where}`, () => {
    for (const { name, run } of calendarChecks)
      it(name, () => run(() => ({ ...createMemoryStore(), calendars: open() })));
  });
}

/** Ana connected to the stand-in's Google by calendars that keep their records in `file`. */
async function inFile(file: string) {
  const { standIns } = await connected();
  const sealKeys = [{ id: 'k1', secret: Buffer.alloc(32, 7).toString('base64') }];
  const common = { config: { ...standIns.config, sealKeys }, fetch: standIns.fetch };
  const store = openSqliteStore(file);
  const world = await connected({ ...common, store });
  const call = { userId: 'ana', provider: 'google', redirectUri: CALLBACK } as const;
  const { auth_url, state } = await world.calendars.authUrl(call);
  await world.calendars.exchange({ ...call, state, code: await allow(standIns, auth_url, 'ana@gmail.example') });
  const events = () => standIns.google.events('ana@gmail.example');
  return { ...world, standIns, common, store, events };
}

describe('a calendar store in a file', () => {
  it('keeps connections over a restart: what was confirmed before moves after', async () => {
    const file = join(folder, 'calendars.sqlite');
    const before = await inFile(file);
    await before.confirm();
    before.store.close();

    const second = openSqliteStore(file);
    const after = await connected({ ...before.common, store: second });
    const booking = await after.edit('booking-1', {
      start: Date.UTC(2025, 10, 20, 9),
      end: Date.UTC(2025, 10, 20, 10),
      sequence: 1,
    });
    await after.calendars.onBookingChanged({ kind: 'moved', booking });
    second.close();
    expect(before.events()).toMatchObject([{ start: { dateTime: '2025-11-20T10:00:00+01:00' } }]);
  });

  it('keeps what waits to be tried again over a restart, and tries it once, however many processes start', async () => {
    const before = await inFile(join(folder, 'waiting.sqlite'));
    before.standIns.google.faults.next({ kind: 'status', status: 503 }, { times: 4 });
    await before.confirm();
    expect(before.events()).toEqual([]);
    before.store.close();

    const open = () => openSqliteStore(join(folder, 'waiting.sqlite'));
    const [one, two] = [open(), open()];
    const after = await connected({ ...before.common, store: one });
    const beside = await connected({ ...before.common, store: two });
    await Promise.all([after.calendars.idle(), beside.calendars.idle()]);
    expect(before.events()).toEqual([]);
    const posts = () => before.standIns.google.calls.filter((call) => call.startsWith('POST /calendars')).length;
    const triedBefore = posts();
    // One round each: in the next one the clock of whoever was late would jump to where the other's lease ends.
    await Promise.all([after.runLater(1), beside.runLater(1)]);
    expect(before.events()).toMatchObject([{ start: { dateTime: '2025-11-15T15:00:00+01:00' } }]);
    expect(posts() - triedBefore).toBe(1);
    expect((await one.jobs.list('waiting', PAGE)).total).toBe(0);
    expect((await one.jobs.list('done', PAGE)).jobs).toMatchObject([{ kind: 'calendar-sync', key: 'booking-1' }]);
    one.close();
    two.close();
  });

  it('takes up a sync that was cut off in the middle', async () => {
    const before = await inFile(join(folder, 'cut-off.sqlite'));
    const booking = await before.book();
    let asked = () => {};
    const isUnderWay = new Promise<void>((resolve) => (asked = resolve));
    // As a process that ends while it waits for the answer: nothing comes of this one any more.
    const fetch = () => new Promise<Response>(() => asked());
    const first = openSqliteStore(join(folder, 'cut-off.sqlite'));
    const killed = await connected({ ...before.common, store: first, fetch });
    killed.calendars.onBookingChanged({ kind: 'confirmed', booking });
    await isUnderWay;
    const second = openSqliteStore(join(folder, 'cut-off.sqlite'));
    const after = await connected({ ...before.common, store: second });
    await after.calendars.idle();
    await after.runLater();
    expect(before.events()).toHaveLength(1);
    expect((await second.jobs.list('waiting', PAGE)).total).toBe(0);
    second.close();
    first.close();
    before.store.close();
  });
});
