import assert from 'node:assert/strict';
import type { PaymentRecord } from '../../payments/payment-record.ts';
import type { SessionTypeRecord } from '../../payments/sales-records.ts';
import type { StoreCheck } from './check.ts';

const payment = (change: Partial<PaymentRecord> = {}): PaymentRecord => ({
  id: 'p1',
  bookingId: 'b1',
  amount: 9000,
  currency: 'EUR',
  status: 'pending',
  checkout: { attempt: 1, successUrl: 'https://a.example/', cancelUrl: 'https://a.example/', expiresAt: 10 },
  intentId: null,
  refunds: [],
  isDisputed: false,
  createdAt: 1,
  updatedAt: 1,
  version: 1,
  ...change,
});
const type = (id: string, position: number, change: Partial<SessionTypeRecord> = {}): SessionTypeRecord => ({
  id,
  coach_id: 'ana',
  name: id,
  minutes: 60,
  price: null,
  confirmation: 'instant',
  position,
  ...change,
});

/** Checks of session types and payments: one payment for each booking, written on the version that was read. */
export const salesChecks: readonly StoreCheck[] = [
  {
    name: 'a payment is found by its id, its booking and its payment intent',
    async run(open) {
      const { payments } = await open();
      assert.equal(await payments.save(payment(), undefined), true);
      assert.deepEqual(await payments.find('p1'), payment());
      assert.deepEqual(await payments.ofBookings(['b0', 'b1']), [payment()]);
      assert.deepEqual(await payments.ofBookings([]), []);
      assert.equal(await payments.findByIntent('pi_1'), undefined);
      const paid = payment({ intentId: 'pi_1', status: 'succeeded', version: 2 });
      assert.equal(await payments.save(paid, 1), true);
      assert.deepEqual(await payments.findByIntent('pi_1'), paid);
    },
  },
  {
    name: 'a payment is written on the version that was read, and a booking has one',
    async run(open) {
      const { payments } = await open();
      await payments.save(payment(), undefined);
      assert.equal(await payments.save(payment({ version: 2 }), 1), true);
      assert.equal(await payments.save(payment({ version: 2, status: 'failed' }), 1), false);
      assert.equal(await payments.save(payment({ id: 'p2' }), undefined), false);
      assert.equal((await payments.find('p1'))?.status, 'pending');
    },
  },
  {
    name: 'an event is noted with what it did, or not at all',
    async run(open) {
      const store = await open();
      const broken = store.transaction(async ({ payments }) => {
        await payments.save(payment(), undefined);
        await payments.addEvent('evt_1', 5);
        throw new Error('cut off');
      });
      await assert.rejects(broken, /cut off/);
      assert.equal(await store.payments.hasEvent('evt_1'), false);
      assert.equal(await store.payments.find('p1'), undefined);
      await store.payments.addEvent('evt_1', 5);
      await store.payments.addEvent('evt_1', 6);
      assert.equal(await store.payments.hasEvent('evt_1'), true);
    },
  },
  {
    name: "a coach's session types come in their order, each replaced by its id",
    async run(open) {
      const { sessionTypes } = await open();
      await sessionTypes.save(type('walk', 2));
      await sessionTypes.save(type('intro', 1));
      await sessionTypes.save(type('other', 0, { coach_id: 'lukas' }));
      await sessionTypes.save(type('walk', 0, { archived: true }));
      assert.deepEqual(
        (await sessionTypes.ofCoach('ana')).map(({ id }) => id),
        ['walk', 'intro'],
      );
      assert.equal((await sessionTypes.find('walk'))?.archived, true);
      assert.equal(await sessionTypes.find('none'), undefined);
    },
  },
];
