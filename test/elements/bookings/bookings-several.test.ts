import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { bookedAlso, button, open, root, rows, said, settleColours } from './bookings-scene.ts';
import 'chai-a11y-axe';

settleColours();

const days = ['15', '16', '18', '19', '20'];
const withMany = bookedAlso(...days.map((day) => ({ session_datetime: `2025-11-${day}T14:00:00Z` })));

const boxes = (element: CbBookings) => [...root(element).querySelectorAll<HTMLInputElement>('.pick input')];
const reason = (element: CbBookings) => root(element).querySelector<HTMLInputElement>('[data-reason]');

async function select(element: CbBookings, ...which: readonly number[]): Promise<void> {
  for (const index of which) boxes(element).at(index)?.click();
  await element.updateComplete;
}

describe('several bookings at once in <cb-bookings>', () => {
  it('are told as they are chosen, all or none of them at a press', async () => {
    const { element } = await open('coach@example.com', withMany);
    await select(element, 0);
    expect(said(element)).to.equal('1 selected');
    button(root(element), 'select-all')?.focus();
    await sendKeys({ press: 'Enter' });
    expect(said(element)).to.equal(`${boxes(element).length} selected`);
    expect(boxes(element).every(({ checked }) => checked)).to.equal(true);
    await waitUntil(() => root(element).activeElement?.matches('[data-act="clear"]'), 'the focus is kept');
    await sendKeys({ press: 'Enter' });
    expect(said(element)).to.equal('0 selected');
    expect(root(element).querySelector('[part="toolbar"]')).to.equal(null);
    await waitUntil(() => root(element).activeElement?.localName === 'h5', 'the focus is in the list');
  });

  it('keep the place in a long list when they are confirmed', async () => {
    await setViewport({ width: 1024, height: 500 });
    const { element } = await open('coach@example.com', withMany);
    await select(element, -2, -1);
    rows(element).at(-1)?.scrollIntoView();
    const before = window.scrollY;
    button(root(element), 'confirm-selected')?.focus({ preventScroll: true });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => said(element) === '2 sessions confirmed', 'it says how many');
    expect(before).to.be.greaterThan(0);
    expect(Math.abs(window.scrollY - before)).to.be.lessThan(150);
    expect(root(element).activeElement?.closest('article')).to.be.oneOf(rows(element).slice(-2));
    await setViewport({ width: 1024, height: 768 });
  });

  it('are cancelled after one question, with one reason', async () => {
    const { element, mock } = await open('coach@example.com', withMany);
    await select(element, 0, 1);
    const ids = rows(element)
      .slice(0, 2)
      .map((row) => row.getAttribute('data-booking') ?? '');
    button(root(element), 'cancel-selected')?.click();
    await waitUntil(() => root(element).activeElement?.matches('[data-reason]'), 'the reason has the focus');
    expect(root(element).querySelector('[part="toolbar"]')?.textContent).to.contain('Cancel 2 sessions?');
    await expect(element).to.be.accessible();
    await sendKeys({ type: 'I am ill' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).activeElement?.matches('[data-undo-all]'), 'undo has the focus');
    window.dispatchEvent(new Event('pagehide'));
    const found = () => Promise.all(ids.map((id) => mock.store.bookings.find(id)));
    await waitUntil(async () => (await found()).every((booking) => booking?.status === 'cancelled'), 'both are');
    expect((await found()).map((booking) => booking?.cancellationReason)).to.deep.equal(['I am ill', 'I am ill']);
  });

  it('are left as they are by Escape', async () => {
    const { element } = await open('coach@example.com', withMany);
    await select(element, 0, 1);
    button(root(element), 'cancel-selected')?.click();
    await waitUntil(() => root(element).activeElement?.matches('[data-reason]'), 'the reason has the focus');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => root(element).activeElement?.matches('[data-act="cancel-selected"]'), 'back at the button');
    expect(reason(element)).to.equal(null);
  });

  it('are taken back by one button, and the undo is not told once it is gone', async () => {
    const { element, requests } = await open('coach@example.com', withMany);
    const cancelTwo = async () => {
      await select(element, 0, 1);
      button(root(element), 'cancel-selected')?.click();
      await element.updateComplete;
      root(element).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
      await element.updateComplete;
      expect(said(element)).to.equal('2 sessions cancelled. You can undo this for 20 seconds.');
    };
    await cancelTwo();
    root(element).querySelector<HTMLElement>('[data-undo-all]')?.click();
    await element.updateComplete;
    expect(said(element)).to.equal('2 sessions are kept.');
    expect(rows(element)[0]?.querySelector('[part="done"]')?.textContent).to.equal('Kept');
    expect(requests.some((request) => request.startsWith('DELETE'))).to.equal(false);
    await cancelTwo();
    window.dispatchEvent(new Event('pagehide'));
    await waitUntil(() => said(element) === '', 'nothing is said of an undo that is gone');
  });
});
