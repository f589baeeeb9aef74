import type { Booking } from '../../contract/booking.ts';
import type { Schedule } from '../../contract/schedule.ts';
import type { LocalDate, TimeZone } from '../../contract/values.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import { findSlots } from '../../domain/availability/slots.ts';
import { takesTime } from '../../domain/booking/lifecycle.ts';
import { addDays } from '../../domain/time/local-date.ts';
import { localDateAt, startOfDay } from '../../domain/time/zone.ts';
import { sessionOf } from './booked.ts';

/** For which client and which days the preview is made. */
interface PreviewQuery {
  readonly schedule: Schedule;
  readonly bookings: readonly Booking[];
  /** The client's zone. */
  readonly timeZone: TimeZone;
  /** First of the seven days. */
  readonly from: LocalDate;
  readonly durationMinutes: number;
  /** Epoch ms. */
  readonly now: number;
}

/** One of the client's days and its slots. */
export interface PreviewDay {
  readonly date: LocalDate;
  readonly slots: readonly Interval[];
}

/** The seven days from `from` on as a client sees them: the same slots that the server would offer for this schedule. */
export function previewWeek(query: PreviewQuery): readonly PreviewDay[] {
  const { schedule, timeZone, from, durationMinutes, now } = query;
  const dates = Array.from({ length: 7 }, (_, index) => addDays(from, index));
  const slots = findSlots({
    schedule,
    booked: query.bookings.filter(({ status }) => takesTime(status)).map(sessionOf),
    range: { start: startOfDay(timeZone, from), end: startOfDay(timeZone, addDays(from, 7)) },
    now,
    durationMinutes,
  });
  return dates.map((date) => ({ date, slots: slots.filter((slot) => localDateAt(timeZone, slot.start) === date) }));
}
