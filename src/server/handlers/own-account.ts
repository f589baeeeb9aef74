import { changeBooking } from '../bookings/change.ts';
import { linkClaims, writeBooking } from '../bookings/write-booking.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { BookingFilter, BookingRecord } from '../ports.ts';
import { writeUser } from './accounts.ts';

const PAGE = 100;

type OwnAccountHandlers = Pick<Handlers, 'logOut' | 'exportOwnData' | 'renewBookingLink'>;

/** What people do with their own account: log out, read what is kept about them, revoke a booking's links. */
export function ownAccountHandlers(services: Services): OwnAccountHandlers {
  const { store, tokens } = services;

  const allBookings = async (filter: BookingFilter): Promise<readonly BookingRecord[]> => {
    const found: BookingRecord[] = [];
    for (;;) {
      const { bookings, total } = await store.bookings.list(filter, { skip: found.length, limit: PAGE });
      found.push(...bookings);
      if (bookings.length === 0 || found.length >= total) return found;
    }
  };

  return {
    async logOut({ caller: { familyId } }) {
      if (familyId !== undefined) await store.tokens.end(familyId);
      return { reply: undefined };
    },

    async exportOwnData({ caller: { account } }) {
      const [asClient, asCoach] = await Promise.all([
        allBookings({ clientId: account.id }),
        account.role === 'coach' ? allBookings({ coachId: account.id }) : [],
      ]);
      return {
        reply: {
          account: writeUser(account),
          bookings_as_client: asClient.map(writeBooking),
          bookings_as_coach: asCoach.map(writeBooking),
        },
      };
    },

    async renewBookingLink({ params, caller }) {
      const changed = await changeBooking(services, caller, params.booking_id, (found) => {
        // A link acts as the client; the coach and admins have their own accounts.
        if (caller.account.id !== found.clientId) throw new ProblemError('change_forbidden');
        return { next: { ...found, linkSerial: (found.linkSerial ?? 0) + 1 } };
      });
      return { reply: { link: await tokens.link(linkClaims(changed)) } };
    },
  };
}
