import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import type { CbBooking } from '../../../src/elements/booking/booking.ts';
import {
  chooseTime,
  fillPerson,
  find,
  focused,
  named,
  openScene,
  pressBook,
  type Scene,
  seen,
} from '../booking/booking-scene.ts';

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));
afterEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

async function booked(set: Partial<CbBooking> = { remember: 'tab' }): Promise<Scene> {
  const scene = await openScene({ set });
  await chooseTime(scene.element);
  await fillPerson(scene.element);
  await pressBook(scene.element);
  await seen(scene.element, 'cb-booking-confirmation');
  scene.element.remove();
  return scene;
}

/** The page loaded anew: another element, nobody signed in, on the same server. */
async function reload({ mock }: Scene, set: Partial<CbBooking> = { remember: 'tab' }): Promise<CbBooking> {
  return (await openScene({ set: { fetch: (request) => mock.fetch(request), now: () => mock.clock.now(), ...set } }))
    .element;
}
const cardIn = (element: Element) => find(element.shadowRoot as ShadowRoot, 'section[aria-labelledby="title"]');
/** The times are there, and so everything that comes before them. */
const settled = (element: Element) => seen(element, 'button[part~="time"]');

describe('“Your booking” after the page was loaded anew', () => {
  it('says when and with whom, leads to moving and cancelling, and goes when it is cancelled', async () => {
    const scene = await booked();
    const element = await reload(scene);
    const card = await seen(element, 'section[aria-labelledby="title"]');
    expect(card.textContent).to.contain('Your booking');
    expect(card.textContent).to.match(/2025.*London.*with Ana Keller/s);
    await expect(element).to.be.accessible();
    (await named(element, 'Move or cancel')).click();
    await seen(element, 'cb-bookings');
    (await named(element, 'Book another time')).click();
    await seen(element, 'section[aria-labelledby="title"]');
    const { store, seed } = scene.mock;
    const { bookings } = await store.bookings.list({ coachId: seed.coaches.ana }, { skip: 0, limit: 100 });
    const last = bookings.reduce((one, each) => (each.createdAt > one.createdAt ? each : one));
    await store.bookings.save({ ...last, status: 'cancelled', version: last.version + 1 }, { basedOn: last.version });
    element.remove();
    const again = await reload(scene);
    await settled(again);
    await waitUntil(() => sessionStorage.length === 0, 'nothing is kept of a cancelled booking');
    expect(cardIn(again)).to.equal(undefined);
  });

  it('is forgotten on request, which is said, and the focus goes to the times', async () => {
    const element = await reload(await booked());
    (await named(element, 'Forget it')).click();
    await waitUntil(() => element.shadowRoot?.querySelector('.banner')?.textContent?.includes('no longer shown'));
    expect([sessionStorage.length, cardIn(element)]).to.deep.equal([0, undefined]);
    expect(focused()).not.to.equal(document.body);
  });

  it('is not kept longer than its link works', async () => {
    const scene = await booked({ remember: 'device' });
    expect([sessionStorage.length, localStorage.length > 0]).to.deep.equal([0, true]);
    scene.mock.clock.set('2026-03-01T10:00:00Z');
    await reload(scene, { remember: 'device' });
    await waitUntil(() => localStorage.length === 0);
  });

  it('is not kept unless the page asks for it', async () => {
    const scene = await booked({});
    expect([sessionStorage.length, localStorage.length]).to.deep.equal([0, 0]);
    const element = await reload(scene, {});
    await settled(element);
    expect(cardIn(element)).to.equal(undefined);
  });

  it('is not there, and booking works, where the browser denies storage', async () => {
    const denied = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      const element = await reload(await booked());
      await settled(element);
      expect(cardIn(element)).to.equal(undefined);
    } finally {
      if (denied) Object.defineProperty(window, 'sessionStorage', denied);
    }
  });
});
