import type { Caller } from '../http/handler.ts';
import type { BookingRecord } from '../ports.ts';

/** The client and the coach of a booking, and admins; a booking-link token, only the booking of its link. */
export function isPartyTo({ account, bookingId }: Caller, booking: BookingRecord): boolean {
  if (bookingId !== undefined) return bookingId === booking.id && account.id === booking.clientId;
  if (account.role === 'admin') return true;
  return account.id === (account.role === 'coach' ? booking.coachId : booking.clientId);
}

/** The coach of a booking, and admins: who may confirm and complete. */
export function isCoachSide(caller: Caller, booking: BookingRecord): boolean {
  return caller.account.role !== 'client' && isPartyTo(caller, booking);
}

/** Whose bookings a caller may list: the own ones; admins, everybody's. */
export function mayList({ account, bookingId }: Caller, userId: string, as: 'client' | 'coach'): boolean {
  if (bookingId !== undefined) return false;
  return account.role === 'admin' || (account.id === userId && account.role === as);
}
