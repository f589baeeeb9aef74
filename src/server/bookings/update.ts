import type { Booking } from '../../contract/booking.ts';
import { readInstant } from '../../contract/values.ts';
import { isBookable } from '../../domain/availability/slots.ts';
import { canTransition } from '../../domain/booking/lifecycle.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Caller, Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import type { BookingChange } from '../integrations/calendars.ts';
import type { BookingRecord } from '../ports.ts';
import { type Change, changeBooking } from './change.ts';
import { checkNotice } from './notice.ts';
import { isCoachSide } from './rights.ts';
import { writeBooking, writeWithPeople } from './write-booking.ts';

type UpdateHandlers = Pick<Handlers, 'updateBookingStatus' | 'cancelBooking' | 'moveBooking'>;

/** Confirming, completing, cancelling and moving a booking. */
export function updateHandlers(services: Services): UpdateHandlers {
  const { store, clock, calendars, logError } = services;

  const answer = async (caller: Caller, booking: BookingRecord): Promise<{ reply: Booking }> => {
    const [reply = writeBooking(booking)] = await writeWithPeople(services, caller, [booking]);
    return { reply };
  };

  // Not waited for: a slow calendar must not hold up the booking that is already kept.
  const announce = (change: BookingChange) => {
    calendars?.onBookingChanged(change).catch((error: unknown) => logError('calendars.onBookingChanged', error));
  };

  const scheduleOf = async (booking: BookingRecord) => (await store.coaches.find(booking.coachId))?.schedule;

  const cancelled = async (caller: Caller, booking: BookingRecord, reason?: string): Promise<Change> => {
    checkNotice(caller, booking, (await scheduleOf(booking))?.cancel_notice_minutes ?? 0, clock.now());
    const sequence = booking.sequence + 1;
    return { next: { ...booking, status: 'cancelled', sequence, ...(reason && { cancellationReason: reason }) } };
  };

  return {
    async updateBookingStatus({ params, body: { status }, caller }) {
      const booking = await changeBooking(services, caller, params.booking_id, (found) => {
        if (status !== 'cancelled' && !isCoachSide(caller, found)) throw new ProblemError('change_forbidden');
        if (!canTransition(found.status, status)) {
          throw new ProblemError('invalid_transition', { values: { from: found.status, to: status } });
        }
        return status === 'cancelled' ? cancelled(caller, found) : { next: { ...found, status } };
      });
      if (status === 'confirmed' || status === 'cancelled') announce({ kind: status, booking });
      return answer(caller, booking);
    },

    async cancelBooking({ params, query, caller }) {
      const booking = await changeBooking(services, caller, params.booking_id, (found) => {
        if (!canTransition(found.status, 'cancelled')) {
          throw new ProblemError('cannot_cancel', { values: { status: found.status } });
        }
        return cancelled(caller, found, query.reason);
      });
      announce({ kind: 'cancelled', booking });
      return { reply: undefined };
    },

    async moveBooking({ params, body, caller }) {
      const booking = await changeBooking(services, caller, params.booking_id, async (found): Promise<Change> => {
        if (found.status !== 'pending' && found.status !== 'confirmed') {
          throw new ProblemError('cannot_move', { values: { status: found.status } });
        }
        const coach = await store.coaches.find(found.coachId);
        if (!coach?.isActive) throw new ProblemError('coach_inactive');
        const { schedule } = coach;
        const now = clock.now();
        checkNotice(caller, found, schedule.move_notice_minutes, now);
        const start = readInstant(body.session_datetime) ?? 0;
        if (start <= now) throw new ProblemError('in_the_past');
        const durationMinutes = body.duration_minutes ?? Math.round((found.end - found.start) / MINUTE_MS);
        const offered = schedule.durations.find(({ minutes }) => minutes === durationMinutes);
        if (schedule.durations.length > 0 && !offered) {
          const lengths = schedule.durations.map(({ minutes }) => minutes).join(', ');
          const message = `must be a length this coach offers: ${lengths} minutes`;
          throw invalidRequest({ field: 'body.duration_minutes', message });
        }
        const end = start + durationMinutes * MINUTE_MS;
        const busy = (await calendars?.freeBusy(found.coachId, { start, end }, { fresh: true })) ?? [];
        // The session's own event in the coach's calendar must not stand in the way of moving it by half an hour.
        const blocked = busy.filter((event) => event.start !== found.start || event.end !== found.end);
        const { price: _, ...unpriced } = found;
        const price = durationMinutes * MINUTE_MS === found.end - found.start ? found.price : offered?.price;
        return {
          next: { ...unpriced, start, end, sequence: found.sequence + 1, ...(price && { price }) },
          fits: (booked) => isBookable({ schedule, booked, blocked, now, durationMinutes }, start),
        };
      });
      announce({ kind: 'moved', booking });
      return answer(caller, booking);
    },
  };
}
