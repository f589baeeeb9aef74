import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import type { Store } from '../../../src/server/ports.ts';
import { openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { createTestDatabase } from '../stores/test-database.ts';
import { killedAfterAnswer, RETURN, type Selling, slowBank, startSelling } from './selling.ts';

const folder = mkdtempSync(join(tmpdir(), 'selling-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opened: Store[] = [];
const databases: { drop(): Promise<void> }[] = [];
afterAll(async () => {
  for (const store of opened) await store.close();
  for (const database of databases) await database.drop();
});

let files = 0;
const kinds: Readonly<Record<string, () => Promise<Store>>> = {
  SQLite: async () => openSqliteStore(join(folder, `${++files}.sqlite`)),
  PostgreSQL: async () => {
    const database = await createTestDatabase();
    databases.push(database);
    return openPostgresStore(database.url);
  },
};

describe.each(Object.keys(kinds))('selling on %s', (kind) => {
  let open: (options?: Parameters<typeof startSelling>[0]) => Promise<Selling>;
  beforeAll(() => {
    open = async (options) => {
      const store = await kinds[kind]?.();
      if (!store) throw new Error(kind);
      opened.push(store);
      return startSelling({ ...options, store });
    };
  });

  it('books at the first word of the payment, and knows the second: succeeded before completed', async () => {
    const shop = await open();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    shop.stripe.webhooks.rules.mode = 'held';
    await shop.pay((await shop.checkout(id)).body.url);
    const eventOf = (type: string) => shop.stripe.webhooks.events.find((event) => event.type === type)?.payload ?? '';
    expect((await shop.send(eventOf('payment_intent.succeeded'))).body.status).toBe('processed');
    const first = await shop.booking(id);
    expect(first).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded' } });
    expect((await shop.send(eventOf('checkout.session.completed'))).body.status).toBe('processed');
    expect((await shop.send(eventOf('payment_intent.succeeded'))).body.status).toBe('already_processed');
    expect((await shop.booking(id)).updated_at).toBe(first.updated_at);
  });

  it('believes no forged, stale or foreign signature', async () => {
    const shop = await open();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    shop.stripe.webhooks.rules.mode = 'held';
    await shop.pay((await shop.checkout(id)).body.url);
    const event = shop.stripe.webhooks.events.find(({ type }) => type === 'payment_intent.succeeded');
    const payload = event?.payload ?? '';
    const now = Math.floor(shop.mock.clock.now() / 1000);
    const forged = { 'stripe-signature': `t=${now},v1=${'0'.repeat(64)}` };
    for (const { status, body } of [
      await shop.send(payload, 'whsec_another'),
      await shop.send(payload, undefined, now - 301),
      await shop.call('POST', '/payment/webhook', { json: JSON.parse(payload), headers: forged }),
      await shop.call('POST', '/payment/webhook', { json: JSON.parse(payload) }),
    ]) {
      expect(`${status} ${body.detail}`).toBe('400 Invalid signature');
    }
    expect(await shop.booking(id)).toMatchObject({ status: 'pending' });
    expect((await shop.send(payload)).status).toBe(200);
  });

  it('books what was paid although its webhook was lost, for who looks at the payment', async () => {
    const shop = await open();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    const { url, payment_id } = (await shop.checkout(id)).body;
    shop.stripe.webhooks.rules.mode = 'lost';
    await shop.pay(url);
    expect(await shop.booking(id)).toMatchObject({ status: 'pending' });
    expect((await shop.payment(payment_id)).body).toMatchObject({ status: 'succeeded' });
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed' });
  });

  it('decides the price by itself, whatever the page sends with the booking and the checkout', async () => {
    const shop = await open();
    const { id: typeId } = await shop.addType();
    const booked = await shop.call('POST', '/booking', {
      token: shop.client,
      json: {
        coach_id: seed.coach.id,
        session_datetime: '2025-11-20T10:00:00Z',
        session_type_id: typeId,
        price: { amount: 1, currency: 'JPY' },
        session_type: { price: { amount: 1, currency: 'EUR' } },
        status: 'confirmed',
      },
    });
    expect(booked.body).toMatchObject({ status: 'pending', price: { amount: 9000, currency: 'EUR' } });
    const { body } = await shop.checkout(booked.body.id, shop.client, { ...RETURN, amount: 1, currency: 'JPY' });
    expect(body).toMatchObject({ amount: 9000, currency: 'EUR' });
    expect([...shop.stripe.till.sessions.values()].map(({ amount }) => amount)).toEqual([9000]);
    // Nor is a session of another length sold at this price.
    expect((await shop.book(typeId, '2025-11-21T10:00:00Z', shop.rival, 120)).status).toBe(422);
  });

  it.each([
    ['is free', false],
    ['was given away', true],
  ])('with money after the hold, where the time %s', async (_, isGivenAway) => {
    const shop = await open({ wrap: slowBank });
    const type = await shop.addType();
    const { id } = (await shop.book(type.id)).body;
    const { url } = (await shop.checkout(id)).body;
    shop.mock.clock.advance(16 * 60_000);
    await shop.mock.runDueJobs();
    expect(await shop.booking(id)).toMatchObject({ status: 'cancelled' });
    if (isGivenAway) expect((await shop.book(type.id, undefined, shop.rival)).status).toBe(201);
    await shop.pay(url);
    await shop.mock.runDueJobs();
    expect(await shop.booking(id)).toMatchObject(
      isGivenAway
        ? {
            status: 'cancelled',
            cancellation_reason: expect.stringContaining('the money goes back'),
            payment: { status: 'refunded', refunded: 9000 },
          }
        : { status: 'confirmed', payment: { status: 'succeeded', refunded: 0 } },
    );
    expect(shop.stripe.till.refunds.size).toBe(isGivenAway ? 1 : 0);
  });

  it.each([
    ['EUR', 8950],
    ['JPY', 9000],
    ['KWD', 27_500],
  ])('charges and gives back %s to the last digit', async (currency, amount) => {
    const shop = await open();
    const { id } = (await shop.book((await shop.addType({ price: { amount, currency } })).id)).body;
    const { body } = await shop.checkout(id);
    expect(body).toMatchObject({ amount, currency });
    await shop.pay(body.url);
    expect([...shop.stripe.till.charges.values()].map((charge) => charge.amount)).toEqual([amount]);
    await shop.call('DELETE', `/booking/${id}`, { token: shop.coach });
    await expect.poll(async () => (await shop.booking(id)).payment.refunded, { timeout: 5000 }).toBe(amount);
    expect([...shop.stripe.till.refunds.values()].map((refund) => refund.amount)).toEqual([amount]);
  });

  it('books once, whatever the order and the number of webhooks, and knows each event again', async () => {
    const shop = await open();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    Object.assign(shop.stripe.webhooks.rules, { times: 2, order: 'reversed' });
    await shop.pay((await shop.checkout(id)).body.url);
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded' } });
    const completed = shop.stripe.webhooks.events.find(({ type }) => type === 'checkout.session.completed');
    expect((await shop.send(completed?.payload ?? '')).body.status).toBe('already_processed');
    expect((await shop.send(completed?.payload ?? '', 'whsec_forged')).status).toBe(400);
  });

  it('lets one of two visitors hold a time', async () => {
    const shop = await open();
    const { id } = await shop.addType();
    const replies = await Promise.all([shop.book(id), shop.book(id, undefined, shop.rival)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('charges once and books once when it was cut off between Stripe’s answer and its own note', async () => {
    const shop = await open();
    const { id } = (await shop.book((await shop.addType({ price: { amount: 27_500, currency: 'KWD' } })).id)).body;
    shop.stripe.faults.next({ kind: 'drop-after-commit' }, { method: 'POST' });
    expect((await shop.checkout(id)).status).toBe(502);
    const { url, payment_id } = (await shop.checkout(id)).body;
    shop.stripe.webhooks.rules.mode = 'lost';
    await shop.pay(url);
    expect((await shop.payment(payment_id)).body).toMatchObject({
      status: 'succeeded',
      amount: 27_500,
      currency: 'KWD',
    });
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed' });
    expect(shop.stripe.till.charges.size).toBe(1);
  });

  it('sells a session type to a client that names its length alone, and no length that is no listed type’s', async () => {
    const shop = await open();
    const hour = await shop.addType();
    await shop.addType({ minutes: 20, price: null, hidden: true });
    await shop.addType({ minutes: 90, price: null });
    const byLength = (duration_minutes: number) =>
      shop.call('POST', '/booking', {
        token: shop.client,
        json: { coach_id: seed.coach.id, session_datetime: '2025-11-20T10:00:00Z', duration_minutes },
      });
    const times = async (minutes: string) => {
      const path = `/booking/coach/${seed.coach.id}/availability`;
      const range = 'start_date=2025-11-20T00:00:00Z&end_date=2025-11-21T00:00:00Z';
      return (await shop.call('GET', `${path}?${range}${minutes}`)).body.available_slots;
    };
    for (const minutes of [20, 45]) {
      const { status, body } = await byLength(minutes);
      expect([status, body.errors]).toEqual([
        422,
        [{ field: 'body.duration_minutes', message: 'must be a length this coach offers: 60, 90 minutes' }],
      ]);
      expect(await times(`&duration_minutes=${minutes}`)).toEqual([]);
    }
    expect(await times('&duration_minutes=60')).toContainEqual(
      expect.objectContaining({ start: '2025-11-20T10:00:00Z', duration_minutes: 60 }),
    );
    expect(await times('')).toEqual(await times(`&session_type_id=${hour.id}`));
    const { status, body } = await byLength(60);
    expect([status, body]).toMatchObject([
      201,
      {
        status: 'pending',
        price: { amount: 9000, currency: 'EUR' },
        session_type: { id: hour.id },
        hold_expires_at: expect.any(String),
      },
    ]);
    await shop.pay((await shop.checkout(body.id)).body.url);
    expect(await shop.booking(body.id)).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded' } });
  });

  it('goes on in another process after it was killed between Stripe’s answer and its own commit', async () => {
    const { wrap, bury } = killedAfterAnswer();
    const store = await kinds[kind]?.();
    if (!store) throw new Error(kind);
    opened.push(store);
    const killed = await startSelling({ store, wrap });
    const { id } = (await killed.book((await killed.addType()).id)).body;
    const unanswered: Promise<unknown>[] = [killed.checkout(id).catch(() => undefined)];
    try {
      await expect.poll(() => killed.stripe.till.sessions.size).toBe(1);

      const next = await startSelling({ store, stripe: killed.stripe });
      await next.pay((await next.checkout(id)).body.url);
      expect([killed.stripe.till.sessions.size, killed.stripe.till.charges.size]).toEqual([1, 1]);
      expect(await next.booking(id)).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded' } });

      // The refund: its job is taken up again when the dead worker's lease has ended.
      await killed.call('DELETE', `/booking/${id}`, { token: killed.coach });
      unanswered.push(killed.mock.runDueJobs().catch(() => undefined));
      await expect.poll(() => killed.stripe.till.refunds.size).toBe(1);
      expect((await next.booking(id)).payment).toMatchObject({ refunded: 0, refund: { status: 'pending' } });
      next.mock.clock.advance(10 * 60_000);
      await next.mock.runDueJobs();
      expect((await next.booking(id)).payment).toMatchObject({ status: 'refunded', refunded: 9000 });
      expect(killed.stripe.till.refunds.size).toBe(1);
    } finally {
      bury();
      await Promise.all(unanswered);
    }
  });

  it('ends a hold after asking Stripe, and gives the time to somebody else', async () => {
    const shop = await open();
    const type = await shop.addType();
    const { id } = (await shop.book(type.id)).body;
    await shop.checkout(id);
    shop.mock.clock.advance(16 * 60_000);
    await shop.mock.runDueJobs();
    expect(await shop.booking(id)).toMatchObject({ status: 'cancelled', cancellation_reason: 'Not paid in time' });
    expect((await shop.book(type.id, undefined, shop.rival)).status).toBe(201);
  });

  it('gives money back once, after three failures', async () => {
    const shop = await open();
    const { id } = (await shop.book((await shop.addType({ price: { amount: 9000, currency: 'JPY' } })).id)).body;
    await shop.pay((await shop.checkout(id)).body.url);
    shop.stripe.faults.next({ kind: 'status', status: 500 }, { method: 'POST', times: 3 });
    await shop.call('DELETE', `/booking/${id}`, { token: shop.client });
    for (let round = 0; round < 5; round += 1) {
      await shop.mock.runDueJobs();
      shop.mock.clock.advance(10 * 60_000);
    }
    expect((await shop.booking(id)).payment).toMatchObject({ status: 'refunded', refunded: 9000 });
    expect(shop.stripe.till.refunds.size).toBe(1);
  });
});
