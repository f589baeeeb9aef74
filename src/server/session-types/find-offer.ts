import type { Question } from '../../contract/coach.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Schedule } from '../../contract/schedule.ts';
import { scheduleForType } from '../../domain/availability/type-schedule.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { SessionTypeRecord, SessionTypeRecords } from '../payments/sales-records.ts';
import type { CoachRecord } from '../ports.ts';
import { isListed, isOffered } from './offered-types.ts';

/** The rules by which a session is offered: the coach's own, or those of a session type. */
export interface Offer {
  readonly schedule: Schedule;
  readonly questions: readonly Question[];
  /** Absent when lengths are offered instead of session types. */
  readonly type: SessionTypeRecord | undefined;
}

/** What a request asks for; minutes. */
interface Wish {
  readonly session_type_id?: string | undefined;
  readonly duration_minutes?: number | undefined;
}

/** Reads what `chooseOffer` chooses from: the session type that is named, or those of the coach. It may be read together with the coach. */
export async function readOffered(
  sessionTypes: SessionTypeRecords,
  coachId: string,
  { session_type_id: typeId }: Pick<Wish, 'session_type_id'>,
): Promise<readonly SessionTypeRecord[]> {
  if (typeId === undefined) return sessionTypes.ofCoach(coachId);
  const type = await sessionTypes.find(typeId);
  return type ? [type] : [];
}

/** Finds the offer that a request names: `readOffered` and `chooseOffer`. */
export async function findOffer(sessionTypes: SessionTypeRecords, coach: CoachRecord, wish: Wish): Promise<Offer> {
  return chooseOffer(coach, wish, await readOffered(sessionTypes, coach.profile.user_id, wish));
}

/**
 * Chooses the offer that a request names. A request without a session type takes the first listed type of its length: a client that knows
 * nothing of types books, and pays for, what the coach offers. A length that the schedule lists and no type has stays a length without
 * a type. Throws `session_type_not_found` for a type that does not exist, or is no longer offered.
 */
export function chooseOffer(
  { profile, schedule }: CoachRecord,
  { session_type_id: typeId, duration_minutes: minutes }: Wish,
  types: readonly SessionTypeRecord[],
): Offer {
  const ofType = (type: SessionTypeRecord): Offer => ({
    schedule: scheduleForType(schedule, type),
    questions: type.questions ?? profile.questions ?? [],
    type,
  });
  if (typeId !== undefined) {
    const type = types.find(({ id }) => id === typeId);
    if (!isOffered(type, profile.user_id)) throw new ProblemError('session_type_not_found');
    return ofType(type);
  }
  const listed = types.filter(isListed);
  const type = listed.find((one) => one.minutes === minutes);
  if (type) return ofType(type);
  return { schedule: withLengths(schedule, listed), questions: profile.questions ?? [], type: undefined };
}

/** The schedule with the lengths of the types among those it offers. */
function withLengths(schedule: Schedule, types: readonly SessionTypeRecord[]): Schedule {
  const known = schedule.durations.map(({ minutes }) => minutes);
  const added = new Set(types.map(({ minutes }) => minutes).filter((minutes) => !known.includes(minutes)));
  if (added.size === 0) return schedule;
  return { ...schedule, durations: [...schedule.durations, ...[...added].map((minutes) => ({ minutes }))] };
}

/** The faults of a length: a session type has one length, a coach may list several, else every length of the contract is valid. */
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
