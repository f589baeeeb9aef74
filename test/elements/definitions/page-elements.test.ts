import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../../src/cdn.ts';
import { register } from '../../../src/elements/base/register.ts';
import { journeyChunks } from '../../../src/elements/chunks/lazy-elements.ts';
import { journeyElements, loadPageElement, pageElements } from '../../../src/elements/definitions/page-elements.ts';

/** A class in a comparison that fails would be printed whole. */
const isDefined = (tag: string): boolean => customElements.get(tag) !== undefined;

describe('the script tag', () => {
  it('defines what shows times at once, and nothing else', () => {
    expect(customElements.get('cb-booking')).to.be.a('function');
    expect(customElements.get('cb-availability-picker')).to.be.a('function');
    for (const tag of Object.keys(pageElements)) expect(isDefined(tag), tag).to.equal(false);
  });

  it('loads every element of a chunk of the journey on pages that use it by itself', async () => {
    const chunks = await Promise.all(Object.values(journeyChunks).map((load) => load()));
    const classes = chunks.flatMap(({ elements }) => Object.entries(elements));
    expect(Object.keys(journeyElements)).to.have.members(classes.map(([tag]) => tag));
    for (const [tag, element] of classes)
      expect((await pageElements[tag as `cb-${string}`]?.()) === element, tag).to.equal(true);
  });

  it('loads an element when its tag appears on the page, however deep', async () => {
    const box = await fixture(html`<div></div>`);
    box.innerHTML = '<section><cb-add-to-calendar name="x"></cb-add-to-calendar></section>';
    await waitUntil(() => box.querySelector('cb-add-to-calendar')?.shadowRoot);
    expect(isDefined('cb-sign-in')).to.equal(false);
  });

  it('leaves a tag alone that somebody defined before', async () => {
    class Other extends HTMLElement {}
    customElements.define('cb-sign-in', Other);
    await loadPageElement('cb-sign-in');
    register('cb-sign-in', class extends HTMLElement {});
    expect(customElements.get('cb-sign-in') === Other).to.equal(true);
  });

  it('loads it inside other shadow roots: open or closed, there before or made later, written by the parser', async () => {
    const box = await fixture(html`<div></div>`);
    const late = document.createElement('div');
    box.append(late, document.createElement('p'));
    await nextFrame();
    late.attachShadow({ mode: 'closed' }).innerHTML = '<p><cb-coach-card></cb-coach-card></p>';
    await customElements.whenDefined('cb-coach-card');
    const open = late.cloneNode() as Element;
    box.append(open);
    await nextFrame();
    const inside = open.attachShadow({ mode: 'open' });
    await nextFrame();
    inside.append(document.createElement('cb-coach-list'));
    await customElements.whenDefined('cb-coach-list');
    const parsed = document.createElement('div');
    parsed.setHTMLUnsafe(
      '<section><template shadowrootmode="open"><cb-calendar-connect></cb-calendar-connect></template></section>',
    );
    box.append(parsed);
    await customElements.whenDefined('cb-calendar-connect');
  });

  it('loads what is cloned out of a template, with the properties set on the clone before', async () => {
    const box = await fixture(html`<div></div>`);
    const template = document.createElement('template');
    template.innerHTML = '<p><cb-bookings></cb-bookings></p>';
    expect(isDefined('cb-bookings')).to.equal(false);
    const clone = document.importNode(template.content, true);
    const getToken = async () => 'token';
    const fetch = async () => new Response('{}', { status: 500 });
    const bookings = clone.querySelector('cb-bookings') as HTMLElementTagNameMap['cb-bookings'];
    Object.assign(bookings, { getToken, fetch, locale: 'fr' });
    box.append(clone);
    await customElements.whenDefined('cb-bookings');
    await bookings.updateComplete;
    expect(bookings.getToken === getToken).to.equal(true);
    expect(bookings.fetch === fetch).to.equal(true);
    expect(bookings.locale).to.equal('fr');
  });
});
