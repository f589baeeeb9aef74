import type { BookingErrorKind } from '../../core/errors.ts';
import type { AnswerProblem } from '../../domain/booking/answers.ts';
import { type SlotTakenTexts, slotTakenEnglish } from './parts/slot-taken.ts';

/** The texts of `<cb-booking-form>`. Days and times arrive formatted. */
export interface FormMessages extends SlotTakenTexts {
  readonly missing: (attributes: string) => string;
  readonly title: string;
  readonly changeTime: string;
  readonly back: string;
  readonly haveAccount: string;
  readonly signIn: string;
  readonly bookingAs: string;
  readonly useAnother: string;
  /** The same for a guest, whose account is only a name and an e-mail address. */
  readonly changePerson: string;
  readonly withoutAccount: string;
  readonly signInToBook: string;
  readonly signInAgain: string;
  readonly accountExists: string;
  readonly hostSignIn: string;
  readonly hostSignedIn: string;
  readonly name: string;
  readonly email: string;
  /** `name`: the coach's; empty when unknown. */
  readonly emailHelp: (name: string) => string;
  readonly notes: string;
  readonly notesHelp: string;
  readonly addAttendees: string;
  readonly attendees: string;
  readonly attendeesHelp: string;
  readonly attendeeWrong: (address: string) => string;
  readonly attendeesTooMany: (most: number) => string;
  readonly optional: string;
  readonly used: (count: string, most: string) => string;
  readonly choose: string;
  readonly yes: string;
  readonly no: string;
  readonly book: (day: string, time: string) => string;
  readonly booking: string;
  /** The total price of the session; `price` comes formatted. */
  readonly total: (price: string, minutes: number) => string;
  readonly free: string;
  /** How late a client may still move and cancel, when the coach sets a limit; spans such as "24 hours" arrive formatted. */
  readonly moveAndCancel: (span: string) => string;
  readonly move: (span: string) => string;
  readonly cancel: (span: string) => string;
  readonly summary: (count: number) => string;
  readonly nameMissing: string;
  readonly nameTooLong: string;
  readonly emailMissing: string;
  readonly emailWrong: string;
  readonly notesTooLong: (over: number) => string;
  readonly answers: Readonly<Record<AnswerProblem, (label: string) => string>>;
  /** The coach's questions, or the field for guests, did not load. */
  readonly lacking: string;
  readonly problemTitle: string;
  readonly notSent: string;
  /** A booking was sent but no readable answer came; then what to do, with an account and without. */
  readonly maybeBooked: string;
  readonly lookAtSessions: string;
  readonly askCoach: string;
  /** Failures that may succeed at the next attempt. */
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
  readonly tryAgainIn: (seconds: number) => string;
  readonly forbidden: string;
  readonly past: string;
  readonly closed: string;
  readonly notFound: string;
  readonly refused: (detail: string) => string;
  readonly tryAgain: string;
}

/** The texts of the coach's questions and of guests' addresses; in English part of the chunk that shows them. */
export type AskedTexts = Pick<
  FormMessages,
  | 'addAttendees'
  | 'attendees'
  | 'attendeesHelp'
  | 'attendeeWrong'
  | 'attendeesTooMany'
  | 'choose'
  | 'yes'
  | 'no'
  | 'answers'
>;

/** The texts that every form shows. */
export type FormTexts = Omit<FormMessages, keyof AskedTexts>;

export const formEnglish: FormTexts = {
  missing: (attributes) => `<cb-booking-form> needs ${attributes}.`,
  title: 'Your details',
  changeTime: 'Change time',
  back: 'Back to your details',
  haveAccount: 'Have an account?',
  signIn: 'Sign in',
  bookingAs: 'Booking as',
  useAnother: 'Use another account',
  changePerson: 'Change name or e-mail',
  withoutAccount: 'Go on without an account',
  signInToBook: 'You need an account to book this time. What you typed is kept.',
  signInAgain: 'You were signed out. Sign in again to book this time; what you typed is kept.',
  accountExists: 'This e-mail address has an account. Sign in to book this time; what you typed is kept.',
  hostSignIn: 'Sign in on this page to book this time. What you typed is kept.',
  hostSignedIn: 'I have signed in',
  name: 'Name',
  email: 'E-mail',
  emailHelp: (name) => `So that ${name || 'the coach'} can reach you.`,
  notes: 'Notes',
  notesHelp: 'Anything that helps to prepare the session.',
  optional: 'optional',
  used: (count, most) => `${count} of ${most} characters`,
  book: (day, time) => `Book ${day}, ${time}`,
  booking: 'Booking…',
  total: (price, minutes) => `Total for ${minutes} minutes: ${price}`,
  free: 'free',
  moveAndCancel: (span) => `You can move or cancel up to ${span} before.`,
  move: (span) => `You can move the session up to ${span} before.`,
  cancel: (span) => `You can cancel up to ${span} before.`,
  summary: (count) => (count === 1 ? 'One thing to correct' : `${count} things to correct`),
  nameMissing: 'Enter your name',
  nameTooLong: 'Enter a name of at most 120 characters',
  emailMissing: 'Enter your e-mail address',
  emailWrong: 'Enter an e-mail address such as name@example.com',
  notesTooLong: (over) => `Shorten the notes by ${over === 1 ? 'one character' : `${over} characters`}`,
  ...slotTakenEnglish,
  lacking: 'A part of this form could not be loaded. Check your internet connection, then try again.',
  problemTitle: 'The booking did not go through',
  notSent: 'Not sent yet',
  maybeBooked: 'Your booking may have been made',
  lookAtSessions: 'Look at your sessions before you try again.',
  askCoach: 'Ask the coach before you try again.',
  problems: {
    offline: 'Check your internet connection. The booking is sent as soon as you are online again.',
    timeout: 'No answer came in time.',
    aborted: 'No answer came in time.',
    'rate-limited': 'There were too many tries in a short time. Wait a moment, then try again.',
    server: 'The booking service has a problem. What you typed is kept. Try again in a moment.',
    unreadable: 'The answer of the booking service could not be read.',
  },
  tryAgainIn: (seconds) => `Try again in ${seconds} s`,
  forbidden: 'This account cannot book sessions. Sign in with a client’s account.',
  past: 'This time has passed. Choose another time.',
  closed: 'This coach takes no bookings at the moment.',
  notFound: 'This coach could not be found. Choose another time, or contact the coach.',
  refused: (detail) => `The booking service refused: ${detail}.`,
  tryAgain: 'Try again',
};
