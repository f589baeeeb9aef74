import type { Endpoint } from '../../contract/endpoint.ts';
import { type EndpointName, endpoints, generalErrors } from '../../contract/endpoints.ts';
import { erasureKind } from '../accounts/erase.ts';
import { authenticate } from '../auth/authenticate.ts';
import { passwordFault } from '../auth/common-passwords.ts';
import { createPasswords, type Passwords } from '../auth/passwords.ts';
import { createRateLimiter, defaultRateLimits, type RateLimits } from '../auth/rate-limit.ts';
import type { PasswordCost } from '../auth/scrypt.ts';
import { createTokenSigner } from '../auth/tokens.ts';
import { createLiveConnections, DEFAULT_LIVE_CONNECTIONS } from '../availability/live-connections.ts';
import { createTimeChanges } from '../availability/time-changes.ts';
import { type Consequence, tellCalendars } from '../bookings/consequences.ts';
import { eraseBookingsKind } from '../bookings/erase-booking.ts';
import { type BookingPageWriter, bookByForm, isBookingForm } from '../bookings/form-booking.ts';
import { DEFAULT_LAPSE_MS, lapseKind } from '../bookings/lapse.ts';
import { DEFAULT_OPEN_REQUESTS } from '../bookings/open-requests.ts';
import type { VerifyVisitor } from '../bookings/verify-visitor.ts';
import { feedSecretIn, serveFeed } from '../handlers/feed.ts';
import { createHandlerTable } from '../handlers/handlers.ts';
import { mailPageIn, serveMailPage } from '../handlers/mail-pages.ts';
import type { BookingChange, CalendarIntegrations } from '../integrations/calendars.ts';
import { createJobRunner, type JobRunner } from '../jobs/job-runner.ts';
import type { MailOptions } from '../messages/mail-context.ts';
import { bookingMailJobs, paymentMailJobs } from '../messages/mail-jobs.ts';
import { mailKinds } from '../messages/mail-kind.ts';
import type { PaymentConsequence } from '../payments/payment-changes.ts';
import type { PaymentGateway } from '../payments/payment-gateway.ts';
import { createPayments } from '../payments/payments.ts';
import type { Clock, MakeId, Store } from '../ports.ts';
import { bookingEventJobs, paymentEventJobs } from '../webhooks/webhook-jobs.ts';
import { webhookKinds } from '../webhooks/webhook-kinds.ts';
import type { WebhookSender } from '../webhooks/webhook-sender.ts';
import { type AllowOrigins, allowOrigin, preflight } from './cors.ts';
import type { Answer, Services } from './handler.ts';
import { networkOf } from './network.ts';
import { ProblemError, problemResponse } from './problem-error.ts';
import { readRequest } from './read-request.ts';
import { matchRoute } from './router.ts';
import { findReplyFault } from './validation.ts';

/** One line of the server's log. */
export interface LogEntry {
  /** The row of the contract where it happened, `POST /booking`; never a path with a secret. */
  readonly where: string;
  readonly error: unknown;
}

/** Options of a booking server. */
export interface BookingServerOptions {
  readonly store: Store;
  /** Signs the tokens; at least 32 bytes. */
  readonly secret: string;
  /** Runs the store's jobs. @default a new runner for the jobs of this process */
  readonly jobs?: JobRunner;
  /** Jobs that follow from each change of a booking, written in the same transaction. @default none */
  readonly consequences?: readonly Consequence[];
  /** @default the machine's clock */
  readonly clock?: Clock;
  /** @default random UUIDs */
  readonly makeId?: MakeId;
  readonly calendars?: CalendarIntegrations;
  /** Takes payments online. @default none: sessions with a price are paid at the session */
  readonly payments?: PaymentOptions;
  /** Sends mails to clients and coaches. @default none are sent */
  readonly mail?: MailOptions;
  /** Sends events to webhooks of coaches and admins, by the Standard Webhooks scheme. @default none are sent */
  readonly webhooks?: WebhookOptions;
  /** @default '*' */
  readonly allowOrigins?: AllowOrigins;
  /** Where the contract's paths begin: `/api/v1`. @default '' */
  readonly basePath?: string;
  /** The public address of this server, without a slash at the end. @default the request's origin and `basePath` */
  readonly publicUrl?: string;
  readonly rateLimits?: Partial<RateLimits>;
  /** The most open requests of a guest, and of an address, with one coach. @default 3 */
  readonly openRequests?: number;
  /** Streams of changed times that an address may have open. @default 20 */
  readonly liveConnections?: number;
  /**
   * A guest's request that nobody answers lapses after so many milliseconds, where the coach has chosen nothing else; 0: never.
   * @default a day
   */
  readonly lapseRequestsAfterMs?: number;
  /**
   * What names the clients of past sessions is erased so many days after their end, by the job that `dailyErasureJob` makes; a coach
   * may choose fewer. @default never
   */
  readonly eraseAfterDays?: number;
  /** Says whether a person is booking: the place for a captcha or a proof of work. @default everybody may book */
  readonly verifyVisitor?: VerifyVisitor;
  /**
   * Writes the page that answers a form: `POST /booking` as a browser sends it without a script, with errors or the booking. See
   * `renderBooking` of `@culturebridge/booking/ssr`. @default none: a form is refused, as any body that is not JSON
   */
  readonly bookingPage?: BookingPageWriter;
  /** Lets anybody sign up as a coach, who is listed and can be booked at once. @default false: coaches are added */
  readonly coachesSignUp?: boolean;
  readonly passwordCost?: PasswordCost;
  /** Hashes passwords. @default scrypt with `passwordCost`, off the event loop in Node, with a bounded queue */
  readonly passwords?: Passwords;
  /** Gives the reason why a password is refused ("must not …"). @default refuses the most common ones and the e-mail address */
  readonly passwordFault?: Services['passwordFault'];
  /** Checks every reply against the contract; a wrong one becomes a 500. For tests and development. */
  readonly checkReplies?: boolean;
  /** @default console.error */
  readonly log?: (entry: LogEntry) => void;
}

/** Options of webhooks. */
export interface WebhookOptions {
  readonly sender: WebhookSender;
}

/** Options of online payment. */
export interface PaymentOptions {
  readonly gateway: PaymentGateway;
  /** Origins of the pages that a checkout may come back to: `https://www.example.com`. */
  readonly returnOrigins: readonly string[];
}

/** The caller's connection, as far as the host knows it. */
export interface Peer {
  readonly address?: string | undefined;
  /** Aborted when the host is about to stop: streams of events end, so that nothing is cut. */
  readonly closing?: AbortSignal | undefined;
}

/** Answers a request; never rejects. */
export type BookingServer = (request: Request, peer?: Peer) => Promise<Response>;

/**
 * Makes a server of the contract: `Request` in, `Response` out. It runs in Node, in a service worker and in a test.
 *
 * @example
 * const store = openSqliteStore('booking.sqlite');
 * const answer = createBookingServer({ store, secret: process.env.BOOKING_SECRET ?? '' });
 * const response = await answer(new Request('https://api.example.com/coaches'));
 */
export function createBookingServer(options: BookingServerOptions): BookingServer {
  const clock = options.clock ?? { now: () => Date.now() };
  const log = options.log ?? ((entry: LogEntry) => console.error(entry.where, entry.error));
  const { store } = options;
  const makeId = options.makeId ?? (() => crypto.randomUUID());
  const logError = (where: string, error: unknown) => log({ where, error });
  const consequences: readonly Consequence[] = [
    ...(options.calendars?.jobsFor ? [options.calendars.jobsFor] : []),
    ...(options.mail ? [(change: BookingChange) => bookingMailJobs(change, clock.now())] : []),
    ...(options.webhooks ? [(change: BookingChange) => bookingEventJobs(change, clock.now())] : []),
    ...(options.consequences ?? []),
  ];
  const paymentJobsFor: PaymentConsequence = (change) => [
    ...(options.mail ? paymentMailJobs(change, clock.now()) : []),
    ...(options.webhooks ? paymentEventJobs(change, clock.now()) : []),
  ];
  const tokens = createTokenSigner(options.secret, clock);
  const jobsFor: Consequence = (change) => consequences.flatMap((each) => each(change));
  const jobs =
    options.jobs ??
    createJobRunner({ store, clock, log: ({ error, message }) => logError('jobs', new Error(error ?? message)) });
  const payments = createPayments({
    store,
    clock,
    makeId,
    gateway: options.payments?.gateway,
    returnOrigins: options.payments?.returnOrigins ?? [],
    findAccount: (id) => store.accounts.find(id),
    findCoach: (id) => store.coaches.find(id),
    busy: async (coachId, range) => (await options.calendars?.freeBusy(coachId, range, { fresh: true })) ?? [],
    jobsFor,
    paymentJobsFor,
    announce: (written) => tellCalendars({ calendars: options.calendars, logError }, written),
    logError,
  });
  for (const job of payments.jobs) jobs.register(job);
  const lapseRequestsAfterMs = options.lapseRequestsAfterMs ?? DEFAULT_LAPSE_MS;
  const services: Services = {
    store,
    shop: store,
    payments,
    clock,
    makeId,
    passwords: options.passwords ?? createPasswords(options.passwordCost),
    passwordFault: options.passwordFault ?? passwordFault,
    tokens,
    limiter: createRateLimiter({ ...defaultRateLimits, ...options.rateLimits }, clock, store.limits),
    mostOpenRequests: options.openRequests ?? DEFAULT_OPEN_REQUESTS,
    lapseRequestsAfterMs,
    verifyVisitor: options.verifyVisitor,
    calendars: options.calendars,
    timeChanges: createTimeChanges(store),
    liveConnections: createLiveConnections(options.liveConnections ?? DEFAULT_LIVE_CONNECTIONS),
    jobs,
    jobsFor,
    coachesSignUp: options.coachesSignUp ?? false,
    webhooks: options.webhooks && { sender: options.webhooks.sender, secret: options.secret },
    mail: options.mail && {
      confirmsAddresses: (options.mail.confirmsAddresses ?? true) && options.publicUrl !== undefined,
      bounceSecret: options.mail.bounceSecret,
    },
    logError,
  };
  if (options.mail) {
    mailKinds({ ...options.mail, store, clock, tokens, publicUrl: options.publicUrl }).forEach(jobs.register);
  }
  if (services.webhooks) webhookKinds({ store, clock, ...services.webhooks }).forEach(jobs.register);
  jobs.register(erasureKind(services));
  jobs.register(eraseBookingsKind(services, options.eraseAfterDays));
  jobs.register(lapseKind(services, lapseRequestsAfterMs));
  const handlers = createHandlerTable(services);
  const basePath = options.basePath ?? '';

  const call = async (name: EndpointName, params: Readonly<Record<string, string>>, request: Request, peer: Peer) => {
    const row: Endpoint = endpoints[name];
    const baseUrl = options.publicUrl ?? new URL(request.url).origin + basePath;
    const address = peer.address === undefined ? undefined : networkOf(peer.address);
    const about = { headers: request.headers, baseUrl, address, closing: peer.closing };
    if (name === 'createBooking' && options.bookingPage && isBookingForm(request)) {
      return bookByForm({ services, book: handlers.createBooking, write: options.bookingPage, about }, request);
    }
    const caller = await authenticate(services, name, request.headers);
    const parts = await readRequest(row, request, params);
    // `parts` comes from the row's schemas and `caller` from its `auth`, as the handler's type requires.
    const handler = handlers[name] as unknown as (call: unknown) => Promise<Answer<EndpointName>>;
    const answer = await handler({ ...parts, caller, request: about });
    if ('events' in answer) return eventStream(row.status, answer.events);
    const fault = options.checkReplies ? findReplyFault(row.reply, answer.reply) : undefined;
    if (fault !== undefined) throw new Error(`The reply does not match the contract: ${fault}`);
    return writeReply(row.status, answer);
  };

  const route = async (request: Request, peer: Peer): Promise<Response> => {
    const path = pathIn(new URL(request.url).pathname, basePath);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const secret = feedSecretIn(path);
    if (secret !== undefined) {
      if (method === 'OPTIONS') return preflight(['GET', 'HEAD', 'OPTIONS']);
      if (method !== 'GET') throw otherMethods(['GET', 'HEAD', 'OPTIONS']);
      return serveFeed(options.calendars, secret);
    }
    const mailPage = mailPageIn(path);
    if (mailPage) {
      if (method !== 'GET' && method !== 'POST') throw otherMethods(['GET', 'HEAD', 'POST']);
      return serveMailPage({ ...services, languages: options.mail?.languages }, mailPage, request);
    }
    const match = matchRoute(method, path);
    if (match.kind === 'nothing') throw new ProblemError('not_found');
    if (match.kind === 'other_methods') {
      if (method === 'OPTIONS') return preflight(match.methods);
      throw otherMethods(match.methods);
    }
    const row: Endpoint = endpoints[match.name];
    try {
      return await call(match.name, match.params, request, peer);
    } catch (error) {
      const where = `${row.method} ${row.path}`;
      const refusal = error instanceof ProblemError ? error : new ProblemError('internal', { cause: error });
      // The operator has to mend a full disk, or a database that is down.
      if (refusal.status === 500 || refusal.code === 'store_unavailable') {
        services.logError(where, refusal.cause ?? refusal);
      }
      if (options.checkReplies && !isListed(row, refusal)) {
        services.logError(where, new Error(`${refusal.code} is not among the row's errors`));
        throw new ProblemError('internal');
      }
      throw refusal;
    }
  };

  return async (request, peer = {}) => {
    const response = await route(request, peer).catch((error: unknown) => {
      const language = request.headers.get('accept-language');
      if (error instanceof ProblemError) return problemResponse(error, language);
      services.logError(request.method, error);
      return problemResponse(new ProblemError('internal'), language);
    });
    const { headers } = response;
    allowOrigin(headers, request.headers.get('origin'), options.allowOrigins ?? '*');
    headers.set('x-content-type-options', 'nosniff');
    // Slots and bookings may change at any moment.
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    if (request.method !== 'HEAD') return response;
    await response.body?.cancel();
    return new Response(null, { status: response.status, headers });
  };
}

function eventStream(status: number, events: ReadableStream<Uint8Array>): Response {
  return new Response(events, {
    status,
    headers: {
      'content-type': 'text/event-stream',
      // `no-transform`: proxies must not compress and gather events, so that each one arrives at once.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function writeReply(
  status: number,
  { reply, headers }: Exclude<Answer<EndpointName>, { readonly events: unknown }>,
): Response {
  if (status === 204) return new Response(null, { status, ...(headers && { headers }) });
  const json = JSON.stringify(reply ?? null);
  return new Response(json, { status, headers: { 'content-type': 'application/json', ...headers } });
}

function pathIn(pathname: string, basePath: string): string {
  if (!pathname.startsWith(`${basePath}/`)) throw new ProblemError('not_found');
  return pathname.slice(basePath.length);
}

function otherMethods(methods: readonly string[]): ProblemError {
  return new ProblemError('method_not_allowed', { headers: { allow: methods.join(', ') } });
}

function isListed(row: Endpoint, { code }: ProblemError): boolean {
  // `forbidden` is also the answer to a booking-link token on calls that it may not make.
  return [...generalErrors, ...row.errors, 'forbidden'].includes(code);
}
