/** The texts of `<cb-booking>` itself and of the coach card. */
export interface BookingMessages {
  /** For the developer who placed the element. */
  readonly missingApi: string;
  readonly missingCoach: string;
  readonly unusable: (reason: string) => string;
  /** The heading when the coach's name is unknown. */
  readonly bookSession: string;
  readonly minutes: (count: number) => string;
  /** `amount` comes formatted: "€80 an hour". */
  readonly anHour: (amount: string) => string;
  readonly free: string;
  readonly loadingCoach: string;
  readonly loadingStep: string;
  /** A chunk did not load. */
  readonly stepFailed: string;
  readonly offline: string;
  /** A link led to a time that is no longer open; its day is shown. */
  readonly slotGone: string;
  readonly tryAgain: string;
  readonly back: string;
  readonly bookAnother: string;
  /** The name of the whole widget for assistive technology. */
  readonly bookWith: (name: string) => string;
}

/** The texts of the coach card; in English part of its chunk. */
export type CoachCardTexts = Pick<BookingMessages, 'bookSession' | 'minutes' | 'anHour' | 'free' | 'loadingCoach'>;

/** What a link to a time says; in English part of the chunk that reads such links. */
export type LinkTexts = Pick<BookingMessages, 'slotGone'>;

/** The texts of `<cb-booking>` itself. */
export type BookingTexts = Omit<BookingMessages, Exclude<keyof CoachCardTexts, 'bookSession'> | keyof LinkTexts>;

export const bookingEnglish: BookingTexts = {
  missingApi:
    '<cb-booking> needs an api attribute: the address of the booking API, such as api="https://api.example.com".',
  missingCoach: '<cb-booking> needs a coach attribute: the id of the coach to book, as GET /coaches lists it.',
  unusable: (reason) => `<cb-booking> cannot start: ${reason}`,
  bookSession: 'Book a session',
  loadingStep: 'Loading the form',
  stepFailed: 'The next step could not be loaded. Check your internet connection, then try again.',
  offline: 'You are offline. What you typed is kept.',
  tryAgain: 'Try again',
  back: 'Back to the times',
  bookAnother: 'Book another time',
  bookWith: (name) => `Book a session with ${name}`,
};
