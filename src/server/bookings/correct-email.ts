import { isOver } from '../../domain/booking/lifecycle.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { bookingMailJob } from '../messages/mail-jobs.ts';
import type { BookingRecord, Records } from '../ports.ts';
import { saveNext } from './save-next.ts';
import { linkClaims, peopleOf, writeBooking } from './write-booking.ts';

const PAGE = 100;

/**
 * The call by which a guest corrects a mistyped address. Links that went to the wrong address stop working, and mails about the
 * guest's sessions go to the right one. The token of a booking link is refused: the person who got the mail by mistake has that link.
 */
export function correctEmailHandlers(services: Services): Pick<Handlers, 'correctBookingEmail'> {
  const { store, clock, tokens, limiter, mail } = services;

  /** Revokes the links of a booking; when the session is not over, its client gets a mail again. */
  const tellAgain = async (records: Records, booking: BookingRecord, now: number): Promise<BookingRecord> => {
    const changed: BookingRecord = {
      ...booking,
      linkSerial: (booking.linkSerial ?? 0) + 1,
      version: booking.version + 1,
      updatedAt: now,
    };
    await saveNext(records.bookings, booking, changed);
    if (!mail || booking.hold || isOver(booking, now)) return changed;
    const about = booking.status === 'pending' ? 'requested' : 'confirmed';
    await records.jobs.add(bookingMailJob(changed, { about, side: 'client', by: 'client' }, now), now);
    return changed;
  };

  return {
    async correctBookingEmail({ params, body, caller }) {
      const { account, bookingId } = caller;
      const found = await store.bookings.find(params.booking_id);
      if (!found) throw new ProblemError('booking_not_found');
      if (!account.isGuest || bookingId !== undefined || found.clientId !== account.id)
        throw new ProblemError('change_forbidden');
      const email = body.email.toLowerCase();
      await limiter.take('correctionsByUser', account.id);
      await limiter.take('mailsByEmail', email);
      const now = clock.now();
      const booking = await store.transaction(async (records) => {
        const current = await records.accounts.find(account.id);
        if (!current || current.deletedAt !== undefined) throw new ProblemError('not_authenticated');
        await records.accounts.update({ ...current, email });
        const { bookings } = await records.bookings.list({ clientId: account.id }, { skip: 0, limit: PAGE });
        let changed = found;
        for (const each of bookings) {
          const next = await tellAgain(records, each, now);
          if (next.id === found.id) changed = next;
        }
        return changed;
      });
      const people = await peopleOf(services, { account: { ...account, email } }, booking);
      const link = await tokens.link(linkClaims(booking));
      return { reply: { ...writeBooking(booking), ...people, link, ...(mail && { mailed_to: email }) } };
    },
  };
}
