import type { Interval } from '../../domain/availability/interval.ts';
import { DAY_MINUTES, MINUTE_MS } from '../../domain/time/units.ts';
import type { Caller } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';

/**
 * Throws `too_late` when a client changes a session later than the coach's notice allows or, where no notice is asked, after its end.
 * Coaches and admins are always allowed. Times in epoch ms.
 */
export function checkNotice(caller: Caller, session: Interval, noticeMinutes: number, now: number): void {
  if (caller.account.role !== 'client') return;
  const isLate = noticeMinutes > 0 ? session.start - now < noticeMinutes * MINUTE_MS : session.end <= now;
  if (!isLate) return;
  const reason = noticeMinutes > 0 ? `the coach asks for ${writeNotice(noticeMinutes)} notice` : 'the session is over';
  throw new ProblemError('too_late', { values: { reason } });
}

function writeNotice(minutes: number): string {
  if (minutes % DAY_MINUTES === 0 && minutes > DAY_MINUTES) return `${minutes / DAY_MINUTES} days`;
  if (minutes % 60 === 0) return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
  return `${minutes} minutes`;
}
