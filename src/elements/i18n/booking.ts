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

export const bookingEnglish: BookingMessages = {
  missingApi:
    '<cb-booking> needs an api attribute: the address of the booking API, such as api="https://api.example.com".',
  missingCoach: '<cb-booking> needs a coach attribute: the id of the coach to book, as GET /coaches lists it.',
  unusable: (reason) => `<cb-booking> cannot start: ${reason}`,
  bookSession: 'Book a session',
  minutes: (count) => `${count} min`,
  anHour: (amount) => `${amount} an hour`,
  free: 'Free',
  loadingCoach: 'Loading the coach',
  loadingStep: 'Loading the form',
  stepFailed: 'The next step could not be loaded. Check your internet connection, then try again.',
  offline: 'You are offline. What you typed is kept.',
  slotGone: 'The time of this link is no longer open. Here is what is open that day.',
  tryAgain: 'Try again',
  back: 'Back to the times',
  bookAnother: 'Book another time',
  bookWith: (name) => `Book a session with ${name}`,
};
