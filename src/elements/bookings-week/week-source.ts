import type { Booking } from '../../contract/booking.ts';
import { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import { scheduleEndpoints } from '../../contract/endpoints/schedule.ts';
import type { Schedule } from '../../contract/schedule.ts';
import { readInstant, writeInstant } from '../../contract/values.ts';
import { isBookingError } from '../../core/errors.ts';
import type { Interval } from '../../domain/availability/interval.ts';
import type { VisitorClient } from '../context/shared-client.ts';

/** Loads the parts of a coach's week other than bookings: hours, busy times, and the times a session may move to. */
export class WeekSource {
  schedule: Schedule | undefined;
  failed = false;
  private readonly busyOf = new Map<number, readonly Interval[]>();
  private readonly startsOf = new Map<string, Promise<readonly number[]>>();

  constructor(
    private readonly client: VisitorClient,
    private readonly coachId: string,
    /** True for the signed-in coach's own week: the API gives busy times of the signed-in user only. */
    private readonly isOwn: boolean,
    private readonly changed: () => void,
  ) {
    void this.readHours();
  }

  private async readHours(): Promise<void> {
    const client = this.client.with(scheduleEndpoints);
    try {
      this.schedule = await client.getSchedule({ params: { coach_id: this.coachId } });
    } catch (error) {
      if (!isBookingError(error)) throw error;
      this.failed = true;
    }
    this.changed();
  }

  /** Busy times in the coach's own calendars; none until they are known, or where no calendar is connected. */
  busy(range: Interval): readonly Interval[] {
    const known = this.busyOf.get(range.start);
    if (known || !this.isOwn) return known ?? [];
    this.busyOf.set(range.start, []);
    void this.readBusy(range);
    return [];
  }

  private async readBusy({ start, end }: Interval): Promise<void> {
    const client = this.client.with(calendarEndpoints);
    const query = { start_date: writeInstant(start), end_date: writeInstant(end) };
    try {
      const { busy } = await client.getOwnBusy({ query });
      const times = busy.map((time) => ({ start: readInstant(time.start) ?? 0, end: readInstant(time.end) ?? 0 }));
      this.busyOf.set(start, times);
      this.changed();
    } catch (error) {
      // No calendar, a backend without calendars, or a failed request: the week shows hours and sessions only.
      if (!isBookingError(error)) throw error;
    }
  }

  /** The starts to which a session may move within a range, epoch ms; the session's own time counts as free. */
  starts(booking: Booking, { start, end }: Interval): Promise<readonly number[]> {
    const key = `${booking.id} ${booking.session_datetime} ${start}`;
    const known = this.startsOf.get(key);
    if (known) return known;
    const query = {
      start_date: writeInstant(start),
      end_date: writeInstant(end),
      duration_minutes: String(booking.duration_minutes),
      exclude_booking: booking.id,
    };
    const asked = this.client
      .getAvailability({ params: { coach_id: booking.coach_id }, query })
      .then(({ available_slots }) => available_slots.map((slot) => readInstant(slot.start) ?? 0));
    this.startsOf.set(key, asked);
    asked.catch(() => this.startsOf.delete(key));
    return asked;
  }

  /** Forgets the starts: a session was booked or moved. */
  forgetStarts(): void {
    this.startsOf.clear();
  }
}
