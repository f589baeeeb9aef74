import type { EndpointName } from '../../contract/endpoints.ts';

/** How necessary a call is for a page. */
export type Need =
  /** Without it nobody can book. */
  | 'booking'
  /** Without it bookings cannot be shown or changed. */
  | 'managing'
  /** Without it one feature is hidden. */
  | 'extra';

/** The use of a call for a page. */
interface Use {
  readonly need: Need;
  /** What it provides, as the end of a sentence with "gives". */
  readonly gives: string;
  /** What pages do without it, as a sentence. */
  readonly without: string;
}

/** The use of each call of the contract for a page. */
export const uses: Readonly<Record<EndpointName, Use>> = {
  getAvailability: {
    need: 'booking',
    gives: 'the times to choose from',
    without: 'without it no times are shown, and nobody books',
  },
  createBooking: { need: 'booking', gives: 'booking', without: 'without it nobody books' },
  logIn: {
    need: 'managing',
    gives: 'signing in; not needed where the page hands over a token of its own (getToken)',
    without: 'without it visitors cannot sign in here: hand over tokens of the page (getToken)',
  },
  listCoaches: {
    need: 'managing',
    gives: 'the list of coaches; not needed where a page names its coach',
    without: 'without it there is no list of coaches: name the coach in the page',
  },
  getBooking: {
    need: 'managing',
    gives: 'reading one booking again',
    without: 'without it a booking cannot be opened again',
  },
  listClientBookings: {
    need: 'managing',
    gives: "a client's list of bookings",
    without: 'without it clients do not see their bookings',
  },
  listCoachBookings: {
    need: 'managing',
    gives: "a coach's list of bookings",
    without: 'without it coaches do not see their bookings',
  },
  updateBookingStatus: {
    need: 'managing',
    gives: 'confirming and completing',
    without: 'without it coaches cannot confirm or complete a booking',
  },
  cancelBooking: { need: 'managing', gives: 'cancelling', without: 'without it nobody can cancel' },
  getMe: {
    need: 'managing',
    gives: 'knowing whose bookings to list, and whose name goes into the form',
    without: 'without it pages do not know whose bookings to list',
  },
  getCoach: {
    need: 'extra',
    gives: "the coach's name, picture, lengths and questions beside the calendar",
    without: "without it the coach's name, picture, lengths and questions are not shown",
  },
  signUp: {
    need: 'extra',
    gives: 'opening an account in the widget',
    without: 'without it nobody can open an account in the widget',
  },
  refreshToken: {
    need: 'extra',
    gives: 'staying signed in for longer than a token lasts',
    without: 'without it visitors sign in again when their token expires',
  },
  guestLogIn: {
    need: 'extra',
    gives: 'booking with name and e-mail alone',
    without: 'without it there is no booking with name and e-mail alone',
  },
  openBookingLink: {
    need: 'extra',
    gives: "links that reopen a guest's booking",
    without: "without it links do not open a guest's booking again",
  },
  getNextAvailability: {
    need: 'extra',
    gives: 'the next open times when a month has none',
    without: 'without it the next open times are not shown when a month has none',
  },
  watchAvailability: {
    need: 'extra',
    gives: 'times that disappear while a page is open, as others book them',
    without: 'without it a page learns when it asks again that a time was taken',
  },
  moveBooking: { need: 'extra', gives: 'moving a booking', without: 'without it a booking cannot be moved' },
  getSchedule: { need: 'extra', gives: 'the editor of hours', without: 'without it there is no editor of hours' },
  putSchedule: {
    need: 'extra',
    gives: 'saving in the editor of hours',
    without: 'without it hours cannot be saved in the editor',
  },
  getCalendarAuthUrl: {
    need: 'extra',
    gives: 'connecting Google and Outlook',
    without: 'without it Google and Outlook cannot be connected',
  },
  exchangeCalendarToken: {
    need: 'extra',
    gives: 'connecting Google and Outlook',
    without: 'without it Google and Outlook cannot be connected',
  },
  syncBooking: {
    need: 'extra',
    gives: 'putting a session into a calendar',
    without: 'without it a session cannot be put into a connected calendar',
  },
  listCalendarConnections: {
    need: 'extra',
    gives: 'showing which calendars are connected',
    without: 'without it connected calendars are not shown',
  },
  disconnectCalendar: {
    need: 'extra',
    gives: 'disconnecting a calendar',
    without: 'without it a calendar cannot be disconnected',
  },
  getOwnBusy: {
    need: 'extra',
    gives: "the visitor's own busy times beside the open ones",
    without: "without it the visitor's own busy times are not compared, but for those of a file",
  },
  getFeedAddress: {
    need: 'extra',
    gives: 'the private feed for calendar programs',
    without: 'without it there is no private feed for calendar programs',
  },
  resetFeedAddress: {
    need: 'extra',
    gives: 'a new address for the private feed',
    without: 'without it the address of the private feed cannot be changed',
  },
  listSessionTypes: {
    need: 'extra',
    gives: 'what a coach offers, to choose from',
    without: 'without it visitors choose among lengths',
  },
  getSessionType: {
    need: 'extra',
    gives: 'a session type named by the page',
    without: 'without it a page cannot name a session type',
  },
  createSessionType: {
    need: 'extra',
    gives: 'the editor of session types',
    without: 'without it coaches offer lengths only',
  },
  updateSessionType: {
    need: 'extra',
    gives: 'saving in the editor of session types',
    without: 'without it a session type cannot be changed',
  },
  archiveSessionType: {
    need: 'extra',
    gives: 'archiving in the editor of session types',
    without: 'without it a session type cannot be archived',
  },
  createCheckout: { need: 'extra', gives: 'paying for a session', without: 'without it sessions are paid elsewhere' },
  receiveBounce: {
    need: 'extra',
    gives: 'hearing of mails that came back; pages do not call it',
    without: 'without it the server does not hear of mails that came back',
  },
  receivePaymentEvent: {
    need: 'extra',
    gives: 'hearing from Stripe; pages do not call it',
    without: 'without it the server does not hear from Stripe',
  },
  getPayment: {
    need: 'extra',
    gives: 'seeing that a payment has arrived',
    without: 'without it a page cannot see that a payment has arrived',
  },
  refundPayment: {
    need: 'extra',
    gives: 'giving money back',
    without: "without it refunds are made in Stripe's dashboard",
  },
  renewHold: {
    need: 'extra',
    gives: 'holding a time longer while it is paid',
    without: 'without it a time is held for one term',
  },
  logOut: {
    need: 'extra',
    gives: 'ending a sign-in on the server too',
    without: 'without it a token works until it runs out',
  },
  changePassword: {
    need: 'extra',
    gives: 'changing the password',
    without: 'without it the account panel offers no change of the password',
  },
  changeEmail: {
    need: 'extra',
    gives: 'changing the e-mail address',
    without: 'without it the account panel offers no change of the address',
  },
  deleteAccount: {
    need: 'extra',
    gives: 'deleting the own account',
    without: 'without it people ask you to delete their account',
  },
  exportOwnData: {
    need: 'extra',
    gives: 'handing people what is kept about them',
    without: 'without it people ask you for what is kept about them',
  },
  requestPasswordReset: {
    need: 'extra',
    gives: 'a new password by mail, asked for in the sign-in form',
    without: 'without it passwords are reset where you keep the accounts',
  },
  confirmPasswordReset: {
    need: 'extra',
    gives: 'choosing that password; the server has a page for it',
    without: 'without it passwords are reset where you keep the accounts',
  },
  confirmEmail: {
    need: 'extra',
    gives: 'confirming an address; the server has a page for it',
    without: 'without it addresses are confirmed where you keep the accounts',
  },
  mailBookingLink: {
    need: 'extra',
    gives: 'a new link to a booking by mail, where one has expired',
    without: 'without it a lost link is asked of the coach',
  },
  correctBookingEmail: {
    need: 'extra',
    gives: 'guests correcting a mistyped address right after booking; needs `mailed_to` in the booking',
    without: 'without it the confirmation offers no correction',
  },
  eraseBooking: {
    need: 'extra',
    gives: 'erasing what names the client of a past session',
    without: 'without it such details are erased where you keep them',
  },
  renewBookingLink: {
    need: 'extra',
    gives: 'revoking the link of a booking; pages do not call it yet',
    without: 'without it the link of a booking works until it ends',
  },
  updateCoach: {
    need: 'extra',
    gives: 'coaches editing what visitors see of them',
    without: 'without it profiles are edited where you keep them',
  },
  getMessageSettings: {
    need: 'extra',
    gives: 'coaches reading how their clients are written to',
    without: 'without it mails are set up where you send them',
  },
  putMessageSettings: {
    need: 'extra',
    gives: 'coaches choosing reminders, the look of mails and the consent box',
    without: 'without it mails are set up where you send them',
  },
  listBookings: {
    need: 'extra',
    gives: "an admin's list of everybody's bookings",
    without: 'without it an admin opens one list after another',
  },
  listWebhooks: {
    need: 'extra',
    gives: 'seeing which addresses are told of events',
    without: 'without it other systems ask for what changed',
  },
  createWebhook: {
    need: 'extra',
    gives: 'telling other systems of events',
    without: 'without it other systems ask for what changed',
  },
  updateWebhook: {
    need: 'extra',
    gives: 'choosing the events, and switching an address off; for programs',
    without: 'without it other systems ask for what changed',
  },
  deleteWebhook: {
    need: 'extra',
    gives: 'telling an address no more; for programs',
    without: 'without it other systems ask for what changed',
  },
  replaceWebhookSecret: {
    need: 'extra',
    gives: 'replacing the secret that events are signed with; for programs',
    without: 'without it other systems ask for what changed',
  },
  listDeliveries: {
    need: 'extra',
    gives: 'seeing what was delivered and what was not; for programs',
    without: 'without it other systems ask for what changed',
  },
  resendDelivery: {
    need: 'extra',
    gives: 'delivering an event again; for programs',
    without: 'without it other systems ask for what changed',
  },
  listAccounts: {
    need: 'extra',
    gives: "an admin's list of people",
    without: 'without it there is no list of people',
  },
  updateAccount: {
    need: 'extra',
    gives: 'switching accounts off, and listing coaches or not',
    without: 'without it accounts are switched off where you keep them',
  },
  getHealth: {
    need: 'extra',
    gives: 'watching over the server; pages do not call it',
    without: 'without it the server is harder to watch; pages do not call it',
  },
};
