import { describe, expect, it } from 'vitest';
import type { CalendarProvider } from '../../../src/contract/calendar.ts';
import { connected } from '../../server/integrations/connected.ts';

const GOOGLE = 'http://localhost:8000/stand-in/google/calendar/v3';
const GRAPH = 'http://localhost:8000/stand-in/microsoft/v1.0';

async function bearer(provider: CalendarProvider, account: string) {
  const world = await connected();
  const { access_token } = await world.connect('ana', provider, account);
  const call = async (method: string, url: string, json?: unknown) => {
    const reply = await world.standIns.fetch(url, {
      method,
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const text = await reply.text();
    return { status: reply.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { world, call };
}

const event = { start: { dateTime: '2025-11-15T14:00:00Z' }, end: { dateTime: '2025-11-15T15:00:00Z' } };
const meeting = { createRequest: { requestId: 'r1', conferenceSolutionKey: { type: 'hangoutsMeet' } } };

describe('the stand-in for Google Calendar', () => {
  it('refuses what events.insert refuses', async () => {
    const { call } = await bearer('google', 'ana@gmail.example');
    const wrong: Record<string, unknown> = {
      'no end': { start: event.start },
      'a local time without a zone': { ...event, start: { dateTime: '2025-11-15T14:00:00' } },
      'a zone that is none': { ...event, start: { ...event.start, timeZone: 'Mars/Olympus' } },
      'a Windows zone': { ...event, start: { ...event.start, timeZone: 'Eastern Standard Time' } },
      'an end before the start': { start: event.end, end: event.start },
      'an id that is not base32hex': { ...event, id: 'not-base32hex!' },
      'an id that is too short': { ...event, id: 'abc' },
      'a meeting without requestId': {
        ...event,
        conferenceData: { createRequest: { conferenceSolutionKey: { type: 'hangoutsMeet' } } },
      },
      'an attendee without an address': { ...event, attendees: [{ email: 'Bo' }] },
      'default reminders and others': {
        ...event,
        reminders: { useDefault: true, overrides: [{ method: 'popup', minutes: 30 }] },
      },
      'a reminder five weeks before': {
        ...event,
        reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 50_400 }] },
      },
      'a field that does not exist': { ...event, title: 'Session' },
    };
    for (const [what, body] of Object.entries(wrong)) {
      const reply = await call('POST', `${GOOGLE}/calendars/primary/events?conferenceDataVersion=1`, body);
      expect([what, reply.status]).toEqual([what, 400]);
    }
  });

  it('refuses a meeting without conferenceDataVersion=1', async () => {
    const { call } = await bearer('google', 'ana@gmail.example');
    const reply = await call('POST', `${GOOGLE}/calendars/primary/events`, { ...event, conferenceData: meeting });
    expect(reply).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('conferenceDataVersion') } },
    });
  });

  it('keeps ids used: a second insert is a 409, also after a delete, and a patch brings it back', async () => {
    const { call, world } = await bearer('google', 'ana@gmail.example');
    const [events, id] = [`${GOOGLE}/calendars/primary/events`, 'abcde12345'];
    expect((await call('POST', events, { ...event, id })).status).toBe(200);
    expect((await call('POST', events, { ...event, id })).status).toBe(409);
    expect((await call('DELETE', `${events}/${id}`)).status).toBe(204);
    expect((await call('DELETE', `${events}/${id}`)).status).toBe(410);
    expect((await call('POST', events, { ...event, id })).status).toBe(409);
    expect((await call('GET', `${events}/${id}`)).body).toMatchObject({ status: 'cancelled' });
    expect(world.standIns.google.events('ana@gmail.example')).toEqual([]);
    expect((await call('PATCH', `${events}/${id}`, { status: 'confirmed' })).status).toBe(200);
    expect(world.standIns.google.events('ana@gmail.example')).toHaveLength(1);
  });

  it('makes one meeting for one requestId', async () => {
    const { call } = await bearer('google', 'ana@gmail.example');
    const events = `${GOOGLE}/calendars/primary/events`;
    const made = await call('POST', `${events}?conferenceDataVersion=1`, {
      ...event,
      id: 'abcde',
      conferenceData: meeting,
    });
    const again = await call('PATCH', `${events}/abcde?conferenceDataVersion=1`, { conferenceData: meeting });
    expect(made.body.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\//);
    expect(again.body.hangoutLink).toBe(made.body.hangoutLink);
  });

  it('refuses what freebusy.query refuses', async () => {
    const { call } = await bearer('google', 'ana@gmail.example');
    const right = { timeMin: '2025-11-15T00:00:00Z', timeMax: '2025-11-16T00:00:00Z', items: [{ id: 'primary' }] };
    expect((await call('POST', `${GOOGLE}/freeBusy`, right)).status).toBe(200);
    for (const change of [
      { timeMin: '2025-11-15T00:00:00' },
      { timeMin: '2025-11-15' },
      { timeMax: '2025-11-14T00:00:00Z' },
      { timeMax: '2026-11-14T00:00:00Z' },
      { items: [] },
    ]) {
      expect([change, (await call('POST', `${GOOGLE}/freeBusy`, { ...right, ...change })).status]).toEqual([
        change,
        400,
      ]);
    }
  });

  it('answers 401 to a stranger', async () => {
    const world = await connected();
    const reply = await world.standIns.fetch(`${GOOGLE}/calendars/primary/events`);
    expect(reply.status).toBe(401);
  });
});

const graphEvent = {
  subject: 'Session',
  start: { dateTime: '2025-11-15T09:00:00', timeZone: 'Eastern Standard Time' },
  end: { dateTime: '2025-11-15T10:00:00', timeZone: 'Eastern Standard Time' },
};

describe('the stand-in for Microsoft Graph', () => {
  it('refuses what POST /me/events refuses', async () => {
    const { call } = await bearer('outlook', 'ana@contoso.example');
    expect((await call('POST', `${GRAPH}/me/events`, graphEvent)).status).toBe(201);
    const wrong: Record<string, unknown> = {
      'no end': { start: graphEvent.start },
      'a local time without a zone': { ...graphEvent, start: { dateTime: '2025-11-15T09:00:00' } },
      'a time with an offset': { ...graphEvent, start: { dateTime: '2025-11-15T09:00:00Z', timeZone: 'UTC' } },
      'a zone that is none': { ...graphEvent, start: { ...graphEvent.start, timeZone: 'Middle Earth Standard Time' } },
      'an end before the start': {
        ...graphEvent,
        end: { dateTime: '2025-11-15T08:00:00', timeZone: 'Eastern Standard Time' },
      },
      'an attendee without an address': {
        ...graphEvent,
        attendees: [{ emailAddress: { name: 'Bo' }, type: 'required' }],
      },
      'a meeting provider that is none': { ...graphEvent, onlineMeetingProvider: 'zoom' },
      'a field that does not exist': { ...graphEvent, summary: 'Session' },
      'an extended property that is not named as one': {
        ...graphEvent,
        singleValueExtendedProperties: [{ id: 'key', value: 'x' }],
      },
    };
    for (const [what, body] of Object.entries(wrong)) {
      expect([what, (await call('POST', `${GRAPH}/me/events`, body)).status]).toEqual([what, 400]);
    }
  });

  it('takes a transactionId once and names the event that has it', async () => {
    const { call } = await bearer('outlook', 'ana@contoso.example');
    const first = await call('POST', `${GRAPH}/me/events`, { ...graphEvent, transactionId: 't1' });
    expect(await call('POST', `${GRAPH}/me/events`, { ...graphEvent, transactionId: 't1' })).toMatchObject({
      status: 400,
      body: { error: { code: 'ErrorDuplicateTransactionId', '@event.existingEventId': first.body.id } },
    });
    const patch = await call('PATCH', `${GRAPH}/me/events/${first.body.id}`, { transactionId: 't2' });
    expect(patch.status).toBe(400);
  });

  it('takes the meeting off an event whose text is written over', async () => {
    const { call } = await bearer('outlook', 'ana@contoso.example');
    const online = { ...graphEvent, isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' };
    const { body } = await call('POST', `${GRAPH}/me/events`, online);
    expect(body.onlineMeeting.joinUrl).toMatch(/^https:\/\/teams\./);
    const text = { body: { contentType: 'text', content: 'new' } };
    expect((await call('PATCH', `${GRAPH}/me/events/${body.id}`, text)).body.onlineMeeting).toBeNull();
  });

  it('refuses getSchedule without an address, for personal accounts and for too long a range', async () => {
    const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    const right = {
      startTime: at('2025-11-15T00:00:00'),
      endTime: at('2025-11-16T00:00:00'),
      schedules: ['ana@contoso.example'],
    };
    const path = `${GRAPH}/me/calendar/getSchedule`;
    const work = await bearer('outlook', 'ana@contoso.example');
    expect((await work.call('POST', path, right)).status).toBe(200);
    expect((await work.call('POST', path, { ...right, schedules: [] })).status).toBe(400);
    expect((await work.call('POST', path, { ...right, schedules: ['me'] })).status).toBe(400);
    expect((await work.call('POST', path, { ...right, endTime: at('2026-11-16T00:00:00') })).status).toBe(400);
    const personal = await bearer('outlook', 'ana@outlook.example');
    expect((await personal.call('POST', path, { ...right, schedules: ['ana@outlook.example'] })).status).toBe(403);
  });
});
