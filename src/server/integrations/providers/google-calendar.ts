import * as z from 'zod/mini';
import { googleEventId } from './event-key.ts';
import { ProviderFailure } from './provider-failure.ts';
import type { ProviderReply, ProviderRequest } from './provider-http.ts';
import { type CalendarAdapter, type PlacedEvent, REMINDERS, type SessionEvent } from './session-event.ts';
import { rfc3339 } from './wall-time.ts';

const EVENTS = '/calendars/primary/events';
const conferenceStatus = z.optional(z.object({ status: z.optional(z.object({ statusCode: z.string() })) }));
const eventReply = z.object({
  id: z.string(),
  hangoutLink: z.optional(z.string()),
  conferenceData: z.optional(
    z.object({
      createRequest: conferenceStatus,
      entryPoints: z.optional(z.array(z.object({ entryPointType: z.string(), uri: z.optional(z.string()) }))),
    }),
  ),
});
type EventReply = z.output<typeof eventReply>;
const busyTime = z.object({ start: z.string(), end: z.string() });
const freeBusyReply = z.object({
  calendars: z.object({
    primary: z.object({ busy: z.optional(z.array(busyTime)), errors: z.optional(z.array(z.unknown())) }),
  }),
});

/** Google makes a Meet conference in the background: how often its address is requested before that is left to the next sync. */
const MEETING_LOOKS = 3;

/** Google Calendar API v3 (developers.google.com/workspace/calendar/api/v3/reference), the user's primary calendar. */
export const googleCalendar: CalendarAdapter = {
  async place(request, event, eventId) {
    const id = eventId ?? (await googleEventId(event.key));
    const query = { conferenceDataVersion: '1', sendUpdates: event.invited.length > 0 ? 'all' : 'none' };
    if (eventId === undefined) {
      const json = { id, ...(await bodyOf(event)), ...conference(event, id) };
      const created = await request({ method: 'POST', path: EVENTS, query, json, expected: [409] });
      if (created.status !== 409) return placed(request, event, read(created));
    }
    // The event exists, perhaps from a create whose answer was lost. A deleted one is restored by setting its status.
    const path = `${EVENTS}/${id}`;
    const found = await request({ method: 'GET', path, expected: [404, 410] });
    if (found.status >= 400) {
      // An event known to us that does not exist any more is created again. An id that is taken but cannot be read is an error.
      if (eventId !== undefined) return googleCalendar.place(request, event, undefined);
      throw new ProviderFailure('google', 'unavailable', { status: found.status });
    }
    const hasMeeting = meetingOf(read(found)) !== null;
    const json = {
      status: 'confirmed',
      ...(await bodyOf(event)),
      ...(!hasMeeting && conference(event, `${id.slice(0, 40)}${event.sequence}`)),
    };
    return placed(request, event, read(await request({ method: 'PATCH', path, query, json })));
  },

  async remove(request, key, eventId) {
    const id = eventId ?? (await googleEventId(key));
    await request({ method: 'DELETE', path: `${EVENTS}/${id}`, query: { sendUpdates: 'all' }, expected: [404, 410] });
  },

  async busy(request, range) {
    const json = {
      timeMin: await rfc3339(range.start, 'UTC'),
      timeMax: await rfc3339(range.end, 'UTC'),
      items: [{ id: 'primary' }],
    };
    const { primary } = parse(freeBusyReply, await request({ method: 'POST', path: '/freeBusy', json })).calendars;
    if (primary.errors?.length) throw new ProviderFailure('google', 'refused', { reason: 'freeBusy' });
    return (primary.busy ?? []).map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));
  },

  async account(request) {
    // The name of the primary calendar is the account's address. No events are requested.
    const reply = await request({ method: 'GET', path: EVENTS, query: { maxResults: '1', fields: 'summary' } });
    return parse(z.object({ summary: z.optional(z.string()) }), reply).summary ?? null;
  },
};

async function bodyOf(event: SessionEvent): Promise<Record<string, unknown>> {
  const time = async (epochMs: number) => ({
    dateTime: await rfc3339(epochMs, event.timeZone),
    timeZone: event.timeZone,
  });
  return {
    summary: event.title,
    description: event.description,
    start: await time(event.start),
    end: await time(event.end),
    ...(event.meeting.kind === 'given' && event.meeting.link !== null && { location: event.meeting.link }),
    attendees: event.invited.map(({ email, name }) => ({ email, ...(name && { displayName: name }) })),
    reminders: { useDefault: false, overrides: REMINDERS.map((minutes) => ({ method: 'popup', minutes })) },
  };
}

/** Google ignores a repeated `requestId`, so a repeated create makes no second meeting. */
function conference(event: SessionEvent, requestId: string) {
  if (event.meeting.kind !== 'make') return {};
  return { conferenceData: { createRequest: { requestId, conferenceSolutionKey: { type: 'hangoutsMeet' } } } };
}

async function placed(request: ProviderRequest, event: SessionEvent, reply: EventReply): Promise<PlacedEvent> {
  let latest = reply;
  for (let look = 0; look < MEETING_LOOKS && event.meeting.kind === 'make' && isPending(latest); look++) {
    latest = read(await request({ method: 'GET', path: `${EVENTS}/${reply.id}` }));
  }
  return { eventId: reply.id, meetingLink: event.meeting.kind === 'make' ? meetingOf(latest) : event.meeting.link };
}

function isPending(reply: EventReply): boolean {
  return meetingOf(reply) === null && reply.conferenceData?.createRequest?.status?.statusCode === 'pending';
}

function meetingOf(reply: EventReply): string | null {
  const video = reply.conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === 'video');
  return reply.hangoutLink ?? video?.uri ?? null;
}

function read(reply: ProviderReply): EventReply {
  return parse(eventReply, reply);
}

function parse<T extends z.ZodMiniType>(schema: T, { status, body }: ProviderReply): z.output<T> {
  const result = z.safeParse(schema, body);
  if (!result.success) throw new ProviderFailure('google', 'unavailable', { status, reason: 'unexpectedReply' });
  return result.data;
}
