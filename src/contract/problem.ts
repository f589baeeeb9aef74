import * as z from 'zod/mini';
import { MAX_RANGE_DAYS } from './availability.ts';

type Problems = Readonly<Record<string, { readonly status: number; readonly detail: string }>>;

/**
 * Error codes of the calls that every backend has. Older backends send the sentence without the code, and the client recognises it
 * by the sentence, so pages load these sentences for a refusal without a code.
 */
export const basicProblems = {
  range_inverted: { status: 400, detail: 'End date must be after start date' },
  range_too_long: { status: 400, detail: `Date range cannot exceed ${MAX_RANGE_DAYS} days` },
  in_the_past: { status: 400, detail: 'Session must be scheduled in the future' },
  invalid_client: { status: 400, detail: 'Invalid client' },
  invalid_coach: { status: 400, detail: 'Invalid coach' },
  coach_inactive: { status: 400, detail: 'Coach is not active' },
  not_authenticated: { status: 401, detail: 'Not authenticated' },
  invalid_credentials: { status: 401, detail: 'Incorrect email or password' },
  token_expired: { status: 401, detail: 'Token has expired' },
  only_clients_book: { status: 403, detail: 'Only clients can create bookings' },
  booking_forbidden: { status: 403, detail: 'Unauthorized to view this booking' },
  bookings_forbidden: { status: 403, detail: 'Unauthorized to view these bookings' },
  change_forbidden: { status: 403, detail: 'Unauthorized to update this booking' },
  booking_not_found: { status: 404, detail: 'Booking not found' },
  coach_not_found: { status: 404, detail: 'Coach not found' },
  slot_unavailable: { status: 409, detail: 'Time slot is not available' },
  email_taken: { status: 409, detail: 'Email already registered' },
  internal: { status: 500, detail: 'Something went wrong on the server' },
} as const satisfies Problems;

/**
 * Every error code the API can answer with: its HTTP status and the sentence that goes into `detail`.
 * Programs switch on `code`; `detail` is for people, and its wording must not change because older backends send it too.
 */
export const problems = {
  ...basicProblems,
  malformed_request: { status: 400, detail: 'The request body is not valid JSON' },
  malformed_http: { status: 400, detail: 'The request is not valid HTTP, or its Host header is not a host' },
  too_many_open_requests: {
    status: 400,
    detail: 'You have {count} requests with this coach that wait for an answer: wait for it, or cancel one',
  },
  visitor_not_verified: { status: 400, detail: 'The check that a person is booking did not pass' },
  cannot_cancel: { status: 400, detail: 'Cannot cancel booking with status {status}' },
  cannot_erase: { status: 400, detail: 'Only a session that is over or cancelled can be erased' },
  invalid_transition: { status: 400, detail: 'Invalid status transition from {from} to {to}' },
  cannot_move: { status: 400, detail: 'Cannot move booking with status {status}' },
  too_late: { status: 400, detail: 'This booking can no longer be changed: {reason}' },
  invalid_state: { status: 400, detail: 'The state is unknown, used already, or older than ten minutes' },
  invalid_grant: { status: 400, detail: 'The calendar provider refused the authorization code' },
  redirect_uri_not_allowed: { status: 400, detail: 'This redirect_uri is not on the allow-list' },
  payment_exists: { status: 400, detail: 'Payment already exists for this booking' },
  nothing_to_pay: { status: 400, detail: 'There is nothing to pay for this booking' },
  not_refundable: { status: 400, detail: 'This payment cannot be refunded: {reason}' },
  invalid_signature: { status: 400, detail: 'Invalid signature' },
  webhook_address_refused: { status: 400, detail: 'This address cannot be a webhook: it {reason}' },
  return_url_not_allowed: { status: 400, detail: 'The page to return to is not on the allow-list' },
  payment_create_forbidden: { status: 403, detail: 'Not authorized to create payment for this booking' },
  payment_forbidden: { status: 403, detail: 'Not authorized to view this payment' },
  forbidden: { status: 403, detail: 'Not allowed' },
  wrong_password: { status: 403, detail: 'The password is not right' },
  not_found: { status: 404, detail: 'Not found' },
  webhook_not_found: { status: 404, detail: 'Webhook not found' },
  account_not_found: { status: 404, detail: 'Account not found' },
  payment_not_found: { status: 404, detail: 'Payment not found' },
  session_type_not_found: { status: 404, detail: 'Session type not found' },
  method_not_allowed: { status: 405, detail: 'Method not allowed' },
  request_timeout: { status: 408, detail: 'The request took too long to arrive' },
  own_account: { status: 409, detail: 'You cannot switch off your own account' },
  hold_ended: { status: 409, detail: 'This time is no longer held: choose a time again' },
  hold_not_renewable: { status: 409, detail: 'A hold can be renewed once' },
  price_differs: {
    status: 409,
    detail: 'This session is paid and cannot become one of another price: cancel it and book the other one',
  },
  too_many_webhooks: { status: 409, detail: 'There may be at most {most} webhooks' },
  too_many_session_types: { status: 409, detail: 'A coach may have at most {most} session types' },
  calendar_not_connected: { status: 409, detail: 'This calendar is not connected' },
  reconnect_needed: { status: 409, detail: 'The calendar must be connected again' },
  version_conflict: { status: 412, detail: 'The schedule was changed elsewhere since it was read' },
  body_too_large: { status: 413, detail: 'The request body is larger than 64 kB' },
  unsupported_media_type: { status: 415, detail: 'Send the body as application/json' },
  invalid_request: { status: 422, detail: 'The request is not valid' },
  idempotency_mismatch: { status: 422, detail: 'This Idempotency-Key was used with another request' },
  precondition_required: { status: 428, detail: 'Send If-Match with the ETag that was read' },
  headers_too_large: { status: 431, detail: 'The headers of the request are too large' },
  rate_limited: { status: 429, detail: 'Too many requests. Try again in {seconds} seconds' },
  payment_provider_failed: { status: 502, detail: 'The payment provider did not accept the request' },
  calendar_failed: { status: 502, detail: 'The calendar provider did not accept the request' },
  server_busy: { status: 503, detail: 'The server is busy. Try again in {seconds} seconds' },
  webhooks_not_configured: { status: 503, detail: 'Webhooks are not configured on the server' },
  mail_not_configured: { status: 503, detail: 'Mail is not configured on the server' },
  payments_not_configured: { status: 503, detail: 'Payments are not configured on the server' },
  store_unavailable: { status: 503, detail: 'The server cannot reach its database. Try again in a moment' },
  calendar_not_configured: { status: 503, detail: 'This calendar is not configured on the server' },
} as const satisfies Problems;

/** The `code` of a refusal, a key of `problems`, which gives its HTTP status and its sentence. */
export type ErrorCode = keyof typeof problems;

/** One invalid field of a request. */
export const fieldError = z.object({
  /** Where: `body.duration_minutes`, `query.start_date`. */
  field: z.string(),
  /** What is valid: "must be at least 15 minutes". */
  message: z.string(),
});
/** One fault in a request: the path of the field, and what is valid there. */
export type FieldError = z.output<typeof fieldError>;

/** The body of every error: RFC 9457 problem details with a `code`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.optional(z.array(fieldError)),
});
/**
 * An error reply, sent as `application/problem+json` (RFC 9457).
 * `errors` lists the invalid fields of a request.
 */
export type Problem = z.output<typeof problem>;
