import * as z from 'zod/mini';
import { isLocalDate } from './values.ts';

/** A day on a calendar. */
export const localDate = z
  .string()
  .check(z.refine(isLocalDate, { error: 'must be a day on the calendar such as 2025-11-15' }));

/** A clock reading. */
export const localTime = z
  .string()
  .check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'must be a time such as 09:30' }));
