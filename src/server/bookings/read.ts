import { DEFAULT_PAGE_SIZE } from '../../contract/query.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { BookingFilter, BookingRecord } from '../ports.ts';
import { isOwnerOrAdmin, isPartyTo } from './rights.ts';
import { linkClaims, mailedTo, paymentsOf, peopleOf, writeBooking, writeWithPeople } from './write-booking.ts';

type ReadHandlers = Pick<Handlers, 'getBooking' | 'listClientBookings' | 'listCoachBookings'>;

/** Handlers that give one booking, or a page of bookings, latest session first. */
export function readHandlers(services: Services): ReadHandlers {
  const { store, tokens } = services;

  const list = async (
    call: Parameters<Handlers['listClientBookings']>[0] | Parameters<Handlers['listCoachBookings']>[0],
    filter: BookingFilter,
  ) => {
    const { skip = 0, limit = DEFAULT_PAGE_SIZE, status } = call.query;
    const page = await store.bookings.list({ ...filter, ...(status && { status }) }, { skip, limit });
    const bookings = await writeWithPeople(services, call.caller, page.bookings);
    return { reply: { bookings, total: page.total, skip, limit } };
  };

  return {
    async getBooking({ params, caller }) {
      const booking = await store.bookings.find(params.booking_id);
      if (!booking) throw new ProblemError('booking_not_found');
      if (!isPartyTo(caller, booking)) throw new ProblemError('booking_forbidden');
      const people = await peopleOf(services, caller, booking);
      if (caller.account.role === 'client') {
        const payment = (await paymentsOf(services.shop, [booking], 'client'))(booking);
        const told = { ...(await linkFor(booking)), ...(await mailedTo(services, caller.account, booking)) };
        return { reply: { ...writeBooking(booking), ...payment, ...people, ...told } };
      }
      const [reply = writeBooking(booking)] = await writeWithPeople(services, caller, [booking]);
      return { reply: { ...reply, ...people } };
    },

    async listClientBookings(call) {
      const { client_id: clientId } = call.params;
      if (!isOwnerOrAdmin(call.caller, clientId, 'client')) throw new ProblemError('bookings_forbidden');
      return list(call, { clientId });
    },

    async listCoachBookings(call) {
      const { coach_id: coachId } = call.params;
      if (!isOwnerOrAdmin(call.caller, coachId, 'coach')) throw new ProblemError('bookings_forbidden');
      return list(call, { coachId });
    },
  };

  async function linkFor(booking: BookingRecord): Promise<{ link?: string }> {
    const client = await store.accounts.find(booking.clientId);
    // Only guests and visitors who are paying need a link: everybody else signs in again.
    return client && (client.isGuest || booking.hold) ? { link: await tokens.link(linkClaims(booking)) } : {};
  }
}
