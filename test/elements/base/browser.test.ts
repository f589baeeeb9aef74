import { expect, fixture, html } from '@open-wc/testing';
import { isBrowserNewEnough } from '../../../src/elements/base/browser.ts';
import { register } from '../../../src/elements/base/register.ts';

/** The browser without one feature. */
async function without(feature: RegExp, act: () => Promise<void>): Promise<readonly string[]> {
  const { supports } = CSS;
  const { warn } = console;
  const told: string[] = [];
  CSS.supports = (...words: string[]) =>
    !words.some((word) => feature.test(word)) && Reflect.apply(supports, CSS, words);
  console.warn = (text: string) => told.push(text);
  try {
    await act();
  } finally {
    CSS.supports = supports;
    console.warn = warn;
  }
  return told;
}

describe('a browser that is too old', () => {
  it('keeps what stands inside an element, and says why once', async () => {
    const told = await without(/light-dark/, async () => {
      register('test-too-old', class extends HTMLElement {});
      register('test-too-old-too', class extends HTMLElement {});
      const element = await fixture(html`<test-too-old><a href="#mail">Write to Ana</a></test-too-old>`);
      expect(customElements.get('test-too-old')).to.equal(undefined);
      expect(element.shadowRoot).to.equal(null);
      expect(element.querySelector('a')?.getBoundingClientRect().height).to.be.greaterThan(5);
    });
    expect(told).to.deep.equal(['CultureBridge Booking needs a newer browser: the page shows its own content.']);
  });

  it('is one without colors made from others, too', async () => {
    await without(/from red/, async () => {
      expect(isBrowserNewEnough()).to.equal(false);
    });
    expect(isBrowserNewEnough(), 'this one is new enough').to.equal(true);
  });
});
