import { seed } from '../../../src/mock/index.ts';
import { seedStore } from '../../../src/mock/seed.ts';
import { createPasswords } from '../../../src/server/auth/passwords.ts';
import { type BookingServerOptions, createBookingServer } from '../../../src/server/http/server.ts';
import { createSmtpMailer } from '../../../src/server/integrations/smtp/smtp-mailer.ts';
import { createJobRunner, type JobLogEntry, type JobRunner } from '../../../src/server/jobs/job-runner.ts';
import type { MailOptions } from '../../../src/server/messages/mail-context.ts';
import type { Store } from '../../../src/server/ports.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { type SmtpStandIn, startSmtp } from './smtp-stand-in.ts';

const cost = { N: 2, r: 8, p: 1 };
export const SECRET = 'a secret of thirty-two bytes or more';
export const PAGE = 'https://ana.example/book';
export const DESK = 'https://ana.example/desk';
export const API = 'https://api.example.com';
const START = Date.UTC(2025, 10, 5, 10, 30);
const MINUTE = 60_000;

/** A reply, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came
  readonly body: any;
}

interface Asked {
  readonly json?: unknown;
  readonly token?: string | undefined;
  readonly language?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body of a form. */
  readonly form?: string;
}

/** A seeded server that writes to people over SMTP, and a clock that the test sets. */
export interface Mailing {
  readonly store: Store;
  readonly smtp: SmtpStandIn;
  readonly jobs: JobRunner;
  readonly log: readonly JobLogEntry[];
  readonly errors: readonly unknown[];
  now(): number;
  call(method: string, path: string, asked?: Asked): Promise<Reply>;
  logIn(email: string): Promise<string>;
  guest(json?: object, asked?: Asked): Promise<string>;
  /** Books an hour with Ana. */
  book(token: string, at?: string, more?: object): Promise<Reply>;
  /** Runs what is due. */
  settle(): Promise<void>;
  /** Sets the clock on by minutes, and runs what is due. */
  later(minutes: number): Promise<void>;
  /** Sets the clock without running anything: nothing runs while a server is down. */
  skip(minutes: number): void;
  setClock(at: string): void;
}

const stops: (() => Promise<void>)[] = [];

/** Ends everything that was started. Call it after each test. */
export async function stopMailing(): Promise<void> {
  for (const stop of stops.splice(0)) await stop();
}

/** Starts a server with mail; `smtp` is used in place of a new stand-in. */
export async function startMailing(
  options: {
    readonly store?: Store;
    readonly smtp?: SmtpStandIn;
    readonly mail?: Partial<MailOptions>;
    readonly server?: Partial<BookingServerOptions>;
    readonly isSeeded?: boolean;
    readonly at?: string;
  } = {},
): Promise<Mailing> {
  let now = options.at === undefined ? START : Date.parse(options.at);
  const clock = { now: () => now };
  const store = options.store ?? createMemoryStore();
  if (!options.isSeeded) await seedStore(store, createPasswords(cost), now, 'some');
  const smtp = options.smtp ?? (await startSmtp());
  const mailer = createSmtpMailer(smtp.config);
  const log: JobLogEntry[] = [];
  const errors: unknown[] = [];
  const jobs = createJobRunner({
    store,
    clock,
    schedule: () => undefined,
    random: () => 0.5,
    log: (line) => log.push(line),
  });
  const answer = createBookingServer({
    store,
    secret: SECRET,
    clock,
    jobs,
    passwordCost: cost,
    passwords: createPasswords(cost),
    passwordFault: () => undefined,
    checkReplies: true,
    publicUrl: API,
    openRequests: 1000,
    mail: {
      mailer,
      from: { name: 'CultureBridge', address: 'bookings@culturebridge.example' },
      pages: { booking: PAGE, coach: DESK },
      ...options.mail,
    },
    log: ({ error }) => errors.push(error),
    ...options.server,
  });
  stops.push(async () => {
    await jobs.stop();
    await mailer.close?.();
    if (!options.smtp) await smtp.stop();
  });
  const call: Mailing['call'] = async (method, path, { json, token, language, headers, form } = {}) => {
    const reply = await answer(
      new Request(`http://localhost${path}`, {
        method,
        headers: {
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(language !== undefined && { 'accept-language': language }),
          ...headers,
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
        ...(form !== undefined && { body: form }),
      }),
    );
    const text = await reply.text();
    const isJson = /json/.test(reply.headers.get('content-type') ?? '');
    return { status: reply.status, headers: reply.headers, body: isJson ? JSON.parse(text) : text };
  };
  const settle = async () => {
    jobs.wake();
    await jobs.idle();
  };
  return {
    store,
    smtp,
    jobs,
    log,
    errors,
    now: () => now,
    call,
    logIn: async (email) =>
      (await call('POST', '/auth/login', { json: { email, password: 'password123' } })).body.access_token,
    guest: async (json = {}, asked = {}) =>
      (await call('POST', '/auth/guest', { ...asked, json: { email: 'gast@example.com', name: 'Gast', ...json } })).body
        .access_token,
    book: (token, at = '2025-11-18T13:00:00Z', more = {}) =>
      call('POST', '/booking', {
        token,
        json: { coach_id: seed.coach.id, session_datetime: at, duration_minutes: 60, ...more },
      }),
    settle,
    async later(minutes) {
      now += minutes * MINUTE;
      await settle();
    },
    skip(minutes) {
      now += minutes * MINUTE;
    },
    setClock(at) {
      now = Date.parse(at);
    },
  };
}
