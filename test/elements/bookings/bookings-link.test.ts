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
async function guestBooking() {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const call = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const request = new Request(`${api}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await mock.fetch(request)).json();
  };
  const guest = await call('/auth/guest', { email: 'mira@example.com', name: 'Mira Okafor' });
  const wish = { coach_id: mock.seed.coaches.ana, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
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
