import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { britishDays } from '../british-days.ts';
import { API, openShop, type Shop } from '../selling-scene.ts';
import { button, root, rows, said, settleColours, statuses, view } from './bookings-scene.ts';
import 'chai-a11y-axe';

settleColours();

const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** A shop whose client has paid for an hour on 20 November, 11:00 in Berlin. */
async function sold(body: Parameters<Shop['addType']>[0] = {}): Promise<Shop & { readonly id: string }> {
  const shop = openShop();
  const { id } = await shop.hold((await shop.addType(body)).id);
  await shop.pay(id);
  return { ...shop, id };
}

/** The list of whoever has this address, at its upcoming sessions. */
async function listOf(shop: Shop, email: string): Promise<CbBookings> {
  const { fetch } = shop;
  await sharedClient({ api: API, fetch }).signIn.logIn({ email, password: 'password123' });
  const element = await fixture<CbBookings>(
    html`<cb-bookings .api=${API} .fetch=${fetch} .now=${() => shop.mock.clock.now()} time-zone="Europe/Berlin" locale="en-GB"></cb-bookings>`,
  );
  await waitUntil(() => rows(element).length > 0, 'the list has rows', { timeout: 4000 });
  view(element, 'Upcoming')?.click();
  await element.updateComplete;
  return element;
}

const rowOf = (element: CbBookings, id: string) =>
  root(element).querySelector<HTMLElement>(`[data-booking="${id}"]`) as HTMLElement;

const payment = (element: CbBookings) => root(element).querySelector('cb-payment');
const payStep = (element: CbBookings) => words(payment(element)?.shadowRoot as unknown as Element);

/** Asks whether to cancel, and gives what is said about the money. */
async function asked(element: CbBookings, id: string): Promise<string> {
  button(rowOf(element, id), 'cancel')?.click();
  await element.updateComplete;
  return words(rowOf(element, id).querySelector('[part="money-back"]'));
}

describe('money in <cb-bookings>', () => {
  for (const [when, clock, sentence] of [
    [
      'long before',
      '2025-11-05T10:30:00Z',
      'All you paid, €90, goes back to the card you paid with, usually within 5 to 10 days. After Wednesday 19 November, 11:00 less goes back.',
    ],
    [
      'on the day',
      '2025-11-19T12:00:00Z',
      '€45 of the €90 you paid goes back to the card you paid with, usually within 5 to 10 days. After Thursday 20 November, 09:00 less goes back.',
    ],
    [
      'just before',
      '2025-11-20T09:00:00Z',
      'Nothing of the €90 you paid goes back: refunds ended on Thursday 20 November, 09:00.',
    ],
  ] as const) {
    it(`says to a client who cancels ${when} what comes back, before the press`, async () => {
      const shop = await sold();
      shop.mock.clock.set(clock);
      const element = await listOf(shop, 'client@example.com');
      expect(words(rowOf(element, shop.id))).to.contain('Payment:€90 paid');
      expect(await asked(element, shop.id)).to.equal(britishDays(sentence));
      await expect(element).to.be.accessible();
    });
  }

  it('says to a coach what the client gets, and shows it in the row when it has gone back', async () => {
    const shop = await sold({ confirmation: 'coach' });
    const element = await listOf(shop, 'coach@example.com');
    expect(await asked(element, shop.id)).to.match(/^Sam Okafor gets €90 back, usually within 5 to 10 days\.$/);
    rowOf(element, shop.id).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    await waitUntil(() => said(element).includes('Cancelled'));
    // A page that closes does not wait until the time to undo is over.
    globalThis.dispatchEvent(new Event('pagehide'));
    await waitUntil(async () => (await shop.mock.store.bookings.find(shop.id))?.status === 'cancelled');
    await shop.mock.runDueJobs();
    await waitUntil(
      () => words(rowOf(element, shop.id)).includes(britishDays('€90 paid · €90 refunded on Wednesday 5 November')),
      'the refund is in the row',
      { timeout: 8000 },
    );
  });

  it('lets a coach give back a part, and shows when it has arrived', async () => {
    const shop = await sold();
    const element = await listOf(shop, 'coach@example.com');
    const row = () => rowOf(element, shop.id);
    button(row(), 'refund')?.click();
    await waitUntil(() => root(element).activeElement?.matches('.refund input'), 'the amount can be typed at once');
    const field = () => row().querySelector<HTMLInputElement>('.refund input') as HTMLInputElement;
    expect(field().value).to.equal('90');
    const write = async (text: string) => {
      field().value = text;
      field().dispatchEvent(new InputEvent('input'));
      await element.updateComplete;
      row().querySelector<HTMLElement>('[part="refund-now"]')?.click();
      await element.updateComplete;
    };
    await write('90,01');
    await waitUntil(() => words(row()).includes('Write an amount of at most €90.'));
    await expect(element).to.be.accessible();
    await write('45,50');
    await waitUntil(() => said(element).includes('The refund of €45.50 is on its way'), 'it is said', {
      timeout: 4000,
    });
    await shop.mock.runDueJobs();
    await waitUntil(
      () => words(row()).includes(britishDays('€90 paid · €45.50 refunded on Wednesday 5 November')),
      'it has arrived',
      { timeout: 8000 },
    );
    expect(statuses(element)).to.contain('Confirmed');
    expect(words(row())).to.contain('Refund');
    button(row(), 'refund')?.click();
    await element.updateComplete;
    expect(field().value).to.equal('44.50');
  });

  it('shows a refund that failed with its reason to the coach, who tries again', async () => {
    const shop = await sold();
    const element = await listOf(shop, 'coach@example.com');
    const row = () => rowOf(element, shop.id);
    shop.stripe.faults.next({ kind: 'status', status: 500 }, { method: 'POST', times: 5 });
    button(row(), 'refund')?.click();
    await element.updateComplete;
    row().querySelector<HTMLElement>('[part="refund-now"]')?.click();
    await waitUntil(() => said(element).includes('on its way'), 'it is said', { timeout: 4000 });
    for (let round = 0; round < 6; round += 1) {
      await shop.mock.runDueJobs();
      shop.mock.clock.advance(5 * 60_000);
    }
    await waitUntil(() => row().querySelector('[part="refund-problem"]'), 'the failure is shown', { timeout: 9000 });
    expect(words(row())).to.match(/The refund of €90 failed: \w/);
    await expect(element).to.be.accessible();
    button(row(), 'refund-again')?.click();
    await waitUntil(
      async () => {
        await shop.mock.runDueJobs();
        return words(row()).includes('€90 refunded on');
      },
      'it is tried again and arrives',
      { timeout: 9000 },
    );
    expect(shop.stripe.till.refunds.size).to.equal(1);
  }).timeout(30_000);

  it('says of a held time that it waits for the payment, and asks nobody for an answer', async () => {
    const shop = openShop();
    const { id } = await shop.hold((await shop.addType({ confirmation: 'coach' })).id);
    const element = await listOf(shop, 'coach@example.com');
    expect(words(rowOf(element, id))).to.contain('A session of an hour · 60 min with Sam Okafor');
    expect(words(rowOf(element, id))).to.contain('Waiting for the payment');
    expect(words(rowOf(element, id))).to.contain('Payment:not paid yet, held until 11:45');
    expect(await asked(element, id)).to.equal('Nothing was paid for it yet, so nothing is charged.');
    view(element, 'Waiting')?.click();
    await element.updateComplete;
    expect(rowOf(element, id)).to.equal(null);
  });

  it('lets a client pay for a held time from the list, in its place, and come back to it', async () => {
    const shop = openShop();
    const { id } = await shop.hold((await shop.addType()).id);
    const element = await listOf(shop, 'client@example.com');
    expect(button(rowOf(element, id), 'pay')?.textContent?.trim()).to.equal('Pay €90');
    await expect(element).to.be.accessible();
    button(rowOf(element, id), 'pay')?.click();
    await waitUntil(() => payStep(element).includes('Pay to book this time'), 'the step is there', { timeout: 4000 });
    expect(payStep(element)).to.contain('Held for you until 11:45');
    // There are no other times here to choose from.
    expect(payStep(element)).not.to.contain('another time');
    await waitUntil(() => payment(element)?.shadowRoot?.activeElement?.localName === 'h3', 'its heading has the focus');
    await expect(element).to.be.accessible();
    root(element).querySelector<HTMLElement>('.back')?.click();
    await waitUntil(
      () => root(element).activeElement === rowOf(element, id)?.querySelector('h5'),
      'its row has the focus',
    );
    expect((await shop.mock.store.bookings.find(id))?.status).to.equal('pending');
  });

  it('says to a client that the hold has ended, in the step and in the row', async () => {
    const shop = openShop();
    const { id } = await shop.hold((await shop.addType()).id);
    const element = await listOf(shop, 'client@example.com');
    button(rowOf(element, id), 'pay')?.click();
    await waitUntil(() => payStep(element).includes('Pay to book this time'), 'the step is there', { timeout: 4000 });
    shop.mock.clock.advance(16 * 60_000);
    await waitUntil(() => payStep(element).includes('The time is no longer held'), 'it is over', { timeout: 4000 });
    expect(payment(element)?.shadowRoot?.querySelector('button')).to.equal(null);
    root(element).querySelector<HTMLElement>('.back')?.click();
    await waitUntil(() => rowOf(element, id), 'the list is there');
    expect(words(rowOf(element, id))).to.contain('not paid in time, no longer held');
    expect(words(rowOf(element, id))).not.to.contain('Waiting for the payment');
    expect(button(rowOf(element, id), 'pay')).to.equal(null);
    // What is not booked is nothing for a calendar.
    expect(rowOf(element, id).querySelector('cb-add-to-calendar')).to.equal(null);
  });

  it('shows a client who comes back from the checkout that it is paid, and the booking in the list', async () => {
    const address = location.href;
    const shop = openShop();
    const { id } = await shop.hold((await shop.addType()).id);
    await shop.pay(id);
    history.replaceState(history.state, '', `${location.pathname}?cb-pay=paid:${id}`);
    try {
      await sharedClient({ api: API, fetch: shop.fetch }).signIn.logIn({
        email: 'client@example.com',
        password: 'password123',
      });
      const element = await fixture<CbBookings>(
        html`<cb-bookings .api=${API} .fetch=${shop.fetch} .now=${() => shop.mock.clock.now()} time-zone="Europe/Berlin" locale="en-GB"></cb-bookings>`,
      );
      await waitUntil(() => payStep(element).includes('Paid €90'), 'it is paid', { timeout: 4000 });
      root(element).querySelector<HTMLElement>('.back')?.click();
      await waitUntil(() => rowOf(element, id), 'the list is there', { timeout: 4000 });
      expect(words(rowOf(element, id))).to.contain('Payment:€90 paid');
      expect(statuses(element)).to.contain('Confirmed');
      expect(location.search).not.to.contain('cb-pay');
    } finally {
      history.replaceState(history.state, '', address);
    }
  });
});
