import {
  AUTH_STATE_MINUTES,
  type CalendarConnection,
  type CalendarProvider,
  calendarProvider,
} from '../../contract/calendar.ts';
import { writeInstant } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import { ProblemError } from '../http/problem-error.ts';
import { createJobRunner, type JobRunner } from '../jobs/job-runner.ts';
import { mailJob } from '../messages/mail-jobs.ts';
import { type MailLanguages, mailLanguage } from '../messages/mail-languages.ts';
import type { Clock, Store } from '../ports.ts';
import { createAuthorization } from './authorization.ts';
import { type CalendarLog, machineSchedule, type Person, type Schedule } from './calendar-ports.ts';
import type { CalendarStore, ConnectionRecord } from './calendar-store.ts';
import type { BookingChange, CalendarIntegrations } from './calendars.ts';
import type { CalendarConfig, ProviderConfig } from './config.ts';
import { createConnectionTokens } from './connection-tokens.ts';
import { createFeeds } from './feed.ts';
import { createFreeBusy, type FreeBusyOptions } from './free-busy.ts';
import { createMeetingLinks } from './meeting-links.ts';
import { type CalendarTarget, placeSession, removeSession } from './place-session.ts';
import { googleCalendar } from './providers/google-calendar.ts';
import { graphCalendar } from './providers/graph-calendar.ts';
import { asProblem, ProviderFailure } from './providers/provider-failure.ts';
import { createProviderRequest } from './providers/provider-http.ts';
import { createSync, syncJob } from './sync.ts';
import { createTokenSeal } from './token-seal.ts';

/** Options of the calendar integrations. */
export interface CalendarIntegrationsOptions {
  readonly config: CalendarConfig;
  /** The server's own store: accounts, bookings, and the jobs that sync them; the coaches say in which language their calendars are written. */
  readonly store: Pick<Store, 'accounts' | 'bookings' | 'calendars' | 'jobs' | 'listen'> &
    Partial<Pick<Store, 'coaches'>>;
  /** The store of connections, events and feeds. @default the store's `calendars` */
  readonly calendarStore?: CalendarStore;
  /** Runs the syncs together with the server's other jobs. @default a new runner for the jobs of this process */
  readonly jobs?: JobRunner;
  /** @default the machine's clock */
  readonly clock?: Clock;
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch;
  /** @default the machine's timers */
  readonly schedule?: Schedule;
  /** True: its owner gets a mail when a calendar must be connected again; a server with `mail` on the same store sends it. @default false */
  readonly mailsWhenBroken?: boolean;
  /** Texts in further languages, as the mails have them. @default the built-in ones */
  readonly languages?: MailLanguages;
  /** @default no log */
  readonly log?: CalendarLog;
}

/** The server's port for calendars, and the methods that only this implementation has. */
export interface ConnectedCalendars extends CalendarIntegrations {
  /** `fresh` asks the providers instead of the cache: used when a session is booked. */
  freeBusy(userId: string, range: Interval, options?: FreeBusyOptions): Promise<readonly Interval[]>;
  /** Resolves when no sync is under way: wait for it before the process ends. */
  idle(): Promise<void>;
}

/** The changes that calendars are told: a booking is in calendars from its confirmation on. */
const SYNCED: ReadonlySet<BookingChange['kind']> = new Set(['confirmed', 'moved', 'cancelled']);
/** The OAuth sign-in must be finished within this time. */
const STATE_LIFETIME_MS = AUTH_STATE_MINUTES * MINUTE_MS;
const CALENDAR_NAMES = { google: 'Google Calendar', outlook: 'Outlook' } as const;
const adapters = { google: googleCalendar, outlook: graphCalendar } as const;

/**
 * Makes the integrations of Google Calendar and Outlook: OAuth, events, free/busy and feeds.
 *
 * @example
 * const store = openSqliteStore('booking.sqlite');
 * const calendars = createCalendarIntegrations({ config: calendarConfigFromEnv(process.env), store });
 * const answer = createBookingServer({ store, secret, calendars });
 */
export function createCalendarIntegrations(options: CalendarIntegrationsOptions): ConnectedCalendars {
  const { config, store, calendarStore = options.store.calendars } = options;
  const clock = options.clock ?? { now: () => Date.now() };
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const schedule = options.schedule ?? machineSchedule;
  const log = options.log ?? (() => undefined);
  const providers = calendarProvider.options.filter((provider) => config.providers[provider]);
  const seal = createTokenSeal(config.sealKeys);
  if (config.sealKeys.length === 0 && providers.length > 0) {
    log({
      level: 'warn',
      message: 'CALENDAR_TOKEN_KEYS is not set: connected calendars are lost when the server stops',
    });
  }

  const configOf = (provider: CalendarProvider): ProviderConfig => {
    const found = config.providers[provider];
    if (!found) throw new ProblemError('calendar_not_configured');
    return found;
  };
  const authorization = (provider: CalendarProvider) => createAuthorization(provider, configOf(provider), fetch);
  const mailOwner = async ({ userId, provider, expiresAt }: ConnectionRecord): Promise<void> => {
    const mail = { about: 'reconnect_calendar' as const, userId, calendar: CALENDAR_NAMES[provider] };
    // One mail each time a connection breaks, however many calls notice it.
    await store.jobs.add(mailJob(mail, `reconnect ${userId} ${provider} ${expiresAt}`, clock.now()), clock.now());
  };
  const tokens = createConnectionTokens({
    store: calendarStore,
    seal,
    clock,
    log,
    authorization,
    ...(options.mailsWhenBroken && { onBroken: mailOwner }),
  });
  const requestWith = (provider: CalendarProvider, access: (rejected?: string) => Promise<string>) =>
    createProviderRequest({ provider, apiUrl: configOf(provider).apiUrl, fetch, schedule, access });
  const requestFor = ({ userId, provider }: CalendarTarget) =>
    requestWith(provider, (rejected) => tokens.access(userId, provider, rejected));

  const findPerson = async (userId: string): Promise<Person | undefined> => {
    const account = await store.accounts.find(userId);
    if (!account) return undefined;
    const { name, email, timeZone, role, locale } = account;
    // As for mails: what a coach chose for them, else the language of the account.
    const chosen = role === 'coach' ? (await store.coaches?.find(userId))?.messages?.language : undefined;
    return { name, email, timeZone, language: mailLanguage(chosen ?? locale, options.languages) };
  };
  const findBooking = (id: string) => store.bookings.find(id);
  const keepMeetingLink = createMeetingLinks(store.bookings, clock);
  const common = { store: calendarStore, clock, log, providers, adapters, requestFor };
  const freeBusy = createFreeBusy(common);
  const sync = createSync({ ...common, findBooking, findPerson, keepMeetingLink });
  const jobs =
    options.jobs ??
    createJobRunner({
      store,
      clock,
      schedule,
      log: ({ level, message, key }) => log({ level, message, ...(key !== undefined && { bookingId: key }) }),
    });
  jobs.register(sync.kind);
  const feeds = createFeeds({ store: calendarStore, seal, clock, bookings: store.bookings, findPerson });

  const checkRedirect = (redirectUri: string) => {
    if (!config.redirectUris.includes(redirectUri)) throw new ProblemError('redirect_uri_not_allowed');
  };

  return {
    async authUrl({ userId, provider, redirectUri }) {
      const flow = authorization(provider);
      checkRedirect(redirectUri);
      const state = flow.newState();
      const verifier = flow.newVerifier();
      await calendarStore.authorizations.add({
        state,
        userId,
        provider,
        redirectUri,
        verifier: await seal.seal(verifier, state),
        expiresAt: clock.now() + STATE_LIFETIME_MS,
      });
      const loginHint = (await findPerson(userId))?.email ?? undefined;
      return { auth_url: await flow.url({ redirectUri, state, verifier, loginHint }), state };
    },

    async exchange({ userId, provider, redirectUri, code, state }) {
      const flow = authorization(provider);
      checkRedirect(redirectUri);
      const pending = await calendarStore.authorizations.take(state);
      const matches =
        pending?.userId === userId && pending.provider === provider && pending.redirectUri === redirectUri;
      if (!matches || pending.expiresAt <= clock.now()) throw new ProblemError('invalid_state');
      const verifier = await seal.open(pending.verifier, state);
      const granted = await flow.exchange({ code, state, redirectUri, verifier });
      await tokens.connect(userId, provider, granted);
      // The account's name is only shown: without it the connection still works.
      const account = await adapters[provider].account(requestFor({ userId, provider })).catch(() => null);
      await calendarStore.connections.update(userId, provider, { account });
      return {
        access_token: granted.accessToken,
        refresh_token: granted.refreshToken ?? null,
        expires_in: granted.expiresIn,
        token_type: 'Bearer',
      };
    },

    async syncBooking({ userId, provider, booking, accessToken, timeZone }) {
      const access = (rejected?: string) => {
        if (accessToken === undefined) return tokens.access(userId, provider, rejected);
        // A token given from outside cannot be renewed here.
        return rejected === undefined
          ? Promise.resolve(accessToken)
          : Promise.reject(new ProviderFailure(provider, 'reconnect', { status: 401 }));
      };
      const request = requestWith(provider, access);
      const target = { userId, provider, adapter: adapters[provider], request };
      try {
        return await sync.alone(booking.id, async () => {
          const current = (await findBooking(booking.id)) ?? booking;
          const records = await calendarStore.events.ofBooking(booking.id);
          if (current.status === 'cancelled') {
            const own = records.find((record) => record.userId === userId && record.provider === provider);
            await removeSession(calendarStore, { ...target, booking: current });
            return { event_id: own?.eventId ?? '', meeting_link: null, status: 'cancelled' };
          }
          const placed = await placeSession(calendarStore, findPerson, {
            ...target,
            booking: current,
            timeZone,
            makesMeeting: current.meetingLink === null && !records.some((record) => record.hostsMeeting),
            invites: records.some((record) => record.userId !== userId) ? 'nobody' : 'all',
          });
          await calendarStore.connections.update(userId, provider, { lastSync: clock.now(), lastError: null });
          return { event_id: placed.eventId, meeting_link: placed.meetingLink, status: 'confirmed' };
        });
      } catch (error) {
        throw asProblem(error);
      }
    },

    async connections(userId) {
      return Promise.all(
        calendarProvider.options.map(async (provider): Promise<CalendarConnection> => {
          const found = await calendarStore.connections.find(userId, provider);
          return {
            provider,
            configured: config.providers[provider] !== undefined,
            status: found?.status ?? 'disconnected',
            account: found?.account ?? null,
            last_sync: found?.lastSync == null ? null : writeInstant(found.lastSync),
            last_error: found?.lastError ?? null,
          };
        }),
      );
    },

    disconnect: (userId, provider) => tokens.disconnect(userId, provider),
    async forget(userId) {
      for (const provider of calendarProvider.options) await tokens.disconnect(userId, provider);
      await calendarStore.removeUser(userId);
    },
    freeBusy,
    jobsFor: ({ kind, booking }) => (SYNCED.has(kind) ? [syncJob(booking.id, clock.now())] : []),
    async onBookingChanged({ booking }) {
      await store.jobs.add(syncJob(booking.id, clock.now()), clock.now());
      await jobs.idle();
    },
    async idle() {
      await jobs.idle();
      await sync.idle();
    },
    feedSecret: feeds.secret,
    resetFeedSecret: feeds.reset,
    feed: feeds.text,
  };
}
