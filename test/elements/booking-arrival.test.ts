import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { CbBooking } from '../../src/elements/booking.ts';
import { register } from '../../src/elements/register.ts';
import { createMockServer } from '../../src/mock/index.ts';
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

/** Leaves out the height of some. */
function without(boxes: Readonly<Record<string, string>>, selectors: readonly string[]) {
  const cut = (selector: string, box: string) => (selectors.includes(selector) ? box.replace(/ \S+$/, '') : box);
  return Object.fromEntries(Object.entries(boxes).map(([selector, box]) => [selector, cut(selector, box)]));
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

describe('<cb-booking>, while its parts arrive', () => {
  after(() =>
    Promise.all([setViewport({ width: 800, height: 600 }), emulateMedia({ reducedMotion: 'no-preference' })]),
  );

  // A tag is defined once on a page, so that all widths are looked at together.
  it(`moves nothing from the first look to the last, at ${WIDTHS.join(', ')} px`, async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    await setViewport({ width: 1280, height: 900 });
    const elements = WIDTHS.map(place);
    await Promise.all(elements.map((element) => element.updateComplete));
    for (const tag of ['cb-coach-card', 'cb-time-zone-picker', 'cb-next-times']) {
      expect(customElements.get(tag) === undefined, `${tag} has yet to come`).to.equal(true);
    }
    // The grid and the list are there; what they are made of is drawn in their own update.
    await Promise.all(
      elements.flatMap((element) =>
        findAll<HTMLElement & { updateComplete?: Promise<unknown> }>(element.shadowRoot as ShadowRoot, '*').map(
          (part) => part.updateComplete,
        ),
      ),
    );
    const first = elements.map(positions);
    expect(customElements.get('cb-coach-card') === undefined, 'the card has yet to come').to.equal(true);
    await waitUntil(
      () =>
        elements.every(
          ({ shadowRoot }) =>
            find(shadowRoot as ShadowRoot, 'h2[part="name"]')?.textContent === 'Ana Keller' &&
            find(shadowRoot as ShadowRoot, '[part="zone"]') &&
            find(shadowRoot as ShadowRoot, 'cb-next-times')?.shadowRoot?.querySelector('button') &&
            find(shadowRoot as ShadowRoot, 'cb-slot-list')?.shadowRoot?.querySelector('.time'),
        ),
      'everything has come',
      { timeout: 8000 },
    );
    await aTimeout(50);
    for (const [index, width] of WIDTHS.entries()) {
      // Below 520 px the times stand under all the rest and are as long as they are: there their height is their own.
      const own = width < 520 ? ['.times', '.stage'] : [];
      expect(without(positions(elements[index] as Element), own), `${width} px`).to.deep.equal(
        without(first[index] ?? {}, own),
      );
    }
    for (const element of elements) element.parentElement?.remove();
  }).timeout(20_000);
});
