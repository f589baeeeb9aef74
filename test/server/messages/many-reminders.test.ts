import { expect, test } from 'vitest';
import { createTokenSigner } from '../../../src/server/auth/tokens.ts';
import { createJobRunner } from '../../../src/server/jobs/job-runner.ts';
import { mailJob } from '../../../src/server/messages/mail-jobs.ts';
import { mailKinds } from '../../../src/server/messages/mail-kind.ts';
import type { OutgoingMail } from '../../../src/server/messages/mailer.ts';
import type { Store } from '../../../src/server/ports.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { booking, coach } from '../../../src/server/stores/suite/records-for-checks.ts';
import { SECRET } from './mailing.ts';

const COUNT = 10_000;
const COACHES = 100;
const MINUTE = 60_000;
const NOW = Date.UTC(2026, 0, 12, 9);

/** Confirmed sessions of many coaches, one after another, and their reminders, all of them due. */
async function fill(store: Store): Promise<void> {
  for (let n = 0; n < COACHES; n += 1) {
    await store.coaches.add({ ...coach(`c${n}`), profile: { user_id: `c${n}`, name: 'Ana' } });
    await store.transaction(async ({ accounts, bookings, jobs }) => {
      for (let k = 0; k < COUNT / COACHES; k += 1) {
        const id = `${n}-${k}`;
        const person = { name: `A ${id}`, timeZone: null, isGuest: true, isActive: true, createdAt: 0 };
        await accounts.add({ ...person, id: `a${id}`, email: `a${id}@example.com`, role: 'client' });
        const start = NOW + (60 + k) * MINUTE;
        const time = { start, end: start + MINUTE };
        const one = { ...booking(id, 0), ...time, coachId: `c${n}`, clientId: `a${id}`, status: 'confirmed' as const };
        await bookings.save(one, {});
        const mail = { about: 'reminder', side: 'client', bookingId: id, sequence: 0, minutes: 60, ...time } as const;
        await jobs.add(mailJob(mail, `${id} 0 reminder 60 client`, NOW), NOW);
      }
    });
  }
}

test(`${COUNT} due reminders are sent in one sweep, though a worker dies in the middle: none is missing, none comes twice`, async () => {
  const store = openSqliteStore(':memory:');
  let now = NOW;
  const clock = { now: () => now };
  await fill(store);
  const sent: OutgoingMail[] = [];
  const worker = (send: (mail: OutgoingMail) => Promise<void>) => {
    const runner = createJobRunner({ store, clock, schedule: () => undefined });
    const tokens = createTokenSigner(SECRET, clock);
    const context = { store, clock, tokens, publicUrl: 'https://api.example.com', mailer: { send } };
    for (const kind of mailKinds({ ...context, from: { address: 'b@example.com' } })) runner.register(kind);
    return runner;
  };
  const startedAt = performance.now();
  // Its mails never go out: like a process that was killed, it leaves its jobs to others when their lease ends.
  worker(() => new Promise(() => undefined));
  const living = worker(async (mail) => {
    sent.push(mail);
  });
  await living.idle();
  const left = COUNT - sent.length;
  expect(left).toBeGreaterThan(0);
  now += 6 * MINUTE;
  living.wake();
  await living.idle();
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`${sent.length} reminders in ${seconds.toFixed(1)} s, ${left} of them after the end of a lease`);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(COUNT);
  expect(sent).toHaveLength(COUNT);
  await store.close();
}, 300_000);
