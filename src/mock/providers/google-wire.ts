import * as z from 'zod/mini';
import { isTimeZone } from '../../contract/values.ts';

/** Google accepts a time without an offset together with `timeZone`; the stand-in always requires the offset. */
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const instant = z.string().check(
  z.refine((text) => RFC3339.test(text) && !Number.isNaN(Date.parse(text)), {
    error: 'Invalid value: not RFC 3339 with an offset',
  }),
);
const zone = z.string().check(z.refine(isTimeZone, { error: 'Invalid time zone definition' }));
const eventTime = z.strictObject({ dateTime: instant, timeZone: z.optional(zone) });

const fields = {
  summary: z.optional(z.string()),
  description: z.optional(z.string().check(z.maxLength(8192))),
  location: z.optional(z.string()),
  start: eventTime,
  end: eventTime,
  status: z.optional(z.enum(['confirmed', 'tentative', 'cancelled'])),
  transparency: z.optional(z.enum(['opaque', 'transparent'])),
  attendees: z.optional(
    z.array(
      z.strictObject({
        email: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/, { error: 'Invalid attendee email.' })),
        displayName: z.optional(z.string()),
      }),
    ),
  ),
  reminders: z.optional(
    z
      .strictObject({
        useDefault: z.boolean(),
        overrides: z.optional(
          z
            .array(
              z.strictObject({
                method: z.enum(['email', 'popup']),
                minutes: z.int().check(z.minimum(0), z.maximum(40_320)),
              }),
            )
            .check(z.maxLength(5)),
        ),
      })
      .check(
        z.refine(({ useDefault, overrides }) => !(useDefault && overrides?.length), {
          error: 'cannotUseDefaultRemindersAndSpecifyOverride',
        }),
      ),
  ),
  conferenceData: z.optional(
    z.strictObject({
      createRequest: z.strictObject({
        requestId: z.string().check(z.minLength(1)),
        conferenceSolutionKey: z.strictObject({ type: z.literal('hangoutsMeet') }),
      }),
    }),
  ),
};

/** The body of events.insert. */
export const googleInsert = z.strictObject({
  ...fields,
  id: z.optional(z.string().check(z.regex(/^[a-v0-9]{5,1024}$/, { error: 'Invalid resource id value.' }))),
});
/** The body of events.patch. */
export const googlePatch = z.partial(z.strictObject(fields));
export type GooglePatch = z.output<typeof googlePatch>;

/** The query of events.insert and events.patch. */
export const googleWriteQuery = z.strictObject({
  conferenceDataVersion: z.optional(z.enum(['0', '1'])),
  sendUpdates: z.optional(z.enum(['all', 'externalOnly', 'none'])),
});

/** The body of freebusy.query. */
export const googleFreeBusy = z.strictObject({
  timeMin: instant,
  timeMax: instant,
  timeZone: z.optional(zone),
  items: z.array(z.strictObject({ id: z.string() })).check(z.minLength(1), z.maxLength(50)),
});
