import { usualMessageSettings } from '../desk/message-settings.ts';
import type { Endpoint, EndpointInput, EndpointReplyInput } from '../endpoint.ts';
import type { EndpointName, Endpoints } from '../endpoints.ts';
import { CONTRACT_VERSION } from '../endpoints.ts';

/** One call and its reply, as on the wire. */
export interface EndpointExample<E extends Endpoint> {
  /** What the example shows, in a few words. */
  readonly title: string;
  /** Parameters and body, before they are parsed. */
  readonly request: EndpointInput<E>;
  /** Body of the reply; left out for a 204. */
  readonly reply?: EndpointReplyInput<E>;
}

const coachId = '323e4567-e89b-12d3-a456-426614174000';
const clientId = '123e4567-e89b-12d3-a456-426614174000';
const bookingId = '423e4567-e89b-12d3-a456-426614174000';

const signedIn = {
  access_token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjNlNDU2NyJ9.c2lnbmF0dXJl',
  refresh_token: 'cmVmcmVzaC10b2tlbi1vbmNl',
  token_type: 'bearer',
  expires_in: 1800,
};

const pending = {
  id: bookingId,
  client_id: clientId,
  coach_id: coachId,
  session_datetime: '2025-11-15T14:00:00Z',
  duration_minutes: 60,
  status: 'pending' as const,
  payment_id: null,
  meeting_link: null,
  notes: 'Looking forward to discussing career transition',
  created_at: '2025-11-05T10:30:00Z',
  updated_at: '2025-11-05T10:30:00Z',
};
const confirmed = { ...pending, status: 'confirmed' as const, updated_at: '2025-11-05T11:02:00Z' };
const coach = {
  user_id: coachId,
  name: 'Ana Keller',
  headline: 'Coaching for moves between countries and careers',
  languages: ['English', 'German', 'Spanish'],
  expertise: ['Career transition', 'Living abroad'],
  hourly_rate: 120,
  currency: 'EUR',
  time_zone: 'Europe/Berlin',
  location: 'Video call',
  is_active: true,
  durations: [
    { minutes: 30, price: { amount: 6000, currency: 'EUR' } },
    { minutes: 60, price: { amount: 12000, currency: 'EUR' } },
  ],
  questions: [{ id: 'goal', label: 'What would you like to work on?', kind: 'long_text' as const, required: false }],
  cancel_notice_minutes: 1440,
};

const managed = {
  id: coachId,
  email: 'coach@example.com',
  role: 'coach' as const,
  name: 'Ana Keller',
  is_guest: false,
  is_active: true,
  is_listed: true,
  is_bookable: true,
};

const slots = [
  { start: '2025-11-15T14:00:00Z', end: '2025-11-15T15:00:00Z', duration_minutes: 60 },
  { start: '2025-11-15T15:30:00Z', end: '2025-11-15T16:30:00Z', duration_minutes: 60 },
];

const webhookId = '623e4567-e89b-12d3-a456-426614174000';
const webhookSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD8a3fWlHqk9k=';
const webhook = {
  id: webhookId,
  url: 'https://example.com/booking-events',
  events: [],
  is_active: true,
  coach_id: coachId,
  created_at: '2025-11-05T10:30:00Z',
};
/** An event as it is sent. */
export const eventExamples = {
  booking: { type: 'booking.confirmed' as const, timestamp: '2025-11-05T11:02:00Z', data: { booking: confirmed } },
};
const delivery = {
  id: 'msg_0c5f6e0e7b1a4d3c9f8e7d6c5b4a3928',
  type: 'booking.confirmed' as const,
  state: 'delivered' as const,
  created_at: '2025-11-05T11:02:00Z',
  attempts: [{ at: '2025-11-05T11:02:01Z', status: 204 }],
  body: JSON.stringify(eventExamples.booking),
};

const mailSecret = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjNlNDU2NyJ9.bWFpbA';

const chosenMessages = {
  ...usualMessageSettings,
  reminder_minutes: [1440, 120],
  color: '#0a5c7a',
  page_url: 'https://www.example.com/book',
};

const schedule = {
  time_zone: 'Europe/Berlin',
  zone_overrides: [],
  weekly_hours: [
    { weekday: 1, start: '09:00', end: '12:30' },
    { weekday: 5, start: '14:00', end: '18:00', every_weeks: 2, anchor: '2025-11-07' },
  ],
  date_overrides: [{ from: '2025-12-24', until: '2026-01-01', kind: 'closed' as const, note: 'Winter break' }],
  buffer_before_minutes: 0,
  buffer_after_minutes: 15,
  minimum_notice_minutes: 240,
  booking_window: { kind: 'rolling' as const, days: 60 },
  daily_limit: 5,
  weekly_limit: null,
  slot_step_minutes: 30,
  slot_alignment: 'clock' as const,
  durations: coach.durations,
  cancel_notice_minutes: 1440,
  move_notice_minutes: 1440,
};

const redirect = { redirect_uri: 'http://localhost:3000/callback' };
const exchange = {
  query: redirect,
  body: { code: 'AUTHORIZATION_CODE', state: 'random_state_string' },
};
const providerTokens = {
  access_token: 'ya29.a0AfH6...',
  refresh_token: '1//0gHZ...',
  expires_in: 3600,
  token_type: 'Bearer',
};
const sync = { booking_id: bookingId, access_token: 'GOOGLE_ACCESS_TOKEN', timezone: 'America/New_York' };
const synced = {
  event_id: 'google_event_123',
  meeting_link: 'https://meet.google.com/abc-defg-hij',
  status: 'confirmed',
};
const feed = { url: 'https://api.example.com/calendar/feed/x1Yd0wq7.ics' };

const sessionType = {
  id: '523e4567-e89b-12d3-a456-426614174001',
  coach_id: coachId,
  name: 'A session of an hour',
  description: 'For one question you want to leave with an answer to.',
  minutes: 60,
  price: { amount: 9000, currency: 'EUR' },
  tax_note: 'incl. 19 % VAT',
  location: { kind: 'video' as const },
  confirmation: 'instant' as const,
  position: 1,
  hold_minutes: 15,
  refunds: { full_until_minutes: 1440, part: { until_minutes: 120, percent: 50 } },
};
const offered = { ...sessionType, payment: 'online' as const };
const typeParams = { coach_id: coachId, session_type_id: sessionType.id };
const { id: _id, coach_id: _coachId, ...typeBody } = sessionType;
const paymentId = '623e4567-e89b-12d3-a456-426614174000';
const paid = {
  id: paymentId,
  booking_id: bookingId,
  amount: 9000,
  currency: 'EUR',
  status: 'succeeded' as const,
  stripe_session_id: 'cs_test_a1b2c3',
  stripe_payment_intent_id: 'pi_3abc',
  created_at: '2025-11-05T10:31:00Z',
  updated_at: '2025-11-05T10:33:00Z',
};

/** At least one example for each call, with ids that the demo server has. A call without one does not compile. */
export const examples = {
  signUp: [
    {
      title: 'A new client',
      request: {
        body: {
          email: 'mira@example.com',
          password: 'a-long-password',
          name: 'Mira Okafor',
          time_zone: 'Africa/Lagos',
        },
      },
      reply: signedIn,
    },
  ],
  logIn: [
    {
      title: 'The demo client',
      request: { body: { email: 'client@example.com', password: 'password123' } },
      reply: signedIn,
    },
  ],
  refreshToken: [
    { title: 'A new access token', request: { body: { refresh_token: signedIn.refresh_token } }, reply: signedIn },
  ],
  guestLogIn: [
    {
      title: 'Name and e-mail alone',
      request: { body: { email: 'mira@example.com', name: 'Mira Okafor' } },
      reply: { access_token: signedIn.access_token, token_type: 'bearer', expires_in: 1800 },
    },
  ],
  logOut: [
    { title: 'on this device', request: { query: {} } },
    { title: 'on all devices', request: { query: { all_devices: 'true' } } },
  ],
  changePassword: [
    {
      title: 'another password',
      request: { body: { current_password: 'password123', new_password: 'ledge-orbit-candle' } },
    },
  ],
  changeEmail: [
    {
      title: 'another address',
      request: { body: { password: 'password123', email: 'sam@example.com' } },
      reply: { id: clientId, email: 'sam@example.com', role: 'client', name: 'Sam Okafor' },
    },
  ],
  deleteAccount: [{ title: 'an account with a password', request: { body: { password: 'password123' } } }],
  exportOwnData: [
    {
      title: 'a client with one booking',
      request: {},
      reply: {
        account: { id: clientId, email: 'client@example.com', role: 'client', name: 'Sam Okafor' },
        bookings_as_client: [confirmed],
        bookings_as_coach: [],
      },
    },
  ],
  requestPasswordReset: [{ title: 'Forgotten', request: { body: { email: 'client@example.com' } } }],
  confirmPasswordReset: [
    { title: 'A new password', request: { body: { token: mailSecret, password: 'correct horse battery' } } },
  ],
  confirmEmail: [{ title: 'From the mail', request: { body: { token: mailSecret } } }],
  mailBookingLink: [{ title: 'An old link', request: { body: { link: mailSecret } } }],
  correctBookingEmail: [
    {
      title: 'A guest who mistyped',
      request: { params: { booking_id: bookingId }, body: { email: 'mira@example.com' } },
      reply: { ...pending, link: mailSecret, mailed_to: 'mira@example.com' },
    },
  ],
  eraseBooking: [{ title: 'A session that is over', request: { params: { booking_id: bookingId } } }],
  renewBookingLink: [
    {
      title: 'a guest whose link went astray',
      request: { params: { booking_id: bookingId } },
      reply: { link: 'eyJhbGciOiJIUzI1NiJ9.eyJib29raW5nIjoiNDIzIn0.bmV3' },
    },
  ],
  getMe: [
    {
      title: 'The demo client',
      request: {},
      reply: { id: clientId, email: 'client@example.com', role: 'client', name: 'Mira Okafor', is_active: true },
    },
  ],
  getCoach: [{ title: 'The first coach', request: { params: { coach_id: coachId } }, reply: coach }],
  getAvailability: [
    {
      title: 'One day, sessions of an hour',
      request: {
        params: { coach_id: coachId },
        query: { start_date: '2025-11-15T00:00:00Z', end_date: '2025-11-16T00:00:00Z', duration_minutes: '60' },
      },
      reply: { coach_id: coachId, available_slots: slots },
    },
  ],
  getNextAvailability: [
    {
      title: 'The next two slots',
      request: { params: { coach_id: coachId }, query: { count: '2', duration_minutes: '60' } },
      reply: { coach_id: coachId, available_slots: slots },
    },
  ],
  watchAvailability: [
    {
      title: 'Somebody booked, moved or cancelled',
      request: { params: { coach_id: coachId } },
      reply: { coach_id: coachId },
    },
  ],
  createBooking: [
    {
      title: 'An hour, with a note',
      request: {
        body: {
          coach_id: coachId,
          session_datetime: '2025-11-15T14:00:00Z',
          duration_minutes: 60,
          notes: 'Looking forward to discussing career transition',
        },
      },
      reply: pending,
    },
  ],
  getBooking: [
    {
      title: 'One booking',
      request: { params: { booking_id: bookingId } },
      reply: {
        ...pending,
        client_name: 'Sam Okafor',
        client_email: 'client@example.com',
        coach_name: 'Ana Keller',
        coach_email: 'coach@example.com',
      },
    },
  ],
  listCoaches: [
    { title: 'All coaches', request: { query: {} }, reply: { coaches: [coach], total: 1 } },
    {
      title: 'Coaches who speak Spanish',
      request: { query: { language: 'Spanish', limit: '20' } },
      reply: { coaches: [coach], total: 1 },
    },
  ],
  updateCoach: [
    {
      title: 'A new headline, and no photo',
      request: {
        params: { coach_id: coachId },
        body: { headline: 'Coaching for moves between countries', photo_url: null },
      },
      reply: { ...coach, headline: 'Coaching for moves between countries' },
    },
  ],
  getMessageSettings: [
    { title: 'What holds at first', request: { params: { coach_id: coachId } }, reply: usualMessageSettings },
  ],
  putMessageSettings: [
    {
      title: 'A reminder two hours before, in the colour of the site',
      request: { params: { coach_id: coachId }, body: chosenMessages },
      reply: chosenMessages,
    },
  ],
  listBookings: [
    {
      title: 'What waits for one coach',
      request: { query: { coach_id: coachId, status: 'pending', limit: '20' } },
      reply: { bookings: [pending], total: 1 },
    },
  ],
  listWebhooks: [{ title: 'Of one coach', request: { query: { coach_id: coachId } }, reply: { webhooks: [webhook] } }],
  createWebhook: [
    {
      title: 'All events of a coach',
      request: { body: { url: webhook.url, coach_id: coachId } },
      reply: { ...webhook, secret: webhookSecret },
    },
  ],
  updateWebhook: [
    {
      title: 'Switch it off',
      request: { params: { webhook_id: webhookId }, body: { is_active: false } },
      reply: { ...webhook, is_active: false },
    },
  ],
  deleteWebhook: [{ title: 'Remove it', request: { params: { webhook_id: webhookId } } }],
  replaceWebhookSecret: [
    {
      title: 'A new secret',
      request: { params: { webhook_id: webhookId } },
      reply: { ...webhook, secret: webhookSecret },
    },
  ],
  listDeliveries: [
    {
      title: 'The last ones',
      request: { params: { webhook_id: webhookId }, query: { limit: '20' } },
      reply: { deliveries: [delivery], total: 1 },
    },
  ],
  resendDelivery: [
    {
      title: 'Once more',
      request: { params: { webhook_id: webhookId, delivery_id: delivery.id } },
      reply: { ...delivery, state: 'waiting' as const },
    },
  ],
  listAccounts: [
    {
      title: 'Coaches called Ana',
      request: { query: { role: 'coach', q: 'ana' } },
      reply: { accounts: [managed], total: 1 },
    },
  ],
  updateAccount: [
    {
      title: 'A coach who is not listed',
      request: { params: { account_id: coachId }, body: { is_listed: false } },
      reply: { ...managed, is_listed: false },
    },
  ],
  listClientBookings: [
    {
      title: 'The first page',
      request: { params: { client_id: clientId }, query: { skip: '0', limit: '20' } },
      reply: { bookings: [pending], total: 1 },
    },
  ],
  listCoachBookings: [
    {
      title: 'What waits for the coach',
      request: { params: { coach_id: coachId }, query: { status: 'pending' } },
      reply: { bookings: [pending], total: 1 },
    },
  ],
  updateBookingStatus: [
    {
      title: 'The coach confirms',
      request: { params: { booking_id: bookingId }, body: { status: 'confirmed' } },
      reply: confirmed,
    },
  ],
  cancelBooking: [
    { title: 'Cancel', request: { params: { booking_id: bookingId }, query: {} } },
    {
      title: 'Cancel with a reason',
      request: { params: { booking_id: bookingId }, query: { reason: 'My flight moved' } },
    },
  ],
  moveBooking: [
    {
      title: 'An hour and a half later',
      request: { params: { booking_id: bookingId }, body: { session_datetime: '2025-11-15T15:30:00Z' } },
      reply: { ...pending, session_datetime: '2025-11-15T15:30:00Z', sequence: 1 },
    },
  ],
  openBookingLink: [
    {
      title: 'From a confirmation mail',
      request: { body: { link: 'bGluay1mcm9tLWEtbWFpbA' } },
      reply: { access_token: signedIn.access_token, token_type: 'bearer', expires_in: 1800, booking_id: bookingId },
    },
  ],
  getHealth: [{ title: 'Up', request: {}, reply: { status: 'ok', contract_version: CONTRACT_VERSION } }],
  getSchedule: [{ title: 'Split weeks', request: { params: { coach_id: coachId } }, reply: schedule }],
  putSchedule: [{ title: 'Split weeks', request: { params: { coach_id: coachId }, body: schedule }, reply: schedule }],
  listSessionTypes: [
    { title: 'One type', request: { params: { coach_id: coachId } }, reply: { session_types: [offered] } },
  ],
  getSessionType: [{ title: 'An hour', request: { params: typeParams }, reply: offered }],
  createSessionType: [
    { title: 'An hour for €90', request: { params: { coach_id: coachId }, body: typeBody }, reply: offered },
  ],
  updateSessionType: [
    {
      title: 'Two hours of notice',
      request: { params: typeParams, body: { ...typeBody, minimum_notice_minutes: 120 } },
      reply: { ...offered, minimum_notice_minutes: 120 },
    },
  ],
  archiveSessionType: [{ title: 'No longer offered', request: { params: typeParams } }],
  createCheckout: [
    {
      title: 'From a booking page',
      request: {
        body: {
          booking_id: bookingId,
          success_url: 'https://www.example.com/book?cb-paid=1',
          cancel_url: 'https://www.example.com/book',
        },
      },
      reply: {
        session_id: 'cs_test_a1b2c3',
        url: 'https://checkout.stripe.com/c/pay/cs_test_a1b2c3',
        payment_id: paymentId,
        amount: 9000,
        currency: 'EUR',
      },
    },
  ],
  receiveBounce: [
    {
      title: 'From a mail provider',
      request: {
        body: `{"message_id":"${bookingId}.3.confirmed.client@example.com","reason":"550 5.1.1 No such mailbox"}`,
      },
    },
  ],
  receivePaymentEvent: [
    {
      title: 'Paid',
      request: { body: '{"id":"evt_1","object":"event","type":"checkout.session.completed","data":{"object":{}}}' },
      reply: { status: 'processed', event_type: 'checkout.session.completed', payment_id: paymentId },
    },
  ],
  getPayment: [{ title: 'Paid', request: { params: { payment_id: paymentId } }, reply: paid }],
  refundPayment: [
    { title: 'Half of it', request: { params: { payment_id: paymentId }, body: { amount: 4500 } }, reply: paid },
  ],
  renewHold: [
    {
      title: 'A quarter of an hour more',
      request: { params: { booking_id: bookingId } },
      reply: { ...pending, hold_expires_at: '2025-11-05T11:00:00Z' },
    },
  ],
  getCalendarAuthUrl: [
    {
      title: 'Google',
      request: { params: { provider: 'google' }, query: redirect },
      reply: { auth_url: 'https://accounts.google.com/o/oauth2/v2/auth?...', state: 'random_state_string' },
    },
    {
      title: 'Outlook',
      request: { params: { provider: 'outlook' }, query: redirect },
      reply: {
        auth_url: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?...',
        state: 'random_state_string',
      },
    },
  ],
  exchangeCalendarToken: [
    { title: 'Google', request: { params: { provider: 'google' }, ...exchange }, reply: providerTokens },
    {
      title: 'Outlook',
      request: { params: { provider: 'outlook' }, ...exchange },
      reply: { ...providerTokens, access_token: 'EwB4A8l6...', refresh_token: 'M.C507_BL2...' },
    },
  ],
  syncBooking: [
    { title: 'Google', request: { body: { ...sync, calendar_type: 'google' } }, reply: synced },
    {
      title: 'Outlook, connected before',
      request: { body: { booking_id: bookingId, calendar_type: 'outlook', timezone: 'America/New_York' } },
      reply: {
        event_id: 'AAMkAGI2...',
        meeting_link: 'https://teams.microsoft.com/l/meetup-join/...',
        status: 'confirmed',
      },
    },
  ],
  listCalendarConnections: [
    {
      title: 'Google connected, Outlook not set up',
      request: {},
      reply: {
        connections: [
          { provider: 'google', configured: true, status: 'connected', account: 'ana@example.com' },
          { provider: 'outlook', configured: false, status: 'disconnected' },
        ],
      },
    },
  ],
  disconnectCalendar: [{ title: 'Google', request: { params: { provider: 'google' } } }],
  getOwnBusy: [
    {
      title: 'A Saturday',
      request: { query: { start_date: '2025-11-15T00:00:00Z', end_date: '2025-11-16T00:00:00Z' } },
      reply: { busy: [{ start: '2025-11-15T09:00:00Z', end: '2025-11-15T10:30:00Z' }] },
    },
  ],
  getFeedAddress: [{ title: 'The private address', request: {}, reply: feed }],
  resetFeedAddress: [{ title: 'A new private address', request: {}, reply: feed }],
} satisfies {
  readonly [N in EndpointName]: readonly [EndpointExample<Endpoints[N]>, ...EndpointExample<Endpoints[N]>[]];
};
