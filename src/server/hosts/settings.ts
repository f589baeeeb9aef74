import { ERASE_AFTER_MOST } from '../../contract/desk/message-settings.ts';
import { LONGEST_REQUEST_LAPSE_HOURS } from '../../contract/schedule.ts';
import { HOUR_MS } from '../../domain/time/units.ts';
import { defaultRateLimits, type Rate, type RateLimits } from '../auth/rate-limit.ts';
import { DEFAULT_LIVE_CONNECTIONS } from '../availability/live-connections.ts';
import { DEFAULT_LAPSE_MS } from '../bookings/lapse.ts';
import { DEFAULT_OPEN_REQUESTS } from '../bookings/open-requests.ts';
import type { AllowOrigins } from '../http/cors.ts';
import { type CalendarConfig, calendarConfigFromEnv } from '../integrations/config.ts';
import { type MailConfig, mailConfigFromEnv } from '../integrations/smtp/smtp-config.ts';
import { type PaymentConfig, paymentConfigFromEnv } from '../integrations/stripe/payment-config.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import type { Environment } from './environment.ts';
import { readPlace } from './open-store.ts';
import { UsageError } from './usage-error.ts';

/** The settings of the command `serve`. */
export interface ServeSettings {
  /** A SQLite file, or `postgres://…`. */
  readonly file: string;
  readonly host: string;
  readonly port: number;
  readonly secret: string;
  readonly allowOrigins: AllowOrigins;
  readonly trustedProxies: number;
  readonly publicUrl: string | undefined;
  readonly basePath: string;
  readonly coachesSignUp: boolean;
  readonly openRequests: number;
  readonly liveConnections: number;
  readonly lapseRequestsAfterMs: number;
  /** Absent: what names clients is erased where a coach says so, and nowhere else. */
  readonly eraseAfterDays: number | undefined;
  readonly rateLimits: Partial<RateLimits>;
  readonly calendars: CalendarConfig;
  /** Absent: nothing is sold. */
  readonly payments: PaymentConfig | undefined;
  /** True: webhooks may be plain HTTP, and inside the server's own network. */
  readonly privateWebhooks: boolean;
  /** Absent: no mails are sent. */
  readonly mail: MailConfig | undefined;
}

export const SERVE_HELP = `culturebridge-booking serve: the booking server, without any seed

  --data <place>      where everything is kept: a SQLite file, or
                      postgres://user:password@host/database   (BOOKING_DATA, else DATABASE_URL)
  --port <n>          listen on this port                      (PORT, else 8000)
  --host <address>    listen on this address                   (HOST, else 127.0.0.1)

Environment
  BOOKING_SECRET      signs the tokens, at least 32 bytes; required
  ALLOW_ORIGINS       origins of pages that may call, separated by blanks; all when it is not set
  TRUST_PROXY         how many proxies in front of it add to X-Forwarded-For (0)
  PUBLIC_URL          the address others reach it at, https://api.example.com
  BASE_PATH           where the paths begin, /api/v1
  COACHES_SIGN_UP     yes: anybody may sign up as a coach
  BOOKING_OVERLAP     trigger: PostgreSQL without the extension btree_gist
  DATABASE_POOL       how many connections to PostgreSQL at most (10)
  OPEN_REQUESTS       requests a guest, and an address, may have open with a coach (3)
  LIVE_CONNECTIONS    streams of changed times that an address may have open (20)
  LAPSE_REQUESTS      hours after which a guest's request lapses that nobody answers, 0 for
                      never; a coach may choose otherwise  (24)
  ERASE_AFTER_DAYS    days after a session at which what names its client is erased, 0 for
                      never; a coach may choose fewer      (0)
  RATE_LIMITS         name=count/seconds, separated by blanks
                      (${rateNames().join(', ')})
  PRIVATE_WEBHOOKS    yes: webhooks may be plain HTTP, and inside the server's own network

Mail             (docs/messages.md)
  SMTP_HOST, SMTP_PORT (587), SMTP_USER, SMTP_PASSWORD; or MAIL_URL=smtps://user:password@host
  SMTP_FROM_EMAIL, SMTP_FROM_NAME      who mails come from; the address is required with a mail server
  BOOKING_PAGE_URL, COACH_PAGE_URL     the pages that links in mails lead to
  SMTP_BOUNCE_EMAIL, BOUNCE_SECRET     where mails come back to that cannot be delivered, and the
                                       secret of who reports them to POST /messages/bounces

Calendars and payments have variables of their own: see docs/calendars.md and docs/payments.md.
`;

/** Reads the arguments after `serve`, and the environment; `undefined` when help is asked for. Throws `UsageError`. */
export function readServeSettings(args: readonly string[], env: Environment): ServeSettings | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  const file = readPlace(values.data, env, 'Name the file to keep everything in');
  const { ALLOW_ORIGINS: origins = '*', BASE_PATH: basePath = '', PUBLIC_URL: publicUrl } = env;
  if (basePath !== '' && !/^(\/[\w.~-]+)+$/.test(basePath)) {
    throw new UsageError(`BASE_PATH ${basePath}: must look like /api/v1, without a slash at its end`);
  }
  return {
    file,
    host: values.host ?? (env.HOST || '127.0.0.1'),
    port: wholeNumber('--port', values.port ?? (env.PORT || '8000'), 65535),
    secret: readSecret(env.BOOKING_SECRET),
    allowOrigins: origins.trim() === '*' ? '*' : list(origins).map(readOrigin),
    trustedProxies: wholeNumber('TRUST_PROXY', env.TRUST_PROXY || '0', 10),
    publicUrl: publicUrl ? readPublicUrl(publicUrl) : undefined,
    basePath,
    coachesSignUp: isYes(env.COACHES_SIGN_UP),
    openRequests: wholeNumber('OPEN_REQUESTS', env.OPEN_REQUESTS || String(DEFAULT_OPEN_REQUESTS), 10_000),
    liveConnections: wholeNumber('LIVE_CONNECTIONS', env.LIVE_CONNECTIONS || String(DEFAULT_LIVE_CONNECTIONS), 10_000),
    lapseRequestsAfterMs:
      wholeNumber(
        'LAPSE_REQUESTS',
        env.LAPSE_REQUESTS || String(DEFAULT_LAPSE_MS / HOUR_MS),
        LONGEST_REQUEST_LAPSE_HOURS,
      ) * HOUR_MS,
    eraseAfterDays: wholeNumber('ERASE_AFTER_DAYS', env.ERASE_AFTER_DAYS || '0', ERASE_AFTER_MOST) || undefined,
    rateLimits: readRateLimits(env.RATE_LIMITS ?? ''),
    calendars: fromEnv(() => calendarConfigFromEnv(env)),
    payments: fromEnv(() => paymentConfigFromEnv(env)),
    privateWebhooks: isYes(env.PRIVATE_WEBHOOKS),
    mail: readMail(env),
  };
}

function parse(args: readonly string[]) {
  return readArguments(args, {
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

function readSecret(secret: string | undefined): string {
  if (!secret) {
    throw new UsageError('Set BOOKING_SECRET: it signs the tokens. `openssl rand -base64 48` makes a good one.');
  }
  const { length } = new TextEncoder().encode(secret);
  // The message never contains the secret.
  if (length < 32)
    throw new UsageError(`BOOKING_SECRET has ${length} bytes: it must have at least 32 (RFC 7518, 3.2).`);
  return secret;
}

function readOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : undefined;
  if (origin === text) return text;
  throw new UsageError(`ALLOW_ORIGINS ${text}: must be an origin such as https://www.example.com, or * alone`);
}

function readPublicUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new UsageError(`PUBLIC_URL ${text}: must be an address such as https://api.example.com`);
}

function isYes(text: string | undefined): boolean {
  return /^(yes|true|1)$/i.test(text ?? '');
}

function readMail(env: Environment): MailConfig | undefined {
  const mail = fromEnv(() => mailConfigFromEnv(env));
  if (mail && !env.PUBLIC_URL) {
    throw new UsageError('Set PUBLIC_URL with a mail server: links in mails lead to it, https://api.example.com');
  }
  return mail;
}

function readRateLimits(text: string): Partial<RateLimits> {
  const limits: Partial<Record<keyof RateLimits, Rate>> = {};
  for (const entry of list(text)) {
    const [, given, count, seconds] = /^(\w+)=(\d+)\/(\d+)$/.exec(entry) ?? [];
    const name = rateNames().find((known) => known === given);
    if (!name || Number(count) < 1 || Number(seconds) < 1) {
      const example = 'bookingsByUser=10/60 for ten a minute';
      throw new UsageError(`RATE_LIMITS ${entry}: must look like ${example}; there are ${rateNames().join(', ')}`);
    }
    limits[name] = { count: Number(count), seconds: Number(seconds) };
  }
  return limits;
}

function rateNames(): (keyof RateLimits)[] {
  return Object.keys(defaultRateLimits) as (keyof RateLimits)[];
}

function fromEnv<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function list(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
