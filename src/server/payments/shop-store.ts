import type { Records, Store } from '../ports.ts';

/** The records that change together when a session is sold. */
export type ShopRecords = Pick<Records, 'bookings' | 'payments' | 'sessionTypes' | 'jobs' | 'webhooks'>;

/** The store of these records. `transaction` writes everything that `work` writes, or nothing. */
export type ShopStore = ShopRecords & Pick<Store, 'transaction'>;
