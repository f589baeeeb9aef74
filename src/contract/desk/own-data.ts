import * as z from 'zod/mini';
import { user } from '../auth.ts';
import { booking } from '../booking.ts';
import { connection } from '../calendar.ts';
import { coach } from '../coach.ts';
import { scheduleReply } from '../schedule.ts';

/**
 * All data stored about the caller: the account, the bookings as client and as coach, connected calendars; a coach's profile and
 * hours.
 */
export const exportedData = z.object({
  account: user,
  bookings_as_client: z.array(booking),
  bookings_as_coach: z.array(booking),
  calendars: z.optional(z.array(connection)),
  coach: z.optional(z.object({ profile: coach, schedule: scheduleReply })),
});
/** The caller's account, bookings, calendars, and a coach's profile and hours, in one document. */
export type ExportedData = z.output<typeof exportedData>;
