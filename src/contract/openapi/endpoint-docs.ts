import { MAX_RANGE_DAYS } from '../availability.ts';
import type { EndpointName } from '../endpoints.ts';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE, MOST_COUNTED } from '../query.ts';

const pageSizes = `\`limit\` is ${DEFAULT_PAGE_SIZE} when left out, ${LARGEST_PAGE_SIZE} at most.`;

const countedTo =
  `\`total\` is exact below ${MOST_COUNTED.toLocaleString('en')}. It may stop there, or one entry beyond the page, whichever is more: ` +
  'counting all would take longer the more there are.';

/** Groups of calls, in the order in which they are shown. */
export const tags = {
  Accounts: 'Sign up, log in, and who one is.',
  Coaches: 'Who can be booked.',
  Availability: 'When a coach can be booked.',
  Bookings: 'Booking, moving and cancelling sessions, and running them.',
  Schedules: "The coach's hours: what availability is computed from.",
  'Session types': 'What a coach offers: length, price, place, rules.',
  Payments: 'Paying for a session, and refunds.',
  Messages: 'Mails to clients and coaches.',
  Webhooks: 'Telling other systems what happens.',
  Calendars: 'Google and Outlook calendars, and a private subscription feed.',
  Administration: "Everybody's bookings and accounts, for admins.",
  Service: 'Whether the server is up.',
} as const;

/** The description of one call. */
interface EndpointDoc {
  readonly tag: keyof typeof tags;
  /** One line. */
  readonly summary: string;
  /** Facts beyond the table: who may call it, its effect, its reply. */
  readonly description: string;
}

/** Descriptions of all calls; a call without one does not compile. */
export const endpointDocs = {
  signUp: {
    tag: 'Accounts',
    summary: 'Create an account',
    description: 'Creates a client, or a coach when `role` says so, and signs them in.',
  },
  logIn: {
    tag: 'Accounts',
    summary: 'Log in',
    description: 'Trades e-mail and password for an access token, and a refresh token where the server gives one.',
  },
  refreshToken: {
    tag: 'Accounts',
    summary: 'Renew the access token',
    description: 'A refresh token can be used once; the reply brings the next one.',
  },
  guestLogIn: {
    tag: 'Accounts',
    summary: 'Book as a guest',
    description: 'The token sees, moves and cancels only what was booked with it.',
  },
  logOut: {
    tag: 'Accounts',
    summary: 'Log out',
    description:
      'Ends this sign-in, or with `all_devices=true` all of the account: refresh tokens and access tokens stop working at once.',
  },
  changePassword: {
    tag: 'Accounts',
    summary: 'Change the password',
    description: 'Ends all other sign-ins of the account; this one stays.',
  },
  changeEmail: {
    tag: 'Accounts',
    summary: 'Change the e-mail address',
    description: 'The address that is signed in with from now on.',
  },
  deleteAccount: {
    tag: 'Accounts',
    summary: 'Delete the account',
    description:
      'Ends all sign-ins at once. Sessions to come are cancelled, calendars disconnected; name, address, notes and answers are erased soon after. Past sessions and payments are kept without a name, as accounting needs them. Send `{}` as a guest.',
  },
  exportOwnData: {
    tag: 'Accounts',
    summary: 'Read everything kept about oneself',
    description: 'The account and all bookings, as client and as coach, in one document.',
  },
  requestPasswordReset: {
    tag: 'Accounts',
    summary: 'Ask for a new password by mail',
    description:
      'A mail with a link that works once, for 30 minutes, goes to the address if it has an account. The reply is the same for every address.',
  },
  confirmPasswordReset: {
    tag: 'Accounts',
    summary: 'Choose a new password with the secret in a mail',
    description: 'Ends all sign-ins of the account. The server has a page for it, which the link in the mail leads to.',
  },
  confirmEmail: {
    tag: 'Accounts',
    summary: 'Confirm an address with the secret in a mail',
    description:
      'From then on the address is signed in with. 409 where somebody else has confirmed it meanwhile. The server has a page for it, which the link ' +
      'in the mail leads to.',
  },
  mailBookingLink: {
    tag: 'Bookings',
    summary: 'Get a new link to a booking by mail',
    description:
      "Takes a booking's link, also one that has expired; a new one that works for 30 days at least goes to the client's address. A link that was revoked is refused.",
  },
  correctBookingEmail: {
    tag: 'Bookings',
    summary: "Correct a guest's address",
    description:
      'For the guest who booked, signed in as on booking, not by a link: whoever got the mail by mistake has one. Earlier links of all ' +
      "the guest's bookings are revoked, and what is ahead is told to the new address. At most five an hour.",
  },
  eraseBooking: {
    tag: 'Bookings',
    summary: 'Erase what names the client of a session',
    description:
      'For its client, its coach and admins, once the session is over or cancelled. Notes, answers, addresses, reasons and page parameters are erased, ' +
      'its links revoked, and coaches no longer read whose it was; a guest without other bookings is erased too. Time, status, price and payment stay.',
  },
  renewBookingLink: {
    tag: 'Bookings',
    summary: 'Replace the link of a booking',
    description:
      'Gives a new link and revokes every earlier one, with the tokens it was traded for. A link also expires 30 days after the session.',
  },
  getMe: { tag: 'Accounts', summary: 'Who am I', description: 'The account the token belongs to.' },
  openBookingLink: {
    tag: 'Accounts',
    summary: 'Open a booking by its link',
    description: 'Trades the secret of a signed link (`?cb-booking=…`) for a token that reaches that booking alone.',
  },
  listCoaches: {
    tag: 'Coaches',
    summary: 'List coaches',
    description: 'Active coaches, in a stable order. Filters are joined by "and"; letter case does not matter.',
  },
  getCoach: {
    tag: 'Coaches',
    summary: 'One coach',
    description: 'What a booking page shows of a coach, with the session lengths offered and the questions asked.',
  },
  updateCoach: {
    tag: 'Coaches',
    summary: "Change a coach's profile",
    description:
      'For that coach and admins. What is left out stays as it is, null clears it; so two who change different things at once both keep theirs. ' +
      'A new `time_zone` is written into the schedule, whose ETag changes.',
  },
  getMessageSettings: {
    tag: 'Messages',
    summary: 'How a coach writes to people',
    description:
      'For that coach and admins: when reminders are sent, the look of mails, and the page their links lead to.',
  },
  putMessageSettings: {
    tag: 'Messages',
    summary: 'Change how a coach writes to people',
    description:
      'For that coach and admins; all of it is replaced, but for `privacy_url`, `consent_text` and `erase_after_days`, which stay when left out. ' +
      'Other words of `consent_text` are a new version, which clients agree to anew. Other `reminder_minutes` hold for sessions that are booked already, too. Colour, logo and ' +
      "the coach's own line are in mails to clients.",
  },
  receiveBounce: {
    tag: 'Messages',
    summary: 'A mail came back',
    description:
      "For the mailbox that bounces arrive in, or a mail provider's hook, with the server's bounce secret as `Authorization: Bearer …` or as " +
      'the password of Basic. The body is the mail that came back (a delivery status notification, RFC 3464), or JSON: ' +
      '`{"message_id": "…", "reason": "…", "recipient": "…"}`, of which the first is required. The booking is then `undelivered` for its coach. What ' +
      'reports no failure, or another mail, is accepted and ignored.',
  },
  listBookings: {
    tag: 'Administration',
    summary: "Everybody's bookings",
    description: `For admins: latest session first, of one coach, one client or one status, or all. ${pageSizes} ${countedTo}`,
  },
  listWebhooks: {
    tag: 'Webhooks',
    summary: 'The addresses that are told of events',
    description: "A coach's own; for admins those of the coach named, or those that get the events of all coaches.",
  },
  createWebhook: {
    tag: 'Webhooks',
    summary: 'Tell an address of events',
    description:
      'The reply has the secret that deliveries are signed with (Standard Webhooks: `webhook-id`, `webhook-timestamp`, `webhook-signature`); it is not shown ' +
      'again. Only https addresses on the public internet are called, and redirects are not followed. An event is tried again over about three days until ' +
      'the reply is 2xx; 410 switches the address off.',
  },
  updateWebhook: {
    tag: 'Webhooks',
    summary: 'Change an address that is told of events',
    description: 'What is left out stays. Switched off, it is told nothing, and misses what happens meanwhile.',
  },
  deleteWebhook: { tag: 'Webhooks', summary: 'Tell an address no more', description: 'Its deliveries go with it.' },
  replaceWebhookSecret: {
    tag: 'Webhooks',
    summary: 'Replace the secret of an address',
    description: 'For a day deliveries carry a signature by the secret before, too.',
  },
  listDeliveries: {
    tag: 'Webhooks',
    summary: 'What was delivered to an address',
    description: `The latest first, with each attempt; kept for 30 days. ${pageSizes}`,
  },
  resendDelivery: {
    tag: 'Webhooks',
    summary: 'Deliver an event again',
    description: 'With the same `webhook-id`, so that a receiver that has it already knows it.',
  },
  listAccounts: {
    tag: 'Administration',
    summary: 'All accounts',
    description: `For admins: by name, of one role or of all. ${pageSizes} ${countedTo}`,
  },
  updateAccount: {
    tag: 'Administration',
    summary: 'Switch an account off or on, list a coach or not',
    description:
      'For admins. An account that is switched off cannot sign in and its tokens stop working at once; as a coach it can no longer be booked. ' +
      'Bookings that exist stay. A coach who is not listed is booked by whoever has the address of the page.',
  },
  getAvailability: {
    tag: 'Availability',
    summary: 'Open slots in a range',
    description:
      'Every start in `[start_date, end_date)` at which a session of `duration_minutes` (60 when left out) fits into ' +
      `the coach's hours and between bookings. The range may span ${MAX_RANGE_DAYS} days. With \`exclude_booking\`, which ` +
      'takes a token that may read that booking, the times it can be moved to: as if it were not there.',
  },
  getNextAvailability: {
    tag: 'Availability',
    summary: 'The next open slots',
    description: 'The first `count` slots from `after` on, however far ahead; an empty list when there are none.',
  },
  watchAvailability: {
    tag: 'Availability',
    summary: 'Hear when times change',
    description:
      "Server-sent events: an event `change` says that the coach's times changed, never by whom; ask for them again then. The " +
      'first block gives the present `id`. With `Last-Event-ID`, what happened meanwhile is said at once. A comment every 15 ' +
      'seconds shows that the connection lives. The server may end it at any time: connect again, with `Last-Event-ID`, after the ' +
      'milliseconds of `retry`. Connections by address are limited.',
  },
  createBooking: {
    tag: 'Bookings',
    summary: 'Book a session',
    description:
      'For clients and guests. The booking starts as `pending`. Of several requests for one slot exactly one succeeds. ' +
      'With an `Idempotency-Key` the call can be repeated safely: the first answer comes back, nothing is booked twice. ' +
      'Without `session_type_id`, the first listed session type of that length is booked, where the coach has one.',
  },
  getBooking: {
    tag: 'Bookings',
    summary: 'One booking',
    description:
      'For its client, its coach and admins, with the names and e-mail addresses of both sides. Guests, whose own address is ' +
      "not proven, do not read the coach's address.",
  },
  listClientBookings: {
    tag: 'Bookings',
    summary: "A client's bookings",
    description:
      `For that client and admins. Newest session first; ${pageSizes} ` +
      'The words `client` and `coach` at this place of a path come before ids: routes with them are matched first, as ' +
      '`/booking/client/status` could be read as the status of a booking `client`. No id may be one of these two words.',
  },
  listCoachBookings: {
    tag: 'Bookings',
    summary: "A coach's bookings",
    description: `For that coach and admins. Newest session first; ${pageSizes}`,
  },
  updateBookingStatus: {
    tag: 'Bookings',
    summary: 'Confirm, complete or cancel',
    description:
      '`pending` may become `confirmed` or `cancelled`; `confirmed` may become `completed` or `cancelled`; ' +
      '`completed` and `cancelled` are final.',
  },
  cancelBooking: {
    tag: 'Bookings',
    summary: 'Cancel a booking',
    description: 'Its slot is open again at once. Clients also understand an answer of 200 with the cancelled booking.',
  },
  moveBooking: {
    tag: 'Bookings',
    summary: 'Move a booking',
    description: 'By the same rules as booking. The old time is kept until the new one is certain.',
  },
  getSchedule: {
    tag: 'Schedules',
    summary: "Read a coach's schedule",
    description: 'For that coach and admins. The `ETag` of the reply is what `If-Match` of a save refers to.',
  },
  putSchedule: {
    tag: 'Schedules',
    summary: "Replace a coach's schedule",
    description:
      'For that coach and admins. Needs `If-Match`; when another save came between, the answer is 412 and nothing is ' +
      'changed. Bookings that exist are kept, whatever the new hours say.',
  },
  listSessionTypes: {
    tag: 'Session types',
    summary: 'What a coach offers',
    description:
      'In the order of `position`. Hidden and archived ones are listed for that coach and admins alone. ' +
      'Amounts are in the minor unit of the currency (ISO 4217): 9000 is €90, ¥9000 or KWD 9.',
  },
  getSessionType: {
    tag: 'Session types',
    summary: 'One session type',
    description: 'Also a hidden one: whoever has its id may book it. An archived one is shown to its coach and admins.',
  },
  createSessionType: {
    tag: 'Session types',
    summary: 'Add a session type',
    description: 'For that coach and admins. From the first one on, visitors choose among types instead of lengths.',
  },
  updateSessionType: {
    tag: 'Session types',
    summary: 'Replace a session type',
    description: 'For that coach and admins. Bookings keep what they bought. `archived: false` brings one back.',
  },
  archiveSessionType: {
    tag: 'Session types',
    summary: 'Archive a session type',
    description: 'For that coach and admins. It can no longer be booked; nothing is lost.',
  },
  createCheckout: {
    tag: 'Payments',
    summary: 'Pay for a booking',
    description:
      'For the client of the booking and admins. Send the browser to `url`; it comes back to `success_url` or ' +
      '`cancel_url`, whose origins must be on the allow-list. The amount is decided by the server. Asking again before ' +
      'it is paid continues the same payment.',
  },
  receivePaymentEvent: {
    tag: 'Payments',
    summary: "Stripe's webhook",
    description:
      'For Stripe alone: the `Stripe-Signature` is checked over the raw body. Events may come twice and in any order. ' +
      'Handled are `checkout.session.completed`, `checkout.session.expired`, `payment_intent.succeeded`, ' +
      '`payment_intent.payment_failed`, `charge.refunded` and `charge.dispute.created`.',
  },
  getPayment: {
    tag: 'Payments',
    summary: 'One payment',
    description:
      'For the client and the coach of its booking, and admins. While it is pending the server asks Stripe, so that a ' +
      'lost webhook is made good.',
  },
  refundPayment: {
    tag: 'Payments',
    summary: 'Give money back',
    description:
      'For the coach and admins, at any time, in full or in part. Executed as a job; a refund that failed is tried again ' +
      'by asking again.',
  },
  renewHold: {
    tag: 'Payments',
    summary: 'Hold the time longer',
    description: 'For the client of an unpaid booking: its time is held as long again, once.',
  },
  getCalendarAuthUrl: {
    tag: 'Calendars',
    summary: 'Start connecting a calendar',
    description:
      'Send the browser to `auth_url`. It comes back to `redirect_uri` with `code` and `state`; the state is good for ' +
      'ten minutes and one use.',
  },
  exchangeCalendarToken: {
    tag: 'Calendars',
    summary: 'Finish connecting a calendar',
    description:
      "Trades the code for the provider's tokens, which the server also keeps, encrypted, for its own syncs.",
  },
  syncBooking: {
    tag: 'Calendars',
    summary: 'Put a booking into a calendar',
    description:
      'Creates the event, or updates it when the booking has one. `access_token` may be left out when the caller has ' +
      'connected that calendar.',
  },
  listCalendarConnections: {
    tag: 'Calendars',
    summary: 'Connected calendars',
    description: 'One entry a provider, with what last happened.',
  },
  disconnectCalendar: {
    tag: 'Calendars',
    summary: 'Disconnect a calendar',
    description: 'Revokes and forgets the tokens. Events that exist stay.',
  },
  getOwnBusy: {
    tag: 'Calendars',
    summary: "The caller's own busy times",
    description:
      'From the calendars the caller connected and the sessions they have here, joined, so that a page can show them ' +
      `beside open times. Only times: no titles are read. At most ${MAX_RANGE_DAYS} days.`,
  },
  getFeedAddress: {
    tag: 'Calendars',
    summary: 'Address of the private feed',
    description: 'An iCalendar address to subscribe to (RFC 5545). Whoever has it can read the feed.',
  },
  resetFeedAddress: {
    tag: 'Calendars',
    summary: 'Change the address of the private feed',
    description: 'The old address stops working at once.',
  },
  getHealth: {
    tag: 'Service',
    summary: 'Is the server up',
    description:
      'Answers as soon as requests are served. `contract_version` is the version of this contract that the server was written for, ' +
      '`major.minor`: pages work with every minor version of their major one.',
  },
} as const satisfies Record<EndpointName, EndpointDoc>;
