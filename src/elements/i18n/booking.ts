/** The texts of `<cb-booking>` itself and of the coach card. */
export interface BookingMessages {
  /** For the developer who placed the element. */
  readonly missingApi: string;
  readonly missingCoach: string;
  readonly unusable: (reason: string) => string;
  /** Heading where the coach's name is not known. */
  readonly bookSession: string;
  /** Follows a coach's name in a photo's text. */
  readonly photoOf: (name: string) => string;
  readonly minutes: (count: number) => string;
  /** `amount` comes formatted: "€80 an hour". */
  readonly anHour: (amount: string) => string;
  readonly free: string;
  readonly loadingCoach: string;
  readonly loadingStep: string;
  /** A part of the script did not arrive. */
  readonly stepFailed: string;
  readonly confirmationFailed: string;
  readonly tryAgain: string;
  readonly back: string;
  readonly bookAnother: string;
  /** Names the whole widget for assistive technology. */
  readonly bookWith: (name: string) => string;
}

export const bookingEnglish: BookingMessages = {
  missingApi:
    '<cb-booking> needs an api attribute: the address of the booking API, such as api="https://api.example.com".',
  missingCoach: '<cb-booking> needs a coach attribute: the id of the coach to book, as GET /coaches lists it.',
  unusable: (reason) => `<cb-booking> cannot start: ${reason}`,
  bookSession: 'Book a session',
  photoOf: (name) => `Photo of ${name}`,
  minutes: (count) => `${count} min`,
  anHour: (amount) => `${amount} an hour`,
  free: 'Free',
  loadingCoach: 'Loading the coach',
  loadingStep: 'Loading the form',
  stepFailed: 'The next step could not be loaded. Check your internet connection, then try again.',
  confirmationFailed:
    'Your booking is made, but its confirmation could not be loaded. Check your internet connection, then try again.',
  tryAgain: 'Try again',
  back: 'Back to the times',
  bookAnother: 'Book another time',
  bookWith: (name) => `Book a session with ${name}`,
};
