import { isOver } from '../../domain/booking/lifecycle.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import type { Handlers, Services } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { JobKind } from '../jobs/job-runner.ts';
import type { NewJob } from '../jobs/job-store.ts';
import type { Account, BookingRecord, CoachRecord } from '../ports.ts';
import { isPartyTo } from './rights.ts';
import { saveNext } from './save-next.ts';

const KIND = 'booking-erasure';
const PAGE = 100;

/** No link has this serial: all that were given out are revoked. */
const NO_LINK = -1;

/** The booking without texts of the client and names of people; its time, status and price stay. `booking` is not erased yet. */
export function erasedBooking(booking: BookingRecord, now: number): BookingRecord {
  const { answers, metadata, attendeeEmails, cancellationReason, moveReason, consent, ...kept } = booking;
  return {
    ...kept,
    notes: null,
    meetingLink: null,
    linkSerial: NO_LINK,
    erasedAt: now,
    version: booking.version + 1,
    updatedAt: now,
  };
}

/** The account without anything that names a person; nobody signs in to it. */
export function namelessAccount({ id, role, isGuest, createdAt }: Account, now: number): Account {
  return {
    id,
    role,
    isGuest,
    createdAt,
    email: '',
    name: null,
    timeZone: null,
    isActive: false,
    deletedAt: now,
  };
}

/** The call by which a client, the coach or an admin has one session erased that is over or cancelled. */
export function eraseHandlers(services: Pick<Services, 'store' | 'clock'>): Pick<Handlers, 'eraseBooking'> {
  return {
    async eraseBooking({ params, caller }) {
      const { store, clock } = services;
      const booking = await store.bookings.find(params.booking_id);
      if (!booking) throw new ProblemError('booking_not_found');
      if (!isPartyTo(caller, booking)) throw new ProblemError('change_forbidden');
      if (!isOver(booking, clock.now())) throw new ProblemError('cannot_erase');
      await erase(services, booking);
      return { reply: undefined };
    },
  };
}

/** Does nothing for a booking that is erased already. Rejects when somebody wrote since `booking` was read. */
async function erase({ store, clock }: Pick<Services, 'store' | 'clock'>, booking: BookingRecord): Promise<void> {
  if (booking.erasedAt !== undefined) return;
  const now = clock.now();
  await store.transaction(async (records) => {
    await saveNext(records.bookings, booking, erasedBooking(booking, now));
    await records.bookings.forgetReplies(booking.clientId);
    const client = await records.accounts.find(booking.clientId);
    if (!client?.isGuest || client.deletedAt !== undefined) return;
    // A guest's name and address are there for the bookings alone.
    const left = await records.bookings.list({ clientId: client.id }, { skip: 0, limit: PAGE });
    if (left.total > PAGE || left.bookings.some(({ erasedAt }) => erasedAt === undefined)) return;
    await records.accounts.update(namelessAccount(client, now));
    await records.tokens.endAll(client.id);
  });
}

/** The job that erases what is due for one coach, after the coach chose another period. */
export function eraseOfCoachJob(coachId: string, now: number): NewJob {
  return { kind: KIND, key: `coach ${coachId}`, payload: coachId, dueAt: now, repeat: 'again' };
}

/** The job that erases what is due for all coaches; adding it again on the same UTC day has no effect. */
export function dailyErasureJob(now: number): NewJob {
  return { kind: KIND, key: `day ${Math.floor(now / DAY_MS)}`, payload: null, dueAt: now };
}

/**
 * Erases what names the clients of sessions that ended longer ago than their coach's period. `usualDays` is the server's: the
 * shorter of the two counts, and without either nothing is erased.
 */
export function eraseBookingsKind(services: Pick<Services, 'store' | 'clock'>, usualDays: number | undefined): JobKind {
  const { store, clock } = services;

  const eraseOf = async ({ profile, messages }: CoachRecord): Promise<void> => {
    const days = Math.min(
      messages?.erase_after_days ?? Number.POSITIVE_INFINITY,
      usualDays ?? Number.POSITIVE_INFINITY,
    );
    if (!Number.isFinite(days)) return;
    const endedBefore = clock.now() - days * DAY_MS;
    for (;;) {
      const due = await store.bookings.notErased(profile.user_id, endedBefore, PAGE);
      for (const booking of due) await erase(services, booking);
      if (due.length < PAGE) return;
    }
  };

  return {
    name: KIND,
    async run({ payload }) {
      const coaches = typeof payload === 'string' ? [await store.coaches.find(payload)] : await store.coaches.list();
      for (const coach of coaches) if (coach) await eraseOf(coach);
    },
  };
}
