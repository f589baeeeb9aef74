import type { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import type { Calls } from '../client/call.ts';
import { type BookingError, isBookingError } from '../errors.ts';
import { createStore, type Store } from '../store.ts';

/** The address of one user's private feed as last loaded. */
type FeedState =
  | { readonly status: 'loading' }
  /** The backend has no feeds: show nothing. */
  | { readonly status: 'unsupported' }
  | { readonly status: 'error'; readonly problem: BookingError }
  | { readonly status: 'ready'; readonly url: string; readonly problem?: BookingError }
  | { readonly status: 'resetting'; readonly url: string };

/** A store of the address of one user's private feed. */
export interface FeedAddress extends Store<FeedState> {
  load(): Promise<void>;
  /** Asks for a new address; the old one stops working. True on success. */
  reset(): Promise<boolean>;
}

/** Makes the store of the feed address; `load` fills it. */
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
        // Unknown whether the old address still works: it is shown together with the problem.
        store.set({ status: 'ready', url: before.url, problem: error });
        return false;
      }
    },
  };
}
