import type { Question } from '../../contract/coach.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Schedule } from '../../contract/schedule.ts';
import { scheduleForType } from '../../domain/availability/type-schedule.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { SessionTypeRecord, SessionTypeRecords } from '../payments/sales-records.ts';
import type { CoachRecord } from '../ports.ts';
import { isOffered } from './offered-types.ts';

/** The rules by which a session is offered: the coach's own, or those of a session type. */
export interface Offer {
  readonly schedule: Schedule;
  readonly questions: readonly Question[];
  /** Absent when lengths are offered instead of session types. */
  readonly type: SessionTypeRecord | undefined;
}

/**
 * Finds the offer that a request names. Throws `session_type_not_found` for a type that does not exist, or is no longer offered.
 */
export async function findOffer(
  sessionTypes: SessionTypeRecords,
  { profile, schedule }: CoachRecord,
  typeId: string | undefined,
): Promise<Offer> {
  if (typeId === undefined) return { schedule, questions: profile.questions ?? [], type: undefined };
  const type = await sessionTypes.find(typeId);
  if (!isOffered(type, profile.user_id)) throw new ProblemError('session_type_not_found');
  return { schedule: scheduleForType(schedule, type), questions: type.questions ?? profile.questions ?? [], type };
}

/** The faults of a length: a session type has one length, a coach may list several, else any from 15 minutes on is valid. */
export function lengthFaults(
  { schedule, type }: Pick<Offer, 'schedule' | 'type'>,
  minutes: number | undefined,
): readonly FieldError[] {
  const lengths = schedule.durations.map((offered) => offered.minutes);
  const field = 'body.duration_minutes';
  if (minutes === undefined) return type ? [] : [{ field, message: 'is required' }];
  if (lengths.length === 0 || lengths.includes(minutes)) return [];
  const whose = type ? 'the length of this session type' : 'a length this coach offers';
  return [{ field, message: `must be ${whose}: ${lengths.join(', ')} minutes` }];
}
