import { isPassword } from '../../contract/auth.ts';
import { isEmail } from '../../contract/values.ts';
import type { BookingError } from '../../core/errors.ts';
import { type FormIssue, refusedFields } from '../forms/error-summary.ts';
import type { SignInMessages } from '../i18n/sign-in.ts';
import { refusalText } from '../words/refusal-text.ts';

/** Signing in, or signing up. */
export type SignInMode = 'in' | 'up';

/** The values of the form. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Checks the typed values, in the order of the fields. */
export function checkAccount(account: Account, mode: SignInMode, texts: SignInMessages): readonly FormIssue[] {
  const issues: FormIssue[] = [];
  const add = (field: keyof Account, message: string) => issues.push({ field, message });
  const address = account.email.trim();
  if (mode === 'up' && !account.name.trim()) add('name', texts.nameMissing);
  if (!address) add('email', texts.emailMissing);
  else if (!isEmail(address)) add('email', texts.emailWrong);
  if (!account.password) add('password', texts.passwordMissing);
  else if (mode === 'up' && !isPassword(account.password)) add('password', texts.passwordShort);
  return issues;
}

/** The message of a refusal: at its field when it has one, else for the whole form. */
export function signInFailure(
  error: BookingError,
  texts: SignInMessages,
  locale: string,
): { readonly issues: readonly FormIssue[]; readonly text: string } {
  const issues = refusedFields(error, locale);
  if (issues.length) return { issues, text: '' };
  if (error.code === 'email_taken') return { issues: [{ field: 'email', message: texts.emailTaken }], text: '' };
  return { issues: [], text: failureText(error, texts, locale) };
}

function failureText(error: BookingError, texts: SignInMessages, locale: string): string {
  const { kind, retryAfterSeconds } = error;
  if (kind === 'rate-limited') return texts.rateLimited(retryAfterSeconds ?? 60);
  return texts.problems[kind] ?? texts.refused(refusalText(error, locale));
}
