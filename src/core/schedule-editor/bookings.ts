import type { Booking } from '../../contract/booking.ts';
import { LARGEST_PAGE_SIZE } from '../../contract/page.ts';
import type { EditorClient } from './schedule-editor.ts';

/** Pages of one status that are read at most. */
const MAX_PAGES = 50;

/** All of a coach's sessions that take up time, page by page. */
export async function loadBookings(
  client: Pick<EditorClient, 'listCoachBookings'>,
  coachId: string,
  signal: AbortSignal,
): Promise<readonly Booking[]> {
  const found: Booking[] = [];
  for (const status of ['pending', 'confirmed'] as const) {
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = { status, skip: page * LARGEST_PAGE_SIZE, limit: LARGEST_PAGE_SIZE };
      const reply = await client.listCoachBookings({ params: { coach_id: coachId }, query }, { signal });
      // Some backends ignore the filter.
      found.push(...reply.bookings.filter((booking) => booking.status === status));
      if (reply.bookings.length < LARGEST_PAGE_SIZE) break;
    }
  }
  return found;
}
