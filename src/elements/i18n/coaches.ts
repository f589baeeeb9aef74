import type { BookingErrorKind } from '../../core/errors.ts';

/** The texts of `<cb-coach-list>`. */
export interface CoachesMessages {
  readonly missing: (attributes: string) => string;
  readonly title: string;
  readonly search: string;
  readonly searchHelp: string;
  readonly language: string;
  readonly expertise: string;
  readonly rate: string;
  readonly any: string;
  /** `amount` comes formatted: "up to €80 an hour". */
  readonly upTo: (amount: string) => string;
  readonly anHour: (amount: string) => string;
  readonly speaks: string;
  readonly book: string;
  readonly bookWith: (name: string) => string;
  readonly found: (count: number) => string;
  readonly none: string;
  readonly clear: string;
  readonly loading: string;
  readonly more: string;
  readonly back: string;
  readonly tryAgain: string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
  readonly refused: (detail: string) => string;
}

export const coachesEnglish: CoachesMessages = {
  missing: (attributes) => `<cb-coach-list> needs ${attributes}.`,
  title: 'Find a coach',
  search: 'Search',
  searchHelp: 'A name, a topic or a language',
  language: 'Language',
  expertise: 'Topic',
  rate: 'Price',
  any: 'Any',
  upTo: (amount) => `Up to ${amount} an hour`,
  anHour: (amount) => `${amount} an hour`,
  speaks: 'Speaks',
  book: 'See times',
  bookWith: (name) => `See times with ${name}`,
  found: (count) => (count === 1 ? 'One coach' : `${count} coaches`),
  none: 'No coach matches.',
  clear: 'Show all coaches',
  loading: 'Loading the coaches',
  more: 'Show more coaches',
  back: 'All coaches',
  tryAgain: 'Try again',
  problems: {
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    server: 'The service has a problem. Try again in a moment.',
    'rate-limited': 'There were too many requests. Wait a moment, then try again.',
    unreadable: 'The service gave an answer that cannot be read. Try again later.',
    'not-found': 'This service has no list of coaches.',
  },
  refused: (detail) => `The service refused: ${detail}.`,
};
