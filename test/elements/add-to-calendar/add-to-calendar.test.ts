import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import ICAL from 'ical.js';
import 'chai-a11y-axe';
import type { Booking } from '../../../src/contract/booking.ts';
import { CbAddToCalendar } from '../../../src/elements/add-to-calendar/add-to-calendar.ts';
import { calendarEventOf, manageAddress } from '../../../src/elements/add-to-calendar/booking-calendar-event.ts';
import { register } from '../../../src/elements/base/register.ts';
import { focused } from '../booking/booking-scene.ts';

register('cb-add-to-calendar', CbAddToCalendar);

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

async function show() {
  const element = await fixture<CbAddToCalendar>(
    html`<cb-add-to-calendar
      name="Session with Ana" start="2025-11-15T14:00:00Z" end="2025-11-15T15:00:00Z" location="Berlin, Mitte"
    ></cb-add-to-calendar>`,
  );
  const root = element.shadowRoot as ShadowRoot;
  const button = root.querySelector('button') as HTMLButtonElement;
  const menu = root.querySelector('[role="menu"]') as HTMLElement;
  return { element, root, button, menu, isOpen: () => menu.matches(':popover-open') };
}

describe('<cb-add-to-calendar>', () => {
  it('opens on Enter with the focus on the first calendar, below the button, and passes axe', async () => {
    const { element, button, menu, isOpen } = await show();
    await expect(element).to.be.accessible();
    button.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(isOpen);
    await waitUntil(() => focused()?.textContent?.includes('Google Calendar'));
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await waitUntil(() => menu.getBoundingClientRect().top >= button.getBoundingClientRect().bottom);
    await expect(element).to.be.accessible();
  });

  it('moves by arrows, Home, End and first letter, wraps around, and closes on Escape with the focus back', async () => {
    const { button, isOpen } = await show();
    button.focus();
    await sendKeys({ press: 'ArrowUp' });
    await waitUntil(() => focused()?.textContent?.includes('.ics'));
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()?.textContent).to.contain('Google');
    await sendKeys({ press: 'End' });
    expect(focused()?.textContent).to.contain('.ics');
    await sendKeys({ press: 'Home' });
    expect(focused()?.textContent).to.contain('Google');
    await sendKeys({ press: 'y' });
    expect(focused()?.textContent).to.contain('Yahoo');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen());
    expect(focused()).to.equal(button);
    await waitUntil(() => button.getAttribute('aria-expanded') === 'false');
  });

  it('closes on a second press of the button and on Tab', async () => {
    const { button, isOpen } = await show();
    button.click();
    await waitUntil(isOpen);
    button.click();
    await waitUntil(() => !isOpen());
    button.click();
    await waitUntil(isOpen);
    await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => !isOpen());
  });

  it('links to four calendars in a new tab that cannot reach back', async () => {
    const { root } = await show();
    const links = [...root.querySelectorAll<HTMLAnchorElement>('a[target="_blank"]')];
    const hosts = links.map((link) => new URL(link.href).host);
    expect(hosts).to.deep.equal([
      'calendar.google.com',
      'outlook.live.com',
      'outlook.office.com',
      'calendar.yahoo.com',
    ]);
    for (const link of links) expect(link.rel).to.contain('noopener');
  });

  it('gives a file that a calendar reads', async () => {
    const { root, button } = await show();
    const files: { name: string; href: string }[] = [];
    const original = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      if (this.download) files.push({ name: this.download, href: this.href });
      else original.call(this);
    };
    try {
      button.click();
      await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
      [...root.querySelectorAll<HTMLAnchorElement>('[role="menuitem"]')].at(-1)?.click();
      await waitUntil(() => files.length > 0);
    } finally {
      HTMLAnchorElement.prototype.click = original;
    }
    expect(files[0]?.name).to.equal('Session-with-Ana.ics');
    const file = await (await fetch(files[0]?.href ?? '')).text();
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') ?? undefined);
    expect(event.summary).to.equal('Session with Ana');
    expect(event.location).to.equal('Berlin, Mitte');
    expect(event.startDate.toJSDate().toISOString()).to.equal('2025-11-15T14:00:00.000Z');
  });

  it('says what it lacks', async () => {
    const silent = console.error;
    console.error = () => {};
    const element = await fixture(html`<cb-add-to-calendar></cb-add-to-calendar>`);
    console.error = silent;
    expect(element.shadowRoot?.textContent).to.contain('needs name, start, end');
  });

  it('joins what a booking says by the colon and the comma of the language', () => {
    const booking = {
      id: 'b',
      session_datetime: '2025-11-15T14:00:00Z',
      duration_minutes: 60,
      status: 'confirmed',
      notes: 'Notes',
      link: 'signed',
      attendee_emails: ['cy@example.com', 'di@example.com'],
    } as Booking;
    const described = (locale: string) => calendarEventOf(booking, 'Title', undefined, 'Link', locale).description;
    const address = manageAddress('signed');
    expect(described('en')).to.equal(`Link: ${address}\n\nNotes\n\ncy@example.com, di@example.com`);
    expect(described('ja')).to.equal(`Link：${address}\n\nNotes\n\ncy@example.com、di@example.com`);
    expect(described('fr')).to.contain(`Link\u00a0: ${address}`);
    expect(described('ar')).to.contain('cy@example.com، di@example.com');
  });
});
