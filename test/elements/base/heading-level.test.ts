import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { CbSignIn } from '../../../src/elements/sign-in/sign-in.ts';
import { findAll, openScene } from '../booking/booking-scene.ts';
import { open } from '../bookings/bookings-scene.ts';

register('cb-sign-in', CbSignIn);

const headings = (root: ParentNode) =>
  findAll(root, 'h1, h2, h3, h4, h5, h6').filter(
    (heading) => heading.checkVisibility() && heading.ariaHidden !== 'true',
  );

const tagLevel = (heading: Element) => Number(heading.localName[1]);

/** The levels of all headings that can be read, in their order in the tree. */
const levels = (root: ParentNode): number[] =>
  headings(root).map((heading) => Number(heading.ariaLevel ?? tagLevel(heading)));

describe('the levels of headings', () => {
  it('begin at 2 in a widget, and at 3 where the page says so; all inside move along', async () => {
    for (const top of [2, 3, 1]) {
      const { element } = await openScene({ set: top === 2 ? {} : { headingLevel: top } });
      const root = element.shadowRoot as ShadowRoot;
      await waitUntil(() => [top, top + 1].every((level) => levels(root).includes(level)), 'coach and month');
      expect(Math.min(...levels(root))).to.equal(top);
      expect(levels(root)).to.deep.equal(headings(root).map((heading) => tagLevel(heading) + top - 2));
    }
  });

  it('begin at 2 in a list of bookings: its title, the days, the bookings', async () => {
    const { element } = await open('client@example.com');
    expect([...new Set(levels(element.shadowRoot as ShadowRoot))]).to.deep.equal([2, 3, 4]);
  });

  it('are read from the attribute by an element used alone', async () => {
    const element = await fixture(html`<cb-sign-in heading-level="4" api="https://api.example.com"></cb-sign-in>`);
    expect(levels(element.shadowRoot as ShadowRoot)).to.deep.equal([5]);
  });
});
