import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { find, findAll } from './booking-scene.ts';

register('cb-booking', CbBooking);

/** Widths of a phone, a tablet and a page's middle column. */
const WIDTHS = [288, 328, 400, 480, 700, 736, 1080];

/** Where things stand, relative to the element itself. */
function positions(element: Element): Readonly<Record<string, string>> {
  const origin = element.getBoundingClientRect();
  const selectors = ['.who', '.stage', 'cb-next-times', 'cb-month-grid', 'cb-time-zone-picker', '.times', 'table'];
  return Object.fromEntries(
    selectors.map((selector) => {
      const box = find(element.shadowRoot as ShadowRoot, selector)?.getBoundingClientRect();
      return [selector, box && [box.x - origin.x, box.y - origin.y, box.width, box.height].map(Math.round).join(' ')];
    }),
  ) as Record<string, string>;
}

/** On a phone the times are the last that is drawn, and as tall as what they show. */
function heightless(part: string, place: string, width: number): string {
  return width < 520 && (part === '.times' || part === '.stage') ? place.replace(/ \d+$/, '') : place;
}

const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
const fetch = (request: Request) => mock.fetch(request);

function place(width: number): CbBooking {
  const box = document.createElement('div');
  box.style.width = `${width}px`;
  const element = document.createElement('cb-booking');
  Object.assign(element, {
    api: 'https://api.example.com',
    coach: mock.seed.coaches.ana,
    timeZone: 'Europe/London',
    locale: 'en-GB',
    fetch,
    now: () => mock.clock.now(),
  });
  box.append(element);
  document.body.append(box);
  return element;
}

/** Where things stand at the first look and at the last, by width. */
interface Arrival {
  readonly width: number;
  readonly first: Readonly<Record<string, string>>;
  readonly last: Readonly<Record<string, string>>;
}

type Part = HTMLElement & { readonly updateComplete?: Promise<unknown> };
const late = ['cb-coach-card', 'cb-time-zone-picker', 'cb-next-times'];

/** How many boxes `<cb-live-times>`, which shows nothing, has in these pickers when it comes and its class is not there yet. */
function watchBoxes(roots: readonly ShadowRoot[]): readonly number[] {
  const boxes: number[] = [];
  for (const root of roots) {
    const picker = find(root, 'cb-availability-picker')?.shadowRoot ?? root;
    const observer = new MutationObserver(() => {
      const live = find(picker, 'cb-live-times');
      if (!live) return;
      observer.disconnect();
      if (!customElements.get('cb-live-times')) boxes.push(live.getClientRects().length);
    });
    observer.observe(picker, { childList: true, subtree: true });
  }
  return boxes;
}

/** A tag is defined once on a page, so that all widths are looked at together. */
async function watchArrival(): Promise<{ readonly arrivals: readonly Arrival[]; readonly boxes: readonly number[] }> {
  const elements = WIDTHS.map(place);
  const roots = elements.map(({ shadowRoot }) => shadowRoot as ShadowRoot);
  await Promise.all(elements.map((element) => element.updateComplete));
  // Grid and list are there from the start; each draws itself in an update of its own.
  await Promise.all(roots.flatMap((root) => findAll<Part>(root, '*').map((part) => part.updateComplete)));
  const first = elements.map(positions);
  const early = late.filter((tag) => customElements.get(tag));
  if (early.length) throw new Error(`${early} were there before the first look`);
  const boxes = watchBoxes(roots);
  const complete = (root: ShadowRoot) =>
    find(root, 'h2[part="name"]')?.textContent === 'Ana Keller' &&
    [find(root, '[part="zone"]'), find(root, 'li > button:not(.time)'), find(root, '.time')].every(Boolean);
  await waitUntil(() => roots.every(complete), 'everything has come', { timeout: 8000 });
  await nextFrame();
  await nextFrame();
  const last = elements.map(positions);
  for (const element of elements) element.parentElement?.remove();
  const arrivals = WIDTHS.map((width, index) => ({ width, first: first[index] ?? {}, last: last[index] ?? {} }));
  return { arrivals, boxes };
}

describe('<cb-booking>, while its parts arrive', () => {
  let arrivals: readonly Arrival[] = [];
  let boxes: readonly number[] = [];
  before(async function () {
    this.timeout(20_000);
    await emulateMedia({ reducedMotion: 'reduce' });
    await setViewport({ width: 1280, height: 900 });
    ({ arrivals, boxes } = await watchArrival());
  });
  after(() =>
    Promise.all([setViewport({ width: 800, height: 600 }), emulateMedia({ reducedMotion: 'no-preference' })]),
  );

  it('gives no room to an element that shows nothing, before its class is there', () => {
    expect(boxes).to.deep.equal(WIDTHS.map(() => 0));
  });

  for (const width of WIDTHS) {
    it(`moves nothing from the first look to the last in ${width} px`, () => {
      const arrival = arrivals.find((one) => one.width === width);
      expect(arrival?.first).to.include.keys('.who', 'cb-month-grid', 'cb-time-zone-picker');
      const at = (places: Arrival['first'] = {}) =>
        Object.fromEntries(Object.entries(places).map(([part, place]) => [part, heightless(part, place, width)]));
      expect(at(arrival?.last)).to.deep.equal(at(arrival?.first));
    });
  }
});
