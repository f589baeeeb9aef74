import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { SECRET_KEY, SESSION, stripeWorld } from './stripe-world.ts';

/** The error of a call that must be refused. */
async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error(`expected a refusal of Stripe's, got ${String(error)}`);
}

const withPrice = (currency: string, unit_amount: number): Stripe.Checkout.SessionCreateParams => ({
  ...SESSION,
  line_items: [{ quantity: 1, price_data: { currency, unit_amount, product_data: { name: 'A session' } } }],
});

describe("the stand-in for Stripe, called by Stripe's own package", () => {
  it('opens a checkout session that is paid with 4242 and sends the visitor on', async () => {
    const { stripe, pay } = await stripeWorld();
    const session = await stripe.checkout.sessions.create(SESSION);
    expect(session).toMatchObject({
      object: 'checkout.session',
      amount_total: 9000,
      currency: 'eur',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      client_reference_id: 'booking-1',
    });
    const page = await fetch(session.url ?? '');
    const html = await page.text();
    expect(html).toContain('This is a stand-in for Stripe. It is not Stripe');
    expect(html).toContain('€90.00');
    const paid = await pay(session.url ?? '');
    expect(paid.status).toBe(303);
    expect(paid.headers.get('location')).toBe(`https://coach.example/book?paid=${session.id}`);
    const after = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
    expect(after).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
    expect(after.payment_intent).toMatchObject({
      object: 'payment_intent',
      status: 'succeeded',
      amount_received: 9000,
      metadata: { booking_id: 'booking-1' },
      latest_charge: { object: 'charge', paid: true, payment_method_details: { card: { last4: '4242' } } },
    });
  });

  it('declines 0002, keeps the session open, and takes another card', async () => {
    const { stripe, pay } = await stripeWorld();
    const { id, url } = await stripe.checkout.sessions.create(SESSION);
    const page = await (await pay(url ?? '', '4000000000000002')).text();
    expect(page).toContain('Your card was declined.');
    const open = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(open).toMatchObject({ status: 'open', payment_status: 'unpaid' });
    expect(open.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' },
    });
    expect((await pay(url ?? '')).status).toBe(303);
    const paid = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    // One payment intent for all tries of a session, as at Stripe.
    expect(paid.payment_intent).toMatchObject({
      id: (open.payment_intent as Stripe.PaymentIntent).id,
      status: 'succeeded',
    });
  });

  it.each(['4000002500003155', '4000000000003220'])('asks for authentication with %s', async (card) => {
    const { stripe, pay, authenticate } = await stripeWorld();
    const { id, url } = await stripe.checkout.sessions.create(SESSION);
    const first = await (await pay(url ?? '', card)).text();
    expect(first).toContain('Your bank asks whether it is you');
    const failed = await (await authenticate(url ?? '', first, 'no')).text();
    expect(failed).toContain('We are unable to authenticate your payment method');
    const second = await (await pay(url ?? '', card)).text();
    expect((await authenticate(url ?? '', second, 'yes')).status).toBe(303);
    expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe('paid');
  });

  it('expires a session on request and by its time, and lets nobody pay it then', async () => {
    const { stripe, pay, clock } = await stripeWorld();
    const now = Math.floor(clock.now() / 1000);
    const first = await stripe.checkout.sessions.create(SESSION);
    expect((await stripe.checkout.sessions.expire(first.id)).status).toBe('expired');
    expect((await refusal(stripe.checkout.sessions.expire(first.id))).message).toContain('["open"]');
    expect(await (await pay(first.url ?? '')).text()).toContain('This checkout has expired');
    const second = await stripe.checkout.sessions.create({ ...SESSION, expires_at: now + 31 * 60 });
    clock.set(new Date((now + 32 * 60) * 1000).toISOString());
    expect((await stripe.checkout.sessions.retrieve(second.id)).status).toBe('expired');
  });

  it('refunds in part and in full, and never more than was paid', async () => {
    const { stripe, pay } = await stripeWorld();
    const { id, url } = await stripe.checkout.sessions.create(SESSION);
    await pay(url ?? '');
    const intent = (await stripe.checkout.sessions.retrieve(id)).payment_intent as string;
    const part = await stripe.refunds.create({ payment_intent: intent, amount: 4500, reason: 'requested_by_customer' });
    expect(part).toMatchObject({ object: 'refund', amount: 4500, status: 'succeeded', payment_intent: intent });
    expect((await refusal(stripe.refunds.create({ payment_intent: intent, amount: 4501 }))).message).toBe(
      'Refund amount (€45.01) is greater than unrefunded amount on charge (€45.00)',
    );
    await stripe.refunds.create({ payment_intent: intent });
    expect((await refusal(stripe.refunds.create({ payment_intent: intent }))).code).toBe('charge_already_refunded');
    const charge = await stripe.charges.retrieve(String(part.charge));
    expect(charge).toMatchObject({ amount_refunded: 9000, refunded: true });
    const list = await stripe.refunds.list({ payment_intent: intent });
    expect(list.data.map(({ amount }) => amount)).toEqual([4500, 4500]);
  });

  it('does one thing for one idempotency key, and refuses the key with another body', async () => {
    const { stripe, standIn } = await stripeWorld();
    const first = await stripe.checkout.sessions.create(SESSION, { idempotencyKey: 'checkout-1' });
    const again = await stripe.checkout.sessions.create(SESSION, { idempotencyKey: 'checkout-1' });
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(standIn.till.sessions.size).toBe(1);
    const other = await refusal(stripe.checkout.sessions.create(withPrice('eur', 1), { idempotencyKey: 'checkout-1' }));
    expect(other).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(other.message).toContain('can only be used with the same parameters they were first used with');
    const elsewhere = await refusal(stripe.checkout.sessions.expire(first.id, {}, { idempotencyKey: 'checkout-1' }));
    expect(elsewhere.message).toContain('same endpoint');
  });

  it('charges once when the connection breaks after Stripe did its part and the call is made again', async () => {
    const { stripe, standIn } = await stripeWorld();
    standIn.faults.next({ kind: 'drop-after-commit' }, { method: 'POST' });
    const session = await stripe.checkout.sessions.create(SESSION, { idempotencyKey: 'k', maxNetworkRetries: 2 });
    expect([...standIn.till.sessions.keys()]).toEqual([session.id]);
  });

  it('answers 429 and 500 on request', async () => {
    const { stripe, standIn } = await stripeWorld();
    standIn.faults.next({ kind: 'status', status: 429, retryAfter: 1 });
    expect(await refusal(stripe.checkout.sessions.create(SESSION))).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    standIn.faults.next({ kind: 'status', status: 500 });
    expect(await refusal(stripe.checkout.sessions.create(SESSION))).toBeInstanceOf(Stripe.errors.StripeAPIError);
    expect(standIn.till.sessions.size).toBe(0);
  });

  it('refuses what the reference refuses, and names the parameter', async () => {
    const { stripe, clock } = await stripeWorld();
    const now = Math.floor(clock.now() / 1000);
    const create = (params: object) =>
      refusal(stripe.checkout.sessions.create({ ...SESSION, ...params } as Stripe.Checkout.SessionCreateParams));
    expect(await create({ surprise: '1' })).toMatchObject({ code: 'parameter_unknown', param: 'surprise' });
    expect(await create({ success_url: undefined })).toMatchObject({ code: 'parameter_missing', param: 'success_url' });
    expect(await create({ success_url: 'javascript:alert(1)' })).toMatchObject({ code: 'url_invalid' });
    expect(await create({ expires_at: now + 15 * 60 })).toMatchObject({ param: 'expires_at' });
    expect(await create({ expires_at: now + 25 * 60 * 60 })).toMatchObject({ param: 'expires_at' });
    expect(await create({ metadata: { note: 'x'.repeat(501) } })).toMatchObject({ param: 'metadata[note]' });
    expect(await create(withPrice('eur', 49))).toMatchObject({ code: 'amount_too_small' });
    expect(await create(withPrice('eur', 90.5))).toMatchObject({
      param: 'line_items[0][price_data][unit_amount]',
    });
    expect((await refusal(stripe.checkout.sessions.retrieve('cs_test_none'))).code).toBe('resource_missing');
    expect((await refusal(stripe.checkout.sessions.retrieve('x', { expand: ['a.b.c.d.e'] }))).statusCode).toBe(404);
    const { id } = await stripe.checkout.sessions.create(SESSION);
    expect((await refusal(stripe.checkout.sessions.retrieve(id, { expand: ['metadata'] }))).param).toBe('expand');
  });

  it.each([
    ['jpy', 9000, '¥9,000'],
    ['kwd', 27_000, 'KWD 27.000'],
    ['isk', 900_000, 'ISK 9,000.00'],
  ])('shows an amount in %s in its own decimals', async (currency, amount, text) => {
    const { stripe } = await stripeWorld();
    const { url } = await stripe.checkout.sessions.create(withPrice(currency, amount));
    expect((await (await fetch(url ?? '')).text()).replaceAll('\u00a0', ' ')).toContain(text);
  });

  it('takes thousandths in tens, and króna whole', async () => {
    const { stripe } = await stripeWorld();
    expect((await refusal(stripe.checkout.sessions.create(withPrice('kwd', 27_005)))).code).toBe('invalid_amount');
    expect((await refusal(stripe.checkout.sessions.create(withPrice('isk', 900_050)))).code).toBe('invalid_amount');
  });

  it('insists on key, version and form encoding', async () => {
    const { url } = await stripeWorld();
    const call = async (headers: Record<string, string>, body = 'mode=payment') => {
      const response = await fetch(`${url}/v1/checkout/sessions`, { method: 'POST', headers, body });
      const { error } = (await response.json()) as { error: { message: string } };
      return `${response.status} ${error.message}`;
    };
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const key = { authorization: `Bearer ${SECRET_KEY}` };
    const version = { 'stripe-version': '2026-10-28.endive' };
    expect(await call({ ...form, ...version })).toMatch(/^401 You did not provide an API key/);
    expect(await call({ ...form, ...version, authorization: 'Bearer sk_test_wrong_one' })).toMatch(
      /^401 Invalid API Key/,
    );
    expect(await call({ ...form, ...key })).toMatch(/^400 Invalid Stripe API version: none was sent/);
    expect(await call({ ...key, ...version, 'content-type': 'application/json' }, '{}')).toMatch(
      /^400 .*form-urlencoded/,
    );
    expect(await call({ ...key, ...version, ...form }, 'a[b=1')).toMatch(/^400 Invalid parameter name/);
    expect(await call({ ...key, ...version, ...form }, '__proto__[x]=1')).toMatch(/^400 Invalid parameter name/);
  });
});
