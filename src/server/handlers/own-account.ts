import { deleteAccount } from '../accounts/erase.ts';
import { mailAccount } from '../accounts/mail-links.ts';
import { changeBooking } from '../bookings/change.ts';
import { linkClaims, paymentsOf, writeBooking } from '../bookings/write-booking.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import type { Account, BookingFilter, BookingRecord } from '../ports.ts';
import { writeUser } from './accounts.ts';

const PAGE = 100;

type OwnAccountHandlers = Pick<
  Handlers,
  'logOut' | 'changePassword' | 'changeEmail' | 'deleteAccount' | 'exportOwnData' | 'renewBookingLink'
>;

/** Handlers of people's own accounts: log out, change or delete it, read all stored data, revoke a booking's links. */
export function ownAccountHandlers(services: Services): OwnAccountHandlers {
  const { store, tokens, passwords, passwordFault, limiter, calendars } = services;

  /** Throws `wrong_password`, and `rate_limited` after too many. */
  const checkPassword = async (account: Account, given: string | undefined): Promise<void> => {
    const giveBack = await limiter.take('wrongPasswordsByUser', account.id);
    if (!(await passwords.verify(given ?? '', account.passwordHash))) throw new ProblemError('wrong_password');
    await giveBack();
  };

  const refuseGuests = ({ isGuest }: Account): void => {
    if (isGuest) throw new ProblemError('forbidden');
  };

  const allBookings = async (filter: BookingFilter): Promise<readonly BookingRecord[]> => {
    const found: BookingRecord[] = [];
    for (;;) {
      const { bookings, total } = await store.bookings.list(filter, { skip: found.length, limit: PAGE });
      found.push(...bookings);
      if (bookings.length === 0 || found.length >= total) return found;
    }
  };

  return {
    async logOut({ query, caller: { account, familyId } }) {
      if (query.all_devices === 'true') await store.tokens.endAll(account.id);
      else if (familyId !== undefined) await store.tokens.end(familyId);
      return { reply: undefined };
    },

    async changePassword({ body, caller: { account, familyId } }) {
      refuseGuests(account);
      await checkPassword(account, body.current_password);
      const fault = passwordFault(body.new_password, account.email);
      if (fault) throw invalidRequest({ field: 'body.new_password', message: fault });
      const passwordHash = await passwords.hash(body.new_password);
      await store.transaction(async (records) => {
        const current = await records.accounts.find(account.id);
        if (!current || current.deletedAt !== undefined) throw new ProblemError('not_authenticated');
        await records.accounts.update({ ...current, passwordHash });
        // Other sign-ins end: somebody else may have known the old password.
        await records.tokens.endAll(account.id, familyId);
      });
      return { reply: undefined };
    },

    async changeEmail({ body, caller: { account } }) {
      refuseGuests(account);
      await checkPassword(account, body.password);
      const current = await store.accounts.find(account.id);
      if (!current || current.deletedAt !== undefined) throw new ProblemError('not_authenticated');
      const email = body.email.toLowerCase();
      if (services.mail?.confirmsAddresses && email !== current.email) {
        const asked = { ...current, pendingEmail: email };
        await store.accounts.update(asked);
        const owner = await store.accounts.findByEmail(email);
        const wish = owner
          ? { about: 'account_exists' as const, userId: owner.id }
          : { about: 'verify_email' as const, userId: account.id, address: email };
        await mailAccount(services, wish, email);
        return { reply: writeUser(asked) };
      }
      const changed = { ...current, email };
      if (!(await store.accounts.update(changed))) throw new ProblemError('email_taken');
      return { reply: writeUser(changed) };
    },

    async deleteAccount({ body, caller: { account } }) {
      if (!account.isGuest) await checkPassword(account, body.password);
      await deleteAccount(services, account);
      return { reply: undefined };
    },

    async exportOwnData({ caller: { account } }) {
      const [asClient, asCoach, connected, coach] = await Promise.all([
        allBookings({ clientId: account.id }),
        account.role === 'coach' ? allBookings({ coachId: account.id }) : [],
        calendars?.connections(account.id),
        account.role === 'coach' ? store.coaches.find(account.id) : undefined,
      ]);
      const paid = await paymentsOf(
        services.shop,
        [...asClient, ...asCoach],
        account.role === 'client' ? 'client' : 'coach-side',
      );
      const write = (booking: BookingRecord) => ({ ...writeBooking(booking), ...paid(booking) });
      return {
        reply: {
          account: writeUser(account),
          bookings_as_client: asClient.map(write),
          bookings_as_coach: asCoach.map(write),
          ...(connected && { calendars: connected.filter(({ status }) => status !== 'disconnected') }),
          ...(coach && { coach: { profile: coach.profile, schedule: coach.schedule } }),
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
