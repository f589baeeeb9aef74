import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { CbSessionTypePicker } from '../../../src/elements/session-type-picker/session-type-picker.ts';
import { find, focused, named, seen, type } from '../booking/booking-scene.ts';
import { API, openShop, type Shop } from '../selling-scene.ts';
import 'chai-a11y-axe';

register('cb-booking', CbBooking);
register('cb-session-type-picker', CbSessionTypePicker);

const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function picker(shop: Shop, coach = shop.mock.seed.coaches.ana): Promise<CbSessionTypePicker> {
  const element = await fixture<CbSessionTypePicker>(
    html`<cb-session-type-picker .client=${sharedClient({ api: API, fetch: shop.fetch })} .coach=${coach} locale="en-GB"></cb-session-type-picker>`,
  );
  await waitUntil(() => element.shadowRoot?.querySelector('.card, [role=alert]'), 'there is a choice', {
    timeout: 4000,
  });
  return element;
}

async function booking(shop: Shop, set: Partial<CbBooking> = {}): Promise<CbBooking> {
  const element = document.createElement('cb-booking');
  const { fetch, mock } = shop;
  const own = { api: API, coach: mock.seed.coaches.ana, timeZone: 'Europe/Berlin', locale: 'en-GB', fetch };
  Object.assign(element, { ...own, now: () => mock.clock.now(), ...set });
  const box = await fixture<HTMLElement>(html`<div style="width: 1000px"></div>`);
  box.append(element);
  await element.updateComplete;
  return element;
}

describe('session types', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => history.replaceState(history.state, '', location.pathname));

  it('are cards with length, total, tax note, place, and what goes back to who cancels', async () => {
    const shop = openShop();
    await shop.addType({ tax_note: 'incl. 19 % VAT', location: { kind: 'place', detail: 'Tiergarten, Berlin' } });
    await shop.addType({ name: 'Intro call', minutes: 20, price: null, location: { kind: 'phone' } });
    await shop.addType({ name: 'By link only', hidden: true });
    const element = await picker(shop);
    const cards = [...(element.shadowRoot?.querySelectorAll('.card') ?? [])].map(words);
    expect(cards).to.have.length(2);
    expect(cards[0]).to.equal(
      'A session of an hour 60 min · €90 incl. 19 % VAT · Tiergarten, Berlin Cancel up to 24 hours before the start and get everything back. Up to 2 hours before, 50 %.',
    );
    expect(cards[1]).to.equal('Intro call 20 min · Free Phone');
    await expect(element).to.be.accessible();
  });

  it('say that they could not be loaded, and try again', async () => {
    const shop = openShop();
    await shop.addType();
    let isDown = true;
    const fetch = async (request: Request) => {
      if (isDown) throw new TypeError('Failed to fetch');
      return shop.fetch(request);
    };
    const element = await picker({ ...shop, fetch });
    await expect(element).to.be.accessible();
    isDown = false;
    const chosen = new Promise<string>((done) => {
      element.addEventListener('cb-session-type-select', ({ sessionType }) => done(sessionType.name));
    });
    element.shadowRoot?.querySelector('button')?.click();
    // The only one is chosen by itself.
    expect(await chosen).to.equal('A session of an hour');
  });

  it('that the page names: its total, its tax note and its own questions stand in the form', async () => {
    const shop = openShop();
    const { id } = await shop.addType({
      tax_note: 'incl. 19 % VAT',
      questions: [{ id: 'goal', label: 'What would you like to leave with?', kind: 'text', required: true }],
    });
    await shop.addType({ name: 'Another' });
    const element = await booking(shop, { sessionType: id });
    const summary = await seen(element, 'cb-session-type-summary');
    await waitUntil(() => words(summary.shadowRoot?.querySelector('.total')) === '60 min · €90', 'the total is there', {
      timeout: 4000,
    });
    expect(words(summary.shadowRoot?.querySelector('[part=refunds]'))).to.contain('Cancel up to 24 hours before');
    (await seen(element, 'button[part~="time"]')).click();
    const question = await seen<HTMLInputElement>(element, '#field-answers-goal');
    expect(words(await seen(element, '#total'))).to.equal('Total for 60 minutes: €90, incl. 19 % VAT');
    type(question, 'One next step');
    type(await seen<HTMLInputElement>(element, '#field-name'), 'Eva Marsh');
    type(await seen<HTMLInputElement>(element, '#field-email'), 'eva@example.com');
    (await seen(element, '[part~="submit"]')).click();
    await named(element, 'Pay €90');
    await expect(element).to.be.accessible();
    expect(words(find(element.shadowRoot as ShadowRoot, 'cb-payment')?.shadowRoot?.querySelector('h3'))).to.equal(
      'Pay to book this time',
    );
  });

  it('hand the focus on to what was chosen when a press chooses', async () => {
    const shop = openShop();
    await shop.addType();
    await shop.addType({ name: 'Another' });
    const element = await booking(shop);
    const card = await seen(element, 'button.card');
    card.focus();
    card.click();
    await waitUntil(() => words(focused()) === 'Change: A session of an hour', 'the focus is at what was chosen');
  });

  it('are chosen by a link to the page, hidden ones too, for their own coach alone', async () => {
    const shop = openShop();
    const { id } = await shop.addType({ name: 'For former clients', minutes: 45, hidden: true });
    await shop.addType({ name: 'Another' });
    await shop.addType({ name: 'One more' });
    history.replaceState(history.state, '', `?cb-session-type=${shop.mock.seed.coaches.ana}/${id}`);
    const element = await booking(shop);
    const summary = await seen(element, 'cb-session-type-summary');
    await waitUntil(() => words(summary.shadowRoot?.querySelector('.name')) === 'For former clients', 'it is chosen', {
      timeout: 4000,
    });
    const other = await booking(shop, { coach: shop.mock.seed.coaches.lukas });
    await seen(other, 'button[part~="time"]');
    expect(find(other.shadowRoot as ShadowRoot, 'cb-session-type-summary')).to.equal(undefined);
  });

  it('give the held time back on going back in the browser', async () => {
    const shop = openShop();
    const { id } = await shop.addType();
    const element = await booking(shop, { sessionType: id });
    (await seen(element, 'button[part~="time"]')).click();
    type(await seen<HTMLInputElement>(element, '#field-name'), 'Eva Marsh');
    type(await seen<HTMLInputElement>(element, '#field-email'), 'eva@example.com');
    (await seen(element, '[part~="submit"]')).click();
    await named(element, 'Pay €90');
    const held = async () => {
      const all = await shop.mock.store.bookings.list({ coachId: shop.mock.seed.coaches.ana }, { skip: 0, limit: 100 });
      return all.bookings.filter(({ hold, status }) => hold && status === 'pending').length;
    };
    expect(await held()).to.equal(1);
    history.back();
    await waitUntil(async () => (await held()) === 0, 'the time is free again', { timeout: 4000 });
    await waitUntil(() => element.status === 'choosing');
    expect(new URL(location.href).searchParams.has('cb-booking')).to.equal(false);
    (await seen(element, 'button[part~="time"]')).click();
    // What was typed is kept.
    await named(element, 'Book ');
  });
});
