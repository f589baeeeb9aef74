import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import type { CbMoveBooking } from '../../../src/elements/move-booking/move-booking.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import {
  api,
  bookedAlso,
  button,
  choose,
  open,
  problem,
  root,
  rows,
  said,
  settleColours,
  statuses,
  view,
} from './bookings-scene.ts';
import 'chai-a11y-axe';

settleColours();

describe('<cb-bookings> for a client', () => {
  it('shows what is to come, soonest first, and passes axe', async () => {
    const { element } = await open('client@example.com');
    const [first, second] = rows(element);
    expect(first?.textContent).to.contain('Ana Keller');
    expect(first?.textContent).to.contain('Confirmed');
    expect(second?.textContent).to.contain('Lukas');
    await expect(element).to.be.accessible();
  });

  it('offers no way to confirm or complete', async () => {
    const { element } = await open('client@example.com');
    expect(button(root(element), 'confirm')).to.equal(null);
    expect(button(root(element), 'complete')).to.equal(null);
  });

  it('cancels by keyboard alone, with a reason, and takes it back', async () => {
    const { element, requests } = await open('client@example.com');
    const [first] = rows(element);
    button(first as Element, 'cancel')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).activeElement?.matches('[data-reason]'), 'the reason has the focus');
    await sendKeys({ type: 'I am ill' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).activeElement?.matches('[data-undo]'), 'undo has the focus');
    expect(said(element)).to.contain('Cancelled');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => said(element).includes('kept'), 'it says so');
    expect(root(element).activeElement?.localName).to.equal('h5');
    expect(requests.some((request) => request.startsWith('DELETE'))).to.equal(false);
  });

  it('sends the cancellation when it leaves the page', async () => {
    const { element, requests } = await open('client@example.com');
    button(rows(element)[0] as Element, 'cancel')?.click();
    await element.updateComplete;
    root(element).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    await element.updateComplete;
    element.remove();
    await waitUntil(() => requests.some((request) => request.startsWith('DELETE /booking/')), 'it was sent');
  });

  it('sends what was cancelled in a way that outlives the page when it closes', async () => {
    const scene = await open('client@example.com');
    const outlive: boolean[] = [];
    scene.interfere = (request) => {
      if (request.method === 'DELETE') outlive.push(request.keepalive);
      return undefined;
    };
    button(rows(scene.element)[0] as Element, 'cancel')?.click();
    await scene.element.updateComplete;
    root(scene.element).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    await scene.element.updateComplete;
    window.dispatchEvent(new Event('pagehide'));
    await waitUntil(() => outlive.length > 0, 'it was sent');
    expect(outlive).to.deep.equal([true]);
  });

  it('explains a refusal at its row and shows the booking as it is now', async () => {
    const { element, mock } = await open('client@example.com');
    const booking = (
      await mock.store.bookings.list({ clientId: mock.seed.client.id }, { skip: 0, limit: 50 })
    ).bookings.find(({ status }) => status === 'confirmed');
    if (!booking) throw new Error('the seed has a confirmed booking');
    button(rows(element)[0] as Element, 'cancel')?.click();
    await element.updateComplete;
    root(element).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    // Meanwhile the coach marks it as completed.
    await mock.store.bookings.save(
      { ...booking, status: 'completed', version: booking.version + 1 },
      { basedOn: booking.version },
    );
    window.dispatchEvent(new Event('pagehide'));
    await waitUntil(() => problem(element), 'the refusal is shown');
    expect(problem(element)).to.contain('This session is marked as completed already');
    expect(statuses(element)[0]).to.equal('Completed');
  });

  /** Begins to move the first booking, and chooses another day and its first time. */
  async function chooseNewTime(element: CbBookings) {
    button(rows(element)[0] as Element, 'move')?.click();
    await waitUntil(
      () => root(element).querySelector('cb-move-booking')?.shadowRoot?.querySelector('cb-availability-picker'),
      'the picker is there',
      { timeout: 5000 },
    );
    const mover = root(element).querySelector('cb-move-booking') as CbMoveBooking & { shadowRoot: ShadowRoot };
    const picker = mover.shadowRoot.querySelector('cb-availability-picker') as HTMLElement & { shadowRoot: ShadowRoot };
    const inPicker = <T extends Element>(tag: string, selector: string) =>
      picker.shadowRoot.querySelector(tag)?.shadowRoot?.querySelector<T & HTMLElement>(selector);
    await waitUntil(() => inPicker('cb-month-grid', 'button[part~="open"]:not([part~="selected"])'), 'days are open', {
      timeout: 5000,
    });
    inPicker('cb-month-grid', 'button[part~="open"]:not([part~="selected"])')?.click();
    await waitUntil(() => inPicker('cb-slot-list', 'button'), 'times are there', { timeout: 5000 });
    inPicker('cb-slot-list', 'button')?.click();
    await waitUntil(
      () => mover.shadowRoot.activeElement?.matches('[part="submit"]'),
      'the button that moves has the focus',
    );
    return mover;
  }

  it('moves a booking and keeps the focus on it', async () => {
    const { element } = await open('client@example.com');
    const before = rows(element)[0]?.querySelector('h5')?.textContent;
    await chooseNewTime(element);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => said(element).startsWith('Moved to'), 'it says so', { timeout: 5000 });
    await waitUntil(() => root(element).activeElement?.localName === 'h5', 'the row has the focus');
    expect(rows(element).map((row) => row.querySelector('h5')?.textContent)).to.not.include(before);
  });

  it('keeps a move that is not confirmed yet while the page takes it out and puts it back', async () => {
    const { element } = await open('client@example.com');
    const before = rows(element)[0]?.querySelector('h5')?.textContent;
    const mover = await chooseNewTime(element);
    const submit = () => mover.shadowRoot.querySelector<HTMLElement>('[part="submit"]');
    const reason = mover.shadowRoot.querySelector<HTMLInputElement>('#reason');
    if (reason) reason.value = 'A flight';
    const moves = submit()?.textContent;
    const parent = element.parentElement;
    element.remove();
    await aTimeout(300);
    parent?.append(element);
    await element.updateComplete;
    await mover.updateComplete;
    expect(mover.isConnected, 'the list has not come back in its place').to.equal(true);
    expect(submit()?.textContent).to.equal(moves);
    expect(mover.shadowRoot.querySelector<HTMLInputElement>('#reason')?.value).to.equal('A flight');
    submit()?.click();
    await waitUntil(() => said(element).startsWith('Moved to'), 'it says so', { timeout: 5000 });
    expect(rows(element).map((row) => row.querySelector('h5')?.textContent)).to.not.include(before);
  });

  it('fits 320 px without a scroll bar across', async () => {
    await setViewport({ width: 320, height: 640 });
    const { element } = await open('client@example.com');
    expect(document.documentElement.scrollWidth).to.equal(document.documentElement.clientWidth);
    expect(element.getBoundingClientRect().width).to.be.at.most(320);
    await setViewport({ width: 1024, height: 768 });
  });
});

describe('<cb-bookings> for a coach', () => {
  it('shows first who is waiting, and confirms', async () => {
    const { element, requests } = await open('coach@example.com');
    expect(view(element, 'Waiting')?.getAttribute('aria-current')).to.equal('true');
    expect(rows(element)[0]?.textContent).to.contain('Noor Aziz');
    button(rows(element)[0] as Element, 'confirm')?.click();
    await waitUntil(() => said(element) === '1 session confirmed', 'it says so');
    expect(requests.filter((request) => request.startsWith('PATCH'))).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('confirms several at once', async () => {
    const { element, requests } = await open(
      'coach@example.com',
      bookedAlso({ session_datetime: '2025-11-15T14:00:00Z' }, { session_datetime: '2025-11-16T14:00:00Z' }),
    );
    for (const box of root(element).querySelectorAll<HTMLInputElement>('.pick input')) box.click();
    await element.updateComplete;
    expect(root(element).querySelector('[part="toolbar"]')?.textContent).to.contain('3 selected');
    await expect(element).to.be.accessible();
    button(root(element), 'confirm-selected')?.click();
    await waitUntil(() => said(element) === '3 sessions confirmed', 'it says so, with the number');
    expect(requests.filter((request) => request.startsWith('PATCH'))).to.have.length(3);
    await waitUntil(() => statuses(element).every((status) => status === 'Confirmed'), 'they are seen to be confirmed');
    expect(view(element, 'Waiting')?.textContent?.trim()).to.equal('Waiting');
    expect(root(element).querySelector('[part="toolbar"]')).to.equal(null);
  });

  it('keeps a booking where it was confirmed, with the focus on it, until another view is chosen', async () => {
    const { element } = await open('coach@example.com');
    button(rows(element)[0] as Element, 'confirm')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => statuses(element)[0] === 'Confirmed', 'the row says so');
    await waitUntil(() => rows(element)[0]?.querySelector('h5')?.matches(':focus'), 'the focus is on the booking');
    view(element, 'Upcoming')?.click();
    await element.updateComplete;
    view(element, 'Waiting')?.click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(0);
    expect(root(element).textContent).to.contain('Nobody is waiting for your answer.');
  });

  it('marks as completed what is over', async () => {
    const { element, mock } = await open('coach@example.com');
    mock.clock.set('2025-11-07T20:00:00Z');
    element.requestUpdate();
    await element.updateComplete;
    view(element, 'To complete')?.click();
    await element.updateComplete;
    button(rows(element)[0] as Element, 'complete')?.click();
    await waitUntil(() => said(element) === '1 session completed', 'it says so');
    expect(statuses(element)).to.deep.equal(['Completed']);
  });

  it('shows older bookings on request, and leads to the first of them', async () => {
    const { element } = await open('coach@example.com');
    element.pageSize = 2;
    await element.updateComplete;
    await waitUntil(() => rows(element).length > 0, 'the first pages are there');
    view(element, 'Past')?.click();
    await waitUntil(() => button(root(element), 'more'), 'there is more');
    const before = rows(element).length;
    button(root(element), 'more')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows(element).length > before, 'more rows are there');
    await waitUntil(() => root(element).activeElement?.localName === 'h5', 'the first of them has the focus');
    expect(rows(element)[before]?.querySelector('h5')?.matches(':focus')).to.equal(true);
  });

  it('filters by status as the contract does', async () => {
    const { element } = await open('coach@example.com');
    view(element, 'Past')?.click();
    await element.updateComplete;
    choose(element, 'completed');
    await waitUntil(() => rows(element).length > 0, 'completed ones are there');
    expect(rows(element).every((row) => row.textContent?.includes('Completed'))).to.equal(true);
  });
});

describe('<cb-bookings> for nobody in particular', () => {
  it('asks to sign in, and then shows the list', async () => {
    const { element } = await open('');
    await waitUntil(
      () => root(element).querySelector('cb-sign-in')?.shadowRoot?.querySelector('input'),
      'the form is there',
    );
    const form = root(element).querySelector('cb-sign-in')?.shadowRoot as ShadowRoot;
    form.querySelector<HTMLInputElement>('input[type="email"]')?.focus();
    await sendKeys({ type: 'client@example.com' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'password123' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows(element).length > 0, 'the list is there', { timeout: 5000 });
    await waitUntil(() => root(element).activeElement?.matches('[data-heading]'), 'the heading has the focus');
  });

  it('is told apart from an empty list when the server cannot be reached, and tries again', async () => {
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    let down = false;
    const fetch = (request: Request) =>
      down ? Promise.resolve(Response.json({ detail: 'Down for repairs' }, { status: 500 })) : mock.fetch(request);
    await sharedClient({ api, fetch }).session.logIn({ email: 'client@example.com', password: 'password123' });
    down = true;
    const element = await fixture<CbBookings>(
      html`<cb-bookings .api=${api} .fetch=${fetch} .now=${() => mock.clock.now()} locale="en-GB"></cb-bookings>`,
    );
    await waitUntil(() => root(element).querySelector('[role="alert"]'), 'the problem is said', { timeout: 9000 });
    expect(root(element).querySelector('[role="alert"]')?.textContent).to.contain('The service has a problem');
    expect(root(element).textContent).not.to.contain('No sessions to come');
    down = false;
    root(element).querySelector<HTMLElement>('[role="alert"] button')?.click();
    await waitUntil(() => rows(element).length > 0, 'the list is there', { timeout: 5000 });
  }).timeout(20_000);

  it('says what a developer forgot', async () => {
    const element = await fixture<CbBookings>(html`<cb-bookings></cb-bookings>`);
    expect(root(element).textContent).to.contain('needs api');
  });
});
