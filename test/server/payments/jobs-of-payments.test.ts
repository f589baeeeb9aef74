import { expect, test } from 'vitest';
import { type MockServerOptions, seed } from '../../../src/mock/index.ts';
import { createMailbox } from '../../../src/mock/providers/mailbox.ts';
import type { NewJob } from '../../../src/server/jobs/job-store.ts';
import type { Records, Store } from '../../../src/server/ports.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { startSelling } from './selling.ts';

/** A store that cannot write jobs of the kinds in `broken`, inside a transaction; outside of one it writes no job of a payment. */
function fragile() {
  const store = createMemoryStore();
  const broken = new Set<string>();
  const outside: string[] = [];
  const within = (records: Records): Records => ({
    ...records,
    jobs: {
      ...records.jobs,
      add: async (job: NewJob, now: number) => {
        if (broken.has(job.kind)) throw new Error(`${job.kind} cannot be written`);
        return records.jobs.add(job, now);
      },
    },
  });
  const spied: Store = {
    ...store,
    jobs: {
      ...store.jobs,
      add: async (job, now) => {
        outside.push(job.kind);
        return store.jobs.add(job, now);
      },
    },
    transaction: (work) => store.transaction((records) => work(within(records))),
  };
  return { store: spied, broken, outside };
}

const PAGE = { skip: 0, limit: 100 };

test('jobs of holds, refunds and mails about money are written with what caused them, or neither is', async () => {
  const { store, broken, outside } = fragile();
  const mailbox = createMailbox();
  const mail: NonNullable<MockServerOptions['mail']> = ({ clock }) => ({
    mailer: mailbox.mailer(clock),
    from: { address: 'b@example.com' },
  });
  const shop = await startSelling({ store, mail });
  const type = await shop.addType();
  const bookings = async () => (await store.bookings.list({ coachId: seed.coach.id }, PAGE)).total;
  const keys = async (kind: string) => {
    const pages = [await store.jobs.list('waiting', PAGE), await store.jobs.list('done', PAGE)];
    return pages.flatMap(({ jobs }) => jobs.filter((job) => job.kind === kind)).length;
  };

  const before = await bookings();
  broken.add('hold-expiry');
  expect((await shop.book(type.id)).status).toBe(500);
  expect(await bookings()).toBe(before);
  broken.clear();
  const { id } = (await shop.book(type.id)).body;
  expect(await keys('hold-expiry')).toBe(1);

  const checkout = (await shop.checkout(id)).body;
  broken.add('mail');
  await shop.pay(checkout.url);
  expect((await store.payments.find(checkout.payment_id))?.status).toBe('pending');
  expect(await store.bookings.find(id)).toMatchObject({ status: 'pending', hold: {} });
  broken.clear();
  shop.mock.clock.advance(5000);
  expect((await shop.payment(checkout.payment_id)).body.status).toBe('succeeded');
  expect(await keys('mail')).toBeGreaterThan(0);

  broken.add('payment-refund');
  expect((await shop.call('DELETE', `/booking/${id}`, { token: shop.client })).status).toBe(500);
  expect(await store.bookings.find(id)).toMatchObject({ status: 'confirmed' });
  expect((await store.payments.find(checkout.payment_id))?.refunds).toEqual([]);
  broken.clear();
  expect((await shop.call('DELETE', `/booking/${id}`, { token: shop.client })).status).toBe(204);
  expect(await keys('payment-refund')).toBe(1);

  expect(outside.filter((kind) => /hold|refund|payment/.test(kind))).toEqual([]);
});
