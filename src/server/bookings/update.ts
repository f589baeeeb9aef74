import type { Booking } from '../../contract/booking.ts';
import type { Price } from '../../contract/values.ts';
import { readInstant } from '../../contract/values.ts';
import { isBookable } from '../../domain/availability/slots.ts';
import { scheduleForType } from '../../domain/availability/type-schedule.ts';
import { canTransition, isFinal } from '../../domain/booking/lifecycle.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Caller, Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import type { BookingRecord, CoachRecord } from '../ports.ts';
import { findOffer, lengthFaults, type Offer } from '../session-types/find-offer.ts';
import { boughtOf } from '../session-types/offered-types.ts';
import { asCancelled } from './as-cancelled.ts';
import { buffersOf } from './buffers.ts';
import { type Change, changeBooking } from './change.ts';
import { checkNotice } from './notice.ts';
import { isCoachSide } from './rights.ts';
import { writeBooking, writeWithPeople } from './write-booking.ts';

type UpdateHandlers = Pick<Handlers, 'updateBookingStatus' | 'cancelBooking' | 'moveBooking'>;

/** Handlers that confirm, complete, cancel and move a booking. */
export function updateHandlers(services: Services): UpdateHandlers {
  const { store, shop, payments, clock, calendars } = services;

  const answer = async (caller: Caller, booking: BookingRecord): Promise<{ reply: Booking }> => {
    const [reply = writeBooking(booking)] = await writeWithPeople(services, caller, [booking]);
    return { reply };
  };

  const scheduleOf = async (booking: BookingRecord) => (await store.coaches.find(booking.coachId))?.schedule;

  const cancelled = async (caller: Caller, booking: BookingRecord, reason?: string): Promise<Change> => {
    // A slot that is only held may be given back at any time.
    if (!booking.hold) {
      checkNotice(caller, booking, (await scheduleOf(booking))?.cancel_notice_minutes ?? 0, clock.now());
    }
    return {
      next: asCancelled(booking, clock.now(), reason || undefined),
      also: (records, changed, by) => payments.planCancellation(records, changed, by),
    };
  };

  /** The offer by whose rules a booking moves: its own session type, archived or not, or the requested one. */
  const offerToMove = async (
    coach: CoachRecord,
    found: BookingRecord,
    typeId: string | undefined,
  ): Promise<Pick<Offer, 'schedule' | 'type'>> => {
    if (typeId !== undefined && typeId !== found.sessionType?.id) {
      return findOffer(shop.sessionTypes, coach, { session_type_id: typeId });
    }
    const type = found.sessionType && (await shop.sessionTypes.find(found.sessionType.id));
    return { type, schedule: type ? scheduleForType(coach.schedule, type) : coach.schedule };
  };

  return {
    async updateBookingStatus({ params, body: { status, reason }, caller }) {
      const booking = await changeBooking(services, caller, params.booking_id, (found) => {
        if (status !== 'cancelled' && !isCoachSide(caller, found)) throw new ProblemError('change_forbidden');
        if (!canTransition(found.status, status)) {
          throw new ProblemError('invalid_transition', { values: { from: found.status, to: status } });
        }
        if (status === 'cancelled') return cancelled(caller, found, reason);
        // A coach who confirms an unpaid booking is paid at the session.
        const { hold: _, ...kept } = found;
        return { next: { ...kept, status } };
      });
      return answer(caller, booking);
    },

    async cancelBooking({ params, query, caller }) {
      await changeBooking(services, caller, params.booking_id, (found) => {
        if (!canTransition(found.status, 'cancelled')) {
          throw new ProblemError('cannot_cancel', { values: { status: found.status } });
        }
        return cancelled(caller, found, query.reason);
      });
      return { reply: undefined };
    },

    async moveBooking({ params, body, caller }) {
      const booking = await changeBooking(services, caller, params.booking_id, async (found): Promise<Change> => {
        if (isFinal(found.status)) {
          throw new ProblemError('cannot_move', { values: { status: found.status } });
        }
        const coach = await store.coaches.find(found.coachId);
        if (!coach?.isActive) throw new ProblemError('coach_inactive');
        const { schedule, type } = await offerToMove(coach, found, body.session_type_id);
        const now = clock.now();
        checkNotice(caller, found, schedule.move_notice_minutes, now);
        const start = readInstant(body.session_datetime) ?? 0;
        if (start <= now) throw new ProblemError('in_the_past');
        const kept = Math.round((found.end - found.start) / MINUTE_MS);
        const durationMinutes = body.duration_minutes ?? (body.session_type_id && type ? type.minutes : kept);
        const offered = schedule.durations.find(({ minutes }) => minutes === durationMinutes);
        const faults = lengthFaults({ schedule, type }, durationMinutes);
        if (faults.length > 0) throw invalidRequest(...faults);
        const end = start + durationMinutes * MINUTE_MS;
        const busy = (await calendars?.freeBusy(found.coachId, { start, end }, { fresh: true })) ?? [];
        // The session's own event in the coach's calendar must not block moving it by half an hour.
        const blocked = busy.filter((event) => event.start !== found.start || event.end !== found.end);
        const { price: _, moveReason: __, ...unpriced } = found;
        const isSameLength = durationMinutes * MINUTE_MS === found.end - found.start;
        const price = type || isSameLength ? found.price : offered?.price;
        // A booking that is paid, or about to be, keeps its price.
        const hasOtherPrice = type
          ? type.id !== found.sessionType?.id && !isSamePrice(type.price, found.price)
          : found.paymentId !== null && !isSamePrice(price, found.price);
        if (hasOtherPrice) throw new ProblemError('price_differs');
        return {
          buffers: buffersOf(schedule),
          next: {
            ...unpriced,
            start,
            end,
            sequence: found.sequence + 1,
            ...(price && { price }),
            ...(body.reason && { moveReason: body.reason }),
            ...(type && type.id !== found.sessionType?.id && { sessionType: boughtOf(type) }),
          },
          fits: (booked) => isBookable({ schedule, booked, blocked, now, durationMinutes }, start),
        };
      });
      return answer(caller, booking);
    },
  };
}

function isSamePrice(one: Price | null | undefined, other: Price | null | undefined): boolean {
  if (!one?.amount || !other?.amount) return !one?.amount && !other?.amount;
  return one.amount === other.amount && one.currency === other.currency;
}
