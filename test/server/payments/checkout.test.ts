import { describe, expect, it } from 'vitest';
import { RETURN, startSelling } from './selling.ts';

describe('paying for a session', () => {
  it('holds the time, opens a checkout, and books when the money is there', async () => {
    const shop = await startSelling();
    const type = await shop.addType();
    const booked = await shop.book(type.id);
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({
      status: 'pending',
      hold_expires_at: '2025-11-05T10:45:00Z',
      price: { amount: 9000, currency: 'EUR' },
      session_type: { id: type.id, name: 'A session of an hour', price: { amount: 9000, currency: 'EUR' } },
      link: expect.any(String),
    });
    const { status, body } = await shop.checkout(booked.body.id);
    expect(status).toBe(201);
    expect(body).toEqual({
      session_id: expect.stringMatching(/^cs_test_/),
      url: expect.stringContaining('/pay/cs_test_'),
      payment_id: expect.any(String),
      amount: 9000,
      currency: 'EUR',
    });
    expect((await shop.payment(body.payment_id)).body).toEqual({
      id: body.payment_id,
      booking_id: booked.body.id,
      amount: 9000,
      currency: 'EUR',
      status: 'pending',
      stripe_session_id: body.session_id,
      stripe_payment_intent_id: null,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
    expect((await shop.pay(body.url)).headers.get('location')).toBe(RETURN.success_url);
    const after = await shop.booking(booked.body.id);
    expect(after).toMatchObject({
      status: 'confirmed',
      payment_id: body.payment_id,
      payment: { status: 'succeeded', amount: 9000, refunded: 0 },
    });
    expect(after).not.toHaveProperty('hold_expires_at');
    expect((await shop.payment(body.payment_id)).body).toMatchObject({
      status: 'succeeded',
      stripe_payment_intent_id: expect.stringMatching(/^pi_/),
    });
    expect(shop.errors).toEqual([]);
  });

  it('waits for the coach where the type says so', async () => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType({ confirmation: 'coach' })).id)).body;
    await shop.pay((await shop.checkout(id)).body.url);
    const after = await shop.booking(id);
    expect(after).toMatchObject({ status: 'pending', payment: { status: 'succeeded' } });
    expect(after).not.toHaveProperty('hold_expires_at');
  });

  it('refuses in the words of the contract', async () => {
    const shop = await startSelling();
    const type = await shop.addType();
    const { id } = (await shop.book(type.id)).body;
    const detail = async (reply: Promise<{ status: number; body: { detail: string } }>) => {
      const { status, body } = await reply;
      return `${status} ${body.detail}`;
    };
    expect(await detail(shop.checkout('nobody'))).toBe('404 Booking not found');
    expect(await detail(shop.checkout(id, shop.rival))).toBe('403 Not authorized to create payment for this booking');
    expect(await detail(shop.checkout(id, shop.coach))).toBe('403 Not authorized to create payment for this booking');
    const elsewhere = { ...RETURN, success_url: 'https://evil.example/' };
    expect(await detail(shop.checkout(id, shop.client, elsewhere))).toMatch(/^400 .*allow-list/);
    const { body } = await shop.checkout(id);
    await shop.pay(body.url);
    expect(await detail(shop.checkout(id))).toBe('400 Payment already exists for this booking');
    expect(await detail(shop.payment('nothing'))).toBe('404 Payment not found');
    expect(await detail(shop.payment(body.payment_id, shop.rival))).toBe('403 Not authorized to view this payment');
    expect((await shop.payment(body.payment_id, shop.coach)).status).toBe(200);
    const free = (await shop.book((await shop.addType({ price: null })).id, '2025-11-21T10:00:00Z')).body;
    expect(free).toMatchObject({ status: 'confirmed' });
    expect(await detail(shop.checkout(free.id))).toMatch(/^400 There is nothing to pay/);
  });

  it('decides the amount by itself, whatever the page sends', async () => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    const { body } = await shop.checkout(id, shop.client, {
      ...RETURN,
      amount: 1,
      currency: 'JPY',
      price: { amount: 1 },
    });
    expect(body).toMatchObject({ amount: 9000, currency: 'EUR' });
    expect([...shop.stripe.till.sessions.values()].map(({ amount }) => amount)).toEqual([9000]);
  });

  it('continues an open checkout, and closes it when the page comes back with another address', async () => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    const first = (await shop.checkout(id)).body;
    expect((await shop.checkout(id)).body).toEqual(first);
    const second = (await shop.checkout(id, shop.client, { ...RETURN, cancel_url: 'https://coach.example/other' }))
      .body;
    expect(second.payment_id).toBe(first.payment_id);
    expect(second.session_id).not.toBe(first.session_id);
    expect(shop.stripe.till.session(first.session_id).status).toBe('expired');
    await shop.stripe.webhooks.idle();
    // The old checkout's end must not end the hold.
    expect(await shop.booking(id)).toMatchObject({ status: 'pending', hold_expires_at: expect.any(String) });
    await shop.pay(second.url);
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed' });
  });

  it('opens one checkout when it was cut off between Stripe’s answer and its own note', async () => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    shop.stripe.faults.next({ kind: 'drop-after-commit' }, { method: 'POST' });
    expect((await shop.checkout(id)).status).toBe(502);
    const { status, body } = await shop.checkout(id);
    expect(status).toBe(201);
    expect([...shop.stripe.till.sessions.keys()]).toEqual([body.session_id]);
    await shop.pay(body.url);
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed' });
    expect(shop.stripe.till.charges.size).toBe(1);
  });

  it('tries with a new key after Stripe said no', async () => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    shop.stripe.faults.next({ kind: 'status', status: 500 });
    expect((await shop.checkout(id)).status).toBe(502);
    expect((await shop.checkout(id)).status).toBe(201);
    const keys = shop.stripe.calls.map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).toBe(2);
    expect(keys.every((key) => key !== null)).toBe(true);
  });

  it.each([
    ['EUR', 9000, 9000],
    ['JPY', 9000, 9000],
    ['KWD', 27_500, 27_500],
    ['ISK', 9000, 900_000],
  ])('charges %s to the last digit', async (currency, amount, charged) => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType({ price: { amount, currency } })).id)).body;
    const { body } = await shop.checkout(id);
    expect(body).toMatchObject({ amount, currency });
    await shop.pay(body.url);
    expect([...shop.stripe.till.charges.values()].map((charge) => charge.amount)).toEqual([charged]);
    const cancelled = await shop.call('DELETE', `/booking/${id}`, { token: shop.coach });
    expect(cancelled.status).toBe(204);
    await expect.poll(async () => (await shop.booking(id)).payment.refunded).toBe(amount);
  });

  it('lets one of two visitors hold a time', async () => {
    const shop = await startSelling();
    const { id } = await shop.addType();
    const replies = await Promise.all([shop.book(id), shop.book(id, undefined, shop.rival)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('sells nothing without keys, and says so', async () => {
    const shop = await startSelling({ withoutKeys: true });
    const type = await shop.addType();
    expect(type).toMatchObject({ payment: 'at_session' });
    const { body } = await shop.book(type.id);
    expect(body).toMatchObject({ status: 'pending', price: { amount: 9000 } });
    expect(body).not.toHaveProperty('hold_expires_at');
    expect((await shop.checkout(body.id)).body).toMatchObject({ status: 503, code: 'payments_not_configured' });
  });
});
