/** The texts of `<cb-booking-button>`. */
export interface ButtonMessages {
  readonly missing: (attributes: string) => string;
  readonly book: string;
  readonly close: string;
  readonly dialog: string;
}

export const buttonEnglish: ButtonMessages = {
  missing: (attributes) => `<cb-booking-button> needs ${attributes}.`,
  book: 'Book a session',
  close: 'Close',
  dialog: 'Book a session',
};
