import { type MessageSettings, usualMessageSettings } from '../../contract/desk/message-settings.ts';
import { HOUR_MS, MINUTE_MS } from '../../domain/time/units.ts';
import { addAll } from '../bookings/consequences.ts';
import type { JobKind } from '../jobs/job-runner.ts';
import type { Json, NewJob } from '../jobs/job-store.ts';
import type { BookingRecord, Clock, Store } from '../ports.ts';
import { mailJob, PLAN_JOB } from './mail-jobs.ts';

const PAGE = 100;

/** Plans what is sent later about a session: its reminders by the coach's choice, and the mail after it. */
export function planKind({ store, clock }: { readonly store: Store; readonly clock: Clock }): JobKind {
  const plan = async (booking: BookingRecord): Promise<void> => {
    const settings = (await store.coaches.find(booking.coachId))?.messages ?? usualMessageSettings;
    const now = clock.now();
    await addAll(store, [...reminderJobs(booking, settings, now), ...followUpJobs(booking, settings, now)], now);
  };

  const planAll = async (coachId: string): Promise<void> => {
    for (let skip = 0; ; skip += PAGE) {
      // Latest session first: those to come are at the front.
      const { bookings } = await store.bookings.list({ coachId, status: 'confirmed' }, { skip, limit: PAGE });
      const ahead = bookings.filter(({ start }) => start > clock.now());
      for (const booking of ahead) await plan(booking);
      if (ahead.length < PAGE) return;
    }
  };

  return {
    name: PLAN_JOB,
    async run({ payload }) {
      const { bookingId, coachId } = about(payload);
      if (coachId !== undefined) return planAll(coachId);
      const booking = bookingId === undefined ? undefined : await store.bookings.find(bookingId);
      if (booking) await plan(booking);
    },
  };
}

/** One job for each reminder and side; none when the time of a reminder is over. */
function reminderJobs(booking: BookingRecord, settings: MessageSettings, now: number): readonly NewJob[] {
  if (booking.status !== 'confirmed') return [];
  const { id: bookingId, sequence, start, end } = booking;
  return [...new Set(settings.reminder_minutes)]
    .map((minutes) => ({ minutes, dueAt: start - minutes * MINUTE_MS }))
    .filter(({ dueAt }) => dueAt > now)
    .flatMap(({ minutes, dueAt }) =>
      (['client', 'coach'] as const).map((side) =>
        mailJob(
          { about: 'reminder', side, bookingId, sequence, start, end, minutes },
          `${bookingId} ${sequence} reminder ${minutes} ${side}`,
          dueAt,
        ),
      ),
    );
}

function followUpJobs(booking: BookingRecord, settings: MessageSettings, now: number): readonly NewJob[] {
  if (booking.status !== 'completed' || settings.follow_up_hours === null) return [];
  const { id: bookingId, sequence, start, end } = booking;
  const dueAt = Math.max(now, end + settings.follow_up_hours * HOUR_MS);
  return [
    mailJob({ about: 'follow_up', side: 'client', bookingId, sequence, start, end }, `${bookingId} follow_up`, dueAt),
  ];
}

/**
 * True when a reminder should still be sent: the coach still wants it, and no reminder nearer to the start is due, too. After a time
 * when no job ran several are due, and only the nearest one is sent.
 */
export function isReminderWanted(settings: MessageSettings, start: number, minutes: number, now: number): boolean {
  const wanted = settings.reminder_minutes;
  return wanted.includes(minutes) && !wanted.some((other) => other < minutes && start - other * MINUTE_MS <= now);
}

function about(payload: Json): { readonly bookingId?: string; readonly coachId?: string } {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return {};
  const { bookingId, coachId } = payload as Readonly<Record<string, unknown>>;
  return {
    ...(typeof bookingId === 'string' && { bookingId }),
    ...(typeof coachId === 'string' && { coachId }),
  };
}
