import type { BookingStatus } from '../../contract/index.ts';
import type { BookingErrorKind } from '../../core/errors.ts';

/** The ways to look at a list of bookings. */
export type BookingsViewName = 'waiting' | 'today' | 'upcoming' | 'toComplete' | 'past';

/** The texts of `<cb-bookings>` and `<cb-move-booking>`. Days, times and names arrive formatted. */
export interface BookingsMessages {
  readonly missing: (attributes: string) => string;
  readonly title: Readonly<Record<'client' | 'coach', string>>;
  readonly views: Readonly<Record<BookingsViewName, string>>;
  readonly viewsLabel: string;
  readonly filter: string;
  readonly all: string;
  readonly status: Readonly<Record<BookingStatus, string>>;
  readonly empty: Readonly<Record<BookingsViewName, string>>;
  readonly loading: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly session: (minutes: number, name: string) => string;
  readonly unknownPerson: string;
  readonly notes: string;
  readonly reason: string;
  readonly join: string;
  readonly move: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly complete: string;
  /** A button's name says which booking it acts on: "Cancel, Tuesday 18 November, 15:00". */
  readonly about: (act: string, when: string) => string;
  readonly working: Readonly<Record<BookingStatus, string>>;
  readonly done: Readonly<Record<BookingStatus, string>>;
  readonly cancelQuestion: (when: string) => string;
  readonly cancelReason: string;
  readonly optional: string;
  readonly cancelNow: string;
  readonly keep: string;
  readonly undoable: string;
  readonly undo: string;
  readonly undone: string;
  readonly lateToCancel: (notice: string) => string;
  readonly lateToMove: (notice: string) => string;
  readonly notice: (minutes: number) => string;
  readonly select: (when: string) => string;
  readonly selected: (count: number) => string;
  readonly confirmSelected: (count: number) => string;
  readonly completeSelected: (count: number) => string;
  readonly cancelSelected: (count: number) => string;
  readonly more: string;
  readonly shown: (count: number, total: number) => string;
  readonly refused: (act: string, detail: string) => string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
  readonly dismiss: string;
  readonly tryAgain: string;
  readonly back: string;
  readonly moveTitle: (name: string) => string;
  readonly moveNow: string;
  readonly moveTo: (day: string, time: string) => string;
  readonly moving: string;
  readonly moved: (day: string, time: string) => string;
  readonly moveKeeps: string;
  readonly moveTaken: string;
  readonly linkBroken: string;
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const bookingsEnglish: BookingsMessages = {
  missing: (attributes) => `<cb-bookings> needs ${attributes}.`,
  title: { client: 'Your sessions', coach: 'Bookings' },
  views: { waiting: 'Waiting', today: 'Today', upcoming: 'Upcoming', toComplete: 'To complete', past: 'Past' },
  viewsLabel: 'Which sessions',
  filter: 'Status',
  all: 'All',
  status: { pending: 'Waiting', confirmed: 'Confirmed', completed: 'Completed', cancelled: 'Cancelled' },
  empty: {
    waiting: 'Nobody is waiting for your answer.',
    today: 'No sessions today.',
    upcoming: 'No sessions to come.',
    toComplete: 'Nothing to complete.',
    past: 'No past sessions yet.',
  },
  loading: 'Loading the sessions',
  signIn: 'Sign in to see your sessions.',
  signOut: 'Sign out',
  session: (minutes, name) => `${minutes} min with ${name}`,
  unknownPerson: 'a client',
  notes: 'Notes',
  reason: 'Reason',
  join: 'Join',
  move: 'Move',
  cancel: 'Cancel',
  confirm: 'Confirm',
  complete: 'Mark as completed',
  about: (act, when) => `${act}, ${when}`,
  working: { pending: 'Saving…', confirmed: 'Confirming…', completed: 'Saving…', cancelled: 'Cancelling…' },
  done: { pending: 'Saved', confirmed: 'Confirmed', completed: 'Completed', cancelled: 'Cancelled' },
  cancelQuestion: (when) => `Cancel the session on ${when}?`,
  cancelReason: 'Reason',
  optional: 'optional',
  cancelNow: 'Cancel session',
  keep: 'Keep it',
  undoable: 'Cancelled.',
  undo: 'Undo',
  undone: 'The session is kept.',
  lateToCancel: (notice) => `Too late to cancel here: ${notice} notice is asked for.`,
  lateToMove: (notice) => `Too late to move: ${notice} notice is asked for.`,
  notice: (minutes) =>
    minutes % 1440 === 0
      ? plural(minutes / 1440, "day's", "days'")
      : minutes % 60 === 0
        ? plural(minutes / 60, "hour's", "hours'")
        : plural(minutes, "minute's", "minutes'"),
  select: (when) => `Select ${when}`,
  selected: (count) => `${count} selected`,
  confirmSelected: (count) => `Confirm ${count}`,
  completeSelected: (count) => `Complete ${count}`,
  cancelSelected: (count) => `Cancel ${count}`,
  more: 'Show more',
  shown: (count, total) => `${count} of ${total} loaded`,
  refused: (act, detail) => `${act}: ${detail}`,
  problems: {
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    'rate-limited': 'There were too many requests. Wait a moment, then try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service gave an answer that cannot be read. Try again later.',
    conflict: 'This time has just gone to somebody else.',
    'not-found': 'This booking no longer exists.',
    unsupported: 'This service does not offer moving a booking. Cancel it and book another time.',
  },
  dismiss: 'Close',
  tryAgain: 'Try again',
  back: 'All sessions',
  moveTitle: (name) => (name ? `Move your session with ${name}` : 'Move your session'),
  moveNow: 'Now',
  moveTo: (day, time) => `Move to ${day}, ${time}`,
  moving: 'Moving…',
  moved: (day, time) => `Moved to ${day}, ${time}`,
  moveKeeps: 'Your present time stays yours until the new one is certain.',
  moveTaken: 'That time has just gone to somebody else, and your session is where it was. Choose another time.',
  linkBroken: 'This link does not open a booking. It may be incomplete: copy it again from where you got it.',
};
