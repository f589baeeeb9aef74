import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { bookingEvent, paymentEvent, webhookEventType } from '../../../src/contract/desk/webhook.ts';
import { openApiDocument } from '../../../src/contract/openapi/openapi.ts';
import { createHttpsSender } from '../../../src/server/integrations/webhooks/https-sender.ts';
import { type Selling, startSelling } from '../payments/selling.ts';
import { receiver } from './receiver.ts';

/** A shop whose coach has an endpoint, and what that was told. */
async function start() {
  const { url, received } = await receiver(204);
  const shop = await startSelling({ server: { webhooks: { sender: createHttpsSender({ allowsPrivate: true }) } } });
  await shop.call('POST', '/webhooks', { token: shop.coach, json: { url } });
  return { shop, received };
}

const paid = async (shop: Selling, card?: string) => {
  const { id } = (await shop.book((await shop.addType()).id)).body;
  const { url, payment_id } = (await shop.checkout(id)).body;
  await shop.pay(url, card);
  return { id, payment_id };
};

const rows: readonly (readonly [string, (shop: Selling) => Promise<void>, readonly string[]])[] = [
  [
    'a paid session, which is completed',
    async (shop) => {
      const { id } = await paid(shop);
      await shop.mock.runDueJobs();
      shop.mock.clock.set('2025-11-20T11:05:00Z');
      const token = await shop.logIn('coach@example.com');
      await shop.call('PATCH', `/booking/${id}/status`, { token, json: { status: 'completed' } });
    },
    ['booking.completed', 'booking.confirmed', 'booking.created', 'payment.succeeded'],
  ],
  [
    'a request that is confirmed, moved and cancelled',
    async (shop) => {
      const json = {
        coach_id: '323e4567-e89b-12d3-a456-426614174000',
        session_datetime: '2025-11-20T10:00:00Z',
        duration_minutes: 60,
      };
      const { id } = (await shop.call('POST', '/booking', { token: shop.client, json })).body;
      await shop.call('PATCH', `/booking/${id}/status`, { token: shop.coach, json: { status: 'confirmed' } });
      const session_datetime = '2025-11-21T10:00:00Z';
      await shop.call('PATCH', `/booking/${id}`, { token: shop.client, json: { session_datetime } });
      await shop.call('DELETE', `/booking/${id}`, { token: shop.client });
    },
    ['booking.cancelled', 'booking.confirmed', 'booking.created', 'booking.moved'],
  ],
  ['a payment that fails', async (shop) => void (await paid(shop, '4000000000000002')), ['payment.failed']],
  [
    'a refund',
    async (shop) => {
      const { payment_id } = await paid(shop);
      await shop.call('POST', `/payment/${payment_id}/refund`, { token: shop.coach, json: { amount: 4000 } });
    },
    ['booking.confirmed', 'booking.created', 'payment.refunded', 'payment.succeeded'],
  ],
];

test.each(rows)('%s: each event once, in the form that the contract says', async (_, happens, types) => {
  const { shop, received } = await start();
  await happens(shop);
  await shop.mock.runDueJobs();
  await shop.stripe.webhooks.idle();
  await shop.mock.runDueJobs();
  const events = received.map(({ body }) => {
    const json = JSON.parse(body);
    return String(json.type).startsWith('payment.') ? z.parse(paymentEvent, json) : z.parse(bookingEvent, json);
  });
  expect(events.map(({ type }) => type).sort()).toEqual(types);
  expect(shop.errors).toEqual([]);
});

test('the rows above are all events there are, and each is a webhook of the OpenAPI document with its body', () => {
  const told = new Set(rows.flatMap(([, , types]) => types));
  expect([...told].sort()).toEqual([...webhookEventType.options].sort());
  const { webhooks } = openApiDocument({ version: '1' });
  expect(Object.keys(webhooks).sort()).toEqual([...webhookEventType.options].sort());
  for (const [type, { post }] of Object.entries(webhooks)) {
    const name = type.startsWith('payment.') ? 'PaymentEvent' : 'BookingEvent';
    expect(JSON.stringify(post)).toContain(`#/components/schemas/${name}`);
    for (const header of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
      expect(JSON.stringify(post)).toContain(header);
    }
  }
});
