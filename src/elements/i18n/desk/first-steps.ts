/** The steps from a new account to a page that takes bookings. */
export type FirstStep = 'profile' | 'hours' | 'sells' | 'calendar' | 'snippet';

/** The texts of `<cb-first-steps>`. */
export interface FirstStepsMessages {
  readonly missing: (attributes: string) => string;
  readonly title: string;
  /** The page can be booked; `next` is the first open time, formatted. */
  readonly ready: (next: string) => string;
  /** How many steps are left before the page takes bookings. */
  readonly left: (count: number) => string;
  readonly noTimes: string;
  readonly signIn: string;
  readonly signInAgain: string;
  readonly notCoach: string;
  readonly loading: string;
  readonly steps: Readonly<Record<FirstStep, string>>;
  readonly help: Readonly<Record<FirstStep, string>>;
  readonly go: Readonly<Record<Exclude<FirstStep, 'snippet'>, string>>;
  readonly done: string;
  readonly toDo: string;
  readonly optional: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly failed: string;
  readonly tryAgain: string;
}

export const firstStepsEnglish: FirstStepsMessages = {
  missing: (attributes) => `<cb-first-steps> needs ${attributes}.`,
  title: 'Your page, step by step',
  ready: (next) => `Your page takes bookings. The first open time is ${next}.`,
  left: (count) =>
    count === 1
      ? 'One step is left before your page takes bookings.'
      : `${count} steps are left before your page takes bookings.`,
  noTimes: 'No time is open in the coming weeks, so nobody can book yet. Look at your hours, notice and exceptions.',
  signIn: 'Sign in to set up your page.',
  signInAgain: 'Your sign-in has ended. Sign in again to go on.',
  notCoach: 'This account has no coach’s page.',
  loading: 'Looking at what is there',
  steps: {
    profile: 'Say who you are',
    hours: 'Set your hours',
    sells: 'Choose what you offer',
    calendar: 'Connect your calendar',
    snippet: 'Put it on your site',
  },
  help: {
    profile: 'Your name and one line about whom you help.',
    hours: 'When clients can book you in a usual week.',
    sells: 'Session types or lengths, with a price or without. Until you choose, clients may book any length.',
    calendar: 'What is in it is never booked over, and sessions appear in it.',
    snippet: 'Paste these lines where clients shall book.',
  },
  go: {
    profile: 'Edit the profile',
    hours: 'Set hours',
    sells: 'Set what you offer',
    calendar: 'Connect a calendar',
  },
  done: 'Done',
  toDo: 'To do',
  optional: 'Optional',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Select the lines and copy them.',
  failed: 'This could not be loaded. Check your internet connection, then try again.',
  tryAgain: 'Try again',
};
