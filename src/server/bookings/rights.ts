import type { Caller } from '../http/handler.ts';
import type { BookingRecord } from '../ports.ts';

/** True for the client and the coach of a booking, and for admins; with a booking-link token, for the booking of the link only. */
export function isPartyTo({ account, bookingId }: Caller, booking: BookingRecord): boolean {
  if (bookingId !== undefined) return bookingId === booking.id && account.id === booking.clientId;
  if (account.role === 'admin') return true;
  return account.id === (account.role === 'coach' ? booking.coachId : booking.clientId);
}

/** True for the coach of a booking, and for admins: they may confirm and complete it. */
export function isCoachSide(caller: Caller, booking: BookingRecord): boolean {
  return caller.account.role !== 'client' && isPartyTo(caller, booking);
}

/** True for this user in this role, and for admins: they may list the bookings of one, and edit what a coach has. */
export function isOwnerOrAdmin({ account, bookingId }: Caller, userId: string, as: 'client' | 'coach'): boolean {
  if (bookingId !== undefined) return false;
  return account.role === 'admin' || (account.id === userId && account.role === as);
}
