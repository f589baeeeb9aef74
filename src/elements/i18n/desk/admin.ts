import type { Role } from '../../../contract/auth.ts';
import type { BookingErrorKind } from '../../../core/errors.ts';

/** The texts of what an admin sees: `<cb-accounts>`, and `<cb-bookings>` with everybody's bookings. */
export interface AdminMessages {
  readonly missing: (attributes: string) => string;
  /** Everybody's bookings. */
  readonly bookings: string;
  /** Says for whom an admin acts: for the coach of each row, or (`actsFor`) for the chosen coach. */
  readonly actsForRows: string;
  readonly actsFor: (coach: string) => string;
  readonly actsOnHours: (coach: string) => string;
  readonly coach: string;
  readonly allCoaches: string;
  readonly hours: (coach: string) => string;
  readonly people: string;
  readonly back: string;
  readonly onlyClient: (client: string) => string;
  /** Shown while the list is of one client alone. */
  readonly ofClient: (client: string) => string;
  readonly everyClient: string;
  /** Both sides of a booking: "60 min, Sam Okafor with Ana Keller". */
  readonly session: (minutes: number, client: string, coach: string) => string;
  readonly editorFailed: string;
  readonly title: string;
  readonly signIn: string;
  readonly signInAgain: string;
  readonly notAdmin: string;
  readonly search: string;
  readonly role: string;
  readonly everyRole: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly guest: string;
  readonly you: string;
  readonly found: (count: number) => string;
  readonly none: string;
  readonly loading: string;
  readonly more: string;
  readonly off: string;
  readonly notListed: string;
  readonly notBookable: string;
  readonly showBookings: string;
  readonly showHours: string;
  readonly switchOff: string;
  readonly switchOn: string;
  readonly hide: string;
  readonly list: string;
  readonly stopBookings: string;
  readonly takeBookings: string;
  /** A button's name says whom it acts on: "Switch off, Sam Okafor". */
  readonly about: (act: string, name: string) => string;
  readonly offQuestion: (name: string) => string;
  readonly offMeans: Readonly<Record<'coach' | 'other', string>>;
  readonly offNow: string;
  readonly keep: string;
  /** What was done, for screen readers. */
  readonly done: Readonly<
    Record<'off' | 'on' | 'hidden' | 'listed' | 'stopped' | 'bookable', (name: string) => string>
  >;
  readonly tryAgain: string;
  readonly refused: (detail: string) => string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
}

export const adminEnglish: AdminMessages = {
  missing: (attributes) => `<cb-accounts> needs ${attributes}.`,
  bookings: 'All bookings',
  actsForRows: 'You are signed in as an administrator: what you change, you change for the coach named in the booking.',
  actsFor: (coach) => `You are signed in as an administrator: what you change here, you change for ${coach}.`,
  actsOnHours: (coach) => `You are signed in as an administrator: these are the hours of ${coach}.`,
  coach: 'Coach',
  allCoaches: 'All coaches',
  hours: (coach) => `Hours of ${coach}`,
  people: 'People',
  back: 'All bookings',
  onlyClient: (client) => `Only ${client}`,
  ofClient: (client) => `Sessions of ${client}`,
  everyClient: 'Show every client',
  session: (minutes, client, coach) => `${minutes} min, ${client || 'a client'} with ${coach || 'a coach'}`,
  editorFailed: 'This could not be loaded. Check your internet connection, then try again.',
  title: 'People',
  signIn: 'Sign in as an administrator to see who has an account.',
  signInAgain: 'Your sign-in has ended. Sign in again to go on.',
  notAdmin: 'Only an administrator sees who has an account.',
  search: 'Search names and e-mail',
  role: 'Role',
  everyRole: 'Everybody',
  roles: { client: 'Client', coach: 'Coach', admin: 'Administrator' },
  guest: 'Guest',
  you: 'You',
  found: (count) => (count === 1 ? '1 person' : `${count} people`),
  none: 'Nobody matches.',
  loading: 'Loading',
  more: 'Show more',
  off: 'Switched off',
  notListed: 'Not listed',
  notBookable: 'Takes no bookings',
  showBookings: 'Bookings',
  showHours: 'Hours',
  switchOff: 'Switch off',
  switchOn: 'Switch on',
  hide: 'Take off the list',
  list: 'Put on the list',
  stopBookings: 'Stop new bookings',
  takeBookings: 'Take bookings again',
  about: (act, name) => `${act}, ${name}`,
  offQuestion: (name) => `Switch off the account of ${name}?`,
  offMeans: {
    coach: 'They are signed out at once, cannot sign in, and cannot be booked. Sessions that are booked stay.',
    other: 'They are signed out at once and cannot sign in. Sessions that are booked stay.',
  },
  offNow: 'Switch off now',
  keep: 'Leave it on',
  done: {
    off: (name) => `${name}: switched off`,
    on: (name) => `${name}: switched on`,
    hidden: (name) => `${name}: no longer listed`,
    listed: (name) => `${name}: listed`,
    stopped: (name) => `${name}: takes no new bookings`,
    bookable: (name) => `${name}: takes bookings`,
  },
  tryAgain: 'Try again',
  refused: (detail) => `Nothing was changed. The service says: ${detail}`,
  problems: {
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    'rate-limited': 'There were too many requests. Wait a moment, then try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service gave an answer that cannot be read. Try again later.',
    forbidden: 'Only an administrator sees who has an account.',
    unauthenticated: 'Your sign-in has ended. Sign in again to go on.',
    unsupported: 'This service has no list of people.',
  },
};
