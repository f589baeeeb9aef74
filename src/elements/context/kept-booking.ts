import type { Booking } from '../../contract/booking.ts';

/** Where `<cb-booking>` keeps the visitor's booking: until the tab is closed, on the device until its link ends, or nowhere. */
export type Remember = 'tab' | 'device' | 'no';

/** Whose booking is kept, and where. */
interface Keeper {
  readonly api: string;
  readonly coach: string;
  readonly remember: Remember;
}

/** Runs `use` on the storage with the key of this coach's booking; undefined where there is no storage, or none is wanted. */
export function withKept<T>(
  { api, coach, remember }: Keeper,
  use: (storage: Storage, key: string) => T,
): T | undefined {
  try {
    if (remember !== 'no') return use(remember === 'device' ? localStorage : sessionStorage, `cb-kept ${api} ${coach}`);
  } catch {
    // The browser denies storage, or it is full.
  }
  return undefined;
}

/** The booking kept for this coach, as text; empty where there is none. */
export const readKept = (keeper: Keeper): string =>
  withKept(keeper, (storage, key) => storage.getItem(key) ?? '') ?? '';

/** Keeps what shows a booking again: its id, its time and its link, no more. */
export function keepBooking(keeper: Keeper, { id, link, session_datetime, duration_minutes }: Booking): void {
  withKept(keeper, (storage, key) =>
    storage.setItem(key, JSON.stringify({ id, link, session_datetime, duration_minutes })),
  );
}
