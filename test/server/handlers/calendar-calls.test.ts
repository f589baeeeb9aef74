import { describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import type { BookingChange } from '../../../src/server/integrations/calendars.ts';
import { calendars } from '../calendars-of-a-coach.ts';
import { startOnHttp } from '../on-http.ts';

const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
const day = '?start_date=2025-11-15T00:00:00Z&end_date=2025-11-16T00:00:00Z&duration_minutes=60';

describe('without calendars', () => {
  test('each call says that none is configured, and connections says so of both', async () => {
    const { call, logIn } = await startOnHttp();
    const token = await logIn('coach@example.com');
    const authUrl = await call('GET', '/calendar/google/auth-url?redirect_uri=http://localhost:3000/callback', {
      token,
    });
    expect(authUrl.body).toMatchObject({ status: 503, code: 'calendar_not_configured' });
    expect((await call('GET', '/calendar/connections', { token })).body.connections).toEqual([
      { provider: 'google', configured: false, status: 'disconnected' },
      { provider: 'outlook', configured: false, status: 'disconnected' },
    ]);
    expect((await call('DELETE', '/calendar/google/connection', { token })).status).toBe(204);
    expect((await call('GET', '/calendar/yahoo/auth-url?redirect_uri=http://x.example', { token })).status).toBe(422);
  });
});

describe('with calendars', () => {
  test('what a coach does elsewhere is neither offered nor booked', async () => {
    const { call, logIn } = await startOnHttp({ calendars: () => calendars() });
    const token = await logIn('client@example.com');
    const starts = (await call('GET', `/booking/coach/${seed.coach.id}/availability${day}`)).body.available_slots.map(
      ({ start }: { start: string }) => start.slice(11, 16),
    );
    expect(starts).toContain('12:00');
    expect(starts).toContain('15:00');
    for (const time of ['12:30', '13:00', '14:00', '14:30']) expect(starts).not.toContain(time);
    expect((await call('POST', '/booking', { token, json: wish })).body.code).toBe('slot_unavailable');
    const next = await call(
      'GET',
      `/booking/coach/${seed.coach.id}/availability/next?after=2025-11-15T12:15:00Z&count=1`,
    );
    expect(next.body.available_slots[0].start).toBe('2025-11-15T15:00:00Z');
  });

  test('a session is not moved over them, but its own event does not stand in its way', async () => {
    const at = (time: string) => Date.parse(`2025-11-15T${time}:00Z`);
    const events = [{ start: at('13:00'), end: at('15:00') }];
    const { call, logIn } = await startOnHttp({ calendars: () => calendars({ freeBusy: async () => events }) });
    const token = await logIn('client@example.com');
    const json = { ...wish, session_datetime: '2025-11-15T16:00:00Z' };
    const { id } = (await call('POST', '/booking', { token, json })).body;
    events.push({ start: at('16:00'), end: at('17:00') });
    const move = (time: string) =>
      call('PATCH', `/booking/${id}`, { token, json: { session_datetime: `2025-11-15T${time}:00Z` } });
    expect((await move('14:00')).body.code).toBe('slot_unavailable');
    expect((await move('16:30')).status).toBe(200);
  });

  test('they hear of what was confirmed, moved and cancelled, and cannot hold it up or spoil it', async () => {
    const heard: BookingChange['kind'][] = [];
    const onBookingChanged = ({ kind }: BookingChange) => {
      heard.push(kind);
      return kind === 'confirmed' ? new Promise<void>(() => undefined) : Promise.reject(new Error('calendar is down'));
    };
    const { call, logIn, errors } = await startOnHttp({ calendars: () => calendars({ onBookingChanged }) });
    const [client, coach] = [await logIn('client@example.com'), await logIn('coach@example.com')];
    const json = { ...wish, session_datetime: '2025-11-15T16:00:00Z' };
    const { id } = (await call('POST', '/booking', { token: client, json })).body;
    await call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
    await call('PATCH', `/booking/${id}`, { token: coach, json: { session_datetime: '2025-11-15T16:30:00Z' } });
    expect((await call('DELETE', `/booking/${id}`, { token: client })).status).toBe(204);
    expect(heard).toEqual(['confirmed', 'moved', 'cancelled']);
    expect(errors.map(String)).toEqual(['Error: calendar is down', 'Error: calendar is down']);
  });

  test('a synced booking keeps its meeting link', async () => {
    const { call, logIn } = await startOnHttp({ calendars: () => calendars() });
    const [client, rival] = [await logIn('client@example.com'), await logIn('noor@example.com')];
    const coach = await logIn('coach@example.com');
    const booked = { ...wish, session_datetime: '2025-11-15T16:00:00Z' };
    const { id } = (await call('POST', '/booking', { token: client, json: booked })).body;
    const json = { booking_id: id, calendar_type: 'google', access_token: 't', timezone: 'America/New_York' };
    const synced = await call('POST', '/calendar/sync-booking', { token: coach, json });
    expect(synced.body).toEqual({
      event_id: `event-of-${id}`,
      meeting_link: 'https://meet.example/abc',
      status: 'confirmed',
    });
    expect((await call('GET', `/booking/${id}`, { token: client })).body.meeting_link).toBe('https://meet.example/abc');
    expect((await call('POST', '/calendar/sync-booking', { token: rival, json })).body.code).toBe('booking_forbidden');
  });

  test.each(['https://evil.example/', 'javascript:alert(1)', 'https://meet.example/\r\nX: y'])(
    'a client’s calendar does not set the meeting link, nor any calendar one like %j',
    async (link) => {
      const syncBooking = async () => ({ event_id: 'e', meeting_link: link, status: 'confirmed' });
      const { call, logIn } = await startOnHttp({ calendars: () => calendars({ syncBooking }) });
      const [client, coach] = [await logIn('client@example.com'), await logIn('coach@example.com')];
      const booked = { ...wish, session_datetime: '2025-11-15T16:00:00Z' };
      const { id } = (await call('POST', '/booking', { token: client, json: booked })).body;
      const json = { booking_id: id, calendar_type: 'google', access_token: 't', timezone: 'America/New_York' };
      const linkAfter = async (token: string) => {
        expect((await call('POST', '/calendar/sync-booking', { token, json })).status).toBe(200);
        return (await call('GET', `/booking/${id}`, { token: coach })).body.meeting_link;
      };
      expect(await linkAfter(client)).toBeNull();
      expect(await linkAfter(coach)).toBe(link === 'https://evil.example/' ? link : null);
    },
  );

  test('the feed is read by its secret alone, for its owner, and not cached by others', async () => {
    const { call, logIn, url } = await startOnHttp({ calendars: () => calendars() });
    const token = await logIn('coach@example.com');
    const address = (await call('GET', '/calendar/feed', { token })).body.url;
    expect(address).toBe(`${url}/calendar/feed/first.ics`);
    const feed = await fetch(address);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(feed.headers.get('cache-control')).toMatch(/^private/);
    expect(await feed.text()).toBe('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
    expect((await call('POST', '/calendar/feed/reset', { token })).body.url).toBe(`${url}/calendar/feed/second.ics`);
    expect((await fetch(`${url}/calendar/feed/unknown.ics`)).status).toBe(404);
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(405);
  });
});
