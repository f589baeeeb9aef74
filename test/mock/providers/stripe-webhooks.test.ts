import { describe, expect, it } from 'vitest';
import { SESSION, type StripeWorld, stripeWorld, WEBHOOK_SECRET } from './stripe-world.ts';

interface Heard {
  readonly type: string;
  readonly id: string;
  readonly signature: string;
  readonly body: string;
}

/** Listens for events; the first `failures` deliveries are answered with 500. */
async function listening(failures = 0) {
  const world = await stripeWorld();
  const heard: Heard[] = [];
  let left = failures;
  world.standIn.webhooks.rules.retriesMs = [1, 1, 1];
  world.standIn.webhooks.endpoint = {
    url: 'https://api.example/payment/webhook',
    secret: WEBHOOK_SECRET,
    fetch: async (_url, init) => {
      const body = String(init?.body);
      const { id, type } = JSON.parse(body);
      heard.push({ id, type, body, signature: new Headers(init?.headers).get('stripe-signature') ?? '' });
      left -= 1;
      return new Response(null, { status: left >= 0 ? 500 : 200 });
    },
  };
  return { ...world, heard };
}

async function paid({ stripe, pay, standIn }: StripeWorld): Promise<void> {
  const { url } = await stripe.checkout.sessions.create(SESSION);
  await pay(url ?? '');
  await standIn.webhooks.idle();
}

describe('webhooks of the stand-in for Stripe', () => {
  it("are signed so that Stripe's own package believes them, for five minutes", async () => {
    const world = await listening();
    await paid(world);
    const { webhooks } = world.stripe;
    const [first] = world.heard;
    const read = (body: string, signature: string, secret = WEBHOOK_SECRET, laterMs = 0) =>
      webhooks.constructEventAsync(body, signature, secret, undefined, undefined, world.clock.now() + laterMs);
    const event = await read(first?.body ?? '', first?.signature ?? '');
    expect(event).toMatchObject({ object: 'event', api_version: '2026-10-28.endive', livemode: false });
    await expect(read(`${first?.body} `, first?.signature ?? '')).rejects.toThrow();
    await expect(read(first?.body ?? '', first?.signature ?? '', 'whsec_another')).rejects.toThrow();
    await expect(read(first?.body ?? '', first?.signature ?? '', WEBHOOK_SECRET, 301_000)).rejects.toThrow(/tolerance/);
  });

  it('tell what happened, in order', async () => {
    const world = await listening();
    await paid(world);
    expect(world.heard.map(({ type }) => type)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
  });

  it('come twice, in the wrong order, late, or not at all on request', async () => {
    const world = await listening();
    const { rules } = world.standIn.webhooks;
    rules.times = 2;
    rules.order = 'reversed';
    await paid(world);
    const types = world.heard.map(({ type }) => type);
    expect(types.indexOf('checkout.session.completed')).toBeLessThan(types.indexOf('payment_intent.succeeded'));
    expect(types.filter((type) => type === 'checkout.session.completed')).toHaveLength(2);
    expect(new Set(world.heard.map(({ id }) => id)).size).toBe(4);

    rules.times = 1;
    rules.mode = 'held';
    await paid(world);
    expect(world.heard).toHaveLength(8);
    await world.standIn.webhooks.release();
    expect(world.heard).toHaveLength(12);

    rules.mode = 'lost';
    await paid(world);
    expect(world.heard).toHaveLength(12);
  });

  it('are tried again until they are taken', async () => {
    const world = await listening(2);
    await paid(world);
    expect(world.standIn.webhooks.deliveries.slice(0, 3).map(({ status }) => status)).toEqual([500, 500, 200]);
    expect(new Set(world.heard.slice(0, 3).map(({ id }) => id)).size).toBe(1);
  });

  it('tell of declined cards, refunds, expired sessions and disputes', async () => {
    const world = await listening();
    const { stripe, pay, standIn, heard } = world;
    const first = await stripe.checkout.sessions.create(SESSION);
    await pay(first.url ?? '', '4000000000000002');
    await stripe.checkout.sessions.expire(first.id);
    const second = await stripe.checkout.sessions.create(SESSION);
    await pay(second.url ?? '', '4000000000000259');
    const intent = (await stripe.checkout.sessions.retrieve(second.id)).payment_intent as string;
    await stripe.refunds.create({ payment_intent: intent });
    await standIn.webhooks.idle();
    expect(heard.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'payment_intent.payment_failed',
        'checkout.session.expired',
        'charge.dispute.created',
        'charge.refunded',
      ]),
    );
  });
});
