import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { Booking } from '../../../src/contract/booking.ts';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookingConfirmation } from '../../../src/elements/booking-confirmation/booking-confirmation.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { CbPayment } from '../../../src/elements/payment/payment.ts';
import { britishDays } from '../british-days.ts';
import { API, openShop, type Shop } from '../selling-scene.ts';
import 'chai-a11y-axe';

register('cb-payment', CbPayment);
register('cb-booking-confirmation', CbBookingConfirmation);

const MINUTE = 60_000;
const address = location.href;

const root = (element: CbPayment) => element.shadowRoot as ShadowRoot;
const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const text = (element: CbPayment) => words(root(element) as unknown as Element);
const title = (element: CbPayment) => words(root(element).querySelector('h3'));
const status = (element: CbPayment) => words(root(element).querySelector('.visually-hidden[role=status]'));
const button = (element: CbPayment, name: string) =>
  [...root(element).querySelectorAll('button')].find((one) => words(one).includes(name));

/** A held hour of the seeded client's, who is signed in. */
async function held(): Promise<{ shop: Shop; booking: Booking }> {
  const shop = openShop();
  const booking = await shop.hold((await shop.addType({ tax_note: 'incl. 19 % VAT' })).id);
  await sharedClient({ api: API, fetch: shop.fetch }).signIn.logIn({
    email: 'client@example.com',
    password: 'password123',
  });
  return { shop, booking };
}

async function tokenOf(shop: Shop, email: string): Promise<string> {
  const reply = await shop.mock.fetch(
    new Request(`${API}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'password123' }),
    }),
  );
  return (await reply.json()).access_token;
}

async function open(shop: Shop, booking: Booking | undefined, set: Partial<CbPayment> = {}): Promise<CbPayment> {
  const client = sharedClient({ api: API, fetch: shop.fetch });
  const element = await fixture<CbPayment>(
    html`<cb-payment .client=${client} .booking=${booking} .link=${set.link ?? ''} .how=${set.how ?? ''} .now=${() => shop.mock.clock.now()} time-zone="Europe/Berlin" locale="en-GB"></cb-payment>`,
  );
  await waitUntil(() => root(element).querySelector('h3, cb-booking-confirmation'), 'a state is shown', {
    timeout: 4000,
  });
  return element;
}

/** The waits between looks at a payment, each at a hundredth of its time until the result is called; other timers stay. */
function hurry(): () => void {
  const real = globalThis.setTimeout;
  const looks = [1000, 1500, 2000, 3000, 5000, 8000, 13_000, 21_000];
  globalThis.setTimeout = ((act: () => void, ms = 0) =>
    real(act, looks.includes(ms) ? ms / 100 : ms)) as typeof setTimeout;
  return () => {
    globalThis.setTimeout = real;
  };
}

describe('<cb-payment>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => history.replaceState(history.state, '', address));

  it('says what is bought, for how much, what goes back, and how long the time is held', async () => {
    const { shop, booking } = await held();
    const element = await open(shop, booking);
    expect(title(element)).to.equal('Pay to book this time');
    expect(text(element)).to.contain('A session of an hour');
    expect(text(element)).to.contain('Thursday, 20 November 2025, 11:00–12:00 Berlin, GMT+1');
    expect(text(element)).to.contain('€90 incl. 19 % VAT');
    expect(text(element)).to.contain(
      britishDays(
        'Cancel until Wednesday 19 November, 11:00 and get everything back. After that 50 % until Thursday 20 November, 09:00.',
      ),
    );
    expect(text(element)).to.contain('Held for you until 11:45');
    expect(words(button(element, 'Pay'))).to.equal('Pay €90');
    await expect(element).to.be.accessible();
  });

  it('tells a screen reader at five minutes and at one, and holds longer once', async () => {
    const { shop, booking } = await held();
    const element = await open(shop, booking);
    expect(status(element)).to.equal('');
    expect(button(element, 'Hold it longer')).to.equal(undefined);
    shop.mock.clock.advance(10 * MINUTE + 5000);
    await waitUntil(() => status(element) === 'The time is held for 5 more minutes', 'five minutes', { timeout: 4000 });
    button(element, 'Hold it longer')?.click();
    await waitUntil(() => text(element).includes('Held for you until 11:55'), 'it is held longer', { timeout: 4000 });
    expect(status(element)).to.equal('');
    shop.mock.clock.advance(14 * MINUTE + 5000);
    await waitUntil(() => status(element) === 'The time is held for one more minute', 'a minute', { timeout: 4000 });
    await expect(element).to.be.accessible();
    button(element, 'Hold it longer')?.click();
    await waitUntil(() => root(element).querySelector('.problem'), 'it says that it is held no longer', {
      timeout: 4000,
    });
  });

  it('says when the time is no longer held', async () => {
    const { shop, booking } = await held();
    const element = await open(shop, booking);
    shop.mock.clock.advance(16 * MINUTE);
    await waitUntil(() => title(element) === 'The time is no longer held', 'it is over', { timeout: 4000 });
    await expect(element).to.be.accessible();
    let again: Booking | undefined;
    element.addEventListener('cb-choose-again', (event) => {
      again = event.booking;
    });
    button(element, 'Choose a time')?.click();
    await waitUntil(() => again, 'another time is chosen');
    expect(again?.id).to.equal(booking.id);
  });

  it('stays and says so where the checkout does not open, and charges nothing', async () => {
    const { shop, booking } = await held();
    const element = await open(shop, booking);
    shop.stripe.faults.next({ kind: 'status', status: 500 });
    button(element, 'Pay')?.click();
    await waitUntil(() => root(element).querySelector('[role=alert]'), 'it is said', { timeout: 4000 });
    expect(words(root(element).querySelector('[role=alert]'))).to.contain('Nothing was charged');
    await expect(element).to.be.accessible();
  });

  it('puts the held time into the address, where a reload finds it, and takes it out again', async () => {
    const { shop, booking } = await held();
    const first = await open(shop, booking);
    const { searchParams } = new URL(location.href);
    expect(searchParams.get('cb-pay')).to.equal(`due:${booking.id}`);
    const link = searchParams.get('cb-booking') ?? '';
    first.remove();
    sharedClient({ api: API, fetch: shop.fetch }).signIn.logOut();
    const reloaded = await open(shop, undefined, { link, how: `due:${booking.id}` });
    expect(title(reloaded)).to.equal('Pay to book this time');
    expect(text(reloaded)).to.contain('Held for you until 11:45');
    let isOver = false;
    reloaded.addEventListener('cb-choose-again', () => {
      isOver = true;
    });
    button(reloaded, 'Choose another time')?.click();
    await waitUntil(() => isOver, 'the time is given back', { timeout: 4000 });
    expect(new URL(location.href).searchParams.has('cb-booking')).to.equal(false);
    expect((await shop.mock.store.bookings.find(booking.id))?.status).to.equal('cancelled');
  });

  it('waits for the server’s word after the checkout, says when it takes long, and then that it is paid', async () => {
    const { shop, booking } = await held();
    const relax = hurry();
    try {
      const element = await open(shop, undefined, { link: booking.link ?? '', how: `paid:${booking.id}` });
      expect(title(element)).to.equal('Your payment is being processed');
      await expect(element).to.be.accessible();
      await waitUntil(() => title(element) === 'We have not heard from the payment yet', 'it takes long', {
        timeout: 15_000,
      });
      await expect(element).to.be.accessible();
      await shop.pay(booking.id);
      let isPaid = false;
      element.addEventListener('cb-paid', () => {
        isPaid = true;
      });
      button(element, 'Look again')?.click();
      await waitUntil(() => isPaid, 'it is paid', { timeout: 4000 });
      expect(text(element)).to.contain('Paid €90');
      const confirmation = root(element).querySelector('cb-booking-confirmation')?.shadowRoot;
      await waitUntil(() => words(confirmation?.querySelector('dl')).includes('A session of an hour'));
      expect(words(confirmation?.querySelector('dl'))).to.contain('€90, incl. 19 % VAT');
      await expect(element).to.be.accessible();
    } finally {
      relax();
    }
  }).timeout(40_000);

  it('says that nothing was charged to who left the checkout', async () => {
    const { shop, booking } = await held();
    const element = await open(shop, undefined, { link: booking.link ?? '', how: `unpaid:${booking.id}` });
    expect(title(element)).to.equal('Not paid');
    expect(text(element)).to.contain('Nothing was charged. Your time and your details are kept until the hold ends.');
    await expect(element).to.be.accessible();
  });

  it('says that the money goes back where the time was given away before it arrived', async () => {
    const { shop, booking } = await held();
    const paid: Booking = {
      ...booking,
      status: 'cancelled',
      payment: {
        id: 'p',
        status: 'refunded',
        amount: 9000,
        currency: 'EUR',
        refunded: 9000,
        refund: { amount: 9000, status: 'succeeded', at: '2025-11-05T10:50:00Z', reason: 'late' },
      },
    };
    const element = await open(shop, paid);
    expect(title(element)).to.equal('The time was given away before the payment arrived');
    expect(text(element)).to.contain('€90 goes back to the card you paid with');
    await expect(element).to.be.accessible();
  });

  it('says of a session that was declined after it was paid that it is cancelled, and what goes back', async () => {
    const { shop, booking } = await held();
    await shop.pay(booking.id);
    const link = booking.link ?? '';
    const cancelled = await shop.mock.fetch(
      new Request(`${API}/booking/${booking.id}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${await tokenOf(shop, 'coach@example.com')}` },
      }),
    );
    expect(cancelled.status).to.equal(204);
    const element = await open(shop, undefined, { link, how: `paid:${booking.id}` });
    expect(title(element)).to.equal('This session is cancelled');
    expect(text(element)).to.contain('€90 goes back to the card you paid with');
    await expect(element).to.be.accessible();
  });

  it('opens the booking by its link where nobody is signed in, and where somebody else is', async () => {
    for (const somebodyElse of [false, true]) {
      const { shop, booking } = await held();
      const { signIn: session } = sharedClient({ api: API, fetch: shop.fetch });
      session.logOut();
      if (somebodyElse) await session.logIn({ email: shop.mock.seed.rival.email, password: 'password123' });
      const element = await open(shop, undefined, { link: booking.link ?? '', how: `unpaid:${booking.id}` });
      expect(title(element)).to.equal('Not paid');
      element.remove();
    }
  });

  it('says that the booking could not be read, and tries again', async () => {
    const { shop } = await held();
    sharedClient({ api: API, fetch: shop.fetch }).signIn.logOut();
    const element = await open(shop, undefined, { link: 'no link at all', how: 'paid' });
    await waitUntil(() => button(element, 'Try again'), 'the way on is there', { timeout: 4000 });
    expect(title(element)).to.equal('Your booking could not be loaded');
    await expect(element).to.be.accessible();
  });
});
