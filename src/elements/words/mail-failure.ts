import { isBookingError } from '../../core/errors.ts';
import type { ByMailMessages } from '../i18n/after-booking/by-mail.ts';
import { refusalText } from './refusal-text.ts';

/** The sentence for a failed request of a mail. Rethrows any error that is no `BookingError`. */
export function mailFailure(error: unknown, texts: ByMailMessages, locale: string): string {
  if (!isBookingError(error)) throw error;
  const { kind, code, retryAfterSeconds } = error;
  if (code === 'mail_not_configured') return texts.noMail;
  if (kind === 'rate-limited') return texts.rateLimited(retryAfterSeconds ?? 60);
  return texts.problems[kind] ?? texts.refused(refusalText(error, locale));
}
