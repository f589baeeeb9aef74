import { type Interval, intersect, union } from '../../domain/availability/interval.ts';
import type { Services } from '../http/handler.ts';
import type { BookingFilter, Store } from '../ports.ts';

const PAGE = 100;

/** When a user is busy: in the calendars they connected, and in their sessions here, as coach and as client. */
export async function userBusyTimes(
  { store, calendars }: Pick<Services, 'store' | 'calendars'>,
  userId: string,
  range: Interval,
): Promise<readonly Interval[]> {
  const [elsewhere, asCoach, asClient] = await Promise.all([
    calendars?.freeBusy(userId, range) ?? [],
    store.bookings.sessions(userId, range),
    sessionsOf(store, { clientId: userId }, range),
  ]);
  return intersect(union(elsewhere, asCoach, asClient), [range]);
}

/** Reads the list, latest session first, page by page until a page ends before the range. */
async function sessionsOf(store: Store, filter: BookingFilter, range: Interval): Promise<readonly Interval[]> {
  const sessions: Interval[] = [];
  for (let skip = 0; ; skip += PAGE) {
    const { bookings, total } = await store.bookings.list(filter, { skip, limit: PAGE });
    for (const { start, end, status } of bookings) if (status !== 'cancelled') sessions.push({ start, end });
    const earliest = bookings.at(-1)?.start ?? Number.NEGATIVE_INFINITY;
    // No session is longer than a day.
    if (skip + PAGE >= total || earliest < range.start - 24 * 60 * 60_000) return sessions;
  }
}
