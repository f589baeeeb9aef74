import { emptySchedule } from '../../domain/availability/schedule.ts';
import { isOver } from '../../domain/booking/lifecycle.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import { type CancelServices, cancelUnasked } from '../bookings/cancel-unasked.ts';
import { erasedBooking, namelessAccount } from '../bookings/erase-booking.ts';
import { saveNext } from '../bookings/save-next.ts';
import type { JobKind } from '../jobs/job-runner.ts';
import type { Account, BookingFilter, BookingRecord } from '../ports.ts';

const KIND = 'account-erasure';
const PAGE = 100;

/**
 * Deletes an account: from this step on nobody is signed in to it, its e-mail is free, and a coach is neither listed nor booked.
 * What else is kept of it is erased by a job of the same step.
 */
export async function deleteAccount({ store, clock }: CancelServices, account: Account): Promise<void> {
  const now = clock.now();
  const { id, role } = account;
  await store.transaction(async (records) => {
    await records.accounts.update(namelessAccount(account, now));
    if (role === 'coach') await records.coaches.change(id, { profile: { user_id: id }, isActive: false });
    await records.tokens.endAll(id);
    await records.bookings.forgetReplies(id);
    await records.jobs.add({ kind: KIND, key: id, payload: id, dueAt: now }, now);
    // A second run, for records that were being written during this step, such as a booking.
    const dueAt = now + MINUTE_MS;
    await records.jobs.add({ kind: KIND, key: `${id} again`, payload: id, dueAt }, now);
  });
}

/**
 * Erases what is kept of a deleted account. Sessions to come are cancelled: money goes back by the rules to a client who left, all
 * of it where the coach left. Past sessions and payments stay, nameless, as accounting needs them.
 */
export function erasureKind(services: CancelServices): JobKind {
  const { store, clock, calendars } = services;

  /** Reads by pages; what `work` does must not move a booking to another page. */
  const each = async (filter: BookingFilter, work: (booking: BookingRecord) => Promise<void>): Promise<void> => {
    for (let skip = 0; ; skip += PAGE) {
      const { bookings } = await store.bookings.list(filter, { skip, limit: PAGE });
      for (const booking of bookings) await work(booking);
      if (bookings.length < PAGE) return;
    }
  };

  const cancelIfAhead = async (booking: BookingRecord, by: 'client' | 'coach'): Promise<BookingRecord> =>
    isOver(booking, clock.now()) ? booking : cancelUnasked(services, booking, by);

  /** Erases the texts and names that a client gave, and revokes the links that open the booking. */
  const blank = async (booking: BookingRecord): Promise<void> => {
    if (booking.erasedAt !== undefined) return;
    await saveNext(store.bookings, booking, erasedBooking(booking, clock.now()));
  };

  const emptyHours = async (coachId: string): Promise<void> => {
    const coach = await store.coaches.find(coachId);
    if (!coach) return;
    const empty = emptySchedule(coach.schedule.time_zone);
    if (!(await store.coaches.saveSchedule(coachId, coach.scheduleVersion, empty))) {
      throw new Error(`The hours of ${coachId} were changed by somebody else`);
    }
    for (const type of await store.sessionTypes.ofCoach(coachId)) {
      await store.sessionTypes.save({ ...type, description: null, location: null, questions: null, archived: true });
    }
  };

  return {
    name: KIND,
    async run({ payload }) {
      const userId = String(payload);
      await each({ clientId: userId }, async (booking) => blank(await cancelIfAhead(booking, 'client')));
      await each({ coachId: userId }, async (booking) => {
        await cancelIfAhead(booking, 'coach');
      });
      await emptyHours(userId);
      for (const { id } of await store.webhooks.ofOwners([userId])) await store.webhooks.remove(id);
      await calendars?.forget?.(userId);
      await store.calendars.removeUser(userId);
      // Again, for replies that were stored while the account was being deleted.
      await store.bookings.forgetReplies(userId);
    },
  };
}
