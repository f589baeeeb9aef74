import type { BookingStatus } from '../../contract/index.ts';
import type { BookingErrorKind } from '../../core/errors.ts';
import { DAY_MINUTES } from '../../domain/time/units.ts';

/** The views of a list of bookings. */
export type BookingsViewName = 'waiting' | 'today' | 'upcoming' | 'toComplete' | 'past' | 'cancelled';

/** The visible mark of the last action on a row. */
export type BookingMark = 'confirmed' | 'completed' | 'moved' | 'kept';

/** The texts of `<cb-bookings>` and `<cb-move-booking>`. Days, times and names arrive formatted. */
export interface BookingsMessages {
  readonly missing: (attributes: string) => string;
  readonly title: Readonly<Record<'client' | 'coach' | 'single', string>>;
  /** Shown above the list: "Times in Berlin, GMT+1". */
  readonly zone: (city: string, offset: string) => string;
  readonly inZone: (times: string, city: string, offset: string) => string;
  readonly forCoach: (name: string, times: string) => string;
  readonly views: Readonly<Record<BookingsViewName, string>>;
  readonly viewsLabel: string;
  readonly filter: string;
  readonly all: string;
  readonly status: Readonly<Record<BookingStatus, string>>;
  /** Whose answer is awaited; `name` is empty when the coach's is unknown. */
  readonly waiting: Readonly<Record<'client' | 'coach', (name: string) => string>>;
  readonly empty: Readonly<Record<BookingsViewName, string>>;
  readonly emptyFiltered: (status: string) => string;
  readonly showAll: string;
  readonly search: string;
  /** No client in this view has this name or address. */
  readonly emptySearch: (words: string) => string;
  /** The number of results, for screen readers. */
  readonly found: (count: number) => string;
  readonly today: (day: string) => string;
  readonly tomorrow: (day: string) => string;
  readonly loading: string;
  readonly signIn: Readonly<Record<'client' | 'coach', string>>;
  /** The sign-in has expired. */
  readonly signInAgain: string;
  readonly signInNow: string;
  readonly signOut: string;
  readonly session: (minutes: number, name: string) => string;
  /** The other person, when the name is unknown. */
  readonly unknownPerson: Readonly<Record<'client' | 'coach', string>>;
  readonly email: string;
  readonly notes: string;
  readonly answers: (count: number) => string;
  readonly yes: string;
  readonly no: string;
  /** Others who take part. */
  readonly attendees: string;
  readonly reason: string;
  readonly undelivered: string;
  /** Why it was moved. */
  readonly movedBecause: string;
  readonly join: string;
  readonly move: string;
  /** The label of the link to this booking in the client's calendar. */
  readonly manageLink: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly complete: string;
  /** A button's name says which booking it acts on: "Cancel, Tuesday 18 November, 15:00". */
  readonly about: (act: string, dayAndTime: string) => string;
  readonly working: Readonly<Record<BookingStatus, string>>;
  /** The result of an action, for screen readers: "2 sessions confirmed". */
  readonly done: Readonly<Record<BookingStatus, (count: number) => string>>;
  /** The visible result of an action, in the row. */
  readonly mark: Readonly<Record<BookingMark, string>>;
  readonly cancelQuestion: (dayAndTime: string) => string;
  readonly cancelSeveral: (count: number) => string;
  readonly cancelReason: string;
  /** For a coach who cancels a booking that is not confirmed. `name` is empty when the client's is unknown. */
  readonly decline: string;
  readonly declineQuestion: (when: string) => string;
  readonly declineReason: (name: string) => string;
  readonly declineNow: string;
  readonly optional: string;
  readonly cancelNow: (count: number) => string;
  readonly keep: (count: number) => string;
  readonly undoable: (count: number) => string;
  readonly undoWithin: (seconds: number) => string;
  readonly undo: string;
  readonly undoAll: string;
  readonly undone: (count: number) => string;
  readonly lateToCancel: (notice: string) => string;
  readonly lateToMove: (notice: string) => string;
  readonly lateForBoth: (moveNotice: string, cancelNotice: string) => string;
  readonly writeTo: string;
  readonly contact: (name: string) => string;
  readonly notice: (minutes: number) => string;
  readonly select: (dayAndTime: string) => string;
  readonly selected: (count: number) => string;
  readonly selectAll: string;
  /** Selects all bookings of the view, with their number. */
  readonly selectView: (count: number) => string;
  readonly clear: string;
  readonly confirmSelected: (count: number) => string;
  readonly completeSelected: (count: number) => string;
  readonly cancelSelected: (count: number) => string;
  readonly more: string;
  readonly shown: (count: number, total: number) => string;
  /** How many of the loaded rows are drawn. */
  readonly drawn: (count: number, total: number) => string;
  /** Refused because the booking's status has changed. */
  readonly already: Readonly<Record<BookingStatus, string>>;
  /** Refused for another reason, by the contract's error code. */
  readonly codes: Readonly<Record<'client' | 'coach', Readonly<Record<string, string>>>>;
  readonly refused: (detail: string) => string;
  readonly noConnection: string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
  readonly dismiss: string;
  readonly tryAgain: string;
  readonly back: string;
  readonly backToOne: string;
  readonly moveTitle: Readonly<Record<'client' | 'coach', (name: string) => string>>;
  readonly moveNow: string;
  readonly moveTo: (day: string, time: string) => string;
  /** The label of the reason for a move; `name` is that of the other person, who reads the reason, or empty when unknown. */
  readonly moveReason: Readonly<Record<'client' | 'coach', (name: string) => string>>;
  readonly moving: string;
  readonly moved: (day: string, time: string) => string;
  readonly moveKeeps: Readonly<Record<'client' | 'coach', string>>;
  readonly moveTaken: Readonly<Record<'client' | 'coach', string>>;
  readonly moveUnsupported: Readonly<Record<'client' | 'coach', string>>;
  readonly linkBroken: string;
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const sessions = (count: number) => plural(count, 'session', 'sessions');

export const bookingsEnglish: BookingsMessages = {
  missing: (attributes) => `<cb-bookings> needs ${attributes}.`,
  title: { client: 'Your sessions', coach: 'Bookings', single: 'Your session' },
  zone: (city, offset) => `Times in ${city}, ${offset}`,
  inZone: (times, city, offset) => `${times}, ${city} (${offset})`,
  forCoach: (name, times) => `For ${name || 'the coach'}: ${times}`,
  views: {
    waiting: 'Waiting',
    today: 'Today',
    upcoming: 'Upcoming',
    toComplete: 'To complete',
    past: 'Past',
    cancelled: 'Cancelled',
  },
  viewsLabel: 'Which sessions',
  filter: 'Status',
  all: 'All',
  status: { pending: 'Not confirmed', confirmed: 'Confirmed', completed: 'Completed', cancelled: 'Cancelled' },
  waiting: {
    client: (name) => `Waiting for ${name || 'the coach'} to confirm`,
    coach: () => 'Waiting for you to confirm',
  },
  empty: {
    waiting: 'Nobody is waiting for your answer.',
    today: 'No sessions today.',
    upcoming: 'No sessions to come.',
    toComplete: 'Nothing to complete.',
    past: 'No past sessions yet.',
    cancelled: 'No cancelled sessions.',
  },
  emptyFiltered: (status) => `No sessions here have the status “${status}”.`,
  showAll: 'Show all',
  search: 'Search clients',
  emptySearch: (words) => `No client here matches “${words}”.`,
  found: (count) => `${sessions(count)} found`,
  today: (day) => `Today, ${day}`,
  tomorrow: (day) => `Tomorrow, ${day}`,
  loading: 'Loading the sessions',
  signIn: { client: 'Sign in to see your sessions.', coach: 'Sign in to see your bookings.' },
  signInAgain: 'Your sign-in has ended. Sign in again to go on: nothing is lost.',
  signInNow: 'Sign in',
  signOut: 'Sign out',
  session: (minutes, name) => `${minutes} min with ${name}`,
  unknownPerson: { client: 'your coach', coach: 'a client' },
  email: 'E-mail',
  notes: 'Notes',
  answers: (count) => plural(count, 'answer', 'answers'),
  yes: 'Yes',
  no: 'No',
  attendees: 'Guests',
  reason: 'Reason',
  undelivered: 'the last mail could not be delivered',
  movedBecause: 'Moved because',
  join: 'Join',
  manageLink: 'Move or cancel this booking',
  move: 'Move',
  cancel: 'Cancel',
  confirm: 'Confirm',
  complete: 'Mark as completed',
  about: (act, dayAndTime) => `${act}, ${dayAndTime}`,
  working: { pending: 'Saving…', confirmed: 'Confirming…', completed: 'Saving…', cancelled: 'Cancelling…' },
  done: {
    pending: (count) => `${sessions(count)} saved`,
    confirmed: (count) => `${sessions(count)} confirmed`,
    completed: (count) => `${sessions(count)} completed`,
    cancelled: (count) => `${sessions(count)} cancelled`,
  },
  mark: { confirmed: 'Confirmed', completed: 'Completed', moved: 'Moved', kept: 'Kept' },
  cancelQuestion: (dayAndTime) => `Cancel the session on ${dayAndTime}?`,
  cancelSeveral: (count) => `Cancel ${sessions(count)}?`,
  cancelReason: 'Reason',
  decline: 'Decline',
  declineQuestion: (when) => `Decline the request for ${when}?`,
  declineReason: (name) => `A line for ${name || 'the client'}`,
  declineNow: 'Decline request',
  optional: 'optional',
  cancelNow: (count) => (count === 1 ? 'Cancel session' : `Cancel ${count} sessions`),
  keep: (count) => (count === 1 ? 'Keep it' : 'Keep them'),
  undoable: (count) => (count === 1 ? 'Cancelled.' : `${sessions(count)} cancelled.`),
  undoWithin: (seconds) => `You can undo this for ${seconds} seconds.`,
  undo: 'Undo',
  undoAll: 'Undo all',
  undone: (count) => (count === 1 ? 'The session is kept.' : `${count} sessions are kept.`),
  lateToCancel: (notice) => `Too late to cancel here: ${notice} notice is asked for.`,
  lateToMove: (notice) => `Too late to move here: ${notice} notice is asked for.`,
  lateForBoth: (moveNotice, cancelNotice) =>
    moveNotice === cancelNotice
      ? `Too late to move or cancel here: ${moveNotice} notice is asked for.`
      : `Too late to move or cancel here: ${moveNotice} notice is asked for to move, ${cancelNotice} to cancel.`,
  writeTo: 'Write to',
  contact: (name) => `Contact ${name || 'the coach'}.`,
  notice: (minutes) =>
    minutes % DAY_MINUTES === 0
      ? plural(minutes / DAY_MINUTES, 'day’s', 'days’')
      : minutes % 60 === 0
        ? plural(minutes / 60, 'hour’s', 'hours’')
        : plural(minutes, 'minute’s', 'minutes’'),
  select: (dayAndTime) => `Select ${dayAndTime}`,
  selected: (count) => `${count} selected`,
  selectAll: 'Select all',
  selectView: (count) => `Select all ${count}`,
  clear: 'Clear',
  confirmSelected: (count) => `Confirm ${count}`,
  completeSelected: (count) => `Complete ${count}`,
  cancelSelected: (count) => `Cancel ${count}`,
  more: 'Show more',
  shown: (count, total) => `${count} of ${total} loaded`,
  drawn: (count, total) => `${count} of ${total} shown`,
  already: {
    pending: 'This session waits to be confirmed: that comes first.',
    confirmed: 'This session is confirmed already.',
    completed: 'This session is marked as completed already, so nothing was changed.',
    cancelled: 'This session has been cancelled meanwhile, so nothing was changed.',
  },
  codes: {
    client: { too_late: 'It is too late to change this session here. Contact the coach.' },
    coach: { too_late: 'It is too late to change this session here. Contact the client.' },
  },
  refused: (detail) => `Nothing was changed. The service says: ${detail}`,
  noConnection: 'You are offline, and nothing was changed yet. It will be tried again when you are online.',
  problems: {
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    'rate-limited': 'There were too many requests. Wait a moment, then try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service gave an answer that cannot be read. Try again later.',
    unauthenticated: 'You are no longer signed in. Sign in again, then repeat this.',
    forbidden: 'Your account may not change this session.',
    conflict: 'This time has just gone to somebody else.',
    'not-found': 'This booking no longer exists.',
    unsupported: 'This service does not offer that.',
  },
  dismiss: 'Close',
  tryAgain: 'Try again',
  back: 'All sessions',
  backToOne: 'Back to your session',
  moveTitle: {
    client: (name) => (name ? `Move your session with ${name}` : 'Move your session'),
    coach: (name) => (name ? `Move the session with ${name}` : 'Move the session'),
  },
  moveNow: 'Now',
  moveTo: (day, time) => `Move to ${day}, ${time}`,
  moveReason: {
    client: (name) => `Reason, shown to ${name || 'the coach'}`,
    coach: (name) => `Reason, shown to ${name || 'the client'}`,
  },
  moving: 'Moving…',
  moved: (day, time) => `Moved to ${day}, ${time}`,
  moveKeeps: {
    client: 'Your present time stays yours until the new one is certain.',
    coach: 'The present time stays booked until the new one is certain.',
  },
  moveTaken: {
    client: 'That time has just gone to somebody else, and your session is where it was. Choose another time.',
    coach: 'That time has just gone to somebody else, and the session is where it was. Choose another time.',
  },
  moveUnsupported: {
    client: 'This service does not offer moving a booking. Cancel it and book another time.',
    coach: 'This service does not offer moving a booking. Cancel it and ask the client to book another time.',
  },
  linkBroken:
    'This link does not open a booking. It may be incomplete or no longer valid: copy it again from where you got it.',
};
