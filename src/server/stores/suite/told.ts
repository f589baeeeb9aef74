import assert from 'node:assert/strict';
import { MESSAGES_KEPT_MS, type MessageRecord } from '../../messages/message-records.ts';
import { DELIVERIES_KEPT_MS, type WebhookDelivery, type WebhookRecord } from '../../webhooks/webhook-records.ts';
import type { StoreCheck } from './check.ts';

const message = (id: string, change: Partial<MessageRecord> = {}): MessageRecord => ({
  id,
  bookingId: 'b1',
  userId: 'bo',
  about: 'confirmed',
  state: 'sent',
  at: 1,
  ...change,
});
const webhook = (id: string, change: Partial<WebhookRecord> = {}): WebhookRecord => ({
  id,
  ownerId: 'ana',
  url: 'https://a.example/hook',
  events: [],
  isActive: true,
  secretSerial: 1,
  oldSecretUntil: 0,
  createdAt: 1,
  ...change,
});
const delivery = (id: string, createdAt: number, change: Partial<WebhookDelivery> = {}): WebhookDelivery => ({
  id,
  endpointId: 'w1',
  type: 'booking.created',
  body: '{}',
  state: 'waiting',
  attempts: [],
  createdAt,
  ...change,
});

/** Checks of the outcomes of mails, and of webhooks. */
export const toldChecks: readonly StoreCheck[] = [
  {
    name: 'what became of a mail is found by its id and by its booking, and the last attempt stands',
    async run(open) {
      const { messages } = await open();
      await messages.save(message('m2', { at: 2, state: 'waiting', error: '451 later' }));
      await messages.save(message('m1'));
      await messages.save(message('m3', { bookingId: 'b2' }));
      await messages.save(message('m4', { bookingId: null }));
      assert.deepEqual(
        (await messages.ofBookings(['b1'])).map(({ id }) => id),
        ['m1', 'm2'],
      );
      await messages.save(message('m2', { at: 0 }));
      assert.deepEqual(await messages.find('m2'), message('m2', { at: 0 }));
      assert.deepEqual(
        (await messages.ofBookings(['b1', 'b2'])).map(({ id }) => id),
        ['m2', 'm1', 'm3'],
      );
      assert.deepEqual(await messages.ofBookings([]), []);
    },
  },
  {
    name: 'webhooks are found by their owners in the order they were made, and go with their deliveries',
    async run(open) {
      const { webhooks } = await open();
      await webhooks.save(webhook('w2', { createdAt: 2 }));
      await webhooks.save(webhook('w1'));
      await webhooks.save(webhook('w3', { ownerId: '*' }));
      await webhooks.save(webhook('w2', { createdAt: 2, isActive: false }));
      assert.deepEqual(
        (await webhooks.ofOwners(['ana'])).map(({ id, isActive }) => [id, isActive]),
        [
          ['w1', true],
          ['w2', false],
        ],
      );
      assert.equal((await webhooks.ofOwners(['ana', '*'])).length, 3);
      for (const n of [1, 2, 3]) await webhooks.saveDelivery(delivery(`d${n}`, n));
      await webhooks.saveDelivery(delivery('d2', 2, { state: 'delivered' }));
      const page = await webhooks.deliveries('w1', { skip: 0, limit: 2 });
      assert.equal(page.total, 3);
      assert.deepEqual(
        page.deliveries.map(({ id, state }) => [id, state]),
        [
          ['d3', 'waiting'],
          ['d2', 'delivered'],
        ],
      );
      await webhooks.remove('w1');
      assert.equal(await webhooks.find('w1'), undefined);
      assert.equal(await webhooks.findDelivery('d1'), undefined);
    },
  },
  {
    name: 'what became of mails and deliveries is forgotten in time',
    async run(open) {
      const store = await open();
      await store.messages.save(message('m1', { at: 0 }));
      await store.messages.save(message('m2', { at: MESSAGES_KEPT_MS }));
      await store.webhooks.saveDelivery(delivery('d1', MESSAGES_KEPT_MS - DELIVERIES_KEPT_MS));
      await store.webhooks.saveDelivery(delivery('d2', MESSAGES_KEPT_MS));
      await store.sweep(MESSAGES_KEPT_MS + 1);
      assert.deepEqual(
        (await store.messages.ofBookings(['b1'])).map(({ id }) => id),
        ['m2'],
      );
      assert.equal(await store.webhooks.findDelivery('d1'), undefined);
      assert.notEqual(await store.webhooks.findDelivery('d2'), undefined);
    },
  },
];
