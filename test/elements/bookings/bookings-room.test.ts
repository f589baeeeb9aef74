import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { itWhereEmulated } from '../engine.ts';
import { resetMedia, useScheme } from '../media.ts';
import { api, bookedAlso, button, open, root, rows, settleColours } from './bookings-scene.ts';

settleColours();

const named = (element: Element) => `${element.localName}.${element.className} “${element.textContent?.trim()}”`;

/** Texts and buttons that lie over each other, stand out of their row, or are broken letter by letter. */
function faults(element: CbBookings): string[] {
  const found: string[] = [];
  for (const row of rows(element)) {
    const parts = [...row.querySelectorAll('h5, .person, .facts > .quiet, dl, .status, .foot > *')];
    const edge = row.getBoundingClientRect();
    const boxes = parts.map((part) => ({ part, box: part.getBoundingClientRect() })).filter(({ box }) => box.width > 1);
    for (const [index, { part, box }] of boxes.entries()) {
      if (box.right > edge.right + 1 || box.left < edge.left - 1) found.push(`${named(part)} stands out`);
      const lines = box.height / Number.parseFloat(getComputedStyle(part).lineHeight);
      if (part.matches('.person') && lines > 4) found.push(`${named(part)} has ${Math.round(lines)} lines`);
      for (const { part: other, box: second } of boxes.slice(index + 1)) {
        const across = Math.min(box.right, second.right) - Math.max(box.left, second.left);
        const down = Math.min(box.bottom, second.bottom) - Math.max(box.top, second.top);
        if (across > 1 && down > 1) found.push(`${named(part)} lies over ${named(other)}`);
      }
    }
  }
  return found;
}

describe('bookings in forced colours', () => {
  afterEach(resetMedia);

  itWhereEmulated('show which view is open, and ask about a cancellation in the colours of the system', async () => {
    await useScheme('forced colours');
    const { element } = await open('client@example.com');
    const views = [...root(element).querySelectorAll('nav button')].map(
      (view) => getComputedStyle(view).backgroundColor,
    );
    expect(views[0], 'the open one has a fill of its own').not.to.equal(views[1]);
    button(root(element), 'cancel')?.click();
    await element.updateComplete;
    const act = root(element).querySelector('[part="cancel-now"]') as HTMLElement;
    expect(getComputedStyle(act).backgroundColor).to.equal(views[0]);
  });
});

describe('the bar that moves a booking', () => {
  afterEach(async () => {
    document.documentElement.style.fontSize = '';
    await resetMedia();
  });

  for (const [size, place] of [
    ['100%', 'sticky'],
    ['200%', 'static'],
  ] as const) {
    it(`is ${place} on a phone with text of ${size}, so that the times stay in sight`, async () => {
      await setViewport({ width: 360, height: 740 });
      document.documentElement.style.fontSize = size;
      const { element } = await open('client@example.com');
      button(root(element), 'move')?.click();
      const inside = (host: Element | null | undefined, selector: string) =>
        host?.shadowRoot?.querySelector<HTMLElement>(selector);
      const mover = () => root(element).querySelector('cb-move-booking');
      const time = () => inside(inside(inside(mover(), 'cb-availability-picker'), 'cb-slot-list'), '.time');
      await waitUntil(() => time(), 'times', { timeout: 5000 });
      time()?.click();
      await waitUntil(() => inside(mover(), '.bar'), 'the bar');
      expect(getComputedStyle(inside(mover(), '.bar') as Element).position).to.equal(place);
    });
  }
});

describe('the column of times', () => {
  afterEach(resetMedia);

  for (const locale of ['en-GB', 'en-US', 'es', 'ja', 'ko']) {
    it(`has room for each time of a session, broken between the two alone: ${locale}`, async () => {
      await setViewport({ width: 700, height: 900 });
      const { element } = await open('coach@example.com');
      element.locale = locale;
      element.style.setProperty('--cb-font-size', '30px');
      await waitUntil(() => rows(element)[0]?.querySelector('.times')?.textContent !== '', 'rows');
      await element.updateComplete;
      for (const row of rows(element)) {
        const [times, column] = ['.times', '.when'].map((part) =>
          row.querySelector<HTMLElement>(part),
        ) as HTMLElement[];
        const range = document.createRange();
        range.selectNodeContents(times as HTMLElement);
        const rects = [...range.getClientRects()];
        expect(rects.length, times?.textContent ?? '').to.be.at.most(2);
        const { left, right } = (column as HTMLElement).getBoundingClientRect();
        for (const rect of rects) {
          expect(rect.left, times?.textContent ?? '').to.be.at.least(left - 1);
          expect(rect.right, times?.textContent ?? '').to.be.at.most(right + 1);
        }
      }
    });
  }
});

describe('the room that bookings take', () => {
  afterEach(async () => {
    document.documentElement.style.fontSize = '';
    document.documentElement.style.fontFamily = '';
    await resetMedia();
  });

  for (const width of [320, 360, 768, 1280]) {
    for (const size of ['100%', '200%']) {
      it(`lets a client read every row and press every button in ${width} px with text of ${size}`, async () => {
        await setViewport({ width, height: 900 });
        Object.assign(document.documentElement.style, { fontSize: size, fontFamily: 'sans-serif' });
        const { element } = await open('client@example.com', bookedAlso({ session_datetime: '2025-11-20T10:00:00Z' }), {
          timeZone: 'America/New_York',
        });
        await waitUntil(() => root(element).querySelector('article cb-add-to-calendar'));
        expect(faults(element)).to.deep.equal([]);
        const { right } = element.getBoundingClientRect();
        for (const part of root(element).querySelectorAll('header button')) {
          expect(part.getBoundingClientRect().right, named(part)).to.be.at.most(right);
        }
        button(root(element), 'cancel')?.click();
        await element.updateComplete;
        expect(faults(element)).to.deep.equal([]);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
      });

      it(`lets a guest read their one booking in ${width} px with text of ${size}`, async () => {
        await setViewport({ width, height: 900 });
        Object.assign(document.documentElement.style, { fontSize: size, fontFamily: 'sans-serif' });
        const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
        const call = async (path: string, body: object, token = '') => {
          const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
          return (
            await mock.fetch(new Request(`${api}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
          ).json();
        };
        const guest = await call('/auth/guest', { email: 'mira@example.com', name: 'Mira Okafor' });
        const wish = {
          coach_id: mock.seed.coaches.ana,
          session_datetime: '2025-11-15T14:00:00Z',
          duration_minutes: 60,
        };
        const { link } = await call('/booking', { ...wish, notes: 'About the offer' }, guest.access_token);
        const element = await fixture<CbBookings>(
          html`<cb-bookings .api=${api} .fetch=${(request: Request) => mock.fetch(request)} link=${link} .now=${() => mock.clock.now()} time-zone="America/New_York" locale="en-GB"></cb-bookings>`,
        );
        await waitUntil(() => root(element).querySelector('article .facts > .quiet'), 'with the coach’s own time', {
          timeout: 5000,
        });
        expect(faults(element)).to.deep.equal([]);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
      });
    }
  }
});
