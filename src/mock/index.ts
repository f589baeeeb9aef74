import { passwordFault } from '../server/auth/common-passwords.ts';
import { createPasswords } from '../server/auth/passwords.ts';
import { defaultRateLimits, type RateLimits } from '../server/auth/rate-limit.ts';
import {
  type BookingServerOptions,
  createBookingServer,
  type LogEntry,
  type PaymentOptions,
  type Peer,
  type WebhookOptions,
} from '../server/http/server.ts';
import type { CalendarIntegrations } from '../server/integrations/calendars.ts';
import { createJobRunner } from '../server/jobs/job-runner.ts';
import type { MailOptions } from '../server/messages/mail-context.ts';
import type { Store } from '../server/ports.ts';
import { createMemoryStore } from '../server/stores/memory.ts';
import { createMockClock, type MockClock } from './clock.ts';
import { createInterference, latencyOf, type Scenario, seedAmount } from './scenarios.ts';
import { SEED_PASSWORD, seed, seedStore } from './seed.ts';

export { DroppedConnection } from '../server/http/dropped-connection.ts';
export type { MockClock } from './clock.ts';
export { isScenario, type Scenario, scenarios } from './scenarios.ts';
export { SEED_PASSWORD, seed } from './seed.ts';

/** Options of a mock server; all are optional. */
export interface MockServerOptions {
  /** `2025-11-05T10:30:00Z` (it ticks on from there) or `real`. @default 'real' */
  readonly clock?: string;
  /** @default 'normal' */
  readonly scenario?: Scenario;
  /** Milliseconds before each answer. @default 0, in the scenario `slow` 2500 */
  readonly latency?: number;
  /** Filled with the seed when it has no coaches. @default a new one in memory */
  readonly store?: Store;
  readonly calendars?: (parts: { readonly store: Store; readonly clock: MockClock }) => CalendarIntegrations;
  /** Takes payments online. @default none */
  readonly payments?: (parts: { readonly clock: MockClock }) => PaymentOptions;
  /** Sends mails. @default none are sent */
  readonly mail?: (parts: { readonly clock: MockClock }) => MailOptions;
  /** Sends events to webhooks. @default none are sent */
  readonly webhooks?: WebhookOptions;
  /** Writes the page that answers a form: see `BookingServerOptions`. @default none: a form is refused */
  readonly bookingPage?: BookingServerOptions['bookingPage'];
  /** The public address of the server, without a slash at the end. @default the request's own */
  readonly publicUrl?: string;
  /** Where the contract's paths begin. @default '' */
  readonly basePath?: string;
  /** @default far more than the server's own: see `defaultRateLimits` of `@culturebridge/booking/server` */
  readonly rateLimits?: Partial<RateLimits>;
  /** Streams of changed times that an address may have open. @default 300 */
  readonly liveConnections?: number;
  readonly log?: (entry: LogEntry) => void;
}

/** The server with seeded data, in this process. */
export interface MockServer {
  /** Rejects with `DroppedConnection` (a TypeError, like `fetch`'s) where the scenario drops the connection. */
  fetch(request: Request, peer?: Peer): Promise<Response>;
  /** Changes the scenario; stored data stays, so `empty` and `busy` only have an effect at the start. */
  setScenario(scenario: Scenario): void;
  readonly clock: MockClock;
  readonly store: Store;
  /** Runs the jobs that are due by the mock's clock: ends holds, makes refunds. */
  runDueJobs(): Promise<void>;
  readonly seed: typeof seed;
}

// Public, like the seed's passwords: a mock does not protect its data.
const SECRET = 'the secret of a mock server is no secret at all';
/** A twentieth of the server's cost: about 25 ms, so that a page in a browser does not stall when it signs in. */
const PASSWORD_COST = { N: 2 ** 12, r: 8, p: 1 };

/** All visitors of a mock share one address, and tests book faster than people do. */
const RATE_LIMITS: RateLimits = {
  ...defaultRateLimits,
  bookingsByUser: { count: 120, seconds: 60 },
  bookingsByAddress: { count: 300, seconds: 60 },
  guestsByAddress: { count: 300, seconds: 60 },
  signUpsByAddress: { count: 300, seconds: 60 },
  logInsByAddress: { count: 300, seconds: 60 },
};

/**
 * Makes a booking server with coaches, clients and a few bookings. It does not need Node, so it also runs in a browser.
 *
 * @example
 * const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', scenario: 'slot-taken' });
 * const client = createBookingClient({ api: 'https://api.example.com', fetch: (request) => mock.fetch(request) });
 * const { coaches } = await client.listCoaches();
 */
export function createMockServer(options: MockServerOptions = {}): MockServer {
  const clock = createMockClock(options.clock ?? 'real');
  const store = options.store ?? createMemoryStore();
  const jobs = createJobRunner({
    store,
    clock,
    log: ({ error, message }) => options.log?.({ where: 'jobs', error: new Error(error ?? message) }),
  });
  let scenario = options.scenario ?? 'normal';
  const seeded = seedStore(store, createPasswords(PASSWORD_COST), clock.now(), seedAmount(scenario));
  // Each `fetch` rejects with the same error; this handler prevents an unhandled rejection, which would end the process.
  seeded.catch(() => undefined);
  const answer = createBookingServer({
    store,
    jobs,
    clock,
    secret: SECRET,
    passwordCost: PASSWORD_COST,
    // The seed's public password is a common one on purpose.
    passwordFault: (password, email) => (password === SEED_PASSWORD ? undefined : passwordFault(password, email)),
    checkReplies: true,
    ...(options.calendars && { calendars: options.calendars({ store, clock }) }),
    ...(options.payments && { payments: options.payments({ clock }) }),
    ...(options.mail && { mail: options.mail({ clock }) }),
    ...(options.webhooks && { webhooks: options.webhooks }),
    ...(options.bookingPage && { bookingPage: options.bookingPage }),
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
    ...(options.basePath !== undefined && { basePath: options.basePath }),
    rateLimits: { ...RATE_LIMITS, ...options.rateLimits },
    // All visitors of a mock share one address.
    openRequests: 300,
    liveConnections: options.liveConnections ?? 300,
    coachesSignUp: true,
    ...(options.log && { log: options.log }),
  });
  const interference = createInterference(store, clock);

  return {
    async fetch(request, peer) {
      await seeded;
      const latency = options.latency ?? latencyOf(scenario);
      if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
      return (await interference.before(scenario, request)) ?? answer(request, peer);
    },
    setScenario(next) {
      scenario = next;
    },
    clock,
    store,
    runDueJobs: async () => {
      jobs.wake();
      await jobs.idle();
    },
    seed,
  };
}
