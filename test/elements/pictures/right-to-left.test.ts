import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { CbAvailabilityEditor } from '../../../src/elements/availability-editor/availability-editor.ts';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { loadTexts } from '../../../src/elements/i18n/locales.ts';
import { CbSessionTypes } from '../../../src/elements/session-types/session-types.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { API, chooseTime, fillPerson, find, pressBook, seen } from '../booking/booking-scene.ts';
import { isChromium } from '../engine.ts';
import { boxFont } from './box-font.ts';
import { unlike, unlikeCommitted } from './compare.ts';

register('cb-availability-editor', CbAvailabilityEditor);
register('cb-booking', CbBooking);
register('cb-bookings', CbBookings);
register('cb-session-types', CbSessionTypes);

/** The release whose pictures are committed, which is the one that npm brings: another one writes dates and places letters otherwise. */
const RELEASE = '153';
const itLooks = isChromium && navigator.userAgent.includes(`Chrome/${RELEASE}.`) ? it : it.skip;
const WHERE = `only in Chromium ${RELEASE}, which made the pictures`;

/** The other pictures' tests wait for what is loaded late, and a busy machine is late. */
const LONGEST = 180_000;

/** A page from right to left, in letters that are boxes, and a server of its own. */
async function openPage(locale: string, width: number) {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const fetch = (request: Request) => mock.fetch(request);
  const page = await fixture<HTMLElement>(
    html`<div lang=${locale} dir="rtl" style="width: ${width}px; background: white; color-scheme: light; font-family: Boxes"></div>`,
  );
  const differ: string[] = [];
  return {
    fetch,
    differ,
    add<Tag extends keyof HTMLElementTagNameMap>(tag: Tag) {
      const element = document.createElement(tag);
      const now = () => mock.clock.now();
      Object.assign(element, { api: API, timeZone: 'Asia/Tehran', fetch, now, coach: mock.seed.coaches.ana });
      page.replaceChildren(element);
      return element;
    },
    /** Compares what is on show with the committed picture. Parts are loaded when they are needed: it waits until all are there. */
    async look(step: string) {
      let places: readonly string[] = [''];
      for (let tries = 0; places.length > 0 && tries < 12; tries++) {
        if (tries > 0) await aTimeout(500);
        await still();
        places = await unlikeCommitted(page, `${locale}-${step}`);
      }
      if (places.length > 0) differ.push(`${step}, at ${places.join('; ')}`);
    },
  };
}

const still = async () => {
  (document.activeElement as HTMLElement | null)?.blur();
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
};

describe('from right to left, each step and the coach’s desk look as in the committed picture', () => {
  const own = { width: window.innerWidth, height: window.innerHeight };
  before(async () => {
    document.fonts.add(await new FontFace('Boxes', boxFont()).load());
    if (isChromium) await emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  });
  after(async () => {
    await setViewport(own);
    if (isChromium) await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('a picture is told from its mirror image and from one with a box elsewhere, and not from the same one drawn a little otherwise', () => {
    /** A page of 400 px with an outlined button of 100 × 40 px, in pictures of half the size. */
    const picture = ({ left = 40, ink = 0, edge = 130 }) => {
      const data = new ImageData(200, 100);
      data.data.fill(255);
      const set = (x: number, y: number, grey: number) => data.data.set([grey, grey, grey, 255], (y * 200 + x) * 4);
      for (let x = 0; x < 50; x++)
        for (let y = 0; y < 20; y++) {
          if (x === 0 || y === 0 || x === 49 || y === 19) set(left / 2 + x, 30 + y, edge);
          else if (x > 15 && x < 35 && y > 8 && y < 12) set(left / 2 + x, 30 + y, ink);
        }
      return data;
    };
    const usual = picture({});
    expect(unlike(usual, picture({ ink: 40, edge: 150 })), 'a little lighter').to.deep.equal([]);
    expect(unlike(usual, picture({ left: 42 })), 'two px further').to.deep.equal([]);
    expect(unlike(usual, picture({ left: 52 })), 'twelve px further').not.to.deep.equal([]);
    expect(unlike(usual, picture({ left: 260 })), 'mirrored').not.to.deep.equal([]);
    expect(unlike(usual, new ImageData(200, 140)), 'of another height').not.to.deep.equal([]);
  });

  for (const locale of ['ar-EG', 'he-IL', 'fa-IR']) {
    itLooks(`${locale}: times, details, errors and the booked session (${WHERE})`, async function () {
      this.timeout(LONGEST);
      await setViewport({ width: 400, height: 900 });
      const { add, look, differ } = await openPage(locale, 360);
      const booking = add('cb-booking');
      await seen(booking, 'button[part~="time"]');
      await look('times');
      await chooseTime(booking);
      await look('details');
      await pressBook(booking);
      await seen(booking, '[part~="error-summary"]');
      await look('errors');
      await fillPerson(booking);
      await pressBook(booking);
      await seen(booking, 'cb-booking-confirmation');
      await waitUntil(() => booking.status === 'booked', 'it is booked', { timeout: 20_000 });
      await look('booked');
      expect(differ, 'CB_PICTURES=write renews them, to be looked at').to.deep.equal([]);
    });

    itLooks(`${locale}: the coach’s bookings, hours in a week and session types (${WHERE})`, async function () {
      this.timeout(LONGEST);
      await setViewport({ width: 1240, height: 900 });
      const { add, look, differ, fetch } = await openPage(locale, 1200);
      await loadTexts(locale, ['journey', 'selling', 'visits', 'calendars', 'desk', 'refusals']);
      await sharedClient({ api: API, fetch }).signIn.logIn({ email: 'coach@example.com', password: 'password123' });
      await seen(add('cb-bookings'), 'article [data-act="confirm"]');
      await look('desk-bookings');
      const editor = add('cb-availability-editor');
      await waitUntil(() => find(editor.shadowRoot as ShadowRoot, '.column .block'), 'the week', { timeout: 30_000 });
      await look('desk-hours');
      const types = add('cb-session-types');
      (await seen(types, '[data-act="add"]')).click();
      await seen(types, 'form');
      await look('desk-session-types');
      expect(differ, 'CB_PICTURES=write renews them, to be looked at').to.deep.equal([]);
    });
  }
});
