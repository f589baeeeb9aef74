import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import type { Booking, Coach } from '../../../src/contract/index.ts';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookingConfirmation } from '../../../src/elements/booking-confirmation/booking-confirmation.ts';
import { findAll, named, seen } from '../booking/booking-scene.ts';
import { britishDays } from '../british-days.ts';

register('cb-booking-confirmation', CbBookingConfirmation);

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

const booking: Booking = {
  id: 'b-1',
  client_id: 'c-1',
  coach_id: 'k-1',
  session_datetime: '2025-11-15T23:30:00Z',
  duration_minutes: 60,
  status: 'pending',
};
const coach: Coach = { user_id: 'k-1', name: 'Ana Keller', time_zone: 'Europe/Berlin', location: 'Video call' };

const show = (change: Partial<Booking> = {}, profile: Coach | undefined = coach, zone = 'Europe/London') =>
  fixture<CbBookingConfirmation>(
    html`<cb-booking-confirmation
      .booking=${{ ...booking, ...change }} .coach=${profile} time-zone=${zone} locale="en-GB"
    ></cb-booking-confirmation>`,
  );
const text = (element: Element) => element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('<cb-booking-confirmation>', () => {
  it('says what, with whom, when in full, where and how it stands, and passes axe', async () => {
    const element = await show();
    expect(text(element)).to.contain('Request sent');
    expect(text(element)).to.contain('Waiting for Ana Keller to confirm');
    expect(text(element)).to.contain('60-minute session with Ana Keller');
    expect(text(element)).to.contain('Saturday, 15 November 2025');
    expect(text(element)).to.contain('Video call');
    await expect(element).to.be.accessible();
  });

  it('names the coach’s time too, with its day, when their clocks differ', async () => {
    const element = await show();
    expect(text(element)).to.contain('London (GMT)');
    expect(text(element)).to.contain(britishDays('For Ana Keller: Sunday 16 November, 00:30–01:30, Berlin (GMT+1)'));
  });

  it('names one time when the clocks agree', async () => {
    const element = await show({}, coach, 'Europe/Madrid');
    expect(text(element)).not.to.contain('For Ana');
  });

  it('links to the meeting only where the link is a web address', async () => {
    const good = await show({ meeting_link: 'https://meet.example/x' });
    expect((await named(good, 'Join the session')).getAttribute('href')).to.equal('https://meet.example/x');
    const bad = await show({ meeting_link: 'javascript:alert(1)' });
    expect(findAll(bad.shadowRoot as ShadowRoot, '[part="facts"] a')).to.have.length(0);
  });

  it('keeps the page’s own parameters in the link to move or cancel', async () => {
    const here = location.href;
    history.replaceState(null, '', '?utm_source=mail');
    const element = await show({ link: 'signed secret' });
    const link = new URL((await named(element, 'Move or cancel')).getAttribute('href') ?? '');
    expect(link.searchParams.get('cb-booking')).to.equal('signed secret');
    expect(link.searchParams.get('utm_source')).to.equal('mail');
    history.replaceState(null, '', here);
  });

  it('copies the link to move or cancel, and says that it did', async () => {
    const copied: string[] = [];
    const { clipboard } = navigator;
    const pretend = { writeText: async (text: string) => void copied.push(text) };
    Object.defineProperty(navigator, 'clipboard', { value: pretend, configurable: true });
    const element = await show({ link: 'signed secret' });
    const status = element.shadowRoot?.querySelector('.copy [role="status"]');
    expect(status?.textContent).to.equal('');
    (await named(element, 'Copy link')).click();
    await waitUntil(() => status?.textContent === 'Copied');
    expect(copied).to.deep.equal([(await named(element, 'Move or cancel')).getAttribute('href')]);
    await expect(element).to.be.accessible();
    pretend.writeText = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
    (await named(element, 'Copy link')).click();
    await waitUntil(() => status?.textContent?.includes('menu'));
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    const plain = await show({ link: 'signed secret' });
    expect(plain.shadowRoot?.querySelector('[part="copy"]')).to.equal(null);
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });

  it('stays in its frame where letters are twice as large', async () => {
    document.documentElement.style.fontSize = '200%';
    const element = await show();
    element.style.width = '262px';
    const title = await seen(element, '[part="title"]');
    expect(title.scrollWidth).to.be.at.most(title.clientWidth);
    expect(element.scrollWidth).to.be.at.most(262);
    document.documentElement.style.fontSize = '';
  });

  it('offers no calendar and no change for a cancelled session', async () => {
    const element = await show({ status: 'cancelled' });
    expect(text(element)).to.contain('This session is cancelled');
    expect(findAll(element.shadowRoot as ShadowRoot, 'cb-add-to-calendar')).to.have.length(0);
    expect(text(element)).not.to.contain('Move or cancel');
    await expect(element).to.be.accessible();
  });

  it('puts the link to move or cancel into the file and into every calendar link, the notes after it', async () => {
    const element = await show({
      link: 'signed secret',
      notes: 'About Berlin',
      meeting_link: 'https://meet.example/x',
    });
    const manage = (await named(element, 'Move or cancel')).getAttribute('href') ?? '';
    const made: Blob[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (file: Blob) => {
      made.push(file);
      return 'data:text/calendar,';
    };
    (await named(element, 'Add to calendar')).click();
    const items = findAll<HTMLAnchorElement>(element.shadowRoot as ShadowRoot, '[role="menuitem"]');
    const texts = items.slice(0, -1).map(({ href }) => {
      const { searchParams } = new URL(href);
      return searchParams.get('details') ?? searchParams.get('body') ?? searchParams.get('desc') ?? '';
    });
    expect(texts).to.have.length(4);
    for (const said of texts) expect(said).to.equal(`Move or cancel this booking: ${manage}\n\nAbout Berlin`);
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    items.at(-1)?.click();
    URL.createObjectURL = createObjectURL;
    const file = ((await made[0]?.text()) ?? '').replaceAll('\r\n ', '');
    expect(file).to.contain(`URL:${manage}`);
    expect(file).to.contain(`DESCRIPTION:Move or cancel this booking: ${manage}\\n\\nAbout Berlin`);
    expect(file).to.contain('LOCATION:https://meet.example/x');
  });

  it('says what the session costs in all: what was booked, else by the length, else by the hour', async () => {
    const hourly = { ...coach, hourly_rate: 80, currency: 'USD' };
    const price = (element: Element) => text(element).match(/Price ?([^ ]*)/)?.[1];
    expect(price(await show({ duration_minutes: 90 }, hourly))).to.equal('US$120');
    const lengths = [{ minutes: 90, price: { amount: 11_050, currency: 'EUR' } }];
    expect(price(await show({ duration_minutes: 90 }, { ...hourly, durations: lengths }))).to.equal('€110.50');
    const booked = { price: { amount: 9_900, currency: 'EUR' } };
    expect(price(await show(booked, { ...hourly, durations: lengths }))).to.equal('€99');
    expect(price(await show({ price: { amount: 0, currency: 'EUR' } }, hourly))).to.equal('Free');
    expect(price(await show())).to.equal(undefined);
  });

  it('gives the calendar the whole session', async () => {
    const element = await show({ status: 'confirmed', notes: 'About Berlin' });
    (await named(element, 'Add to calendar')).click();
    const google = new URL((await seen<HTMLAnchorElement>(element, '[role="menuitem"]')).href);
    expect(google.searchParams.get('dates')).to.equal('20251115T233000Z/20251116T003000Z');
    expect(google.searchParams.get('text')).to.equal('60-minute session with Ana Keller');
    expect(google.searchParams.get('location')).to.equal('Video call');
  });
});
