import type { BookingErrorKind } from '../../../core/errors.ts';

/** The texts of `<cb-coach-profile>`. */
export interface CoachProfileMessages {
  readonly missing: (attributes: string) => string;
  readonly title: string;
  /** Says to an admin whose profile this is. */
  readonly forCoach: (name: string) => string;
  readonly help: string;
  readonly signIn: string;
  readonly signInAgain: string;
  readonly loading: string;
  readonly unsupported: string;
  readonly notCoach: string;
  readonly optional: string;
  readonly name: string;
  readonly headline: string;
  readonly headlineHelp: string;
  readonly bio: string;
  readonly bioHelp: string;
  readonly photo: string;
  readonly choosePhoto: string;
  readonly photoHelp: string;
  readonly removePhoto: string;
  readonly photoAddress: string;
  /** The file that was chosen is no picture that the browser can read. */
  readonly notPicture: string;
  readonly languages: string;
  readonly expertise: string;
  readonly listHelp: string;
  readonly price: string;
  readonly priceHelp: string;
  readonly currency: string;
  readonly zone: string;
  readonly zoneHelp: string;
  readonly location: string;
  readonly locationHelp: string;
  readonly preview: string;
  readonly speaks: string;
  readonly toCorrect: (count: number) => string;
  /** What is wrong with a field, with its name in front. */
  readonly faults: {
    readonly needed: (field: string) => string;
    readonly long: (field: string, most: number) => string;
    readonly many: (field: string, most: number) => string;
    readonly address: (field: string) => string;
    readonly price: (field: string) => string;
    readonly currency: (field: string) => string;
  };
  readonly save: string;
  readonly saving: string;
  readonly discard: string;
  /** Before any change. */
  readonly untouched: string;
  readonly unsaved: string;
  readonly allSaved: string;
  readonly savedAt: (time: string) => string;
  readonly discarded: string;
  readonly tryAgain: string;
  readonly refused: (detail: string) => string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
}

export const coachProfileEnglish: CoachProfileMessages = {
  missing: (attributes) => `<cb-coach-profile> needs ${attributes}.`,
  title: 'Your profile',
  forCoach: (name) => `You are changing the profile of ${name}.`,
  help: 'What visitors see before they book.',
  signIn: 'Sign in to edit your profile.',
  signInAgain: 'Your sign-in has ended. Sign in again to go on: what you wrote is kept, and a save goes on by itself.',
  loading: 'Loading the profile',
  unsupported: 'This service keeps no profiles that can be edited here.',
  notCoach: 'This account has no coach’s profile.',
  optional: 'optional',
  name: 'Name',
  headline: 'One line about you',
  headlineHelp: 'Stands under your name: whom you help, and with what.',
  bio: 'About you',
  bioHelp: 'A few sentences, shown where visitors choose between coaches.',
  photo: 'Photo',
  choosePhoto: 'Choose a photo',
  photoHelp: 'It is cut to a square and made small on this device.',
  removePhoto: 'Remove the photo',
  photoAddress: 'Address of a photo',
  notPicture: 'This file is not a picture that can be read. Choose a JPEG, PNG or WebP file.',
  languages: 'Languages',
  expertise: 'Topics',
  listHelp: 'Parted by commas.',
  price: 'Price of an hour',
  priceHelp: 'Lengths of session that have a price of their own keep it.',
  currency: 'Currency',
  zone: 'Time zone',
  zoneHelp: 'Your hours are by the clock there.',
  location: 'Where sessions take place',
  locationHelp: 'In words: “Video call”, or an address.',
  preview: 'As visitors see it',
  speaks: 'Speaks',
  toCorrect: (count) => (count === 1 ? '1 thing to correct' : `${count} things to correct`),
  faults: {
    needed: (field) => `${field}: write it here`,
    long: (field, most) => `${field}: at most ${most.toLocaleString('en')} characters`,
    many: (field, most) => `${field}: at most ${most}`,
    address: (field) => `${field}: write a web address that begins with https://`,
    price: (field) => `${field}: write a number such as 90 or 90.50`,
    currency: (field) => `${field}: write three letters such as EUR`,
  },
  save: 'Save profile',
  saving: 'Saving…',
  discard: 'Discard',
  untouched: 'No changes yet',
  unsaved: 'Unsaved changes',
  allSaved: 'All changes saved',
  savedAt: (time) => `Saved at ${time}`,
  discarded: 'Changes discarded',
  tryAgain: 'Try again',
  refused: (detail) => `Nothing was saved. The service says: ${detail}`,
  problems: {
    offline: 'The service could not be reached, and nothing was saved. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    'rate-limited': 'There were too many requests. Wait a moment, then try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service gave an answer that cannot be read. Try again later.',
    unauthenticated: 'Not saved: your sign-in has ended. Sign in again, and it is saved.',
    forbidden: 'Your account may not change this profile.',
    unsupported: 'This service keeps no profiles that can be edited here.',
  },
};
