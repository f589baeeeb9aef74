import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import {
  CbAvailabilityEditor,
  CbAvailabilityPicker,
  CbBooking,
  CbBookingForm,
  CbBookings,
  CbCalendarConnect,
  CbCoachList,
  CbSignIn,
} from '../../../src/elements/index.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { chooseTime, fillPerson, find, openScene, pressBook, seen } from '../booking/booking-scene.ts';

const classes = {
  'cb-availability-editor': CbAvailabilityEditor,
  'cb-availability-picker': CbAvailabilityPicker,
  'cb-booking': CbBooking,
  'cb-booking-form': CbBookingForm,
  'cb-bookings': CbBookings,
  'cb-calendar-connect': CbCalendarConnect,
  'cb-coach-list': CbCoachList,
  'cb-sign-in': CbSignIn,
};
for (const [tag, element] of Object.entries(classes)) register(tag, element);

/** Until no request has been sent for a second: the months around are asked for ahead, when there is time. */
async function quiet(requests: readonly string[]): Promise<void> {
  let known = -1;
  let still = 0;
  await waitUntil(
    () => {
      still = known === requests.length ? still + 1 : 0;
      known = requests.length;
      return still >= 5;
    },
    'nothing is asked for any more',
    { interval: 200, timeout: 8000 },
  );
}

describe('a parent that writes its functions anew in each rendering', () => {
  for (const tag of Object.keys(classes)) {
    it(`asks nothing of the server again through <${tag}>, which calls the newest function`, async () => {
      const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
      const requests: string[] = [];
      const functions = (name: string) => ({
        fetch: (request: Request) => {
          requests.push(`${name} ${new URL(request.url).pathname}`);
          return mock.fetch(request);
        },
        now: () => mock.clock.now(),
      });
      const given = { api: 'https://api.example.com', coach: mock.seed.coaches.ana, start: '2025-11-18T14:00:00Z' };
      const element = Object.assign(document.createElement(tag), given, functions('first')) as unknown as CbBooking;
      (await fixture(html`<div style="width: 900px"></div>`)).append(element);
      await element.updateComplete;
      await quiet(requests);
      const asked = requests.length;
      for (const name of ['second', 'third']) {
        Object.assign(element, functions(name));
        await element.updateComplete;
      }
      await quiet(requests);
      expect(requests.slice(asked)).to.deep.equal([]);
      // Another API is another source, asked by the newest function.
      if (tag === 'cb-booking' || tag === 'cb-availability-picker' || tag === 'cb-coach-list') {
        element.api = 'https://other.example.com';
        await waitUntil(() => requests.length > asked);
        expect(requests.slice(asked).filter((request) => !request.startsWith('third'))).to.deep.equal([]);
      }
    });
  }

  it('keeps the visitor where they are, and the booking goes through by the newest function', async () => {
    const { element, mock } = await openScene();
    await chooseTime(element);
    await fillPerson(element);
    const asked: string[] = [];
    for (let rendering = 0; rendering < 3; rendering++) {
      element.fetch = (request) => {
        asked.push(`${rendering} ${request.method}`);
        return mock.fetch(request);
      };
      element.now = () => mock.clock.now();
      element.getToken = undefined;
      await element.updateComplete;
    }
    expect(element.status).to.equal('details');
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
    await pressBook(element);
    element.fetch = (request) => mock.fetch(request);
    await waitUntil(() => element.status === 'booked', 'it is booked', { timeout: 5000 });
    expect(asked.filter((request) => !request.startsWith('2'))).to.deep.equal([]);
  });
});

/** Where an element says its language. */
const said = (element: Element) => element.shadowRoot?.querySelector('.inner') as HTMLElement;

describe('a page whose language changes', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
  });

  it('loses nothing of a booking, and its texts follow', async () => {
    document.documentElement.lang = 'en-GB';
    const { element } = await openScene({ set: { locale: '' } });
    await chooseTime(element);
    await fillPerson(element);
    const heading = async () => (await seen(element, '.choice strong')).textContent;
    expect(await heading()).to.equal('Wednesday, 5 November 2025');
    document.documentElement.lang = 'en-US';
    await waitUntil(
      () => find(element.shadowRoot as ShadowRoot, '.choice strong')?.textContent === 'Wednesday, November 5, 2025',
    );
    expect(element.status).to.equal('details');
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
    document.documentElement.lang = 'da';
    await waitUntil(() => said(element).lang === 'en-DK');
    document.documentElement.lang = 'en-GB';
    await waitUntil(() => !said(element).hasAttribute('lang'));
    expect(await heading()).to.equal('Wednesday, 5 November 2025');
  });

  it('drops no request under way', async () => {
    document.documentElement.lang = 'en-GB';
    const scene = await openScene({ set: { locale: '' } });
    await chooseTime(scene.element);
    await fillPerson(scene.element);
    let answer = () => {};
    const held = new Promise<void>((done) => {
      answer = done;
    });
    scene.intercept = async (request) => {
      if (request.method === 'POST' && request.url.endsWith('/booking')) await held;
      return undefined as never;
    };
    await pressBook(scene.element);
    await waitUntil(() => scene.requests.includes('POST /booking'), 'it is sent', { timeout: 4000 });
    document.documentElement.lang = 'da';
    await waitUntil(() => said(scene.element).lang === 'en-DK');
    await scene.element.updateComplete;
    answer();
    await waitUntil(() => scene.element.status === 'booked', 'it is booked', { timeout: 5000 });
    expect(scene.requests.filter((request) => request === 'POST /booking').length).to.equal(1);
  });
});
