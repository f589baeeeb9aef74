import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbBooking } from '../../../src/elements/booking/booking.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { API, chooseTime, fillPerson, pressBook, seen } from '../booking/booking-scene.ts';
import { isChromium } from '../engine.ts';
import { boxFont } from './box-font.ts';
import { unlike, unlikeCommitted } from './compare.ts';

register('cb-booking', CbBooking);

/** The release whose pictures are committed: another one may write dates in other words. */
const RELEASE = '153';
const isRelease = navigator.userAgent.includes(`Chrome/${RELEASE}.`);

/** The share of a picture that may differ: another release of the browser draws an edge or a shadow elsewhere. */
const MOST = 0.02;

/** A page of 360 px from right to left, in letters that are boxes. */
async function openPage(locale: string) {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const fetch = (request: Request) => mock.fetch(request);
  const page = await fixture<HTMLElement>(
    html`<div lang=${locale} dir="rtl" style="width: 360px; background: white; color-scheme: light; font-family: Boxes"></div>`,
  );
  const booking = document.createElement('cb-booking') as CbBooking;
  const now = () => mock.clock.now();
  Object.assign(booking, { api: API, timeZone: 'Asia/Tehran', fetch, now, coach: mock.seed.coaches.ana });
  page.replaceChildren(booking);
  return { page, booking };
}

const still = async () => {
  (document.activeElement as HTMLElement | null)?.blur();
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
};

describe('from right to left, each step looks as in the committed picture', () => {
  const own = { width: window.innerWidth, height: window.innerHeight };
  before(async () => {
    document.fonts.add(await new FontFace('Boxes', boxFont()).load());
    if (!isChromium) return;
    await emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await setViewport({ width: 400, height: 900 });
  });
  after(async () => {
    await setViewport(own);
    if (isChromium) await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('a picture is told from its mirror image, and not from the same one drawn a little lighter', () => {
    const picture = (mirrored: boolean, ink: number) => {
      const data = new ImageData(40, 40);
      for (let at = 0; at < 1600; at++) {
        const isLeft = at % 40 < 10;
        data.data.set(isLeft !== mirrored ? [ink, ink, ink, 255] : [255, 255, 255, 255], at * 4);
      }
      return data;
    };
    expect(unlike(picture(false, 0), picture(false, 30))).to.equal(0);
    expect(unlike(picture(false, 0), picture(true, 0))).to.be.above(MOST);
  });

  for (const locale of ['ar-EG', 'he-IL', 'fa-IR']) {
    const about = `${locale}: times, details, errors and the booked session`;
    (isRelease ? it : it.skip)(`${about} (only in Chromium ${RELEASE}, which made the pictures)`, async function () {
      this.timeout(120_000);
      const { page, booking } = await openPage(locale);
      const differ: string[] = [];
      const look = async (step: string) => {
        let share = 1;
        // Parts of a step are loaded when they are needed: the picture is looked at until all of it is there.
        for (let tries = 0; share > MOST && tries < 30; tries++) {
          await still();
          share = await unlikeCommitted(page, `${locale}-${step}`);
          if (share > MOST) await aTimeout(500);
        }
        if (share > MOST)
          differ.push(
            `${step}: ${Math.round(share * 100)} % of the picture, which is now ${page.offsetHeight} px high`,
          );
      };
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
  }
});
