import type { BookingError } from '../../core/errors.ts';
import type { FormMessages } from '../i18n/form.ts';

/** What to tell a visitor whose booking failed, and whether the same try can succeed later. */
export interface ProblemAdvice {
  readonly title: string;
  readonly text: string;
  /** `retry`: try again; `choose`: another time is needed; `account`: another account is needed. */
  readonly way: 'retry' | 'choose' | 'account';
}

/** Puts a failed booking into words: what happened and what to do now. */
export function adviseOn({ kind, code, detail }: BookingError, texts: FormMessages): ProblemAdvice {
  const title = kind === 'offline' ? texts.notSent : texts.problemTitle;
  const advice = (way: ProblemAdvice['way'], text: string): ProblemAdvice => ({ title, text, way });
  if (kind === 'forbidden' || kind === 'unauthenticated' || code === 'invalid_client')
    return advice('account', texts.forbidden);
  if (kind === 'not-found') return advice('choose', texts.notFound);
  if (code === 'in_the_past') return advice('choose', texts.past);
  if (code === 'coach_inactive' || code === 'invalid_coach') return advice('choose', texts.closed);
  return advice('retry', texts.problems[kind] ?? texts.refused(detail.replace(/\.$/, '')));
}
