import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import type { CbBooking } from '../../../src/elements/booking/booking.ts';
import { CbBookingButton } from '../../../src/elements/booking-button/booking-button.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { find, findAll, focused, named, seen, type } from '../booking/booking-scene.ts';
import 'chai-a11y-axe';

register('cb-booking-button', CbBookingButton);

// Colours are judged when they have settled.
before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(async () => {
  await emulateMedia({ reducedMotion: 'no-preference' });
  await setViewport({ width: 800, height: 600 });
});

async function place(set: Partial<CbBookingButton> = {}): Promise<CbBookingButton> {
  const mock = createMockServer();
  const element = document.createElement('cb-booking-button');
  Object.assign(element, {
    api: 'https://api.example.com',
    coach: mock.seed.coaches.ana,
    timeZone: 'Europe/Berlin',
    locale: 'en-GB',
    fetch: (request: Request) => mock.fetch(request),
    ...set,
  });
  const page = await fixture<HTMLElement>(html`<div style="height: 3000px"></div>`);
  page.append(element);
  await element.updateComplete;
  return element;
}

const root = (element: CbBookingButton) => element.shadowRoot as ShadowRoot;
const dialog = (element: CbBookingButton) => root(element).querySelector('dialog');
const button = (element: CbBookingButton) => root(element).querySelector<HTMLElement>('[part="button"]');

describe('<cb-booking-button>', () => {
  // A dialog takes its entry back from the browser's history, which takes a moment: the next test begins after that.
  afterEach(async () => {
    const placed = document.querySelectorAll('cb-booking-button');
    for (const each of placed) each.close();
    if (placed.length > 0) await waitUntil(() => !history.state?.['cb-booking'], 'the history is as it was');
    // One that was taken off the page has left its entry.
    else history.replaceState(null, '');
    fixtureCleanup();
  });

  it('asks the server for nothing before it is pressed', async () => {
    let requests = 0;
    const element = await place({
      fetch: async () => {
        requests += 1;
        return new Response();
      },
    });
    await element.updateComplete;
    expect(requests).to.equal(0);
    expect(dialog(element)).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('opens by Enter in a modal dialog with a name, and the focus inside', async () => {
    const element = await place();
    const events: string[] = [];
    for (const type of ['cb-open', 'cb-close'] as const) document.addEventListener(type, () => events.push(type));
    button(element)?.focus();
    await sendKeys({ press: 'Enter' });
    await seen(element, 'button[part~="time"]');
    expect(dialog(element)?.matches(':modal')).to.equal(true);
    expect(root(element).activeElement?.id).to.equal('title');
    expect(events).to.deep.equal(['cb-open']);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog(element)?.open, 'it is closed');
    await waitUntil(() => events.length === 2, 'the page is told');
    expect(focused() === button(element)).to.equal(true);
  });

  it('keeps the focus in the dialog, however often Tab is pressed', async () => {
    const element = await place();
    const before = document.createElement('button');
    element.before(before);
    await element.show();
    await seen(element, 'button[part~="time"]');
    for (let presses = 0; presses < 80; presses++) {
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement === before || focused() === button(element)).to.equal(false);
    }
  }).timeout(20_000);

  it('keeps the page behind it where it is', async () => {
    const element = await place();
    scrollTo(0, 400);
    await element.show();
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');
    expect(scrollY).to.equal(400);
    element.close();
    await waitUntil(() => getComputedStyle(document.documentElement).overflowY !== 'hidden', 'it scrolls again');
    scrollTo(0, 0);
  });

  it('lets the page scroll again when it is taken away while open', async () => {
    const element = await place();
    await element.show();
    element.remove();
    expect(getComputedStyle(document.documentElement).overflowY).not.to.equal('hidden');
  });

  it('closes on a press beside the dialog, not on one inside', async () => {
    const element = await place();
    await element.show();
    const booking = await seen(element, 'cb-booking');
    booking.click();
    expect(dialog(element)?.open).to.equal(true);
    dialog(element)?.click();
    expect(dialog(element)?.open).to.equal(false);
  });

  it('has what was typed when it is opened again', async () => {
    const element = await place();
    await element.show();
    (await seen(element, 'button[part~="time"]')).click();
    type(await seen<HTMLTextAreaElement>(element, '#field-notes'), 'Career transition');
    (await named(element, 'Close')).click();
    await element.show();
    expect((await seen<HTMLTextAreaElement>(element, '#field-notes')).value).to.equal('Career transition');
  });

  it('fills a phone’s whole screen, and scrolls nowhere but inside', async () => {
    const element = await place();
    // As a phone is turned: WebKit goes on with the widths of before only while no such element is on the page.
    await setViewport({ width: 360, height: 640 });
    await element.show();
    await seen(element, 'button[part~="time"]');
    const { width, height } = dialog(element)?.getBoundingClientRect() ?? {};
    expect([width, height]).to.deep.equal([360, 640]);
    const scrolling = findAll(root(element), '*').filter(
      (part) => /auto|scroll/.test(getComputedStyle(part).overflowY) && part.scrollHeight > part.clientHeight + 1,
    );
    expect(scrolling.map(({ className }) => className)).to.deep.equal(['content']);
    await setViewport({ width: 800, height: 600 });
  });

  it('is as tall as what it shows, up to the height of a wide screen', async () => {
    const element = await place();
    await element.show();
    await seen(element, 'button[part~="time"]');
    const content = find(root(element), '.content');
    await waitUntil(() => (content?.scrollHeight ?? 0) > innerHeight, 'it shows the booking', { timeout: 10_000 });
    const { width, height } = dialog(element)?.getBoundingClientRect() ?? {};
    expect([width, height]).to.deep.equal([innerWidth - 48, innerHeight - 48]);
  });

  it('hands the booking on what it was given', async () => {
    const element = await place({ name: 'Mira Okafor', email: 'mira@example.com', notes: 'Hello', duration: 60 });
    await element.show();
    const booking = root(element).querySelector<CbBooking>('cb-booking');
    expect([booking?.name, booking?.email, booking?.notes, booking?.duration]).to.deep.equal([
      'Mira Okafor',
      'mira@example.com',
      'Hello',
      60,
    ]);
  });

  it('says what a developer forgot', async () => {
    const element = await fixture<CbBookingButton>(html`<cb-booking-button api="/"></cb-booking-button>`);
    await waitUntil(() => root(element).textContent?.includes('needs coach'), 'it says so');
  });
});
