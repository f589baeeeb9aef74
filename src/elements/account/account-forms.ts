import { isPassword } from '../../contract/auth.ts';
import { isEmail } from '../../contract/values.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import { asSentence, type FormIssue } from '../forms/error-summary.ts';
import type { AccountMessages } from '../i18n/account.ts';
import { fieldRefusalText, refusalText } from '../words/refusal-text.ts';

/** The task that a user has opened. */
export type AccountTask = 'password' | 'email' | 'everywhere' | 'remove';

/** The typed values: the present password, and the new password or address. */
export interface Typed {
  readonly current: string;
  readonly next: string;
}

/** Checks the typed values of a task, in the order of the fields. Guests have no password. */
export function checkTyped(
  task: AccountTask,
  { current, next }: Typed,
  isGuest: boolean,
  texts: AccountMessages,
): readonly FormIssue[] {
  const issues: FormIssue[] = [];
  if (task === 'email' && !isEmail(next.trim())) {
    issues.push({ field: 'next', message: texts.emailWrong });
  }
  if (task !== 'everywhere' && !isGuest && !current) issues.push({ field: 'current', message: texts.passwordMissing });
  if (task === 'password' && !isPassword(next)) {
    issues.push({ field: 'next', message: texts.passwordShort });
  }
  return issues;
}

/** The message of a refusal: at its field when it has one, else for the whole form. */
export function accountFailure(
  error: unknown,
  texts: AccountMessages,
  locale: string,
): { readonly issues: readonly FormIssue[]; readonly text: string } {
  if (!isBookingError(error)) throw error;
  const { code, fields } = error;
  const at = (field: string, message: string) => ({ issues: [{ field, message }], text: '' });
  if (code === 'wrong_password') return at('current', texts.passwordWrong);
  if (code === 'email_taken') return at('next', texts.emailTaken);
  const refused = fields.find(({ field }) => /new_password|email/.test(field));
  if (refused) return at('next', asSentence(fieldRefusalText(error, refused.message, locale)));
  return { issues: [], text: failureText(error, texts, locale) };
}

function failureText(error: BookingError, texts: AccountMessages, locale: string): string {
  const { kind, retryAfterSeconds } = error;
  if (kind === 'rate-limited') return texts.rateLimited(retryAfterSeconds ?? 60);
  if (kind === 'unsupported') return texts.unsupported;
  return texts.problems[kind] ?? texts.refused(refusalText(error, locale));
}
