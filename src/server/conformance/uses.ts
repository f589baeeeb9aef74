import type { EndpointName } from '../../contract/endpoints.ts';

/** How much a page needs a call. */
export type Need =
  /** Without it nobody books. */
  | 'booking'
  /** Without it what was booked cannot be looked after. */
  | 'managing'
  /** Without it one feature is hidden. */
  | 'extra';

/** What each call of the contract is good for, from the page's side. */
export const uses: Readonly<Record<EndpointName, { readonly need: Need; readonly gives: string }>> = {
  getAvailability: { need: 'booking', gives: 'the times to choose from' },
  createBooking: { need: 'booking', gives: 'booking' },
  logIn: { need: 'managing', gives: 'signing in; not needed where the page hands over a token of its own (getToken)' },
  listCoaches: { need: 'managing', gives: 'the list of coaches; not needed where a page names its coach' },
  getBooking: { need: 'managing', gives: 'reading one booking again' },
  listClientBookings: { need: 'managing', gives: "a client's list of bookings" },
  listCoachBookings: { need: 'managing', gives: "a coach's list of bookings" },
  updateBookingStatus: { need: 'managing', gives: 'confirming and completing' },
  cancelBooking: { need: 'managing', gives: 'cancelling' },
  getMe: { need: 'managing', gives: 'knowing whose bookings to list, and whose name goes into the form' },
  getCoach: { need: 'extra', gives: "the coach's name, picture, lengths and questions beside the calendar" },
  signUp: { need: 'extra', gives: 'opening an account in the widget' },
  refreshToken: { need: 'extra', gives: 'staying signed in for longer than a token lasts' },
  guestLogIn: { need: 'extra', gives: 'booking with name and e-mail alone' },
  openBookingLink: { need: 'extra', gives: "links that reopen a guest's booking" },
  getNextAvailability: { need: 'extra', gives: 'the next open times when a month has none' },
  moveBooking: { need: 'extra', gives: 'moving a booking' },
  getSchedule: { need: 'extra', gives: 'the editor of hours' },
  putSchedule: { need: 'extra', gives: 'saving in the editor of hours' },
  getCalendarAuthUrl: { need: 'extra', gives: 'connecting Google and Outlook' },
  exchangeCalendarToken: { need: 'extra', gives: 'connecting Google and Outlook' },
  syncBooking: { need: 'extra', gives: 'putting a session into a calendar' },
  listCalendarConnections: { need: 'extra', gives: 'showing which calendars are connected' },
  disconnectCalendar: { need: 'extra', gives: 'disconnecting a calendar' },
  getOwnBusy: { need: 'extra', gives: "the visitor's own busy times beside the open ones" },
  getFeedAddress: { need: 'extra', gives: 'the private feed for calendar programs' },
  resetFeedAddress: { need: 'extra', gives: 'a new address for the private feed' },
  getHealth: { need: 'extra', gives: 'watching over the server; pages do not call it' },
};
