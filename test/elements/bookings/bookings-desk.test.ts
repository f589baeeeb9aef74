import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { britishDays } from '../british-days.ts';
import { api, bookedAlso, button, open, root, rows, said, settleColours, statuses, view } from './bookings-scene.ts';
import 'chai-a11y-axe';

settleColours();

const days = ['10', '11', '12', '13', '14', '17', '18', '19', '20'];
const tenBooked = bookedAlso(...days.map((day) => ({ session_datetime: `2025-11-${day}T14:00:00Z` })));
/** Many bookings at once, as a server would list them. */
const many = (count: number) => (request: Request) => {
  const url = new URL(request.url);
  if (!/\/bookings\/coach|coach\/.*\/bookings|booking\/coach/.test(url.pathname) || request.method !== 'GET')
    return undefined;
  if (url.pathname.includes('availability')) return undefined;
  const skip = Number(url.searchParams.get('skip') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? 50);
  const all = Array.from({ length: count }, (_, index) => ({
    id: `b${count - index}`,
    client_id: 'c',
    coach_id: '323e4567-e89b-12d3-a456-426614174000',
    session_datetime: new Date(Date.UTC(2025, 10, 6, 9) + (count - index) * 3_600_000)
      .toISOString()
      .replace('.000Z', 'Z'),
    duration_minutes: 60,
    status: 'confirmed',
    client: { name: index % 10 === 0 ? 'Noor Aziz' : `Client ${index}`, email: `c${index}@example.com` },
  }));
  return Response.json({ bookings: all.slice(skip, skip + limit), total: count, skip, limit });
};

const headings = (element: CbBookings) =>
  [...root(element).querySelectorAll('.day h4')].map(({ textContent }) => textContent);
const searchField = (element: CbBookings) => root(element).querySelector<HTMLInputElement>('[part="search"]');

async function openMany(count: number): Promise<CbBookings> {
  const scene = await open('coach@example.com');
  scene.interfere = many(count);
  scene.element.pageSize = 100;
  await scene.element.updateComplete;
  await waitUntil(() => rows(scene.element).length === Math.min(50, count), 'the first rows are there', {
    timeout: 8000,
  });
  return scene.element;
}

describe('the desk of a coach', () => {
  it('has a heading a day, says today and tomorrow, and passes axe', async () => {
    const { element } = await open(
      'coach@example.com',
      bookedAlso({ session_datetime: '2025-11-06T14:00:00Z' }, { session_datetime: '2025-11-06T16:00:00Z' }),
    );
    view(element, 'Upcoming')?.click();
    await element.updateComplete;
    expect(headings(element)).to.include(britishDays('Tomorrow, Thursday 6 November'));
    const tomorrow = [...root(element).querySelectorAll('.day')].find((day) => day.textContent?.includes('Tomorrow'));
    expect(tomorrow?.querySelectorAll('article')).to.have.length.at.least(2);
    await expect(element).to.be.accessible();
  });

  it('shows ten bookings within 1,200 px at 1280 px', async () => {
    await setViewport({ width: 1280, height: 900 });
    const { element } = await open('coach@example.com', tenBooked);
    expect(rows(element)).to.have.length.at.least(10);
    const tenth = rows(element)[9]?.getBoundingClientRect().bottom ?? 0;
    expect(tenth - element.getBoundingClientRect().top).to.be.at.most(1200);
    await setViewport({ width: 1024, height: 768 });
  });

  it('has quiet buttons in its rows: none is filled with the accent', async () => {
    const { element } = await open('coach@example.com');
    expect(rows(element)[0]?.querySelector('.primary')).to.equal(null);
  });

  it('draws fifty of two hundred, and fifty more on request with the focus on the first of them', async () => {
    const element = await openMany(200);
    expect(root(element).textContent).to.contain('50 of 200 shown');
    button(root(element), 'draw-more')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rows(element).length === 100, 'fifty more are there');
    expect(rows(element)[50]?.querySelector('h5')?.matches(':focus')).to.equal(true);
  });

  it('finds clients by name or address, says how many, and leads back to all', async () => {
    const element = await openMany(200);
    searchField(element)?.focus();
    await sendKeys({ type: 'noor az' });
    await waitUntil(() => rows(element).length === 20, 'twenty are Noor');
    expect(said(element)).to.equal('20 sessions found');
    await sendKeys({ type: 'zzz' });
    await waitUntil(() => root(element).querySelector('.empty'), 'nobody is left');
    expect(root(element).querySelector('.empty')?.textContent).to.contain('No client here matches “noor azzzz”');
    await expect(element).to.be.accessible();
    button(root(element), 'show-all')?.click();
    await waitUntil(() => rows(element).length === 50, 'all are back');
    expect(root(element).activeElement).to.equal(searchField(element));
  });

  it('selects all of a view at a press, also those that are not drawn yet', async () => {
    const element = await openMany(200);
    root(element).querySelector<HTMLElement>('[part="select-all"]')?.click();
    await element.updateComplete;
    expect(said(element)).to.equal('200 selected');
    expect(root(element).querySelector('[part="toolbar"]')?.textContent).to.contain('200 selected');
  });

  it('leads from row to row by arrow keys, on the same button', async () => {
    const element = await openMany(20);
    button(rows(element)[0] as Element, 'move')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(root(element).activeElement?.closest('article')).to.equal(rows(element)[1]);
    expect(root(element).activeElement?.matches('[data-act="move"]')).to.equal(true);
    await sendKeys({ press: 'End' });
    expect(root(element).activeElement?.closest('article')).to.equal(rows(element).at(-1));
    await sendKeys({ press: 'ArrowUp' });
    expect(root(element).activeElement?.closest('article')).to.equal(rows(element).at(-2));
  });

  it('keeps place and focus after Move and Back', async () => {
    await setViewport({ width: 1024, height: 600 });
    const element = await openMany(100);
    const row = () => rows(element)[40] as HTMLElement;
    row().scrollIntoView({ block: 'center' });
    const before = row().getBoundingClientRect().top;
    button(row(), 'move')?.focus({ preventScroll: true });
    await sendKeys({ press: 'Enter' });
    const mover = () => root(element).querySelector('cb-move-booking');
    await waitUntil(() => mover()?.shadowRoot?.querySelector('[part="back"]'), 'the other times are there');
    mover()?.shadowRoot?.querySelector<HTMLElement>('[part="back"]')?.click();
    await waitUntil(() => root(element).activeElement?.matches('[data-act="move"]'), 'the button has the focus');
    await element.updateComplete;
    expect(root(element).activeElement?.closest('article')).to.equal(row());
    expect(Math.abs(row().getBoundingClientRect().top - before)).to.be.lessThan(8);
    await setViewport({ width: 1024, height: 768 });
  });

  it('speaks of the client when a coach moves a session, and opens on its own day', async () => {
    const { element } = await open('coach@example.com', bookedAlso({ session_datetime: '2025-12-10T14:00:00Z' }));
    view(element, 'Upcoming')?.click();
    await element.updateComplete;
    button(rows(element).at(-1) as Element, 'move')?.click();
    const mover = () => root(element).querySelector('cb-move-booking')?.shadowRoot as ShadowRoot | undefined;
    await waitUntil(() => mover()?.querySelector('cb-availability-picker'), 'the picker is there', { timeout: 5000 });
    expect(mover()?.querySelector('h3')?.textContent).to.equal('Move the session with Sam Okafor');
    expect(mover()?.textContent).not.to.match(/\byours?\b/i);
    const picker = mover()?.querySelector('cb-availability-picker') as HTMLElement & { day: string; month: string };
    expect([picker.day, picker.month]).to.deep.equal(['2025-12-10', '2025-12']);
    await waitUntil(
      () =>
        [...(picker.shadowRoot?.querySelectorAll('cb-slot-list') ?? [])].some((list) =>
          list.shadowRoot?.textContent?.includes('15:30'),
        ),
      'half an hour later is offered, though the session itself is in the way',
      { timeout: 5000 },
    );
  });
});

/** A coach's years: an hour every working morning until three weeks from now, latest first. */
function yearsOf(count: number) {
  const last = Date.UTC(2025, 10, 26, 9);
  return Array.from({ length: count }, (_, index) => ({
    ...BOOKING,
    id: `b${index}`,
    session_datetime: new Date(last - index * 86_400_000).toISOString().replace('.000Z', 'Z'),
    status: index < 21 ? 'confirmed' : 'completed',
  }));
}

/** What the element does until its first rows, with as many bookings on the server. */
async function workToRows(count: number) {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const all = yearsOf(count);
  const calls: string[] = [];
  let read = 0;
  const fetch = async (request: Request) => {
    const { pathname, search, searchParams } = new URL(request.url);
    calls.push(`${request.method} ${pathname}${search}`);
    if (request.method !== 'GET' || !/^\/booking\/coach\/[^/]+$/.test(pathname)) return mock.fetch(request);
    const skip = Number(searchParams.get('skip') ?? 0);
    const bookings = all.slice(skip, skip + Number(searchParams.get('limit') ?? 20));
    read += bookings.length;
    return Response.json({ bookings, total: count });
  };
  await sharedClient({ api, fetch }).session.logIn({ email: 'coach@example.com', password: 'password123' });
  const element = await fixture<CbBookings>(
    html`<cb-bookings .api=${api} .fetch=${fetch} .now=${() => mock.clock.now()} time-zone="Europe/Berlin" locale="en-GB"></cb-bookings>`,
  );
  await waitUntil(() => rows(element).length > 0, 'the list has rows', { interval: 1 });
  const drawn = rows(element).length;
  element.remove();
  return { calls, read, drawn };
}

it('the desk opens with 10,000 bookings by the calls that it sends for 21, and draws as many rows', async () => {
  const few = await workToRows(21);
  const many = await workToRows(10_000);
  expect(many.calls).to.deep.equal(few.calls);
  expect(many.drawn).to.equal(few.drawn);
  expect(many.read, 'one page of the list').to.equal(50);
});

describe('an undo in <cb-bookings>', () => {
  it('says “Cancelled” once in its row', async () => {
    const { element } = await open('coach@example.com');
    button(rows(element)[0] as Element, 'cancel')?.click();
    await element.updateComplete;
    root(element).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    await element.updateComplete;
    expect(rows(element)[0]?.textContent?.match(/Cancelled/g)).to.have.length(1);
  });

  it('waits while the pointer is over it', async () => {
    const { element } = await open('coach@example.com');
    button(rows(element)[0] as Element, 'cancel')?.click();
    await element.updateComplete;
    root(element).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    await element.updateComplete;
    expect(rows(element)[0]?.querySelector('.seconds:not(.held)')?.textContent).to.match(/^(19|20) secs$/);
    (root(element).activeElement as HTMLElement | null)?.blur();
    const box = rows(element)[0]?.querySelector('[data-undo]')?.getBoundingClientRect() as DOMRect;
    await sendMouse({ type: 'move', position: [Math.round(box.x + 5), Math.round(box.y + 5)] });
    await waitUntil(() => !rows(element)[0]?.querySelector('.seconds:not(.held)'), 'the seconds stand still');
    const after = rows(element)[0]?.querySelector('[data-undo]')?.getBoundingClientRect();
    expect([after?.x, after?.y], 'the button stays under the pointer').to.deep.equal([box.x, box.y]);
    await sendMouse({ type: 'move', position: [2, 2] });
    await waitUntil(() => rows(element)[0]?.querySelector('.seconds:not(.held)'), 'they run on');
  });

  it('waits while it has the focus of a keyboard', async () => {
    const { element } = await open('coach@example.com');
    button(rows(element)[0] as Element, 'cancel')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).activeElement?.matches('[data-reason]'), 'the reason has the focus');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => root(element).activeElement?.matches('[data-undo]'), 'undo has the focus');
    await waitUntil(() => !rows(element)[0]?.querySelector('.seconds:not(.held)'), 'the seconds stand still');
    view(element, 'Upcoming')?.focus();
    await waitUntil(() => rows(element)[0]?.querySelector('.seconds:not(.held)'), 'they run on', { timeout: 3000 });
  });
});

describe('a sign-in that ends at the desk', () => {
  it('is asked for again in place, with the reason and the address, and goes on with what was asked', async () => {
    const scene = await open('coach@example.com');
    const { element, mock } = scene;
    const expired = () => Response.json({ detail: 'Token expired', code: 'token_expired' }, { status: 401 });
    scene.interfere = ({ url }) => (url.includes('/auth/login') ? undefined : expired());
    button(rows(element)[0] as Element, 'confirm')?.click();
    await waitUntil(() => root(element).querySelector('cb-sign-in'), 'a sign-in is there', { timeout: 5000 });
    const form = () => root(element).querySelector('cb-sign-in')?.shadowRoot as ShadowRoot;
    await waitUntil(() => form().querySelector('input[type="email"]'), 'the form is there');
    expect(form().textContent).to.contain('Your sign-in has ended');
    expect(form().querySelector<HTMLInputElement>('input[type="email"]')?.value).to.equal('coach@example.com');
    expect(form().textContent).not.to.contain('Create one');
    expect(rows(element), 'the list is still there').to.have.length.at.least(1);
    await expect(element).to.be.accessible();
    scene.interfere = undefined;
    form().querySelector<HTMLInputElement>('input[type="password"]')?.focus();
    await sendKeys({ type: 'password123' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => statuses(element)[0] === 'Confirmed', 'what was asked is done', { timeout: 5000 });
    expect(root(element).querySelector('cb-sign-in')).to.equal(null);
    const id = rows(element)[0]?.getAttribute('data-booking') ?? '';
    expect((await mock.store.bookings.find(id))?.status).to.equal('confirmed');
  });

  it('goes on with a move by itself once the coach is signed in again, and says so', async () => {
    const scene = await open('coach@example.com');
    const { element, mock } = scene;
    const id = rows(element)[0]?.getAttribute('data-booking') ?? '';
    const before = (await mock.store.bookings.find(id))?.start;
    button(rows(element)[0] as Element, 'move')?.click();
    const mover = () => root(element).querySelector('cb-move-booking')?.shadowRoot as ShadowRoot;
    const times = () => [
      ...(mover()
        ?.querySelector('cb-availability-picker')
        ?.shadowRoot?.querySelector('cb-slot-list')
        ?.shadowRoot?.querySelectorAll<HTMLElement>('.time') ?? []),
    ];
    await waitUntil(() => times().length > 0, 'times are offered', { timeout: 5000 });
    times().at(-1)?.click();
    await waitUntil(() => mover().querySelector('[part="submit"]'));
    scene.interfere = ({ url }) =>
      url.includes('/auth/login')
        ? undefined
        : Response.json({ detail: 'Token expired', code: 'token_expired' }, { status: 401 });
    mover().querySelector<HTMLElement>('[part="submit"]')?.click();
    await waitUntil(() => root(element).querySelector('cb-sign-in'), 'a sign-in is there', { timeout: 5000 });
    const form = () => root(element).querySelector('cb-sign-in')?.shadowRoot as ShadowRoot;
    await waitUntil(() => form().querySelector('input[type="password"]'), 'the form is there');
    expect(mover(), 'the time that was chosen is still there').to.exist;
    scene.interfere = undefined;
    form().querySelector<HTMLInputElement>('input[type="password"]')?.focus();
    await sendKeys({ type: 'password123' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !root(element).querySelector('cb-move-booking'), 'the move is done', { timeout: 5000 });
    expect((await mock.store.bookings.find(id))?.start).not.to.equal(before);
    expect(said(element)).to.match(/^Moved to /);
  });

  it('gives a move up when somebody else signs in', async () => {
    const scene = await open('coach@example.com');
    const { element, mock } = scene;
    const id = rows(element)[0]?.getAttribute('data-booking') ?? '';
    const before = (await mock.store.bookings.find(id))?.start;
    button(rows(element)[0] as Element, 'move')?.click();
    await waitUntil(() => root(element).querySelector('cb-move-booking'));
    await sharedClient({ api, fetch: element.fetch }).session.logIn({
      email: 'lukas@example.com',
      password: 'password123',
    });
    await waitUntil(() => !root(element).querySelector('cb-move-booking'), 'the list is that of the other coach');
    expect((await mock.store.bookings.find(id))?.start).to.equal(before);
  });

  it('sends what could still be undone before signing out', async () => {
    const { element, requests } = await open('coach@example.com');
    button(rows(element)[0] as Element, 'cancel')?.click();
    await element.updateComplete;
    root(element).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    await element.updateComplete;
    root(element).querySelector<HTMLElement>('.sign-out')?.click();
    await waitUntil(() => root(element).querySelector('cb-sign-in'), 'signed out', { timeout: 5000 });
    expect(requests.filter((request) => request.startsWith('DELETE /booking/'))).to.have.length(1);
  });
});

describe('ids of another backend', () => {
  it('may hold what selectors are made of', async () => {
    const scene = await open('coach@example.com');
    const { element } = scene;
    const id = 'a"b\\c]:d';
    scene.interfere = (request) => {
      if (request.method !== 'GET') return undefined;
      const reply = many(1)(request);
      return reply && Response.json({ bookings: [{ ...BOOKING, id }], total: 1 });
    };
    element.pageSize = 10;
    await waitUntil(() => rows(element)[0]?.getAttribute('data-booking') === id, 'it is listed', { timeout: 5000 });
    button(rows(element)[0] as Element, 'cancel')?.click();
    await element.updateComplete;
    root(element).querySelector<HTMLElement>('[part="cancel-now"]')?.click();
    await waitUntil(() => root(element).activeElement?.matches('[data-undo]'), 'undo has the focus');
    root(element).querySelector<HTMLElement>('[data-undo]')?.click();
    await waitUntil(() => root(element).activeElement?.localName === 'h5', 'the row has the focus');
  });
});

const BOOKING = {
  client_id: 'c',
  coach_id: '323e4567-e89b-12d3-a456-426614174000',
  session_datetime: '2025-11-07T09:00:00Z',
  duration_minutes: 60,
  status: 'confirmed',
};
