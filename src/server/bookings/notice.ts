import { DAY_MINUTES, MINUTE_MS } from '../../domain/time/units.ts';
import type { Caller } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';

/** Throws `too_late` when a client changes a booking later than the coach allows; coaches and admins always may. */
export function checkNotice(caller: Caller, start: number, noticeMinutes: number, now: number): void {
  if (caller.account.role !== 'client' || noticeMinutes === 0) return;
  if (start - now >= noticeMinutes * MINUTE_MS) return;
  throw new ProblemError('too_late', { values: { notice: writeNotice(noticeMinutes) } });
}

function writeNotice(minutes: number): string {
  if (minutes % DAY_MINUTES === 0 && minutes > DAY_MINUTES) return `${minutes / DAY_MINUTES} days`;
  if (minutes % 60 === 0) return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
  return `${minutes} minutes`;
}
