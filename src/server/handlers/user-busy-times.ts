import { LARGEST_PAGE_SIZE } from '../../contract/query.ts';
import { type Interval, intersect, union } from '../../domain/availability/interval.ts';
import { DAY_MS } from '../../domain/time/units.ts';
import type { Services } from '../http/handler.ts';
import type { BookingFilter, Store } from '../ports.ts';

/** The busy times of a user: from connected calendars, and from their sessions here as coach and as client. */
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

/** Reads the user's sessions, latest first, page by page until a page reaches back before the range. */
async function sessionsOf(store: Store, filter: BookingFilter, range: Interval): Promise<readonly Interval[]> {
  const sessions: Interval[] = [];
  for (let skip = 0; ; skip += LARGEST_PAGE_SIZE) {
    const { bookings, total } = await store.bookings.list(filter, { skip, limit: LARGEST_PAGE_SIZE });
    for (const { start, end, status } of bookings) if (status !== 'cancelled') sessions.push({ start, end });
    // A session is shorter than a day: one that reaches into the range starts less than a day before it.
    const earliest = bookings.at(-1)?.start ?? Number.NEGATIVE_INFINITY;
    if (skip + LARGEST_PAGE_SIZE >= total || earliest < range.start - DAY_MS) return sessions;
  }
}
