import type { CalendarConnection } from '../../contract/calendar.ts';
import type { Coach } from '../../contract/coach.ts';
import { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import { scheduleEndpoints } from '../../contract/endpoints/schedule.ts';
import type { Schedule } from '../../contract/schedule.ts';
import { type Instant, readInstant } from '../../contract/values.ts';
import { isBookingError } from '../../core/errors.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import type { FirstStep } from '../i18n/desk/first-steps.ts';

/** Which steps a coach has done. */
export interface StepsState {
  readonly coach: Coach;
  readonly done: ReadonlySet<FirstStep>;
  /** The first time that a client can book. */
  readonly next: Instant | undefined;
}

/** The steps without which nobody can book. Without chosen lengths every length is offered, and a calendar is optional. */
export const neededSteps = ['profile', 'hours'] as const satisfies readonly FirstStep[];

/** Reads which steps a coach has done. Rejects with a `BookingError` where the profile cannot be read. */
export async function readSteps(client: VisitorClient, coachId: string, now: number): Promise<StepsState> {
  const params = { coach_id: coachId };
  const [coach, schedule, connections, next] = await Promise.all([
    client.getCoach({ params }),
    orNothing<Schedule>(client.with(scheduleEndpoints).getSchedule({ params })),
    orNothing(client.with(calendarEndpoints).listCalendarConnections({})),
    orNothing(client.getNextAvailability({ params, query: { count: '1' } })),
  ]);
  const connected: readonly CalendarConnection[] = connections?.connections ?? [];
  const hasHours =
    (schedule?.weekly_hours.length ?? 0) > 0 || (schedule?.date_overrides ?? []).some(({ kind }) => kind !== 'closed');
  const done = new Set<FirstStep>();
  if (coach.name && coach.headline) done.add('profile');
  if (hasHours) done.add('hours');
  if (coach.has_session_types || (schedule?.durations.length ?? 0) > 0) done.add('sells');
  if (connected.some(({ status }) => status === 'connected')) done.add('calendar');
  const open = next?.available_slots.find(({ start }) => (readInstant(start) ?? 0) > now);
  return { coach, done, next: open?.start };
}

/** A backend may lack an extension: its step is not done. */
async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!isBookingError(error)) throw error;
    return undefined;
  }
}
