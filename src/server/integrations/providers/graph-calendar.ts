import * as z from 'zod/mini';
import { transactionId } from './event-key.ts';
import { ProviderFailure } from './provider-failure.ts';
import type { ProviderReply, ProviderRequest } from './provider-http.ts';
import { type CalendarAdapter, type PlacedEvent, REMINDERS, type SessionEvent } from './session-event.ts';
import { graphTime, graphUtc, readGraphUtc } from './wall-time.ts';

/** Our own named property on each event, by which an event is found again when the answer with its id was lost. */
const KEY_PROPERTY = 'String {7a1d6c38-90a5-4b52-8a0e-3f5ad1f6c1b4} Name CultureBridgeBooking';
/** With immutable ids, which stay when the user moves the event to another folder. */
const headers = { prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

const eventReply = z.object({
  id: z.string(),
  onlineMeeting: z.optional(z.nullable(z.object({ joinUrl: z.optional(z.nullable(z.string())) }))),
});
type EventReply = z.output<typeof eventReply>;
const graphTimeReply = z.object({ dateTime: z.string(), timeZone: z.string() });
const scheduleReply = z.object({
  value: z.array(
    z.object({
      error: z.optional(z.nullable(z.unknown())),
      scheduleItems: z.optional(z.array(z.object({ status: z.string(), start: graphTimeReply, end: graphTimeReply }))),
    }),
  ),
});
const calendarReply = z.object({
  owner: z.optional(z.nullable(z.object({ address: z.optional(z.nullable(z.string())) }))),
});
const listReply = z.object({ value: z.array(z.object({ id: z.string() })) });
const viewReply = z.object({
  value: z.array(z.object({ showAs: z.optional(z.string()), start: graphTimeReply, end: graphTimeReply })),
});

/** `free` and `workingElsewhere` do not block a session. */
const BUSY = new Set(['busy', 'tentative', 'oof', 'unknown']);

/**
 * Microsoft Graph v1.0 (learn.microsoft.com/graph/api/resources/event), the user's default calendar. Graph has one
 * reminder for each event (`reminderMinutesBeforeStart`): we set the later one, half an hour before.
 */
export const graphCalendar: CalendarAdapter = {
  async place(request, event, eventId) {
    const own = await transactionId(event.key);
    if (eventId !== undefined) {
      const updated = await update(request, event, eventId);
      if (updated) return updated;
      // The user deleted the event; its transactionId cannot be used again.
      return create(request, event, own, await transactionId(`${event.key}/${event.sequence}`));
    }
    return create(request, event, own, own);
  },

  async remove(request, key, eventId) {
    const id = eventId ?? (await findByKey(request, await transactionId(key)));
    if (id === undefined) return;
    await request({ method: 'DELETE', path: eventPath(id), headers, expected: [404, 410] });
  },

  async busy(request, range, account) {
    // Personal accounts have no getSchedule, and an address is needed for it.
    if (account === null) return busyFromView(request, range);
    const json = {
      schedules: [account],
      startTime: await graphUtc(range.start),
      endTime: await graphUtc(range.end),
      availabilityViewInterval: 30,
    };
    const path = '/me/calendar/getSchedule';
    const reply = await request({ method: 'POST', path, headers, json, expected: [400, 403, 404, 405] });
    const schedule = reply.status >= 400 ? undefined : parse(scheduleReply, reply).value[0];
    if (!schedule || schedule.error) return busyFromView(request, range);
    return toIntervals((schedule.scheduleItems ?? []).filter(({ status }) => BUSY.has(status)));
  },

  async account(request) {
    // Calendars.ReadWrite gives the calendar's owner, so the wider scope User.Read is not needed for the address.
    const reply = await request({ method: 'GET', path: '/me/calendar', query: { $select: 'owner' }, headers });
    return parse(calendarReply, reply).owner?.address ?? null;
  },
};

async function create(
  request: ProviderRequest,
  event: SessionEvent,
  own: string,
  transaction: string,
): Promise<PlacedEvent> {
  const json = {
    transactionId: transaction,
    ...(await timesOf(event)),
    ...textsOf(event),
    attendees: attendeesOf(event),
    showAs: 'busy',
    ...(event.meeting.kind === 'make' && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
    singleValueExtendedProperties: [{ id: KEY_PROPERTY, value: own }],
  };
  // Comes with status 400 or 409; the answer names the event that used the transactionId.
  const used = 'ErrorDuplicateTransactionId';
  const reply = await request({ method: 'POST', path: '/me/events', headers, json, expected: [`400 ${used}`, 409] });
  if (reply.status < 300) return placed(event, parse(eventReply, reply));
  const id = existingId(reply.body) ?? (await findByKey(request, own));
  const updated = id === undefined ? undefined : await update(request, event, id);
  if (!updated) throw new ProviderFailure('outlook', 'unavailable', { status: reply.status, reason: used });
  return updated;
}

async function update(
  request: ProviderRequest,
  event: SessionEvent,
  eventId: string,
): Promise<PlacedEvent | undefined> {
  const json = {
    ...(await timesOf(event)),
    // The text of an event with a Teams meeting contains the meeting: overwriting it would remove the meeting.
    ...(event.meeting.kind === 'given' && textsOf(event)),
    attendees: attendeesOf(event),
  };
  const reply = await request({ method: 'PATCH', path: eventPath(eventId), headers, json, expected: [404, 410] });
  return reply.status >= 400 ? undefined : placed(event, parse(eventReply, reply));
}

async function timesOf(event: SessionEvent) {
  return {
    start: await graphTime(event.start, event.timeZone),
    end: await graphTime(event.end, event.timeZone),
    isReminderOn: true,
    reminderMinutesBeforeStart: Math.min(...REMINDERS),
  };
}

function textsOf(event: SessionEvent) {
  return {
    subject: event.title,
    body: { contentType: 'text', content: event.description },
    ...(event.meeting.kind === 'given' &&
      event.meeting.link !== null && { location: { displayName: event.meeting.link } }),
  };
}

function attendeesOf(event: SessionEvent) {
  return event.invited.map(({ email, name }) => ({
    emailAddress: { address: email, ...(name && { name }) },
    type: 'required',
  }));
}

function placed(event: SessionEvent, reply: EventReply): PlacedEvent {
  const link = event.meeting.kind === 'make' ? (reply.onlineMeeting?.joinUrl ?? null) : event.meeting.link;
  return { eventId: reply.id, meetingLink: link };
}

async function findByKey(request: ProviderRequest, own: string): Promise<string | undefined> {
  const $filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${KEY_PROPERTY}' and ep/value eq '${own}')`;
  const reply = await request({ method: 'GET', path: '/me/events', query: { $filter, $select: 'id' }, headers });
  return parse(listReply, reply).value[0]?.id;
}

async function busyFromView(request: ProviderRequest, range: { readonly start: number; readonly end: number }) {
  const query = {
    startDateTime: `${(await graphUtc(range.start)).dateTime}Z`,
    endDateTime: `${(await graphUtc(range.end)).dateTime}Z`,
    $select: 'start,end,showAs',
    $top: '500',
  };
  const reply = parse(viewReply, await request({ method: 'GET', path: '/me/calendarView', query, headers }));
  return toIntervals(reply.value.filter(({ showAs }) => BUSY.has(showAs ?? 'busy')));
}

function toIntervals(
  items: readonly { readonly start: z.output<typeof graphTimeReply>; readonly end: z.output<typeof graphTimeReply> }[],
) {
  return items.flatMap((item) => {
    const start = readGraphUtc(item.start);
    const end = readGraphUtc(item.end);
    return start !== undefined && end !== undefined ? [{ start, end }] : [];
  });
}

function eventPath(id: string): string {
  return `/me/events/${encodeURIComponent(id)}`;
}

function existingId(body: unknown): string | undefined {
  const reply = z.safeParse(z.object({ error: z.object({ '@event.existingEventId': z.string() }) }), body);
  return reply.success ? reply.data.error['@event.existingEventId'] : undefined;
}

function parse<T extends z.ZodMiniType>(schema: T, { status, body }: ProviderReply): z.output<T> {
  const result = z.safeParse(schema, body);
  if (!result.success) throw new ProviderFailure('outlook', 'unavailable', { status, reason: 'unexpectedReply' });
  return result.data;
}
