import { expect, fixture } from '@open-wc/testing';
import { html, LitElement, type SVGTemplateResult } from 'lit';
import { backIcon, calendarIcon, checkIcon } from '../../../src/elements/base/booking-icons.ts';
import { chevronBack, chevronDown, chevronOn } from '../../../src/elements/base/icons.ts';
import { controls } from '../../../src/elements/styles/controls.ts';
import { tokens } from '../../../src/elements/styles/tokens.ts';

const along: readonly SVGTemplateResult[] = [backIcon, chevronBack, chevronOn];
const others: readonly SVGTemplateResult[] = [calendarIcon, checkIcon, chevronDown];

/** Icons beside words, outside of any icon button. */
class IconProbe extends LitElement {
  static override styles = [tokens, controls];
  override render() {
    return html`${[...along, ...others].map((icon) => html`<button type="button">${icon}Words</button>`)}`;
  }
}
customElements.define('icon-probe', IconProbe);

describe('icons', () => {
  for (const dir of ['ltr', 'rtl']) {
    it(`that point along the line point the other way where the page runs ${dir === 'rtl' ? 'from right to left, and no other icon does' : 'so'}`, async () => {
      const box = await fixture(html`<div dir=${dir}><icon-probe></icon-probe></div>`);
      const drawn = [...(box.querySelector('icon-probe')?.shadowRoot?.querySelectorAll('svg') ?? [])];
      const mirrored = drawn.map((icon) => getComputedStyle(icon).transform === 'matrix(-1, 0, 0, 1, 0, 0)');
      expect(mirrored).to.deep.equal([...along.map(() => dir === 'rtl'), ...others.map(() => false)]);
    });
  }
});
