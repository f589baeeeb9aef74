import type { Booking } from '../../contract/booking.ts';
import { LARGEST_PAGE_SIZE } from '../../contract/query.ts';
import { readInstant } from '../../contract/values.ts';
import { LIMIT_REACH_MS } from '../../domain/availability/slots.ts';
import type { EditorClient } from './schedule-editor.ts';

/** The most pages read for one status. */
const MAX_PAGES = 50;

/**
 * Loads, page by page, the sessions that count when slots are computed: all pending and confirmed ones, and completed ones as far
 * back as a daily or weekly limit reaches. `now` in epoch ms.
 */
export async function loadBookings(
  client: Pick<EditorClient, 'listCoachBookings'>,
  coachId: string,
  now: number,
  signal: AbortSignal,
): Promise<readonly Booking[]> {
  const found: Booking[] = [];
  for (const status of ['pending', 'confirmed', 'completed'] as const) {
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = { status, skip: page * LARGEST_PAGE_SIZE, limit: LARGEST_PAGE_SIZE };
      const { bookings } = await client.listCoachBookings({ params: { coach_id: coachId }, query }, { signal });
      // Some backends ignore the filter.
      found.push(...bookings.filter((booking) => booking.status === status));
      // Lists start with the latest session: all later pages are older.
      const isOld = status === 'completed' && bookings.every((booking) => startOf(booking) < now - LIMIT_REACH_MS);
      if (isOld || bookings.length < LARGEST_PAGE_SIZE) break;
    }
  }
  return found;
}

const startOf = ({ session_datetime }: Booking) => readInstant(session_datetime) ?? 0;
