import type { Schedule } from '../../contract/schedule.ts';
import { DAY_MS, HOUR_MS } from '../../domain/time/units.ts';
import type { JobKind } from '../jobs/job-runner.ts';
import type { NewJob } from '../jobs/job-store.ts';
import type { BookingRecord } from '../ports.ts';
import { type CancelServices, cancelUnasked } from './cancel-unasked.ts';
import { addAll } from './consequences.ts';

/** A guest's request that nobody answers lapses after this time, when neither the server nor the coach sets another: a day. */
export const DEFAULT_LAPSE_MS = DAY_MS;

const KIND = 'request-lapse';
const REASON = 'Nobody answered the request in time';

/**
 * When a guest's request lapses (epoch ms): by the coach's choice, else by the server's; `undefined` for never, and when it
 * would lapse only after the session's start.
 */
function lapsesAt(
  { createdAt, start }: BookingRecord,
  { guest_requests_lapse_hours: hours }: Schedule,
  usualMs: number,
): number | undefined {
  if (hours === null) return undefined;
  const after = hours === undefined ? usualMs : hours * HOUR_MS;
  return after > 0 && createdAt + after < start ? createdAt + after : undefined;
}

/** The job that ends a guest's request in its time, to be written with the booking. */
export function lapseJobs(booking: BookingRecord, schedule: Schedule, usualMs: number): readonly NewJob[] {
  const dueAt = lapsesAt(booking, schedule, usualMs);
  if (booking.status !== 'pending' || booking.hold || dueAt === undefined) return [];
  return [{ kind: KIND, key: `${booking.id} ${dueAt}`, payload: booking.id, dueAt }];
}

/** Cancels requests of guests that nobody answered, by the coach's present choice: a later time is waited for, `null` keeps the request. */
export function lapseKind(services: CancelServices, usualMs: number): JobKind {
  const { store, clock } = services;
  return {
    name: KIND,
    async run({ payload }) {
      const booking = await store.bookings.find(String(payload));
      if (booking?.status !== 'pending' || booking.hold) return;
      const coach = await store.coaches.find(booking.coachId);
      const now = clock.now();
      const dueAt = coach && lapsesAt(booking, coach.schedule, usualMs);
      if (dueAt === undefined) return;
      if (now < dueAt && coach) {
        await addAll(store, lapseJobs(booking, coach.schedule, usualMs), now);
        return;
      }
      // Rejects when somebody wrote since it was read: the next attempt reads the newer version.
      await cancelUnasked(services, booking, 'nobody', REASON);
    },
  };
}
