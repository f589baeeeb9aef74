import type { BookingError } from '../core/errors.ts';
import type { FormMessages } from './i18n/form.ts';

/** What to tell a visitor whose booking failed, and whether the same try can succeed later. */
export interface ProblemAdvice {
  readonly text: string;
  /** `retry`: try again; `choose`: another time is needed; `account`: another account is needed. */
  readonly way: 'retry' | 'choose' | 'account';
}

/** Puts a failed booking into words: what happened and what to do now. */
export function adviseOn(problem: BookingError, texts: FormMessages): ProblemAdvice {
  switch (problem.kind) {
    case 'offline':
      return { text: texts.offline, way: 'retry' };
    case 'timeout':
    case 'aborted':
      return { text: texts.timeout, way: 'retry' };
    case 'rate-limited':
      return { text: texts.rateLimited, way: 'retry' };
    case 'server':
      return { text: texts.server, way: 'retry' };
    case 'unreadable':
      return { text: texts.unreadable, way: 'retry' };
    case 'forbidden':
    case 'unauthenticated':
      return { text: texts.forbidden, way: 'account' };
    case 'not-found':
      return { text: texts.notFound, way: 'choose' };
    default:
      return adviseOnRefusal(problem, texts);
  }
}

function adviseOnRefusal({ code, detail }: BookingError, texts: FormMessages): ProblemAdvice {
  if (code === 'in_the_past') return { text: texts.past, way: 'choose' };
  if (code === 'coach_inactive' || code === 'invalid_coach') return { text: texts.closed, way: 'choose' };
  if (code === 'invalid_client') return { text: texts.forbidden, way: 'account' };
  return { text: texts.refused(detail.replace(/\.$/, '')), way: 'retry' };
}
