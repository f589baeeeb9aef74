import * as z from 'zod/mini';
import { coach } from './coach.ts';
import { pageShape, queryInt } from './query.ts';

/** A search among the coaches. */
export const listCoachesQuery = z.object({
  /** Words to search in name, headline, bio, languages and expertise. */
  q: z.optional(z.string().check(z.maxLength(100))),
  language: z.optional(z.string().check(z.maxLength(60))),
  expertise: z.optional(z.string().check(z.maxLength(60))),
  max_rate: z.optional(queryInt(0, 1_000_000)),
  ...pageShape,
});

/** A page of coaches; `total` counts all matches, where the backend counts them. */
export const coachList = z.object({ coaches: z.array(coach), total: z.optional(z.int()) });
/** One page of the coaches that match a search, and how many match in all. */
export type CoachList = z.output<typeof coachList>;
