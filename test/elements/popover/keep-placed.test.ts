import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { keepPlaced } from '../../../src/elements/popover/keep-placed.ts';

const GAP = 6;

describe('a popover that is kept at its anchor', () => {
  let stop = () => {};
  afterEach(() => {
    stop();
    scrollTo(0, 0);
  });

  /** Shows a popover at a button, both inside `around`, which gets 3,000 px of room below. */
  function open(around: ParentNode & Node): { anchor: HTMLElement; popover: HTMLElement } {
    const anchor = document.createElement('button');
    anchor.textContent = 'Open';
    const popover = document.createElement('div');
    popover.popover = 'manual';
    popover.style.cssText = 'position: fixed; inset: auto; margin: 0; block-size: 80px';
    const room = document.createElement('div');
    room.style.blockSize = '3000px';
    const before = document.createElement('div');
    before.className = 'before';
    before.style.blockSize = '200px';
    around.append(before, anchor, popover, room);
    popover.showPopover();
    stop = keepPlaced(anchor, popover);
    return { anchor, popover };
  }

  const apart = ({ anchor, popover }: { anchor: HTMLElement; popover: HTMLElement }): number =>
    popover.getBoundingClientRect().top - anchor.getBoundingClientRect().bottom;
  const isAtAnchor = (both: { anchor: HTMLElement; popover: HTMLElement }): boolean => Math.abs(apart(both) - GAP) < 1;

  async function page(): Promise<HTMLElement> {
    return fixture<HTMLElement>(html`<div></div>`);
  }

  it('stands below it from the start', async () => {
    const both = open(await page());
    expect(apart(both)).to.be.closeTo(GAP, 1);
  });

  it('follows the page', async () => {
    const both = open(await page());
    const { top } = both.anchor.getBoundingClientRect();
    scrollTo(0, 120);
    await waitUntil(() => both.anchor.getBoundingClientRect().top < top && isAtAnchor(both));
  });

  it('follows when what is above grows', async () => {
    const around = await page();
    const both = open(around);
    around.querySelector<HTMLElement>('.before')?.style.setProperty('block-size', '260px');
    await waitUntil(() => isAtAnchor(both));
  });

  it('follows a box that scrolls, in a shadow tree of the page too', async () => {
    const host = await page();
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<div style="block-size: 400px; overflow: auto"><slot></slot></div>';
    const inner = document.createElement('div');
    host.append(inner);
    const both = open(inner);
    const { top } = both.anchor.getBoundingClientRect();
    root.firstElementChild?.scrollTo(0, 90);
    await waitUntil(() => both.anchor.getBoundingClientRect().top < top && isAtAnchor(both));
    // And again, once its scroll events are heard.
    await nextFrame();
    root.firstElementChild?.scrollTo(0, 30);
    await waitUntil(() => isAtAnchor(both));
  });

  it('follows what moves inside such a box', async () => {
    const box = await page();
    box.style.cssText = 'block-size: 400px; overflow: auto';
    const both = open(box);
    await waitUntil(() => isAtAnchor(both));
    const { top } = both.anchor.getBoundingClientRect();
    box.querySelector<HTMLElement>('.before')?.style.setProperty('block-size', '150px');
    await waitUntil(() => both.anchor.getBoundingClientRect().top < top && isAtAnchor(both));
  });

  it('stays where it is once that has ended', async () => {
    const both = open(await page());
    const { top } = both.popover.getBoundingClientRect();
    stop();
    scrollTo(0, 100);
    await nextFrame();
    await nextFrame();
    expect(both.popover.getBoundingClientRect().top).to.equal(top);
  });
});
