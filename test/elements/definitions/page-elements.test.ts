import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/cdn.ts';
import { register } from '../../../src/elements/base/register.ts';
import { loadPageElement, pageElements } from '../../../src/elements/definitions/page-elements.ts';

describe('the script tag', () => {
  it('defines what shows times at once, and nothing else', () => {
    expect(customElements.get('cb-booking')).to.be.a('function');
    expect(customElements.get('cb-availability-picker')).to.be.a('function');
    for (const tag of Object.keys(pageElements)) expect(customElements.get(tag), tag).to.equal(undefined);
  });

  it('loads an element when its tag appears on the page, however deep', async () => {
    const box = await fixture(html`<div></div>`);
    box.innerHTML = '<section><cb-add-to-calendar name="x"></cb-add-to-calendar></section>';
    await waitUntil(() => box.querySelector('cb-add-to-calendar')?.shadowRoot);
    expect(customElements.get('cb-sign-in')).to.equal(undefined);
  });

  it('leaves a tag alone that somebody defined before', async () => {
    class Other extends HTMLElement {}
    customElements.define('cb-sign-in', Other);
    await loadPageElement('cb-sign-in');
    register('cb-sign-in', class extends HTMLElement {});
    expect(customElements.get('cb-sign-in')).to.equal(Other);
  });
});
