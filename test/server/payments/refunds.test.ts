import { describe, expect, it } from 'vitest';
import { type Selling, startSelling } from './selling.ts';

/** A paid hour on 20 November, 10:00 UTC. */
async function paid(shop: Selling, body = {}): Promise<{ id: string; paymentId: string }> {
  const { id } = (await shop.book((await shop.addType(body)).id)).body;
  const checkout = (await shop.checkout(id)).body;
  await shop.pay(checkout.url);
  return { id, paymentId: checkout.payment_id };
}

const cancel = (shop: Selling, id: string, token: string) => shop.call('DELETE', `/booking/${id}`, { token });

describe('a refund', () => {
  it.each([
    ['a day before', '2025-11-19T09:59:00Z', 9000],
    ['on the day', '2025-11-19T12:00:00Z', 4500],
    ['an hour before', '2025-11-20T09:00:00Z', 0],
  ])('of a client who cancels %s follows the rules that were bought', async (_when, now, amount) => {
    const shop = await startSelling();
    const { id } = await paid(shop);
    shop.mock.clock.set(now);
    const client = await shop.logIn('client@example.com');
    expect((await cancel(shop, id, client)).status).toBe(204);
    await shop.mock.runDueJobs();
    await shop.stripe.webhooks.idle();
    const { body } = await shop.call('GET', `/booking/${id}`, { token: client });
    expect(body).toMatchObject({
      status: 'cancelled',
      payment: { refunded: amount, status: amount === 9000 ? 'refunded' : 'succeeded' },
    });
    expect([...shop.stripe.till.refunds.values()].map((refund) => refund.amount)).toEqual(amount > 0 ? [amount] : []);
  });

  it('of a booking that the coach declines is everything, at any time', async () => {
    const shop = await startSelling();
    const { id } = await paid(shop, { confirmation: 'coach' });
    shop.mock.clock.set('2025-11-20T09:50:00Z');
    const coach = await shop.logIn('coach@example.com');
    await cancel(shop, id, coach);
    await shop.mock.runDueJobs();
    const { body } = await shop.call('GET', `/booking/${id}`, { token: coach });
    expect(body).toMatchObject({ status: 'cancelled', payment: { status: 'refunded', refunded: 9000 } });
  });

  it('is made by the coach in part and in full, and never beyond what was paid', async () => {
    const shop = await startSelling();
    const { id, paymentId } = await paid(shop);
    const refund = (json: object, token = shop.coach) =>
      shop.call('POST', `/payment/${paymentId}/refund`, { token, json });
    expect((await refund({}, shop.client)).status).toBe(403);
    expect((await refund({ amount: 9001 })).body.detail).toContain('only 9000 is left');
    expect((await refund({ amount: 4000 })).status).toBe(200);
    await shop.mock.runDueJobs();
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed', payment: { refunded: 4000 } });
    expect((await refund({})).status).toBe(200);
    await shop.mock.runDueJobs();
    expect((await shop.booking(id)).payment).toMatchObject({ status: 'refunded', refunded: 9000 });
    expect((await refund({})).body.detail).toContain('all of it was given back already');
  });

  it('fails three times and works then: the money goes back once', async () => {
    const shop = await startSelling();
    const { id } = await paid(shop);
    shop.stripe.faults.next({ kind: 'status', status: 500 }, { method: 'POST', times: 3 });
    await cancel(shop, id, shop.client);
    for (let round = 0; round < 3; round += 1) {
      await shop.mock.runDueJobs();
      expect((await shop.booking(id)).payment).toMatchObject({ refunded: 0, refund: { status: 'pending' } });
      shop.mock.clock.advance(10 * 60_000);
    }
    await shop.mock.runDueJobs();
    expect((await shop.booking(id)).payment).toMatchObject({ status: 'refunded', refund: { status: 'succeeded' } });
    expect(shop.stripe.till.refunds.size).toBe(1);
  });

  it('goes back once when the process is cut off between Stripe’s answer and its own note', async () => {
    const shop = await startSelling();
    const { id } = await paid(shop);
    shop.stripe.faults.next({ kind: 'drop-after-commit' }, { method: 'POST', path: /refunds$/ });
    await cancel(shop, id, shop.client);
    await shop.mock.runDueJobs();
    shop.mock.clock.advance(10 * 60_000);
    await shop.mock.runDueJobs();
    expect((await shop.booking(id)).payment).toMatchObject({ status: 'refunded', refunded: 9000 });
    expect(shop.stripe.till.refunds.size).toBe(1);
  });

  it('that is given up is shown as failed, and works when somebody tries again', async () => {
    const shop = await startSelling();
    const { id, paymentId } = await paid(shop);
    shop.stripe.faults.next({ kind: 'status', status: 500 }, { method: 'POST', times: 5 });
    await cancel(shop, id, shop.coach);
    for (let round = 0; round < 6; round += 1) {
      await shop.mock.runDueJobs();
      shop.mock.clock.advance(2 * 60 * 60_000);
    }
    const coach = await shop.logIn('coach@example.com');
    const look = async () => (await shop.call('GET', `/booking/${id}`, { token: coach })).body.payment;
    expect(await look()).toMatchObject({
      status: 'succeeded',
      refunded: 0,
      refund: { status: 'failed', amount: 9000, problem: expect.stringMatching(/\w/) },
    });
    // Why it failed is not for the client.
    const client = await shop.logIn('client@example.com');
    const asClient = (await shop.call('GET', `/booking/${id}`, { token: client })).body.payment.refund;
    expect(asClient).toMatchObject({ status: 'failed', amount: 9000 });
    expect(asClient).not.toHaveProperty('problem');
    await shop.call('POST', `/payment/${paymentId}/refund`, { token: coach, json: {} });
    await shop.mock.runDueJobs();
    expect(await look()).toMatchObject({ status: 'refunded', refunded: 9000 });
    expect(shop.stripe.till.refunds.size).toBe(1);
  });
});

describe('moving what was paid', () => {
  it('keeps the price, and refuses another one with the way to do it', async () => {
    const shop = await startSelling();
    const { id } = await paid(shop);
    const dear = await shop.addType({ name: 'A long one', minutes: 90, price: { amount: 12_000, currency: 'EUR' } });
    const move = (json: object) => shop.call('PATCH', `/booking/${id}`, { token: shop.client, json });
    expect((await move({ session_datetime: '2025-11-20T12:00:00Z', session_type_id: dear.id })).body).toMatchObject({
      status: 409,
      code: 'price_differs',
      detail: expect.stringContaining('cancel it and book the other one'),
    });
    const moved = await move({ session_datetime: '2025-11-20T12:00:00Z' });
    expect(moved.body).toMatchObject({ price: { amount: 9000 }, payment: { status: 'succeeded' }, sequence: 1 });
    const same = await shop.addType({ name: 'A walk', minutes: 90 });
    expect((await move({ session_datetime: '2025-11-20T14:00:00Z', session_type_id: same.id })).body).toMatchObject({
      duration_minutes: 90,
      session_type: { name: 'A walk' },
    });
  });
});
