import * as z from 'zod/mini';
import { user } from './auth.ts';
import { booking } from './booking.ts';

/** Everything kept about the caller: the account, and the bookings as client and as coach. */
export const exportedData = z.object({
  account: user,
  bookings_as_client: z.array(booking),
  bookings_as_coach: z.array(booking),
});
/** The caller's account and all their bookings as client and as coach, in one document. */
export type ExportedData = z.output<typeof exportedData>;
