import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { isTimeZone } from '../../../src/contract/index.ts';
import { chooseTime, fillPerson, find, focused, openScene, pressBook, seen, type } from './booking-scene.ts';

/** Fills a field as a password manager does: without an event. */
async function autofill(element: Element, selector: string, value: string): Promise<void> {
  (await seen<HTMLInputElement>(element, selector)).value = value;
}

describe('fields that a password manager filled in without an event', () => {
  it('count when the visitor books, and are not emptied', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await autofill(element, '#field-name', 'Eva Marsh');
    await autofill(element, '#field-email', 'eva@example.com');
    type(await seen<HTMLTextAreaElement>(element, '#field-notes'), 'About the offer');
    await element.updateComplete;
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
    await pressBook(element);
    await waitUntil(() => element.status === 'booked', 'it is booked', { timeout: 5000 });
    expect(find(element.shadowRoot as ShadowRoot, '[part="facts"]')?.getRootNode()).to.not.equal(undefined);
  });

  it('are still there after a look at the times', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await autofill(element, '#field-name', 'Eva Marsh');
    (await seen(element, '[part="back"]')).click();
    await chooseTime(element);
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
  });
});

describe('a frame that may not submit forms', () => {
  it('books all the same: by a press, and by Enter in a field', async () => {
    for (const way of ['press', 'enter'] as const) {
      const { element } = await openScene();
      await chooseTime(element);
      await fillPerson(element);
      const form = await seen<HTMLFormElement>(element, 'form');
      // What a sandbox without `allow-forms` does: the button is pressed, and the form says nothing.
      form.addEventListener('click', (event) => event.preventDefault());
      const submit = await seen<HTMLButtonElement>(element, '[part~="submit"]');
      if (way === 'press') submit.click();
      else submit.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      await waitUntil(() => element.status === 'booked', 'it is booked', { timeout: 5000 });
    }
  });
});

describe('an address that cannot be changed', () => {
  const { pushState, replaceState } = history;
  afterEach(() => {
    Object.assign(history, { pushState, replaceState });
  });

  it('does not stop a booking that would keep its place there', async () => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.assign(history, { pushState: refuse, replaceState: refuse });
    const { element } = await openScene({ set: { syncUrl: '' } });
    await seen(element, 'button[part~="time"]');
    // The script that would write the address has loaded, and has tried.
    await import('../../../src/elements/booking/url-sync.ts');
    await nextFrame();
    await chooseTime(element);
    await fillPerson(element);
    await pressBook(element);
    await waitUntil(() => element.status === 'booked', 'it is booked', { timeout: 5000 });
  });
});

describe('a machine whose time zone is not known', () => {
  const { resolvedOptions } = Intl.DateTimeFormat.prototype;
  before(() => {
    Intl.DateTimeFormat.prototype.resolvedOptions = function (this: Intl.DateTimeFormat) {
      return { ...resolvedOptions.call(this), timeZone: 'Etc/Unknown' };
    };
  });
  after(() => {
    Intl.DateTimeFormat.prototype.resolvedOptions = resolvedOptions;
  });

  it('has times in UTC, says so, and lets the visitor choose', async () => {
    expect(isTimeZone('Etc/Unknown')).to.equal(false);
    const { element } = await openScene({ set: { timeZone: '' } });
    await seen(element, 'button[part~="time"]');
    const zone = await seen(element, 'cb-time-zone-picker');
    await waitUntil(() => zone.shadowRoot?.textContent?.includes('Your device does not tell its time zone'));
    expect(zone.shadowRoot?.querySelector('strong')?.textContent).to.contain('UTC');
    element.timeZone = 'Europe/Berlin';
    await waitUntil(() => zone.shadowRoot?.querySelector('strong')?.textContent?.includes('Berlin'));
    expect(zone.shadowRoot?.textContent).to.not.contain('Your device does not tell');
  });
});

describe('a zone that this browser does not know', () => {
  it('in the attribute gives way to the visitor’s own', async () => {
    for (const tag of ['cb-slot-list', 'cb-time-zone-picker', 'cb-booking-confirmation', 'cb-availability-picker']) {
      await customElements.whenDefined(tag === 'cb-booking-confirmation' ? 'cb-slot-list' : tag);
      const element = document.createElement(tag) as HTMLElement & { updateComplete: Promise<unknown> };
      Object.assign(element, {
        timeZone: 'Mars/Olympus_Mons',
        slots: [{ start: '2025-11-18T14:00:00Z', end: '2025-11-18T15:00:00Z', duration_minutes: 60 }],
        booking: { id: 'b', status: 'pending', session_datetime: '2025-11-18T14:00:00Z', duration_minutes: 60 },
      });
      (await fixture(html`<div></div>`)).append(element);
      await element.updateComplete;
    }
  });
});

describe('what a visitor types', () => {
  it('sets off no shortcut of the page, and Escape and Tab pass', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    const field = await seen<HTMLInputElement>(element, '#field-name');
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => void heard.push(key);
    document.addEventListener('keydown', listen);
    for (const [key, ctrlKey] of [
      ['s', false],
      ['Escape', false],
      ['Tab', false],
      ['k', true],
    ] as const) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true }));
    }
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['Escape', 'Tab', 'k']);
  });

  it('is counted as the server counts it: an emoji is one character', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await fillPerson(element);
    type(await seen<HTMLTextAreaElement>(element, '#field-notes'), '😀'.repeat(501));
    await waitUntil(() =>
      find(element.shadowRoot as ShadowRoot, '#field-notes-count')?.textContent?.startsWith('501 of 1,000'),
    );
    await pressBook(element);
    await waitUntil(() => element.status === 'booked', 'it is booked', { timeout: 5000 });
  });
});

describe('a site with a sticky header', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('covers neither the bar of the week nor what takes the focus', async () => {
    await setViewport({ width: 360, height: 640 });
    const { element } = await openScene({ width: 340 });
    element.style.setProperty('--cb-sticky-top', '96px');
    await chooseTime(element);
    const bar = await seen(element, '.choice');
    expect(getComputedStyle(bar).insetBlockStart).to.equal('96px');
    const name = await seen<HTMLInputElement>(element, '#field-name');
    expect(Number.parseFloat(getComputedStyle(name).scrollMarginBlockStart)).to.be.greaterThan(96);
    expect(getComputedStyle(element).scrollMarginBlockStart).to.equal('96px');
    expect(focused()).to.not.equal(null);
  });
});

describe('the page’s address', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('gives an e-mail address with a plus', async () => {
    history.replaceState(null, '', `${location.pathname}?cb-email=mira+coach@example.com`);
    const { element } = await openScene();
    await chooseTime(element);
    expect((await seen<HTMLInputElement>(element, '#field-email')).value).to.equal('mira+coach@example.com');
  });
});
