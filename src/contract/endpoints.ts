import { accountEndpoints } from './endpoints/account.ts';
import { adminEndpoints } from './endpoints/admin.ts';
import { bookingsEndpoints } from './endpoints/bookings.ts';
import { calendarEndpoints } from './endpoints/calendar.ts';
import { flowEndpoints } from './endpoints/flow.ts';
import { liveEndpoints } from './endpoints/live.ts';
import { messageEndpoints } from './endpoints/messages.ts';
import { paymentEndpoints } from './endpoints/payments.ts';
import { profileEndpoints } from './endpoints/profile.ts';
import { scheduleEndpoints } from './endpoints/schedule.ts';
import { sessionTypeEndpoints } from './endpoints/session-types.ts';
import { visitorEndpoints } from './endpoints/visitor.ts';
import { webhookEndpoints } from './endpoints/webhooks.ts';
import type { ErrorCode } from './problem.ts';

export {
  accountEndpoints,
  adminEndpoints,
  bookingsEndpoints,
  calendarEndpoints,
  flowEndpoints,
  liveEndpoints,
  messageEndpoints,
  paymentEndpoints,
  profileEndpoints,
  scheduleEndpoints,
  sessionTypeEndpoints,
  visitorEndpoints,
  webhookEndpoints,
};

/** Error codes that every call may answer. */
export const generalErrors = [
  'malformed_request',
  'body_too_large',
  'unsupported_media_type',
  'method_not_allowed',
  'invalid_request',
  'rate_limited',
  'server_busy',
  'internal',
  'store_unavailable',
] as const satisfies readonly ErrorCode[];

/** The whole contract, one row for each call. */
export const endpoints = {
  ...visitorEndpoints,
  ...flowEndpoints,
  ...liveEndpoints,
  ...bookingsEndpoints,
  ...scheduleEndpoints,
  ...calendarEndpoints,
  ...sessionTypeEndpoints,
  ...paymentEndpoints,
  ...accountEndpoints,
  ...profileEndpoints,
  ...messageEndpoints,
  ...adminEndpoints,
  ...webhookEndpoints,
} as const;

/** The rows of `endpoints` by name, each with its own schemas: client, handlers and documents are typed from it. */
export type Endpoints = typeof endpoints;
/** The name of a call, such as `createBooking`: the client's method and the server's handler have it too. */
export type EndpointName = keyof Endpoints;

/**
 * The version of the contract, `major.minor`: the minor part grows with calls, optional fields and codes that backends may lack, the
 * major part when backends have to change. `GET /health` answers with it.
 */
export const CONTRACT_VERSION = '1.0';
