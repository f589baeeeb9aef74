import type { BookingErrorKind } from '../../core/errors.ts';

/** The texts of `<cb-sign-in>`. */
export interface SignInMessages {
  readonly missing: (attributes: string) => string;
  readonly signInTitle: string;
  readonly signUpTitle: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly newPassword: string;
  readonly passwordHelp: string;
  readonly show: string;
  readonly forgotten: string;
  readonly signIn: string;
  readonly signUp: string;
  readonly signingIn: string;
  readonly signingUp: string;
  readonly noAccount: string;
  readonly createOne: string;
  readonly haveAccount: string;
  readonly signInInstead: string;
  readonly summary: (count: number) => string;
  readonly nameMissing: string;
  readonly emailMissing: string;
  readonly emailWrong: string;
  readonly emailTaken: string;
  readonly passwordMissing: string;
  readonly passwordShort: string;
  readonly problems: Readonly<Partial<Record<BookingErrorKind, string>>>;
  readonly rateLimited: (seconds: number) => string;
  readonly refused: (detail: string) => string;
}

export const signInEnglish: SignInMessages = {
  missing: (attributes) => `<cb-sign-in> needs ${attributes}.`,
  signInTitle: 'Sign in',
  signUpTitle: 'Create an account',
  name: 'Name',
  email: 'E-mail',
  password: 'Password',
  newPassword: 'New password',
  passwordHelp: 'At least 8 characters.',
  show: 'Show password',
  forgotten: 'Forgotten your password?',
  signIn: 'Sign in',
  signUp: 'Create account',
  signingIn: 'Signing in…',
  signingUp: 'Creating the account…',
  noAccount: 'No account yet?',
  createOne: 'Create one',
  haveAccount: 'Have an account?',
  signInInstead: 'Sign in',
  summary: (count) => (count === 1 ? 'One thing to correct' : `${count} things to correct`),
  nameMissing: 'Enter your name',
  emailMissing: 'Enter your e-mail address',
  emailWrong: 'Enter an e-mail address such as name@example.com',
  emailTaken: 'This e-mail address has an account already. Sign in instead',
  passwordMissing: 'Enter your password',
  passwordShort: 'Enter a password of at least 8 characters',
  problems: {
    // The backend opens no accounts.
    unsupported: 'No account can be created here. Sign in with one that you have.',
    unauthenticated: 'E-mail and password do not belong together. Check both and try again.',
    offline: 'The service could not be reached. Check your internet connection, then try again.',
    timeout: 'No answer came in time. Try again.',
    server: 'The service has a problem. Try again in a moment.',
    unreadable: 'The service has a problem. Try again in a moment.',
  },
  rateLimited: (seconds) => `There were too many tries. Try again in ${seconds} seconds.`,
  refused: (detail) => `The service refused: ${detail}.`,
};
