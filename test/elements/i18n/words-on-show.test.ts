import { expect, fixture, html } from '@open-wc/testing';
import { bursting, fromNoTable, wordsOf } from './words-on-show.ts';

it('the search for such words and boxes finds them', async () => {
  const box = await fixture<HTMLElement>(html`<div style="width: 60px">
    <p style="overflow: hidden; white-space: nowrap" title="⟦Ťýṕé⟧ Ana">Choose another day</p>
    <p style="white-space: nowrap">⟦Çhóóšéé á⟧ and more</p>
  </div>`);
  expect(fromNoTable(wordsOf(box), new Set(['Ana']))).to.deep.equal(['Choose another day', '⟦Çhóóšéé á⟧ and more']);
  expect(bursting(box)).to.deep.equal([
    'outside: Choose another day',
    'cut: Choose another day',
    'outside: ⟦Çhóóšéé á⟧ and more',
  ]);
});
