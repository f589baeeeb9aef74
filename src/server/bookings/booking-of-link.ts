import type { LinkClaims } from '../auth/tokens.ts';
import type { Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Account, BookingRecord } from '../ports.ts';

/** What a signed link opens. */
interface LinkedBooking {
  readonly booking: BookingRecord;
  readonly client: Account;
  readonly claims: LinkClaims;
}

/**
 * The booking that a signed link opens, also one that has expired. Throws `booking_not_found`, and `not_authenticated` for a link that
 * was revoked or whose owner is gone.
 */
export async function bookingOfLink(
  { tokens, store }: Pick<Services, 'tokens' | 'store'>,
  link: string,
): Promise<LinkedBooking> {
  const claims = await tokens.readLink(link);
  const { userId, bookingId, serial = 0 } = claims;
  const booking = await store.bookings.find(bookingId);
  if (!booking || booking.clientId !== userId) throw new ProblemError('booking_not_found');
  if (serial !== (booking.linkSerial ?? 0)) throw new ProblemError('not_authenticated');
  const client = await store.accounts.find(userId);
  if (!client?.isActive) throw new ProblemError('not_authenticated');
  return { booking, client, claims };
}
