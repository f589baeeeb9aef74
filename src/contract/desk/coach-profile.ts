import * as z from 'zod/mini';
import { personName } from '../auth.ts';
import { timeZone } from '../values.ts';
import { oneLine } from './texts.ts';

/** Characters that a photo may have as a `data:` address: about 35 kB of picture, within the 64 kB of a request. */
export const PHOTO_MAX = 48_000;

/** Languages, and topics, that a profile may list at most. */
export const PROFILE_LIST_MAX = 20;

const list = z
  .array(oneLine(60).check(z.minLength(1, { error: 'must not be empty' })))
  .check(z.maxLength(PROFILE_LIST_MAX, { error: `must have at most ${PROFILE_LIST_MAX} entries` }));

/** A coach's changes of the own profile. Fields left out stay; null clears a field. */
export const coachProfileBody = z.object({
  name: z.optional(personName),
  headline: z.optional(z.nullable(oneLine(160))),
  bio: z.optional(z.nullable(z.string().check(z.maxLength(2000, { error: 'must be at most 2,000 characters' })))),
  /** `https://…`, or the picture itself as `data:image/jpeg;base64,…`. */
  photo_url: z.optional(
    z.nullable(
      z.string().check(
        z.maxLength(PHOTO_MAX, { error: `must be at most ${PHOTO_MAX} characters` }),
        z.regex(/^(https?:\/\/[^\s\p{Cc}]+|data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+=*)$/u, {
          error: 'must be a web address, or a JPEG, PNG or WebP picture as a data: address',
        }),
      ),
    ),
  ),
  languages: z.optional(z.nullable(list)),
  expertise: z.optional(z.nullable(list)),
  /** Price of an hour in the currency's main unit. */
  hourly_rate: z.optional(z.nullable(z.number().check(z.minimum(0), z.maximum(1_000_000)))),
  currency: z.optional(
    z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 code such as EUR' }))),
  ),
  /** The zone of the schedule: weekly hours keep their clock times and move with it. */
  time_zone: z.optional(timeZone),
  location: z.optional(z.nullable(oneLine(120))),
});
/** Changes of a coach's profile; `hourly_rate` is in the currency's main unit. */
export type CoachProfileBody = z.output<typeof coachProfileBody>;
