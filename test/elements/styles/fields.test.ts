import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { formStyles } from '../../../src/elements/styles/form.ts';
import { tokens } from '../../../src/elements/styles/tokens.ts';
import { allInside } from '../deep.ts';

class FieldProbe extends LitElement {
  static override styles = [tokens, formStyles];
  override render() {
    return html`<input placeholder="البحث" /><textarea placeholder="البحث"></textarea>`;
  }
}
customElements.define('field-probe', FieldProbe);

describe('a field from right to left', () => {
  it('shows its placeholder, and what is written in it in the direction of its own language', async () => {
    const box = await fixture(html`<div dir="rtl" lang="ar"><field-probe></field-probe></div>`);
    for (const field of allInside(box.firstElementChild as HTMLElement, 'input, textarea') as HTMLInputElement[]) {
      const direction = () => getComputedStyle(field).unicodeBidi;
      // Firefox shows none from right to left in a field of `plaintext`.
      expect(direction(), `${field.localName}, empty`).not.to.equal('plaintext');
      field.value = 'Mira';
      expect(direction(), `${field.localName}, filled`).to.equal('plaintext');
    }
  });
});
