import { describe, expect, it } from 'vitest';
import { writeIntent } from '../../../src/mock/providers/stripe/stripe-objects.ts';
import { type Selling, startSelling } from './selling.ts';

/** A booking of an hour that waits for its money. */
async function waiting(shop: Selling) {
  const { id } = (await shop.book((await shop.addType()).id)).body;
  const checkout = (await shop.checkout(id)).body;
  return { id, ...checkout } as { id: string; url: string; payment_id: string; session_id: string };
}

/** The text of the first event of a type. */
function eventOf({ stripe }: Selling, type: string): string {
  const event = stripe.webhooks.events.find((one) => one.type === type);
  if (!event) throw new Error(`Stripe told nothing of ${type}`);
  return event.payload;
}

describe('the webhook', () => {
  it('takes each event once, and answers what became of it', async () => {
    const shop = await startSelling();
    const { id, url, payment_id } = await waiting(shop);
    shop.stripe.webhooks.rules.mode = 'held';
    await shop.pay(url);
    expect(await shop.booking(id)).toMatchObject({ status: 'pending' });
    const completed = eventOf(shop, 'checkout.session.completed');
    const processed = { status: 'processed', event_type: 'checkout.session.completed', payment_id };
    expect(await shop.send(completed)).toMatchObject({ status: 200, body: processed });
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded' } });
    const { updated_at } = await shop.booking(id);
    expect((await shop.send(completed)).body).toEqual({
      status: 'already_processed',
      event_type: 'checkout.session.completed',
    });
    expect((await shop.send(eventOf(shop, 'charge.succeeded'))).body).toEqual({
      status: 'unhandled',
      event_type: 'charge.succeeded',
    });
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed', updated_at });
  });

  it('books once when events come twice and in the wrong order', async () => {
    const shop = await startSelling();
    const { id, url } = await waiting(shop);
    Object.assign(shop.stripe.webhooks.rules, { times: 2, order: 'reversed' });
    await shop.pay(url);
    const after = await shop.booking(id);
    expect(after).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded', refunded: 0 } });
    expect(after).not.toHaveProperty('sequence');
    expect(shop.stripe.webhooks.deliveries.every(({ status }) => status === 200)).toBe(true);
  });

  it('understands succeeded before completed', async () => {
    const shop = await startSelling();
    const { id, url } = await waiting(shop);
    shop.stripe.webhooks.rules.mode = 'held';
    await shop.pay(url);
    expect((await shop.send(eventOf(shop, 'payment_intent.succeeded'))).body.status).toBe('processed');
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed' });
    expect((await shop.send(eventOf(shop, 'checkout.session.completed'))).body.status).toBe('processed');
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded' } });
  });

  it('believes no forged, stale or foreign signature', async () => {
    const shop = await startSelling();
    const { id, url } = await waiting(shop);
    shop.stripe.webhooks.rules.mode = 'held';
    await shop.pay(url);
    const payload = eventOf(shop, 'payment_intent.succeeded');
    const now = Math.floor(shop.mock.clock.now() / 1000);
    const refusals = [
      await shop.send(payload, 'whsec_another'),
      await shop.send(payload, undefined, now - 301),
      await shop.call('POST', '/payment/webhook', { json: JSON.parse(payload) }),
      await shop.call('POST', '/payment/webhook', { json: {}, headers: { 'stripe-signature': 't=1,v1=00' } }),
    ];
    for (const { status, body } of refusals) {
      expect(`${status} ${body.detail}`).toBe('400 Invalid signature');
    }
    expect(await shop.booking(id)).toMatchObject({ status: 'pending' });
    expect((await shop.send(payload, undefined, now - 299)).status).toBe(200);
  });

  it('may be lost: who looks at the payment makes the server ask', async () => {
    const shop = await startSelling();
    const { id, url, payment_id } = await waiting(shop);
    shop.stripe.webhooks.rules.mode = 'lost';
    await shop.pay(url);
    expect(await shop.booking(id)).toMatchObject({ status: 'pending' });
    expect((await shop.payment(payment_id)).body).toMatchObject({ status: 'succeeded' });
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed' });
  });

  it('tells of a declined card: the booking stays pending, and another card books it', async () => {
    const shop = await startSelling();
    const { id, url, payment_id } = await waiting(shop);
    expect(await (await shop.pay(url, '4000000000000002')).text()).toContain('Your card was declined.');
    expect((await shop.payment(payment_id)).body).toMatchObject({ status: 'failed' });
    expect(await shop.booking(id)).toMatchObject({ status: 'pending', hold_expires_at: expect.any(String) });
    await shop.pay(url);
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded' } });
  });

  it('frees the time when the checkout expires', async () => {
    const shop = await startSelling();
    const { id, session_id } = await waiting(shop);
    shop.stripe.till.expireSession(session_id);
    await shop.stripe.webhooks.idle();
    expect(await shop.booking(id)).toMatchObject({ status: 'cancelled', cancellation_reason: 'Not paid in time' });
    expect((await shop.book((await shop.addType()).id, undefined, shop.rival)).status).toBe(201);
  });

  it('hears of refunds made in the dashboard: a part changes nothing else, the rest cancels', async () => {
    const shop = await startSelling();
    const { id, url } = await waiting(shop);
    await shop.pay(url);
    const [intent] = [...shop.stripe.till.intents.keys()];
    const refund = async (amount: number) => {
      shop.stripe.till.refund({
        paymentIntent: intent,
        charge: undefined,
        amount,
        reason: undefined,
        metadata: undefined,
      });
      await shop.stripe.webhooks.idle();
      return shop.booking(id);
    };
    expect(await refund(4000)).toMatchObject({ status: 'confirmed', payment: { refunded: 4000, status: 'succeeded' } });
    expect(await refund(5000)).toMatchObject({ status: 'cancelled', payment: { refunded: 9000, status: 'refunded' } });
  });

  it('hears of a refund before it hears of the payment: the session is not booked, and the money is back', async () => {
    const shop = await startSelling();
    const { id, url } = await waiting(shop);
    shop.stripe.webhooks.rules.mode = 'held';
    await shop.pay(url);
    const [paymentIntent] = [...shop.stripe.till.intents.keys()];
    shop.stripe.till.refund({ paymentIntent, charge: undefined, amount: 9000, reason: undefined, metadata: undefined });
    expect((await shop.send(eventOf(shop, 'charge.refunded'))).body.status).toBe('processed');
    expect((await shop.send(eventOf(shop, 'payment_intent.succeeded'))).body.status).toBe('processed');
    await shop.mock.runDueJobs();
    expect(await shop.booking(id)).toMatchObject({
      status: 'cancelled',
      payment: { status: 'refunded', refunded: 9000 },
    });
    expect(shop.stripe.till.refunds.size).toBe(1);
  });

  it('notes a dispute and says so in the log', async () => {
    const shop = await startSelling();
    const { url } = await waiting(shop);
    await shop.pay(url, '4000000000000259');
    expect(shop.stripe.webhooks.deliveries.at(-1)).toMatchObject({ type: 'charge.dispute.created', status: 200 });
    expect(shop.errors.map(String)).toEqual([expect.stringContaining('is disputed')]);
  });

  it("leaves alone what is not ours in the same account of Stripe's", async () => {
    const shop = await startSelling();
    const foreign = writeIntent({
      id: 'pi_of_a_shop',
      created: 0,
      amount: 100,
      currency: 'eur',
      status: 'succeeded',
      latestCharge: null,
      lastError: null,
      metadata: { order: '7' },
    });
    shop.stripe.webhooks.emit([['payment_intent.succeeded', foreign]], null);
    await shop.stripe.webhooks.idle();
    expect((await shop.send(eventOf(shop, 'payment_intent.succeeded'))).body.status).toBe('unhandled');
  });
});
