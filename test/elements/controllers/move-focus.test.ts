import { expect, fixture, waitUntil } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { MoveFocus } from '../../../src/elements/controllers/move-focus.ts';

/** A view that another, higher one follows once its data has arrived. */
class TwoViews extends LitElement {
  static override properties = { view: {} };
  declare view: 'list' | 'waiting' | 'panel';
  private readonly focusNext = new MoveFocus(this);

  constructor() {
    super();
    this.view = 'list';
  }

  open(): void {
    this.view = 'waiting';
    this.focusNext.on('.back');
  }

  protected override render() {
    if (this.view === 'list') return html`<div style="block-size: 6000px"></div>`;
    return html`<button class="back">Back</button>${this.view === 'panel' ? html`<div style="block-size: 5000px"></div>` : ''}`;
  }
}
customElements.define('two-views', TwoViews);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('the focus that an element moves', () => {
  afterEach(() => {
    document.documentElement.style.scrollBehavior = '';
    scrollTo(0, 0);
  });

  it('stays in view on a page that was scrolling smoothly when the view changed', async () => {
    const views = await fixture<TwoViews>(html`<two-views></two-views>`);
    scrollTo({ top: 5000, behavior: 'instant' });
    document.documentElement.style.scrollBehavior = 'smooth';
    scrollTo(0, 1500);
    await waitUntil(() => scrollY < 4900, 'the page scrolls');
    views.open();
    await views.updateComplete;
    const back = views.shadowRoot?.querySelector<HTMLElement>('.back');
    if (!back) throw new Error('the way back is not drawn');
    await waitUntil(() => scrollY === 0, 'the page is short now');
    views.view = 'panel';
    await views.updateComplete;
    // The page scrolls on, if it does, in the next frames, and for less than a second.
    for (const end = performance.now() + 1000; performance.now() < end; ) await frame();
    const { top, bottom } = back.getBoundingClientRect();
    expect(top >= 0 && bottom <= innerHeight, `from ${top} to ${bottom}`).to.equal(true);
    expect(views.shadowRoot?.activeElement).to.equal(back);
  });
});
