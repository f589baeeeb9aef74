import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { CbAvailabilityPicker, CbBooking, CbBookingForm, CbCoachList } from '../../../src/elements/index.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { find } from '../booking/booking-scene.ts';

/** What each shows when it has loaded. */
const loaded = {
  'cb-availability-picker': 'button[part~="time"]',
  'cb-booking': 'button[part~="time"]',
  'cb-booking-form': 'form [name="email"]',
  'cb-coach-list': 'article[part="coach"]',
} as const;
const classes = {
  'cb-availability-picker': CbAvailabilityPicker,
  'cb-booking': CbBooking,
  'cb-booking-form': CbBookingForm,
  'cb-coach-list': CbCoachList,
};
for (const [tag, element] of Object.entries(classes)) register(tag, element);

function make(tag: string, latencyMs: number) {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const state = { asked: 0, answered: 0 };
  const element = Object.assign(document.createElement(tag), {
    api: 'https://api.example.com',
    coach: mock.seed.coaches.ana,
    start: '2025-11-18T14:00:00Z',
    now: () => mock.clock.now(),
    fetch: async (request: Request) => {
      state.asked += 1;
      await new Promise((done) => setTimeout(done, latencyMs));
      request.signal.throwIfAborted();
      const reply = await mock.fetch(request);
      state.answered += 1;
      return reply;
    },
  });
  return { element, state };
}

/** When an element is taken out and put back elsewhere. */
const phases = {
  'before it has drawn': () => true,
  'when it has asked': ({ asked }: { asked: number }) => asked > 0,
  'between two answers': ({ answered }: { answered: number }) => answered > 0,
} as const;

for (const [tag, selector] of Object.entries(loaded)) {
  describe(`<${tag}>, taken out and put back`, () => {
    for (const [phase, reached] of Object.entries(phases)) {
      for (const gap of ['at once', 'after a while'] as const) {
        it(`${phase}, ${gap}, loads all the same`, async () => {
          const places = await fixture<HTMLElement>(html`<div><div></div><div style="width: 900px"></div></div>`);
          const [first, second] = places.children;
          const { element, state } = make(tag, 40);
          first?.append(element);
          if (tag !== 'cb-booking-form' || phase === 'before it has drawn') await waitUntil(() => reached(state));
          element.remove();
          if (gap === 'after a while') await new Promise((done) => setTimeout(done, 120));
          second?.append(element);
          await waitUntil(() => find(element.shadowRoot as ShadowRoot, selector), 'it has loaded', { timeout: 5000 });
        });
      }
    }

    it('when it has loaded, shows it again; and a clone loads too', async () => {
      const places = await fixture<HTMLElement>(html`<div><div></div><div style="width: 900px"></div></div>`);
      const [first, second] = places.children;
      const { element } = make(tag, 0);
      first?.append(element);
      await waitUntil(() => find(element.shadowRoot as ShadowRoot, selector), 'it has loaded', { timeout: 5000 });
      element.remove();
      await new Promise((done) => setTimeout(done, 60));
      second?.append(element);
      await waitUntil(() => find(element.shadowRoot as ShadowRoot, selector), 'it is there again', { timeout: 5000 });
      const clone = element.cloneNode(true) as typeof element;
      const { api, coach, start, now, fetch } = element;
      Object.assign(clone, { api, coach, start, now, fetch });
      second?.append(clone);
      await waitUntil(() => find(clone.shadowRoot as ShadowRoot, selector), 'the clone has loaded', { timeout: 5000 });
      expect(clone.isConnected).to.equal(true);
    });
  });
}
