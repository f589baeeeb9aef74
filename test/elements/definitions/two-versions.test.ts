import { expect, fixture, html } from '@open-wc/testing';

const FIRST = Symbol.for('@culturebridge/booking/version');
type Page = { [FIRST]?: string };

/** A class in a comparison that fails would be printed whole. */
const isDefined = (tag: string): boolean => customElements.get(tag) !== undefined;

describe('a second version on a page', () => {
  it('defines nothing, loads nothing, and says so once in the console', async () => {
    (globalThis as Page)[FIRST] = '0.0.1';
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void said.push(text);
    const { attachShadow } = Element.prototype;
    try {
      await import('../../../src/cdn.ts');
      await import('../../../src/define.ts');
      await fixture(html`<div><cb-bookings></cb-bookings><cb-booking></cb-booking></div>`);
    } finally {
      console.warn = warn;
    }
    expect(isDefined('cb-booking')).to.equal(false);
    expect(isDefined('cb-month-grid')).to.equal(false);
    expect(Element.prototype.attachShadow).to.equal(attachShadow);
    expect(said.length).to.equal(1);
    expect(said[0]).to.match(/^CultureBridge Booking \d+\.\d+\.\d+ is not used: this page has loaded 0\.0\.1 before/);
  });
});
