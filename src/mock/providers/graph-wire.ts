import * as z from 'zod/mini';
import { isTimeZone } from '../../contract/values.ts';
import { ianaZoneOf } from '../../domain/time/windows-zones.ts';
import { resolveWallTime } from '../../domain/time/zone.ts';

/** A dateTimeTimeZone: a wall time without an offset, and the zone it is in, by its Windows or an IANA name. */
const graphTime = z.strictObject({
  dateTime: z.string().check(
    z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?$/, {
      error: 'dateTime must be a wall time without an offset',
    }),
  ),
  timeZone: z
    .string()
    .check(z.refine((name) => ianaOf(name) !== undefined, { error: 'TimeZoneNotSupportedException' })),
});
type GraphTime = z.output<typeof graphTime>;

/** The instant of a dateTimeTimeZone, epoch milliseconds. */
export function momentOf({ dateTime, timeZone }: GraphTime): number {
  const [date = '', time = ''] = dateTime.split('T');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return resolveWallTime(ianaOf(timeZone) ?? 'UTC', date, hour * 60 + minute, { repeated: 'earlier' });
}

function ianaOf(name: string): string | undefined {
  if (name === 'UTC') return 'UTC';
  return ianaZoneOf(name) ?? (isTimeZone(name) && name.includes('/') ? name : undefined);
}

const fields = {
  subject: z.optional(z.string().check(z.maxLength(255))),
  body: z.optional(z.strictObject({ contentType: z.enum(['text', 'html']), content: z.string() })),
  start: graphTime,
  end: graphTime,
  location: z.optional(z.strictObject({ displayName: z.string() })),
  attendees: z.optional(
    z.array(
      z.strictObject({
        emailAddress: z.strictObject({
          address: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/, { error: 'ErrorInvalidRecipients' })),
          name: z.optional(z.string()),
        }),
        type: z.enum(['required', 'optional', 'resource']),
      }),
    ),
  ),
  isReminderOn: z.optional(z.boolean()),
  reminderMinutesBeforeStart: z.optional(z.int()),
  showAs: z.optional(z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'])),
  isOnlineMeeting: z.optional(z.boolean()),
  onlineMeetingProvider: z.optional(z.enum(['teamsForBusiness', 'skypeForBusiness', 'skypeForConsumer'])),
  singleValueExtendedProperties: z.optional(
    z.array(
      z.strictObject({
        id: z.string().check(z.regex(/^String \{[0-9a-f-]{36}\} Name \w+$/, { error: 'ErrorInvalidProperty' })),
        value: z.string(),
      }),
    ),
  ),
};

/** The body of POST /me/events. */
export const graphCreate = z.strictObject({ ...fields, transactionId: z.optional(z.string().check(z.minLength(1))) });
export type GraphCreate = z.output<typeof graphCreate>;
/** The body of PATCH /me/events/{id}: a transactionId cannot be changed. */
export const graphUpdate = z.partial(z.strictObject(fields));

/** The body of POST /me/calendar/getSchedule. */
export const graphGetSchedule = z.strictObject({
  schedules: z.array(z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/))).check(z.minLength(1), z.maxLength(20)),
  startTime: graphTime,
  endTime: graphTime,
  availabilityViewInterval: z.optional(z.int().check(z.minimum(5), z.maximum(1440))),
});
