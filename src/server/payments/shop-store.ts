import type { Records, Store } from '../ports.ts';

/** The records that change together when something is sold. */
export type ShopRecords = Pick<Records, 'bookings' | 'payments' | 'sessionTypes' | 'jobs'>;

/** Where they are kept. `transaction` writes all of what `work` does, or none of it. */
export type ShopStore = ShopRecords & Pick<Store, 'transaction'>;
