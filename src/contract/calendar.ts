import * as z from 'zod/mini';
import { id, instant, timeZone } from './values.ts';

/** Calendars that can be connected: `google` is Google Calendar, `outlook` is Microsoft 365 and Outlook.com. */
export const calendarProvider = z.enum(['google', 'outlook']);
/** A calendar that can be connected: `google` or `outlook`. */
export type CalendarProvider = z.output<typeof calendarProvider>;

/** The calendar provider that a path names. */
export const providerParams = z.object({ provider: calendarProvider });

const redirectUri = z.string().check(
  z.refine((text) => URL.canParse(text) && /^https?:/.test(text), {
    error: 'must be an absolute http(s) URL such as https://example.com/callback',
  }),
);

/** The redirect address: an absolute http(s) URL that exactly matches one on the server's allow-list. */
export const authUrlQuery = z.object({ redirect_uri: redirectUri });
/** How long a connection may take from the consent page to its end, in minutes. */
export const AUTH_STATE_MINUTES = 10;

/**
 * The provider's consent page, and the `state` that comes back with the code (RFC 6749, section 4.1).
 * Valid for `AUTH_STATE_MINUTES` and one use.
 */
export const authUrl = z.object({ auth_url: z.string(), state: z.string() });

/** The same `redirect_uri` that the consent page was asked for with (RFC 6749, section 4.1.3). */
export const exchangeTokenQuery = z.object({ redirect_uri: redirectUri });
/** The `code` and `state` that the provider sent the browser back with: 1 to 4,096 characters each. */
export const exchangeTokenBody = z.object({
  code: z.string().check(z.minLength(1), z.maxLength(4096)),
  state: z.string().check(z.minLength(1), z.maxLength(4096)),
});
/** The provider's tokens, in the shape of the token endpoint. */
export const providerTokens = z.object({
  access_token: z.string(),
  refresh_token: z.optional(z.nullable(z.string())),
  expires_in: z.number(),
  token_type: z.string(),
});

/** A booking to write into the caller's calendar; the event is shown in `timezone`. */
export const syncBookingBody = z.object({
  booking_id: id,
  calendar_type: calendarProvider,
  /** May be left out when the caller has connected this calendar. */
  access_token: z.optional(z.string().check(z.minLength(1), z.maxLength(8192))),
  timezone: timeZone,
});
/**
 * The event of a booking: the provider's id, and the video link where it has one.
 * `status` is `confirmed` or `cancelled`.
 */
export const syncedEvent = z.object({
  event_id: z.string(),
  meeting_link: z.optional(z.nullable(z.string())),
  status: z.string(),
});

/** The connection of the caller's calendar: the account, the time of the last sync, and the last failure in words. */
export const connection = z.object({
  provider: calendarProvider,
  /** False when the server has no credentials for this provider: hide the button. */
  configured: z.boolean(),
  status: z.enum(['connected', 'reconnect_needed', 'disconnected']),
  account: z.optional(z.nullable(z.string())),
  last_sync: z.optional(z.nullable(instant)),
  last_error: z.optional(z.nullable(z.string())),
});
/**
 * The state of one provider's connection; `last_sync` is an instant in UTC.
 * `reconnect_needed` says that the provider no longer accepts its tokens.
 */
export type CalendarConnection = z.output<typeof connection>;
/** The caller's calendar connections: one entry for each provider, also for those not connected. */
export const connectionList = z.object({ connections: z.array(connection) });

/** The range to read busy times of, `[start_date, end_date)`: at most `MAX_RANGE_DAYS` days. */
export const busyQuery = z.object({ start_date: instant, end_date: instant });
/** The caller's busy times, without titles or places. In order, none overlapping. */
export const busyTimes = z.object({ busy: z.array(z.object({ start: instant, end: instant })) });

/** The address of the caller's private subscription feed; anybody with the address can read it. */
export const feedAddress = z.object({ url: z.string() });
