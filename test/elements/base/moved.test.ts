import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import * as elements from '../../../src/elements/index.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { createMockCalendars } from '../../../src/mock/providers/mock-calendars.ts';
import { find } from '../booking/booking-scene.ts';

const api = 'https://api.example.com';

/** An element, what it is given and what it shows when it has loaded. */
interface Trial {
  readonly tag: string;
  readonly element: CustomElementConstructor & { readonly uses?: Readonly<Record<string, CustomElementConstructor>> };
  /** Shown once it has loaded, at any depth. */
  readonly shows: string;
  /** What it needs besides `api`, `fetch` and `now`. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Who is signed in before it is placed. */
  readonly email?: string;
  /** False where it asks for nothing by itself: there is no phase between question and answer. */
  readonly asks?: false;
}

const slot = { start: '2025-11-18T14:00:00Z', end: '2025-11-18T15:00:00Z', duration_minutes: 60 };
const booking = {
  id: 'a1',
  coach_id: 'c1',
  client_id: 'k1',
  status: 'confirmed',
  session_datetime: slot.start,
  duration_minutes: 60,
};
const coach = { user_id: 'c1', name: 'Ana' };
const entry = { title: 'Session', start: Date.parse(slot.start), end: Date.parse(slot.end), uid: 'a1' };

const trials: readonly Trial[] = [
  { tag: 'cb-availability-picker', element: elements.CbAvailabilityPicker, shows: 'button[part~="time"]' },
  { tag: 'cb-booking', element: elements.CbBooking, shows: 'button[part~="time"]' },
  { tag: 'cb-booking-form', element: elements.CbBookingForm, shows: 'form [name="email"]' },
  { tag: 'cb-coach-list', element: elements.CbCoachList, shows: 'article[part="coach"]' },
  {
    tag: 'cb-bookings',
    element: elements.CbBookings,
    shows: 'article[part~="booking"]',
    email: 'client@example.com',
  },
  {
    tag: 'cb-availability-editor',
    element: elements.CbAvailabilityEditor,
    shows: '[role="tabpanel"]',
    email: 'coach@example.com',
  },
  {
    tag: 'cb-calendar-connect',
    element: elements.CbCalendarConnect,
    shows: '[part~="connection"]',
    email: 'coach@example.com',
  },
  {
    tag: 'cb-account',
    element: elements.CbAccount,
    shows: '[part="account"]',
    email: 'client@example.com',
    asks: false,
  },
  { tag: 'cb-accounts', element: elements.CbAccounts, shows: '[part~="account"]', email: 'admin@example.com' },
  { tag: 'cb-coach-profile', element: elements.CbCoachProfile, shows: '[part="preview"]', email: 'coach@example.com' },
  { tag: 'cb-session-types', element: elements.CbSessionTypes, shows: '[part="add"]', email: 'coach@example.com' },
  { tag: 'cb-first-steps', element: elements.CbFirstSteps, shows: '[part~="step"]', email: 'coach@example.com' },
  {
    tag: 'cb-message-settings',
    element: elements.CbMessageSettings,
    shows: '[part="bar"]',
    email: 'coach@example.com',
  },
  {
    tag: 'cb-webhooks',
    element: elements.CbWebhooks,
    shows: '[part="problem"], [data-act="add"]',
    email: 'coach@example.com',
  },
  { tag: 'cb-sign-in', element: elements.CbSignIn, shows: 'form [name="password"]', asks: false },
  { tag: 'cb-coach-card', element: elements.CbCoachCard, shows: '[part="facts"]', set: { coach }, asks: false },
  {
    tag: 'cb-month-grid',
    element: elements.CbMonthGrid,
    shows: '[data-day], [part="grid"] button',
    set: { month: '2025-11', today: '2025-11-05', days: new Map([['2025-11-18', 3]]) },
    asks: false,
  },
  {
    tag: 'cb-slot-list',
    element: elements.CbSlotList,
    shows: 'button[part~="time"]',
    set: { slots: [slot], day: '2025-11-18', timeZone: 'Europe/London' },
    asks: false,
  },
  { tag: 'cb-time-zone-picker', element: elements.CbTimeZonePicker, shows: '[part="zone"]', asks: false },
  {
    tag: 'cb-add-to-calendar',
    element: elements.CbAddToCalendar,
    shows: 'button[part="button"]',
    set: { event: entry },
    asks: false,
  },
  {
    tag: 'cb-booking-confirmation',
    element: elements.CbBookingConfirmation,
    shows: '[part="facts"]',
    set: { booking, coach },
    asks: false,
  },
  { tag: 'cb-booking-button', element: elements.CbBookingButton, shows: 'button[part="button"]', asks: false },
  {
    tag: 'cb-availability-picker',
    element: elements.CbAvailabilityPicker,
    shows: 'cb-visitor-calendar',
    set: { ownDay: true },
  },
];
for (const { tag, element } of trials) register(tag, element);

interface Made {
  readonly element: HTMLElement;
  readonly state: { asked: number; answered: number };
  readonly given: object;
}

async function make({ tag, set, email }: Trial, latencyMs: number): Promise<Made> {
  const { calendars } = createMockCalendars({ origin: api, redirectUris: [location.origin + location.pathname] });
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', calendars });
  const state = { asked: 0, answered: 0 };
  let latency = 0;
  const fetch = async (request: Request) => {
    state.asked += 1;
    await new Promise((done) => setTimeout(done, latency));
    request.signal.throwIfAborted();
    const reply = await mock.fetch(request);
    state.answered += 1;
    return reply;
  };
  const { session } = sharedClient({ api, fetch });
  if (email) await session.logIn({ email, password: 'password123' });
  Object.assign(state, { asked: 0, answered: 0 });
  latency = latencyMs;
  const given = {
    api,
    coach: mock.seed.coaches.ana,
    start: slot.start,
    now: () => mock.clock.now(),
    fetch,
    session,
    ...set,
  };
  return { element: Object.assign(document.createElement(tag), given), state, given };
}

async function places(): Promise<readonly [Element, Element]> {
  const both = await fixture<HTMLElement>(html`<div><div></div><div style="width: 900px"></div></div>`);
  const [first, second] = both.children;
  if (!first || !second) throw new Error('two places were drawn');
  return [first, second];
}

const shown = ({ shadowRoot }: HTMLElement, { shows }: Trial, what: string) =>
  waitUntil(() => shadowRoot && find(shadowRoot, shows), what, { timeout: 5000 });

/** When an element is taken out and put back elsewhere. */
const phases = {
  'before it has drawn': () => true,
  'when it has asked': ({ asked }: { asked: number }) => asked > 0,
  'between two answers': ({ answered }: { answered: number }) => answered > 0,
} as const;

for (const trial of trials) {
  const name = `<${trial.tag}${trial.set?.ownDay ? ' own-day' : ''}>`;
  const reachable = Object.entries(phases).filter(([phase]) => trial.asks !== false || phase === 'before it has drawn');

  describe(`${name}, taken out and put back`, () => {
    for (const [phase, reached] of reachable) {
      for (const gap of ['at once', 'after a while'] as const) {
        it(`${phase}, ${gap}, loads all the same`, async () => {
          const [first, second] = await places();
          const { element, state } = await make(trial, 40);
          first.append(element);
          if (trial.tag !== 'cb-booking-form' || phase === 'before it has drawn') await waitUntil(() => reached(state));
          element.remove();
          if (gap === 'after a while') await new Promise((done) => setTimeout(done, 120));
          second.append(element);
          await shown(element, trial, 'it has loaded');
        });
      }
    }

    it('when it has loaded, shows it again; and a clone loads too', async () => {
      const [first, second] = await places();
      const { element, given } = await make(trial, 0);
      first.append(element);
      await shown(element, trial, 'it has loaded');
      element.remove();
      await new Promise((done) => setTimeout(done, 60));
      second.append(element);
      await shown(element, trial, 'it is there again');
      const clone = Object.assign(element.cloneNode(true) as HTMLElement, given);
      second.append(clone);
      await shown(clone, trial, 'the clone has loaded');
      expect(clone.isConnected).to.equal(true);
    });
  });
}

it('every element that the package exports is tried', () => {
  const exported = Object.entries(elements).filter(([name]) => /^Cb(?!Element$)/.test(name));
  const tried = new Set<unknown>(trials.map(({ element }) => element));
  expect(exported.filter(([, element]) => !tried.has(element)).map(([name]) => name)).to.deep.equal([]);
});
