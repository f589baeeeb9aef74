import { describe, expect, it } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { type Selling, slowBank, startSelling } from './selling.ts';

const AT = '2025-11-20T10:00:00Z';

async function openAt(shop: Selling, typeId: string, own?: string, token = own && shop.client): Promise<boolean> {
  const range = 'start_date=2025-11-20T00:00:00Z&end_date=2025-11-21T00:00:00Z';
  const query = `${range}&session_type_id=${typeId}${own === undefined ? '' : `&exclude_booking=${own}`}`;
  const { body } = await shop.call('GET', `/booking/coach/${seed.coach.id}/availability?${query}`, {
    ...(token && { token }),
  });
  return body.available_slots.some(({ start }: { start: string }) => start === AT);
}

/** Lets the hold's time go by, and its job run. */
async function letLapse(shop: Selling, minutes = 15): Promise<void> {
  shop.mock.clock.advance(minutes * 60_000);
  await shop.mock.runDueJobs();
}

describe('a hold', () => {
  it('keeps the time for others away, and gives it back when it ends', async () => {
    const shop = await startSelling();
    const type = await shop.addType();
    const { id } = (await shop.book(type.id)).body;
    expect(await openAt(shop, type.id)).toBe(false);
    await letLapse(shop, 14);
    expect(await openAt(shop, type.id)).toBe(false);
    await letLapse(shop, 1);
    expect(await openAt(shop, type.id)).toBe(true);
    expect(await shop.booking(id)).toMatchObject({ status: 'cancelled', cancellation_reason: 'Not paid in time' });
    expect((await shop.checkout(id)).body).toMatchObject({ status: 409, code: 'hold_ended' });
  });

  it('is renewed once, by its visitor alone', async () => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    const renew = (token: string) => shop.call('POST', `/booking/${id}/hold`, { token });
    expect((await renew(shop.rival)).status).toBe(403);
    await letLapse(shop, 10);
    expect((await renew(shop.client)).body).toMatchObject({ hold_expires_at: '2025-11-05T10:55:00Z' });
    expect((await renew(shop.client)).body).toMatchObject({ status: 409, code: 'hold_not_renewable' });
    await letLapse(shop, 10);
    expect(await shop.booking(id)).toMatchObject({ status: 'pending' });
    await letLapse(shop, 5);
    expect(await shop.booking(id)).toMatchObject({ status: 'cancelled' });
    expect((await renew(shop.client)).body).toMatchObject({ status: 409, code: 'hold_ended' });
  });

  it('is given back at once on going back, whatever notice the coach asks for', async () => {
    const shop = await startSelling();
    const type = await shop.addType();
    const { id } = (await shop.book(type.id)).body;
    const { url } = (await shop.checkout(id)).body;
    expect((await shop.call('DELETE', `/booking/${id}`, { token: shop.client })).status).toBe(204);
    expect(await openAt(shop, type.id)).toBe(true);
    await shop.mock.runDueJobs();
    // Its checkout in another tab takes no money any more.
    expect(await (await shop.pay(url)).text()).toContain('This checkout has expired');
  });

  it('never blocks its own visitor', async () => {
    const shop = await startSelling();
    const type = await shop.addType();
    const first = (await shop.book(type.id)).body;
    expect(await openAt(shop, type.id, first.id)).toBe(true);
    expect(await openAt(shop, type.id)).toBe(false);
    expect(await openAt(shop, type.id, undefined, shop.rival)).toBe(false);
    expect(await openAt(shop, type.id, undefined, shop.client)).toBe(true);
    // Half an hour later overlaps the hour that is held: the visitor changed their mind in another tab.
    const second = await shop.book(type.id, '2025-11-20T10:30:00Z');
    expect(second.status).toBe(201);
    expect(await shop.booking(first.id)).toMatchObject({ status: 'cancelled' });
    const same = await shop.book(type.id, '2025-11-20T10:30:00Z');
    expect(same.body.id).toBe(second.body.id);
  });

  it('asks Stripe before it drops a booking: paid after all, it is booked', async () => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    const { url } = (await shop.checkout(id)).body;
    shop.stripe.webhooks.rules.mode = 'lost';
    await shop.pay(url);
    await letLapse(shop);
    expect(await shop.booking(id)).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded' } });
  });

  it('ends although Stripe failed at first to close the checkout', async () => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    await shop.checkout(id);
    shop.mock.clock.advance(16 * 60_000);
    shop.stripe.faults.next({ kind: 'status', status: 500 }, { method: 'POST', path: /expire$/ });
    await shop.mock.runDueJobs();
    expect(await shop.booking(id)).toMatchObject({ status: 'pending' });
    shop.mock.clock.advance(60_000);
    await shop.mock.runDueJobs();
    expect(await shop.booking(id)).toMatchObject({ status: 'cancelled', cancellation_reason: 'Not paid in time' });
  });

  it('ends, and gives its time back, also after ten minutes in which Stripe answered nobody', async () => {
    const shop = await startSelling();
    const type = await shop.addType();
    const { id } = (await shop.book(type.id)).body;
    await shop.checkout(id);
    shop.mock.clock.advance(16 * 60_000);
    const { faults } = shop.stripe;
    for (let minute = 0; minute < 10; minute++) {
      if (!faults.pending) faults.next({ kind: 'status', status: 500 });
      await shop.mock.runDueJobs();
      shop.mock.clock.advance(60_000);
    }
    expect(await shop.booking(id)).toMatchObject({ status: 'pending' });
    for (let minute = 0; minute < 30; minute++) {
      shop.mock.clock.advance(60_000);
      await shop.mock.runDueJobs();
    }
    expect(await shop.booking(id)).toMatchObject({ status: 'cancelled', cancellation_reason: 'Not paid in time' });
    expect(await openAt(shop, type.id)).toBe(true);
  });

  it('stays while Stripe cannot be asked', async () => {
    const shop = await startSelling();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    await shop.checkout(id);
    shop.stripe.faults.next({ kind: 'status', status: 500 });
    await letLapse(shop);
    expect(await shop.booking(id)).toMatchObject({ status: 'pending' });
    await letLapse(shop, 5);
    expect(await shop.booking(id)).toMatchObject({ status: 'cancelled' });
  });
});

describe('money after the hold', () => {
  it('books the time when it is still free', async () => {
    const shop = await startSelling({ wrap: slowBank });
    const { id } = (await shop.book((await shop.addType()).id)).body;
    const { url } = (await shop.checkout(id)).body;
    await letLapse(shop);
    expect(await shop.booking(id)).toMatchObject({ status: 'cancelled' });
    await shop.pay(url);
    const after = await shop.booking(id);
    expect(after).toMatchObject({ status: 'confirmed', payment: { status: 'succeeded', refunded: 0 } });
    expect(after).not.toHaveProperty('cancellation_reason');
  });

  it('goes back at once when the time was given away, and both can read why', async () => {
    const shop = await startSelling({ wrap: slowBank });
    const type = await shop.addType();
    const { id } = (await shop.book(type.id)).body;
    const { url } = (await shop.checkout(id)).body;
    await letLapse(shop);
    expect((await shop.book(type.id, undefined, shop.rival)).status).toBe(201);
    await shop.pay(url);
    await shop.mock.runDueJobs();
    expect(await shop.booking(id)).toMatchObject({
      status: 'cancelled',
      cancellation_reason: expect.stringContaining('the money goes back'),
      payment: { status: 'refunded', refunded: 9000, refund: { status: 'succeeded', amount: 9000 } },
    });
  });
});

describe('the link of a booking that is held', () => {
  it('is a new one after the old ones were revoked, also for a second tab that asks for the same time', async () => {
    const shop = await startSelling();
    const type = await shop.addType();
    const first = (await shop.book(type.id)).body;
    const open = async (link: string) => (await shop.call('POST', '/auth/booking-link', { json: { link } })).status;
    expect(await open(first.link)).toBe(200);
    await shop.call('POST', `/booking/${first.id}/link`, { token: shop.client });
    expect(await open(first.link)).toBe(401);
    const second = (await shop.book(type.id)).body;
    expect(second.id).toBe(first.id);
    expect(await open(second.link)).toBe(200);
  });
});
