import * as z from 'zod/mini';
import { id, instant, timeZone } from './values.ts';

export const calendarProvider = z.enum(['google', 'outlook']);
export type CalendarProvider = z.output<typeof calendarProvider>;

export const providerParams = z.object({ provider: calendarProvider });

const redirectUri = z.string().check(
  z.refine((text) => URL.canParse(text) && /^https?:/.test(text), {
    error: 'must be an absolute http(s) URL such as https://example.com/callback',
  }),
);

export const authUrlQuery = z.object({ redirect_uri: redirectUri });
export const authUrl = z.object({ auth_url: z.string(), state: z.string() });

export const exchangeTokenQuery = z.object({ redirect_uri: redirectUri });
export const exchangeTokenBody = z.object({
  code: z.string().check(z.minLength(1), z.maxLength(4096)),
  state: z.string().check(z.minLength(1), z.maxLength(4096)),
});
/** The provider's tokens, in the guide's shape. */
export const providerTokens = z.object({
  access_token: z.string(),
  refresh_token: z.optional(z.nullable(z.string())),
  expires_in: z.number(),
  token_type: z.string(),
});

export const syncBookingBody = z.object({
  booking_id: id,
  calendar_type: calendarProvider,
  /** May be left out when the caller has connected this calendar. */
  access_token: z.optional(z.string().check(z.minLength(1), z.maxLength(8192))),
  timezone: timeZone,
});
export const syncedEvent = z.object({
  event_id: z.string(),
  meeting_link: z.optional(z.nullable(z.string())),
  status: z.string(),
});

export const connection = z.object({
  provider: calendarProvider,
  /** False when the server has no credentials for this provider: hide the button. */
  configured: z.boolean(),
  status: z.enum(['connected', 'reconnect_needed', 'disconnected']),
  account: z.optional(z.nullable(z.string())),
  last_sync: z.optional(z.nullable(instant)),
  last_error: z.optional(z.nullable(z.string())),
});
export type CalendarConnection = z.output<typeof connection>;
export const connectionList = z.object({ connections: z.array(connection) });

export const busyQuery = z.object({ start_date: instant, end_date: instant });
/** When the caller is busy, and nothing more of it: no titles, no places. In order, none overlapping. */
export const busyTimes = z.object({ busy: z.array(z.object({ start: instant, end: instant })) });

/** Where the caller's private subscription feed is; whoever has the address can read it. */
export const feedAddress = z.object({ url: z.string() });
