/** The texts of `<cb-booking-button>`. */
export interface ButtonMessages {
  readonly missing: (attributes: string) => string;
  readonly book: string;
  readonly close: string;
  readonly dialog: string;
  readonly failed: string;
  readonly tryAgain: string;
}

export const buttonEnglish: ButtonMessages = {
  missing: (attributes) => `<cb-booking-button> needs ${attributes}.`,
  book: 'Book a session',
  close: 'Close',
  dialog: 'Book a session',
  failed: 'The booking page could not be loaded. Check your internet connection, then try again.',
  tryAgain: 'Try again',
};
