import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { createPreferences } from '../../../src/elements/context/preferences.ts';
import type { CbTimeZoneList } from '../../../src/elements/time-zone-list/time-zone-list.ts';
import { searchZones, timeZones } from '../../../src/elements/time-zone-list/time-zones.ts';
import { CbTimeZonePicker } from '../../../src/elements/time-zone-picker/time-zone-picker.ts';
import { allInside, focused, inside, once, textOf } from '../deep.ts';
import { resetMedia, schemes, useScheme } from '../media.ts';

register('cb-time-zone-picker', CbTimeZonePicker);

const noon = Date.UTC(2025, 10, 18, 12, 42);

function picker(extra: Partial<CbTimeZonePicker> = {}) {
  const element = document.createElement('cb-time-zone-picker') as CbTimeZonePicker;
  const given = { locale: 'en-GB', timeZone: 'Europe/Berlin', now: () => noon };
  return fixture<CbTimeZonePicker>(Object.assign(element, given, extra));
}

const button = (element: Element) => inside<HTMLButtonElement>(element, '.zone');
const listOf = (element: Element) => inside<CbTimeZoneList>(element, 'cb-time-zone-list');
const options = (element: Element) => allInside(listOf(element), '[role="option"]');
const cities = (element: Element) => options(element).map((option) => textOf(option.querySelector('.city') ?? option));
const isOpen = (element: Element) =>
  element.shadowRoot?.querySelector('cb-time-zone-list')?.shadowRoot?.querySelector(':popover-open') !== null;
/** The option the arrow keys have led to, as assistive technology finds it. */
function active(element: Element): HTMLElement {
  const field = inside(listOf(element), 'input');
  return inside(listOf(element), `#${field.getAttribute('aria-activedescendant')}`);
}

async function opened(extra: Partial<CbTimeZonePicker> = {}) {
  const element = await picker(extra);
  button(element).focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => focused()?.localName === 'input', 'the search field has focus');
  await waitUntil(
    () => button(element).getAttribute('aria-expanded') === 'true',
    'the button says that the list is open',
  );
  return element;
}

async function type(element: Element, text: string) {
  await sendKeys({ type: text });
  await listOf(element).updateComplete;
}

afterEach(() => sessionStorage.clear());

describe('cb-time-zone-picker', () => {
  afterEach(resetMedia);

  it('says in which zone times are and what time it is there', async () => {
    expect(textOf(button(await picker()))).to.equal('Times in Berlin, GMT+1, now 13:42');
    const newYork = await picker({ timeZone: 'America/New_York', hour12: true });
    expect(textOf(button(newYork))).to.match(/^Times in New York, GMT−5, now 7:42\sam$/);
  });

  it('moves on with the minute without a live region', async () => {
    let now = noon + 59_950;
    const element = await picker({ now: () => now });
    expect(textOf(button(element))).to.contain('13:42');
    now += 100;
    await waitUntil(() => textOf(button(element)).includes('13:43'));
    expect(button(element).closest('[aria-live], [role="status"]')).to.equal(null);
  });

  it('is one stop for Tab, where the arrows change the clock, and the choice is kept for the visit', async () => {
    const element = await picker();
    const clocks = allInside(element, '.clock button');
    expect(clocks.map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, 0]);
    clocks[1]?.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await waitUntil(() => clocks[0]?.matches(':focus'), 'the focus follows the choice');
    expect(clocks.map((clock) => clock.getAttribute('aria-checked'))).to.deep.equal(['true', 'false']);
    expect(createPreferences('de').state.hour12).to.equal(true);
    sessionStorage.clear();
    expect(createPreferences('de').state.hour12).to.equal(false);
  });

  it('follows the browser’s region where the page leaves it open', () => {
    const browser = Object.getOwnPropertyDescriptor(Navigator.prototype, 'language') as PropertyDescriptor;
    const reads = (language: string, locale = '') => {
      Object.defineProperty(navigator, 'language', { value: language, configurable: true });
      return createPreferences(locale).state.hour12;
    };
    expect(reads('en-US')).to.equal(true);
    expect(reads('de-AT')).to.equal(false);
    expect(reads('en-US', 'en-GB'), 'the page’s own wish').to.equal(false);
    expect(reads('en-US@posix')).to.equal(false);
    Reflect.deleteProperty(navigator, 'language');
    expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'language')).to.deep.equal(browser);
  });

  it('switches between the 12 and the 24 hour clock', async () => {
    const element = await picker();
    const [twelve, twentyFour] = allInside(element, '.clock button');
    expect([twelve, twentyFour].map((clock) => clock?.getAttribute('aria-checked'))).to.deep.equal(['false', 'true']);
    setTimeout(() => twelve?.click());
    expect((await once(element, 'cb-hour-cycle-change')).hour12).to.equal(true);
    await element.updateComplete;
    expect(textOf(button(element))).to.match(/now 1:42\spm$/);
  });

  it('opens with the zone in force at hand, and Escape brings focus back', async () => {
    const element = await opened();
    expect(textOf(active(element))).to.match(/^Berlin 13:42 Germany GMT\+1$/);
    expect(active(element).getAttribute('aria-selected')).to.equal('true');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen(element));
    expect(focused() === button(element), 'the button has focus').to.equal(true);
    await waitUntil(() => button(element).getAttribute('aria-expanded') === 'false');
  });

  it('is used by keyboard alone: type, arrows, Enter', async () => {
    const element = await opened();
    await type(element, 'new y');
    expect(cities(element)).to.deep.equal(['New York']);
    setTimeout(() => sendKeys({ press: 'Enter' }));
    expect((await once(element, 'cb-time-zone-change')).timeZone).to.equal('America/New_York');
    await element.updateComplete;
    expect(textOf(button(element))).to.equal('Times in New York, GMT−5, now 07:42');
    expect(focused() === button(element), 'the button has focus').to.equal(true);
  });

  it('walks with the arrow keys and round the ends', async () => {
    const element = await opened();
    await type(element, 'kentucky');
    const [first, second] = options(element);
    expect(active(element) === first).to.equal(true);
    await sendKeys({ press: 'ArrowDown' });
    await listOf(element).updateComplete;
    expect(active(element) === second).to.equal(true);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    await listOf(element).updateComplete;
    expect(active(element) === options(element).at(-1)).to.equal(true);
  });

  const searches: readonly (readonly [query: string, city: string])[] = [
    ['berl', 'Berlin'],
    ['sao paulo', 'Sao Paulo'],
    ['kathmandu', 'Kathmandu'],
    ['kolkata', 'Kolkata'],
    ['nepal', 'Kathmandu'],
    ['japan', 'Tokyo'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['gmt+5:45', 'Kathmandu'],
    ['+5:45', 'Kathmandu'],
    ['utc-3:30', 'St Johns'],
    ['cote d’ivoire', 'Abidjan'],
  ];
  it('finds a zone by city, country, id and offset', async () => {
    const element = await opened();
    const field = inside<HTMLInputElement>(listOf(element), 'input');
    for (const [query, city] of searches) {
      field.value = query;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await listOf(element).updateComplete;
      expect(cities(element), query).to.include(city);
    }
  });

  it('finds a zone by its offset in Latin digits and in those of the language', async () => {
    for (const [locale, query] of [
      ['ar-EG', 'gmt+5:45'],
      ['ar-EG', '+٥:٤٥'],
      ['fa', '5:45'],
      ['fa', 'utc+۵:۴۵'],
    ] as const) {
      const found = searchZones(timeZones(locale, Date.UTC(2025, 10, 15)), query);
      expect(
        found.map(({ zone }) => zone),
        `${locale}: ${query}`,
      ).to.deep.equal(['Asia/Kathmandu']);
    }
  });

  it('says so when nothing matches', async () => {
    const element = await opened();
    await type(element, 'xyzzy');
    expect(textOf(inside(listOf(element), '[role="status"]'))).to.equal(
      'No time zone matches “xyzzy”. Try a large city nearby.',
    );
    expect(inside(listOf(element), 'input').hasAttribute('aria-activedescendant')).to.equal(false);
    await sendKeys({ press: 'Enter' });
    expect(isOpen(element)).to.equal(true);
  });

  it('closes at a second press of the button', async () => {
    const element = await opened();
    button(element).click();
    await waitUntil(() => !isOpen(element));
  });

  it('offers the own zone and that of the coach first', async () => {
    const element = await opened({ timeZone: 'Asia/Tokyo', coachTimeZone: 'Asia/Katmandu' });
    expect(cities(element).slice(0, 4)).to.include.members(['Tokyo', 'Kathmandu', 'UTC']);
  });

  it('stays inside a 320 px phone', async () => {
    await setViewport({ width: 320, height: 640 });
    const element = await opened();
    await waitUntil(() => inside(listOf(element), '.panel').style.left !== '');
    const { left, right, top, bottom } = inside(listOf(element), '.panel').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(320);
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(640);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  for (const scheme of schemes) {
    it(`has no accessibility violations, closed and open (${scheme})`, async () => {
      await useScheme(scheme);
      await expect(await picker()).to.be.accessible();
      const element = await opened();
      await type(element, 'york');
      await expect(element).to.be.accessible();
      await type(element, 'xyzzy');
      await expect(element).to.be.accessible();
    });
  }
});
