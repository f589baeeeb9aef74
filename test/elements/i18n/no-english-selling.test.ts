import { expect, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { CbPayment } from '../../../src/elements/payment/payment.ts';
import { find, findAll, seen } from '../booking/booking-scene.ts';
import { openShop } from '../selling-scene.ts';
import { walkThrough } from './each-language.ts';
import { api, Walk } from './walk.ts';

register('cb-payment', CbPayment);

const address = location.href;

walkThrough('selling', {
  everywhere: (language) => {
    afterEach(() => history.replaceState(history.state, '', address));

    it('where a session is paid', async () => {
      const shop = openShop();
      const walk = new Walk(await language(), shop.mock);
      const booking = await shop.hold((await shop.addType({ tax_note: 'incl. 19 % VAT' })).id);
      await walk.signIn('client@example.com');
      const client = sharedClient({ api, fetch: walk.fetch });
      await client.getCoach({ params: { coach_id: walk.mock.seed.coaches.ana } });
      for (const text of ['incl. 19 % VAT', 'A session of an hour', 'Ana Keller']) walk.data.add(text);
      const first = await walk.open('cb-payment', { client, booking });
      await seen(first, '[part="hold"]');
      walk.look('due');
      shop.mock.clock.advance(10 * 60_000 + 5000);
      await seen(first, '[part="hold"] button');
      walk.look('five minutes left');
      shop.stripe.faults.next({ kind: 'status', status: 500 });
      (await seen(first, '[part="actions"] .primary')).click();
      await seen(first, '[part="title"] ~ .problem, .problem');
      walk.look('the checkout does not open');
      shop.mock.clock.advance(16 * 60_000);
      await waitUntil(() => !find(walk.root, '[part="hold"]'), 'it is over', { timeout: 20_000 });
      walk.look('over');
      first.remove();
      history.replaceState(history.state, '', address);

      const other = await shop.hold((await shop.addType()).id, '2025-11-21T10:00:00Z');
      await shop.pay(other.id);
      await walk.open('cb-payment', { client, how: `paid:${other.id}` });
      await seen(walk.element, 'cb-booking-confirmation');
      walk.look('paid');
      expect(walk.found).to.deep.equal([]);
    });
  },

  inWords: (language) => {
    it('where a visitor chooses what to book, and where it does not load', async () => {
      const walk = new Walk(await language());
      const coach = walk.mock.seed.coaches.maya;
      await walk.open('cb-booking', { coach });
      await walk.seen('[part="card"]');
      walk.look('what can be booked');
      await walk.press('[part="card"]:nth-child(1)', 'button[part~="time"]');
      walk.look('the times of what was chosen');
      walk.element.remove();
      walk.refuse = { path: /session-types/, fault: 'unreadable' };
      await walk.open('cb-booking', { coach, fetch: (request: Request) => walk.fetch(request) });
      await walk.there('cb-session-type-picker', '[role="alert"]');
      walk.look('what can be booked does not load');
      expect(walk.found).to.deep.equal([]);
    });

    it('in each state of a payment, and in session types that are paid here', async () => {
      const shop = openShop();
      const walk = new Walk(await language(), shop.mock);
      const types = [
        {
          location: { kind: 'place' },
          refunds: { full_until_minutes: 1440, part: { until_minutes: 120, percent: 50 } },
        },
        { name: 'Ana Keller', location: { kind: 'link' } },
      ] as const;
      const [first] = [await shop.addType(types[0]), await shop.addType(types[1])];
      const booking = await shop.hold(first.id);
      await walk.signIn('client@example.com');
      const client = sharedClient({ api, fetch: walk.fetch });
      for (const text of ['A session of an hour', 'Ana Keller']) walk.data.add(text);
      const open = async (state: string, set: object, then: string) => {
        await walk.open('cb-payment', { client, ...set });
        await walk.seen(then);
        walk.look(state);
        walk.element.remove();
        history.replaceState(history.state, '', address);
      };
      await open('left unpaid', { how: `unpaid:${booking.id}` }, '.note');
      await open('not heard of yet', { how: `paid:${booking.id}` }, '.bar');
      walk.refuse = { path: /^GET \/booking/, fault: 'silent' };
      await open('loading', { how: `paid:${booking.id}` }, '[role="status"]');
      walk.refuse = { path: /^GET \/booking/, fault: 'without' };
      await open('does not load', { how: `paid:${booking.id}` }, '[part="actions"]');
      walk.refuse = undefined;
      for (const refusal of [{ fault: 'offline' }, { code: 'payments_not_configured', status: 501 }] as const) {
        await walk.open('cb-payment', { client, booking });
        walk.refuse = { path: /checkout/, ...refusal };
        await walk.press('[part="actions"] .primary', '.problem');
        walk.look('not opened');
        walk.element.remove();
        history.replaceState(history.state, '', address);
      }
      walk.refuse = undefined;
      await walk.open('cb-booking', { coach: walk.mock.seed.coaches.ana });
      await walk.seen('[part="card"]');
      walk.look('session types');
      expect(walk.found).to.deep.equal([]);
    });

    it('in what was paid and goes back, for client and coach', async () => {
      const shop = openShop();
      const walk = new Walk(await language(), shop.mock);
      const { id } = await shop.hold((await shop.addType()).id);
      await shop.pay(id);
      const held = await shop.hold((await shop.addType()).id, '2025-11-21T10:00:00Z');
      for (const email of ['client@example.com', 'coach@example.com']) {
        for (const [when, now] of [
          ['long before', '2025-11-05T10:30:00Z'],
          ['on the day', '2025-11-19T12:00:00Z'],
          ['just before', '2025-11-20T09:00:00Z'],
        ] as const) {
          shop.mock.clock.set(now);
          const fetch = (request: Request) => walk.fetch(request);
          await sharedClient({ api, fetch }).signIn.logIn({ email, password: 'password123' });
          await walk.open('cb-bookings', { fetch });
          await walk.seen('nav button');
          findAll(walk.root, 'nav button')[email === 'coach@example.com' ? 2 : 0]?.click();
          const asked = now === '2025-11-05T10:30:00Z' ? [held.id, id] : [id];
          for (const each of asked) {
            await walk.press(`[data-booking="${each}"] [data-act="cancel"]`, '[part="money-back"]');
            walk.look(`${email}, ${when}`);
          }
          if (email !== 'coach@example.com' || when !== 'long before') walk.element.remove();
          else await refund(walk, id);
        }
      }
      expect(walk.found).to.deep.equal([]);
    });
  },
});

/** A coach gives a part of the money back: wrong, refused, without an answer, under way. */
async function refund(walk: Walk, id: string): Promise<void> {
  const row = `[data-booking="${id}"]`;
  await walk.press('.question .secondary', `${row} [data-act="refund"]`);
  await walk.press(`${row} [data-act="refund"]`, '.refund input');
  walk.look('the question how much goes back');
  await walk.fill('.refund input', 'much');
  await walk.press('[part="refund-now"]', '.refund [aria-invalid="true"]');
  walk.look('an amount that is none');
  await walk.fill('.refund input', '10');
  for (const [name, refusal] of Object.entries({
    offline: { fault: 'offline' },
    refused: { code: 'not_refundable', status: 400 },
  } as const)) {
    walk.refuse = { path: /refund$/, ...refusal };
    await walk.untilOther('.refund [role="alert"]', async () => (await walk.seen('[part="refund-now"]')).click());
    walk.look(name);
  }
  walk.refuse = undefined;
  await walk.press('[part="refund-now"]', '[data-booking]');
  await walk.gone('.refund');
  walk.look('on its way');
  walk.element.remove();
}
