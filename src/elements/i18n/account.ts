import type { BookingErrorKind } from '../../core/errors.ts';

/** The texts of `<cb-account>`. */
export interface AccountMessages {
  readonly missing: (attributes: string) => string;
  readonly title: string;
  readonly signedInAs: string;
  readonly signOut: string;
  readonly signOutEverywhere: string;
  readonly everywhereHelp: string;
  readonly changePassword: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly passwordHelp: string;
  readonly passwordChanged: string;
  readonly changeEmail: string;
  readonly newEmail: string;
  readonly password: string;
  readonly emailChanged: (email: string) => string;
  readonly emailPending: (email: string) => string;
  readonly download: string;
  readonly downloaded: string;
  readonly fileName: string;
  readonly remove: string;
  readonly removeHelp: string;
  readonly removeNow: string;
  readonly keep: string;
  readonly removed: string;
  readonly save: string;
  readonly working: string;
  readonly passwordMissing: string;
  readonly passwordShort: string;
  readonly passwordWrong: string;
  readonly emailWrong: string;
  readonly emailTaken: string;
  readonly unsupported: string;
  readonly rateLimited: (seconds: number) => string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
  readonly refused: (detail: string) => string;
}

export const accountEnglish: AccountMessages = {
  missing: (attributes) => `<cb-account> needs ${attributes}.`,
  title: 'Your account',
  signedInAs: 'Signed in as',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out on all devices',
  everywhereHelp: 'Ends every sign-in of this account, this one too.',
  changePassword: 'Change password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  passwordHelp: 'At least 8 characters. All other devices are signed out.',
  passwordChanged: 'The password is changed. All other devices are signed out.',
  changeEmail: 'Change e-mail address',
  newEmail: 'New e-mail address',
  password: 'Password',
  emailPending: (email) => `Open the link in the mail to ${email}: from then on you sign in with it.`,
  emailChanged: (email) => `From now on you sign in with ${email}.`,
  download: 'Download my data',
  downloaded: 'The file is in your downloads.',
  fileName: 'my-sessions.json',
  remove: 'Delete account',
  removeHelp:
    'Sessions to come are cancelled, and your name, address, notes and connected calendars are erased. Past sessions and payments stay without your name. This cannot be undone.',
  removeNow: 'Delete my account',
  keep: 'Keep it',
  removed: 'The account is deleted.',
  save: 'Save',
  working: 'One moment…',
  passwordMissing: 'Enter your password',
  passwordShort: 'Enter a password of at least 8 characters',
  passwordWrong: 'This is not your password',
  emailWrong: 'Enter an e-mail address such as name@example.com',
  emailTaken: 'This e-mail address has an account already',
  unsupported: 'This service does not offer that.',
  rateLimited: (seconds) => `There were too many tries. Try again in ${seconds} seconds.`,
  problems: {
    unauthenticated: 'You are no longer signed in. Sign in again, then repeat this.',
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service has a problem. Try again in a moment.',
  },
  refused: (detail) => `The service refused: ${detail}.`,
};
