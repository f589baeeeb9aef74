import type { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import type { Calls } from '../client/call.ts';
import { type BookingError, isBookingError } from '../errors.ts';
import { createStore, type Store } from '../store.ts';

/** What is known of the address of somebody's private feed. */
type FeedState =
  | { readonly status: 'loading' }
  /** The backend has no feeds: nothing is to be shown. */
  | { readonly status: 'unsupported' }
  | { readonly status: 'error'; readonly problem: BookingError }
  | { readonly status: 'ready'; readonly url: string; readonly problem?: BookingError }
  | { readonly status: 'resetting'; readonly url: string };

/** The address of somebody's private feed. */
export interface FeedAddress extends Store<FeedState> {
  load(): Promise<void>;
  /** Asks for a new address; the old one stops working. True when that was done. */
  reset(): Promise<boolean>;
}

/** Opens the feed address; call `load` to read it. */
export function createFeedAddress(
  client: Pick<Calls<typeof calendarEndpoints>, 'getFeedAddress' | 'resetFeedAddress'>,
): FeedAddress {
  const store = createStore<FeedState>({ status: 'loading' });
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    async load() {
      try {
        store.set({ status: 'ready', ...(await client.getFeedAddress()) });
      } catch (error) {
        if (!isBookingError(error)) throw error;
        const lacking = error.kind === 'unsupported' || error.code === 'calendar_not_configured';
        store.set(lacking ? { status: 'unsupported' } : { status: 'error', problem: error });
      }
    },
    async reset() {
      const before = store.state;
      if (before.status !== 'ready') return false;
      store.set({ status: 'resetting', url: before.url });
      try {
        store.set({ status: 'ready', ...(await client.resetFeedAddress()) });
        return true;
      } catch (error) {
        if (!isBookingError(error)) throw error;
        // Whether the old address still works is not known; it is shown with the problem beside it.
        store.set({ status: 'ready', url: before.url, problem: error });
        return false;
      }
    },
  };
}
