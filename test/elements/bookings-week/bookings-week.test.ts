import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import type { CbBookingsWeek } from '../../../src/elements/bookings-week/bookings-week.ts';
import { bookedAlso, open, root, rows, said, settleColours } from '../bookings/bookings-scene.ts';
import { schemes, useScheme } from '../media.ts';
import 'chai-a11y-axe';

settleColours();

/** The coach's list with two sessions next week, and the week of 10 November beside it. */
async function openWeek() {
  const scene = await open(
    'coach@example.com',
    bookedAlso({ session_datetime: '2025-11-11T09:00:00Z' }, { session_datetime: '2025-11-13T13:00:00Z' }),
  );
  const { element } = scene;
  root(element).querySelector<HTMLElement>('[data-act="week"]')?.click();
  await waitUntil(() => week(element)?.shadowRoot?.querySelector('.open'), 'hours', { timeout: 8000 });
  inWeek(element).querySelector<HTMLElement>('[data-turn="7"]')?.click();
  await waitUntil(() => session(element, '2025-11-11'), 'the sessions of the week');
  return scene;
}

const week = (element: CbBookings) => root(element).querySelector<CbBookingsWeek>('cb-bookings-week');
const inWeek = (element: CbBookings) => week(element)?.shadowRoot as ShadowRoot;
const session = (element: CbBookings, date: string) =>
  inWeek(element).querySelector<HTMLElement>(`[data-date="${date}"] button.block`);
const proposed = (element: CbBookings) =>
  inWeek(element).querySelector('.proposed')?.textContent?.replace(/\s+/g, ' ').trim();
const startOf = async (scene: Awaited<ReturnType<typeof openWeek>>, id: string) =>
  new Date((await scene.mock.store.bookings.find(id))?.start ?? 0).toISOString();

describe('the week of <cb-bookings>', () => {
  before(() => setViewport({ width: 1280, height: 900 }));
  after(() => setViewport({ width: 800, height: 600 }));

  it('shows sessions with their names, open hours, and days without any', async () => {
    const { element } = await openWeek();
    expect(session(element, '2025-11-11')?.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      '10:00–11:00, Sam Okafor, Not confirmed',
    );
    expect(inWeek(element).querySelectorAll('[data-date="2025-11-11"] .open').length).to.be.greaterThan(0);
    const columns = [...inWeek(element).querySelectorAll('.column')];
    expect(columns).to.have.length(7);
    for (const column of columns)
      expect(column.querySelector('.open, .closed'), 'a day is open, or says that it is closed').to.exist;
    expect(inWeek(element).querySelector('h3')?.textContent).to.equal('10 November to 16 November');
    await expect(element).to.be.accessible();
  });

  it('moves a session by keys: arrows propose open times, Escape keeps, Enter moves', async () => {
    const scene = await openWeek();
    const { element } = scene;
    const block = session(element, '2025-11-11') as HTMLElement;
    const id = block.dataset.booking ?? '';
    block.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => proposed(element), 'a time is proposed', { timeout: 4000 });
    const first = proposed(element);
    expect(first).not.to.contain('10:00–11:00');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !proposed(element), 'it is given up');
    expect(await startOf(scene, id)).to.equal('2025-11-11T09:00:00.000Z');
    await waitUntil(() => inWeek(element).activeElement === session(element, '2025-11-11'), 'the focus stays');
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => inWeek(element).querySelector('[data-date="2025-11-12"] .proposed'), 'the next day');
    expect(inWeek(element).querySelector('[role="status"]')?.textContent).to.match(
      /^Move the session with Sam Okafor to Wednesday,? 12 November, /,
    );
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => session(element, '2025-11-12'), 'it is moved', { timeout: 5000 });
    expect((await startOf(scene, id)).slice(0, 10)).to.equal('2025-11-12');
    expect(said(element)).to.match(/^Moved to /);
    await waitUntil(() => inWeek(element).activeElement === session(element, '2025-11-12'), 'the focus goes along');
  });

  it('moves a session by dragging, after a question', async () => {
    const scene = await openWeek();
    const { element } = scene;
    const block = session(element, '2025-11-13') as HTMLElement;
    const id = block.dataset.booking ?? '';
    block.scrollIntoView({ block: 'center' });
    const from = block.getBoundingClientRect();
    const to = inWeek(element).querySelector('[data-date="2025-11-11"]')?.getBoundingClientRect() as DOMRect;
    const middle = (rect: DOMRect) => Math.round(rect.left + rect.width / 2);
    await sendMouse({ type: 'move', position: [middle(from), Math.round(from.top + 8)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [middle(from) - 20, Math.round(from.top + 8)] });
    await sendMouse({ type: 'move', position: [middle(to), Math.round(from.top + 8)] });
    await waitUntil(() => inWeek(element).querySelector('[data-date="2025-11-11"] .proposed'), 'proposed', {
      timeout: 4000,
    });
    await sendMouse({ type: 'up' });
    await waitUntil(() => inWeek(element).activeElement?.matches('[data-act="move"]'), 'the question has the focus');
    expect((await startOf(scene, id)).slice(0, 10), 'nothing is sent yet').to.equal('2025-11-13');
    inWeek(element).querySelector<HTMLElement>('[data-act="move"]')?.click();
    await waitUntil(() => !session(element, '2025-11-13'), 'it is moved', { timeout: 5000 });
    expect((await startOf(scene, id)).slice(0, 10)).to.equal('2025-11-11');
  });

  it('says it when the time has just gone, and keeps the session where it was', async () => {
    const scene = await openWeek();
    const { element } = scene;
    session(element, '2025-11-11')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => proposed(element), 'a time is proposed', { timeout: 4000 });
    scene.interfere = ({ method }) =>
      method === 'PATCH'
        ? Response.json({ detail: 'Time slot is not available', code: 'slot_unavailable' }, { status: 409 })
        : undefined;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => inWeek(element).querySelector('.ask .bad'), 'why', { timeout: 5000 });
    expect(inWeek(element).querySelector('.ask .bad')?.textContent).to.contain('just gone to somebody else');
    inWeek(element).querySelector<HTMLElement>('[data-act="keep"]')?.click();
    await waitUntil(() => inWeek(element).activeElement === session(element, '2025-11-11'));
  });

  it('leads from a session to its row', async () => {
    const { element } = await openWeek();
    const id = session(element, '2025-11-11')?.dataset.booking ?? '';
    session(element, '2025-11-11')?.click();
    await waitUntil(() => root(element).activeElement?.closest('[data-booking]')?.getAttribute('data-booking') === id);
    expect(rows(element).length).to.be.greaterThan(0);
  });

  it('is not offered to a client', async () => {
    const { element } = await open('client@example.com');
    expect(root(element).querySelector('[data-act="week"]')).to.equal(null);
  });

  for (const width of [360, 768, 1280]) {
    for (const scheme of schemes) {
      it(`is accessible at ${width} px in ${scheme}, and nothing sticks out`, async () => {
        await setViewport({ width, height: 800 });
        await useScheme(scheme);
        const { element } = await openWeek();
        await expect(element).to.be.accessible();
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
        await useScheme('light');
        await setViewport({ width: 1280, height: 900 });
      });
    }
  }
});
