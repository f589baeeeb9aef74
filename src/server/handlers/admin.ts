import type { ManagedAccount } from '../../contract/desk/account.ts';
import { DEFAULT_PAGE_SIZE, MOST_COUNTED } from '../../contract/query.ts';
import { writeWithPeople } from '../bookings/write-booking.ts';
import type { Caller, Handlers, Services } from '../http/handler.ts';
import { invalidRequest, ProblemError } from '../http/problem-error.ts';
import type { Account, CoachChange, CoachRecord } from '../ports.ts';
import { writeUser } from './accounts.ts';

/** Handlers by which admins list bookings and accounts, and change accounts. */
export function adminHandlers(services: Services): Pick<Handlers, 'listBookings' | 'listAccounts' | 'updateAccount'> {
  const { store } = services;

  return {
    async listBookings({ query, caller }) {
      requireAdmin(caller);
      const { skip = 0, limit = DEFAULT_PAGE_SIZE, status, coach_id: coachId, client_id: clientId } = query;
      const filter = { ...(status && { status }), ...(coachId && { coachId }), ...(clientId && { clientId }) };
      const page = await store.bookings.list(filter, { skip, limit, countTo: countTo(skip, limit) });
      const bookings = await writeWithPeople(services, caller, page.bookings);
      return { reply: { bookings, total: page.total, skip, limit } };
    },

    async listAccounts({ query, caller }) {
      requireAdmin(caller);
      const { skip = 0, limit = DEFAULT_PAGE_SIZE, role, q = '' } = query;
      const words = q.split(/\s+/).filter(Boolean);
      const page = { skip, limit, countTo: countTo(skip, limit) };
      const { accounts, total } = await store.accounts.list({ words, ...(role && { role }) }, page);
      const written = await Promise.all(
        accounts.map(async (account) => writeAccount(account, await coachOf(store.coaches, account))),
      );
      return { reply: { accounts: written, total } };
    },

    async updateAccount({ params: { account_id }, body, caller }) {
      requireAdmin(caller);
      // An admin who is switched off could not switch the account on again.
      if (account_id === caller.account.id && body.is_active === false) throw new ProblemError('own_account');
      const reply = await store.transaction(async ({ accounts, coaches }) => {
        const found = await accounts.find(account_id);
        if (!found) throw new ProblemError('account_not_found');
        const isCoach = found.role === 'coach';
        for (const field of ['is_listed', 'is_bookable'] as const) {
          if (body[field] !== undefined && !isCoach) {
            throw invalidRequest({ field: `body.${field}`, message: 'is for coaches alone' });
          }
        }
        const account =
          body.is_active === undefined ? found : ((await accounts.setActive(account_id, body.is_active)) ?? found);
        const isBookable = body.is_bookable ?? body.is_active;
        const change: CoachChange = {
          ...(body.is_listed !== undefined && { isHidden: !body.is_listed }),
          ...(isBookable !== undefined && { isActive: isBookable && account.isActive }),
        };
        const coach = isCoach
          ? Object.keys(change).length > 0
            ? await coaches.change(account_id, change)
            : await coaches.find(account_id)
          : undefined;
        return writeAccount(account, coach);
      });
      return { reply };
    },
  };
}

/** Where counting stops: far enough to know whether there is a next page. A full count takes longer as the table grows. */
function countTo(skip: number, limit: number): number {
  return Math.max(MOST_COUNTED, skip + limit + 1);
}

function requireAdmin({ account }: Caller): void {
  if (account.role !== 'admin') throw new ProblemError('forbidden');
}

async function coachOf(coaches: Services['store']['coaches'], { id, role }: Account): Promise<CoachRecord | undefined> {
  return role === 'coach' ? coaches.find(id) : undefined;
}

function writeAccount(account: Account, coach: CoachRecord | undefined): ManagedAccount {
  return {
    ...writeUser(account),
    ...(coach && { is_listed: coach.isHidden !== true, is_bookable: coach.isActive }),
  };
}
