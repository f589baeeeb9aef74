import { serverBusy } from '../auth/bounded-queue.ts';
import { ProblemError } from '../http/problem-error.ts';

/** Streams that an address may have open: an office, or a household with many tabs. */
export const DEFAULT_LIVE_CONNECTIONS = 20;
/** Streams of all addresses in this process. */
const MOST = 2000;
const RETRY_AFTER_SECONDS = 60;

/** Counts open streams, by address and in all. */
export interface LiveConnections {
  /**
   * Counts one stream until the returned function is called. Throws `rate_limited` when the address has too many, `server_busy` when
   * all addresses together have. Without an address only the common limit applies.
   */
  enter(address: string | undefined): () => void;
}

export function createLiveConnections(perAddress: number): LiveConnections {
  const open = new Map<string, number>();
  let total = 0;
  return {
    enter(address = '') {
      const count = open.get(address) ?? 0;
      if (address !== '' && count >= perAddress) {
        throw new ProblemError('rate_limited', {
          values: { seconds: RETRY_AFTER_SECONDS },
          headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
        });
      }
      if (total >= MOST) throw serverBusy(RETRY_AFTER_SECONDS);
      total += 1;
      open.set(address, count + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        total -= 1;
        const rest = (open.get(address) ?? 1) - 1;
        if (rest > 0) open.set(address, rest);
        else open.delete(address);
      };
    },
  };
}
