import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/server/ports.ts';
import { openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { createTestDatabase } from '../stores/test-database.ts';
import { startSelling } from './selling.ts';

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
  let open: () => Promise<Awaited<ReturnType<typeof startSelling>>>;
  beforeAll(() => {
    open = async () => {
      const store = await kinds[kind]?.();
      if (!store) throw new Error(kind);
      opened.push(store);
      return startSelling({ store });
    };
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
