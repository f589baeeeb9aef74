import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { createHttpsSender } from '../../../src/server/integrations/webhooks/https-sender.ts';
import { createJobRunner } from '../../../src/server/jobs/job-runner.ts';
import type { Store } from '../../../src/server/ports.ts';
import { openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { createTestDatabase } from '../stores/test-database.ts';
import { type Received, receiver } from '../webhooks/receiver.ts';
import type { DeadlyOrders } from './deadly-orders.ts';
import { API, DESK, type Mailing, PAGE, SECRET, startMailing, stopMailing } from './mailing.ts';
import { type SmtpStandIn, startSmtp } from './smtp-stand-in.ts';

interface Place {
  readonly name: string;
  readonly store: Store;
  close(): Promise<void>;
}

const script = fileURLToPath(new URL('mail-worker.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mail-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const stops: (() => unknown)[] = [];
afterEach(async () => {
  await stopMailing();
  for (const stop of stops.splice(0).reverse()) await stop();
});

const databases: Readonly<Record<string, () => Promise<Place>>> = {
  async SQLite() {
    const name = join(folder, `${crypto.randomUUID()}.sqlite`);
    const store = openSqliteStore(name);
    return { name, store, close: async () => store.close() };
  },
  async PostgreSQL() {
    const database = await createTestDatabase();
    const store = await openPostgresStore(database.url);
    return {
      name: database.url,
      store,
      async close() {
        await store.close();
        await database.drop();
      },
    };
  },
};

/** Where a worker is killed: while the changes are told, or in the sweep of reminders a day before. */
const deaths: readonly (readonly [string, 'changes' | 'reminders', DeadlyOrders['dies']])[] = [
  ['before the first mail is handed over', 'changes', { step: 'a mail is ready', visit: 1 }],
  ['when a mail was taken, before that is noted', 'changes', { step: 'a mail was taken', visit: 1 }],
  ['when that is noted, before the job is done', 'changes', { step: 'a mail is noted', visit: 1 }],
  ['between the reminders that it plans', 'changes', { step: 'a later job was added', visit: 3 }],
  ['when an endpoint took an event, before that is noted', 'changes', { step: 'a webhook was taken', visit: 2 }],
  ['in the middle of a sweep of reminders', 'reminders', { step: 'a mail was taken', visit: 4 }],
];

/** The types of the events, each id once: receivers should know by `webhook-id` what they have seen. */
function typesOf(received: readonly Received[]): readonly string[] {
  const bodies = new Map(received.map(({ headers, body }) => [headers['webhook-id'], body]));
  return [...bodies.values()].map((body) => JSON.parse(body).type);
}

/** Runs a worker until it is killed. */
async function runDeadly(orders: DeadlyOrders): Promise<string | null> {
  const worker = spawn(process.execPath, [script, JSON.stringify(orders)], { stdio: ['ignore', 'ignore', 'inherit'] });
  stops.push(() => worker.kill('SIGKILL'));
  return new Promise((resolve) => worker.once('close', (_, signal) => resolve(signal)));
}

/** Three requests, of which one is confirmed and one cancelled, and a sign-up; nothing of it is told yet. */
async function makeChanges({ call, guest, book, logIn }: Mailing, hook: string): Promise<void> {
  const coach = await logIn(seed.coach.email);
  await call('POST', '/webhooks', { token: coach, json: { url: hook } });
  const token = await guest();
  const bookings = [];
  for (const hour of [13, 15, 14]) {
    const { body } = await book(token, `2025-11-${hour === 14 ? 19 : 18}T${hour}:00:00Z`);
    bookings.push(body.id);
  }
  for (const id of bookings.slice(0, 2)) {
    await call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
  }
  await call('DELETE', `/booking/${bookings[2]}`, { token });
  await call('POST', '/auth/signup', {
    json: { email: 'kim@example.com', password: 'correct horse battery', name: 'Kim' },
  });
}

/** What is to be told, whoever was killed. A request that was answered before its mail went is told by the answer's. */
const told = {
  client: [
    'Cancelled: Wed, Nov 19, 3:00 PM with Ana Keller',
    'Confirmed: Tue, Nov 18, 2:00 PM with Ana Keller',
    'Confirmed: Tue, Nov 18, 4:00 PM with Ana Keller',
    'Reminder: Tue, Nov 18, 2:00 PM with Ana Keller',
    'Reminder: Tue, Nov 18, 4:00 PM with Ana Keller',
  ],
  coach: [
    'Cancelled: Wed, Nov 19, 3:00 PM with Gast',
    'Confirmed: Tue, Nov 18, 2:00 PM with Gast',
    'Confirmed: Tue, Nov 18, 4:00 PM with Gast',
    'Reminder: Tue, Nov 18, 2:00 PM with Gast',
    'Reminder: Tue, Nov 18, 4:00 PM with Gast',
  ],
  other: ['Please confirm your e-mail address'],
  events: [
    'booking.cancelled',
    'booking.confirmed',
    'booking.confirmed',
    'booking.created',
    'booking.created',
    'booking.created',
  ],
};

describe.each(Object.keys(databases))('on %s a worker that is killed (SIGKILL)', (kind) => {
  test.each(deaths)(
    '%s leaves each mail and each event to the next one, once',
    async (_, during, dies) => {
      const place = await databases[kind]?.();
      if (!place) throw new Error(kind);
      const { store } = place;
      stops.push(place.close);
      const smtp: SmtpStandIn = await startSmtp();
      stops.push(smtp.stop);
      const { url: hook, received } = await receiver(204);
      const webhooks = { sender: createHttpsSender({ allowsPrivate: true }) };

      const idle = createJobRunner({ store });
      await idle.stop();
      const before = await startMailing({ store, smtp, server: { jobs: idle, webhooks } });
      await makeChanges(before, hook);
      const orders: Omit<DeadlyOrders, 'now'> = {
        place: place.name,
        smtpPort: smtp.config.port,
        secret: SECRET,
        publicUrl: API,
        from: { name: 'CultureBridge', address: 'bookings@culturebridge.example' },
        pages: { booking: PAGE, coach: DESK },
        dies,
      };
      if (during === 'changes') expect(await runDeadly({ ...orders, now: before.now() })).toBe('SIGKILL');

      // Leases end after five minutes: a worker that is started again goes on.
      const next = await startMailing({ store, smtp, isSeeded: true, server: { webhooks } });
      await next.later(6);
      await next.settle();
      const dayBefore = Date.parse('2025-11-17T15:00:00Z');
      if (during === 'reminders') expect(await runDeadly({ ...orders, now: dayBefore })).toBe('SIGKILL');
      next.setClock('2025-11-17T15:06:00Z');
      await next.settle();
      await next.settle();

      const subjects = (address: string) => smtp.to(address).flatMap(({ parsed }) => parsed.subject ?? []);
      expect({
        client: subjects('gast@example.com').sort(),
        coach: subjects(seed.coach.email).sort(),
        other: subjects('kim@example.com'),
        events: [...typesOf(received)].sort(),
      }).toEqual(told);
      expect(smtp.mails).toHaveLength(11);
      // The note of the first mail was lost: it goes out a second time, and its Message-ID makes the copy known.
      if (dies.step === 'a mail was taken') expect(smtp.copies).toBeGreaterThan(0);
      if (dies.step === 'a mail is ready') expect(smtp.copies).toBe(0);
      expect((await store.jobs.list('dead', { skip: 0, limit: 1 })).total).toBe(0);
    },
    120_000,
  );
});
