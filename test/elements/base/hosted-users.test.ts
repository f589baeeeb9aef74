import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import {
  CbAvailabilityEditor,
  CbBooking,
  CbBookingForm,
  CbBookings,
  CbCalendarConnect,
  CbCoachList,
} from '../../../src/elements/index.ts';
import { createMockServer } from '../../../src/mock/index.ts';

const classes = {
  'cb-availability-editor': CbAvailabilityEditor,
  'cb-booking': CbBooking,
  'cb-booking-form': CbBookingForm,
  'cb-bookings': CbBookings,
  'cb-calendar-connect': CbCalendarConnect,
  'cb-coach-list': CbCoachList,
};
for (const [tag, element] of Object.entries(classes)) register(tag, element);

describe('a page with its own users, and nobody signed in', () => {
  for (const tag of Object.keys(classes)) {
    it(`is not asked for a token again and again by <${tag}>`, async () => {
      const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
      let asked = 0;
      const element = Object.assign(document.createElement(tag), {
        api: 'https://api.example.com',
        coach: mock.seed.coaches.ana,
        start: '2025-11-18T14:00:00Z',
        now: () => mock.clock.now(),
        fetch: (request: Request) => mock.fetch(request),
        // Given up where it would freeze this page.
        getToken: () => (++asked > 200 ? new Promise<undefined>(() => {}) : Promise.resolve(undefined)),
      });
      (await fixture(html`<div></div>`)).append(element);
      await waitUntil(() => asked > 0, 'the page is asked');
      // An element that asks at each of its updates has asked far more often by then.
      for (let frame = 0; frame < 30; frame++) await nextFrame();
      expect(asked).to.be.at.most(10);
    });
  }
});
