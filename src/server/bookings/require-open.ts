import { ProblemError } from '../http/problem-error.ts';
import type { CoachRecord } from '../ports.ts';

/** The coach, when it can be booked. Throws `invalid_coach` and `coach_inactive`. */
export function requireOpen(coach: CoachRecord | undefined): CoachRecord {
  if (!coach) throw new ProblemError('invalid_coach');
  if (!coach.isActive) throw new ProblemError('coach_inactive');
  return coach;
}
