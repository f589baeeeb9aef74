import type { BookingErrorKind } from '../../../core/errors.ts';

/** The texts of what a visitor asks for by mail, and of the privacy notice and the consent box. */
export interface ByMailMessages {
  /** The link to the coach's privacy notice; `name` is empty when unknown. */
  readonly privacyNotice: (name: string) => string;
  readonly newTab: string;
  readonly consentOptional: string;
  /** Where the mail about a booking went: `s…@example.com`. */
  readonly mailed: Readonly<Record<'pending' | 'confirmed', (address: string) => string>>;
  readonly wrongAddress: string;
  readonly emailTitle: string;
  readonly emailHelp: string;
  readonly email: string;
  readonly emailMissing: string;
  readonly emailWrong: string;
  readonly emailSame: string;
  readonly correct: string;
  readonly keep: string;
  readonly working: string;
  readonly passwordTitle: string;
  readonly passwordHelp: string;
  readonly send: string;
  /** The same whether or not the address has an account. */
  readonly passwordSent: (email: string) => string;
  readonly backToSignIn: string;
  readonly newLink: string;
  readonly linkSent: string;
  readonly noMail: string;
  readonly rateLimited: (seconds: number) => string;
  readonly refused: (detail: string) => string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
}

export const byMailEnglish: ByMailMessages = {
  privacyNotice: (name) => (name ? `Privacy notice of ${name}` : 'Privacy notice'),
  newTab: 'opens in a new tab',
  consentOptional: 'optional',
  mailed: {
    pending: (address) => `A copy of your request went to ${address}.`,
    confirmed: (address) => `A confirmation went to ${address}.`,
  },
  wrongAddress: 'Wrong address?',
  emailTitle: 'Correct the e-mail address',
  emailHelp: 'The message goes there again, and the links in the first one stop working.',
  email: 'E-mail',
  emailMissing: 'Enter your e-mail address',
  emailWrong: 'Enter an e-mail address such as name@example.com',
  emailSame: 'This is the address it went to. Enter another one',
  correct: 'Send it there',
  keep: 'Leave it as it is',
  working: 'Sending…',
  passwordTitle: 'Choose a new password',
  passwordHelp: 'A link to a new password goes to this address. It works for 30 minutes.',
  send: 'Send the link',
  passwordSent: (email) =>
    `If ${email} has an account, a link is on its way there. It works for 30 minutes; look among unwanted mail, too.`,
  backToSignIn: 'Back to signing in',
  newLink: 'Send me a new link',
  linkSent: 'A new link is on its way to the address that this session was booked with.',
  noMail: 'This service sends no mail. Contact the coach instead.',
  rateLimited: (seconds) => `There were too many tries. Try again in ${seconds} seconds.`,
  refused: (detail) => `The service refused: ${detail}.`,
  problems: {
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service has a problem. Try again in a moment.',
    unauthenticated: 'You are no longer signed in as you were when you booked. Contact the coach instead.',
    forbidden: 'This can no longer be changed here. Contact the coach instead.',
    unsupported: 'This service cannot do that. Contact the coach instead.',
  },
};
