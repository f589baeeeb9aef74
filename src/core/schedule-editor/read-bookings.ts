import type { Booking } from '../../contract/booking.ts';
import { LARGEST_PAGE_SIZE } from '../../contract/page.ts';
import { readInstant } from '../../contract/values.ts';
import { LIMIT_REACH_MS } from '../../domain/availability/slots.ts';
import type { EditorClient } from './schedule-editor.ts';

/** Pages of one status that are read at most. */
const MAX_PAGES = 50;

/**
 * A coach's sessions that count when slots are worked out, page by page: all that are pending or confirmed, and completed ones
 * as far back as a limit can reach. `now` in epoch ms.
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
      // Lists come latest session first: what follows on the next pages is older still.
      const isOld = status === 'completed' && bookings.every((booking) => startOf(booking) < now - LIMIT_REACH_MS);
      if (isOld || bookings.length < LARGEST_PAGE_SIZE) break;
    }
  }
  return found;
}

const startOf = ({ session_datetime }: Booking) => readInstant(session_datetime) ?? 0;
