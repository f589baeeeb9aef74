import { ProblemError } from '../http/problem-error.ts';
import type { Clock, Store } from '../ports.ts';

/** Holds how many requests a guest, or an address, may have open with one coach. */
export interface OpenRequests {
  /**
   * Counts a request before it is kept, so that those sent at once find each other. Throws `too_many_open_requests`. Open is
   * what is pending and still to come.
   */
  take(request: {
    readonly bookingId: string;
    readonly coachId: string;
    readonly email: string;
    /** The caller's network, where the host knows it. */
    readonly address: string | undefined;
  }): Promise<void>;
}

/** @default of the server: three requests that wait for the coach's answer */
export const DEFAULT_OPEN_REQUESTS = 3;

/** A request counts for so long before it is kept; one that was refused stops counting then. */
const KEEPING_MS = 15_000;
const MAX_KEYS = 10_000;

/** Counts in this process's memory; what became of each request is read from the store. */
export function createOpenRequests(
  bookings: Pick<Store['bookings'], 'find'>,
  clock: Clock,
  most: number,
): OpenRequests {
  const requests = new Map<string, Map<string, number>>();

  const isOpen = async (id: string, takenAt: number): Promise<boolean> => {
    const booking = await bookings.find(id);
    if (booking) return booking.status === 'pending' && booking.start > clock.now();
    return Math.abs(clock.now() - takenAt) < KEEPING_MS;
  };

  return {
    async take({ bookingId, coachId, email, address }) {
      const keys = [JSON.stringify([coachId, 'guest', email])];
      if (address !== undefined) keys.push(JSON.stringify([coachId, 'address', address]));
      const taken = keys.map((key) => {
        const ids = requests.get(key) ?? new Map<string, number>();
        requests.delete(key);
        requests.set(key, ids.set(bookingId, clock.now()));
        return ids;
      });
      const oldest = requests.keys().next().value;
      if (requests.size > MAX_KEYS && oldest !== undefined) requests.delete(oldest);
      for (const ids of taken) {
        let open = 0;
        for (const [id, takenAt] of [...ids]) {
          // In the order in which they came: later ones do not count against this one.
          if (id === bookingId) break;
          if (await isOpen(id, takenAt)) open += 1;
          else ids.delete(id);
        }
        if (open < most) continue;
        for (const others of taken) others.delete(bookingId);
        throw new ProblemError('too_many_open_requests', { values: { count: most } });
      }
    },
  };
}
