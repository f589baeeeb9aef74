import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { api, button, root, rows, settleColours } from './bookings-scene.ts';
import 'chai-a11y-axe';

register('cb-booking', CbBooking);
settleColours();

/** A server, and the link of a booking that a guest made there. */
async function guestBooking(notes = '') {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const call = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const request = new Request(`${api}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await mock.fetch(request)).json();
  };
  const guest = await call('/auth/guest', { email: 'mira@example.com', name: 'Mira Okafor' });
  const wish = {
    coach_id: mock.seed.coaches.ana,
    session_datetime: '2025-11-15T14:00:00Z',
    duration_minutes: 60,
    notes,
  };
  const { link } = await call('/booking', wish, guest.access_token);
  return { mock, fetch: (request: Request) => mock.fetch(request), link: String(link) };
}

describe('<cb-bookings> opened by a signed link', () => {
  it('speaks of one session, and of no account', async () => {
    const { mock, fetch, link } = await guestBooking();
    const element = await fixture<CbBookings>(
      html`<cb-bookings .api=${api} .fetch=${fetch} link=${link} .now=${() => mock.clock.now()} locale="en-GB"></cb-bookings>`,
    );
    expect(root(element).querySelector('cb-sign-in'), 'nobody is asked to sign in while it opens').to.equal(null);
    await waitUntil(() => rows(element).length === 1, 'the booking is there');
    expect(root(element).querySelector('h3')?.textContent).to.equal('Your session');
    expect(root(element).textContent).not.to.contain('Sign out');
    await expect(element).to.be.accessible();
  });

  it('comes into view from far down a page, with the focus at its heading, unless the visitor is elsewhere by then', async () => {
    const { mock, fetch, link } = await guestBooking();
    const far = async () => {
      const page = await fixture(html`<div style="padding-block: 1911px"><button>Menu</button></div>`);
      const outer = document.createElement('cb-booking');
      const before = location.href;
      history.replaceState(null, '', `?cb-booking=${encodeURIComponent(link)}`);
      Object.assign(outer, { api, coach: mock.seed.coaches.ana, fetch, now: () => mock.clock.now(), locale: 'en-GB' });
      return { page, outer, done: () => history.replaceState(null, '', before) };
    };
    const opened = ({ shadowRoot }: Element) =>
      waitUntil(() => shadowRoot?.querySelector('cb-bookings')?.shadowRoot?.querySelector('article h5'), 'opened', {
        timeout: 5000,
      });
    const one = await far();
    one.page.append(one.outer);
    await opened(one.outer);
    one.done();
    const heading = root(one.outer.shadowRoot?.querySelector('cb-bookings') as CbBookings).querySelector('h3');
    await waitUntil(() => heading?.matches(':focus'), 'the focus is at its heading');
    const { top } = one.outer.getBoundingClientRect();
    expect(top, 'the card begins where the screen does').to.be.within(-2, 300);
    one.page.remove();
    const other = await far();
    scrollTo(0, 0);
    other.page.querySelector('button')?.focus({ preventScroll: true });
    other.page.append(other.outer);
    await opened(other.outer);
    other.done();
    expect(document.activeElement?.textContent).to.equal('Menu');
    expect(scrollY).to.equal(0);
  });

  it('stands in the card of <cb-booking> without one of its own', async () => {
    await setViewport({ width: 360, height: 740 });
    const { mock, fetch, link } = await guestBooking();
    const before = location.href;
    history.replaceState(null, '', `?cb-booking=${encodeURIComponent(link)}`);
    const outer = await fixture<CbBooking>(
      html`<cb-booking .api=${api} .coach=${mock.seed.coaches.ana} .fetch=${fetch} .now=${() => mock.clock.now()} locale="en-GB"></cb-booking>`,
    );
    history.replaceState(null, '', before);
    await waitUntil(
      () => outer.shadowRoot?.querySelector('cb-bookings')?.shadowRoot?.querySelector('article h5'),
      'it is there',
      { timeout: 5000 },
    );
    const inner = root(outer.shadowRoot?.querySelector('cb-bookings') as CbBookings);
    const card = getComputedStyle(inner.querySelector('.root') as Element);
    expect(card.borderTopWidth).to.equal('0px');
    expect(getComputedStyle(inner.querySelector('article') as Element).paddingLeft).to.equal('0px');
    await setViewport({ width: 1024, height: 768 });
  });

  describe('puts its one booking', () => {
    const opened = async (dir = 'ltr') => {
      const { mock, fetch, link } = await guestBooking('About the offer in Toronto');
      const box = await fixture(
        html`<div dir=${dir} style="width: 900px"><cb-bookings .api=${api} .fetch=${fetch} link=${link} .now=${() => mock.clock.now()} time-zone="America/New_York" locale="en-GB"></cb-bookings></div>`,
      );
      const element = box.querySelector('cb-bookings') as CbBookings;
      await waitUntil(() => root(element).querySelector('article .quiet'), 'with the coach’s own time', {
        timeout: 5000,
      });
      return element;
    };
    const boxOf = (element: CbBookings, selector: string) =>
      root(element).querySelector(selector)?.getBoundingClientRect() as DOMRect;

    it('in lines: when, what, the coach’s time and the notes, with the status beside the first', async () => {
      const element = await opened();
      const lines = ['h5', '.person', '.facts > .quiet', 'dl', '.foot'].map((part) =>
        boxOf(element, `article ${part}`),
      );
      for (const [index, line] of lines.slice(1).entries()) {
        expect(line.top, `line ${index + 1}`).to.be.at.least(lines[index]?.bottom ?? 0);
        expect(line.left).to.be.closeTo(lines[0]?.left ?? 0, 1);
      }
      const [status, when] = [boxOf(element, '.status'), boxOf(element, 'h5')];
      expect(status.top).to.be.lessThan(when.bottom);
      expect(status.left).to.be.greaterThan(when.right);
    });

    it('with actions that look like buttons, as it is there for them', async () => {
      const element = await opened();
      const edges = ['move', 'cancel'].map(
        (act) => getComputedStyle(button(root(element), act) as HTMLElement).borderTopColor,
      );
      for (const edge of edges) expect(edge).not.to.match(/transparent|, 0\)|\/ 0\)/);
    });

    it('with a gap between “Notes:” and the note, where the page runs from right to left too', async () => {
      for (const dir of ['ltr', 'rtl']) {
        const element = await opened(dir);
        const [label, text] = ['dt', 'dd'].map((part) => {
          const words = new Range();
          const node = root(element).querySelector(part) as Element;
          words.selectNodeContents(node);
          const [first = new DOMRect()] = words.getClientRects();
          return first;
        }) as [DOMRect, DOMRect];
        expect(text.left - label.right, dir).to.be.within(2, 8);
      }
    });

    it('with room around what is asked and what went wrong', async () => {
      const element = await opened();
      button(root(element), 'cancel')?.click();
      await element.updateComplete;
      expect(boxOf(element, '.question').top - boxOf(element, '.facts').bottom).to.be.at.least(8);
      const act = root(element).querySelector('[part="cancel-now"]') as HTMLElement;
      const { borderTopColor, backgroundColor } = getComputedStyle(act);
      expect(borderTopColor, 'one colour').to.equal(backgroundColor);
    });
  });

  it('that opens nothing says so, and leaves signing in to a button', async () => {
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const element = await fixture<CbBookings>(
      html`<cb-bookings .api=${api} .fetch=${(request: Request) => mock.fetch(request)} link="no-such-link" locale="en-GB"></cb-bookings>`,
    );
    await waitUntil(() => root(element).querySelector('[role="alert"]'), 'it is said');
    expect(root(element).querySelector('cb-sign-in')).to.equal(null);
    await expect(element).to.be.accessible();
    button(root(element), 'sign-in')?.click();
    await waitUntil(() => root(element).activeElement?.localName === 'cb-sign-in', 'the form has the focus');
  });
});
