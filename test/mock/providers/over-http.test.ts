import { afterEach, describe, expect, it } from 'vitest';
import type { MockClock } from '../../../src/mock/clock.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { createProviderStandIns, type ProviderStandIns } from '../../../src/mock/providers/provider-stand-ins.ts';
import { type NodeHost, serve } from '../../../src/server/hosts/node.ts';
import { createCalendarIntegrations } from '../../../src/server/integrations/calendar-integrations.ts';
import { createMemoryCalendarStore } from '../../../src/server/stores/memory-calendar-store.ts';

const CALLBACK = 'http://localhost:3000/callback';
const hosts: NodeHost[] = [];

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

/** The stand-ins behind a port of their own, and the booking server calling them over the network. */
async function start() {
  let standIns: ProviderStandIns | undefined;
  const providers = await serve(
    async (request) => (await standIns?.answer(request)) ?? new Response(null, { status: 404 }),
    { port: 0, idleGraceMs: 0 },
  );
  const connect = (clock: MockClock) => {
    standIns = createProviderStandIns({ baseUrl: `${providers.url}/stand-in`, redirectUris: [CALLBACK], clock });
    return standIns;
  };
  const mock = createMockServer({
    clock: '2025-11-05T10:30:00Z',
    calendars: ({ store, clock }) =>
      createCalendarIntegrations({
        config: connect(clock).config,
        store,
        calendarStore: createMemoryCalendarStore(),
        clock,
      }),
  });
  const server = await serve((request, peer) => mock.fetch(request, peer), { port: 0, idleGraceMs: 0 });
  hosts.push(providers, server);
  if (!standIns) throw new Error('the server has no calendars');

  const call = async (method: string, path: string, token?: string, json?: unknown) => {
    const reply = await fetch(server.url + path, {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const text = await reply.text();
    return {
      status: reply.status,
      text,
      body: reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
    };
  };
  const logIn = async (email: string): Promise<string> =>
    (await call('POST', '/auth/login', undefined, { email, password: 'password123' })).body.access_token;
  const consent = async (authUrl: string, account: string) => {
    const page = await (await fetch(authUrl)).text();
    const request = /name="request" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const action = authUrl.split('?')[0] ?? '';
    const body = new URLSearchParams({ request, account, decision: 'allow' });
    const reply = await fetch(action, { method: 'POST', body, redirect: 'manual' });
    const query = new URL(reply.headers.get('location') ?? '').searchParams;
    return { code: query.get('code'), state: query.get('state') };
  };
  return { mock, standIns, call, logIn, consent };
}

describe('the calendar section of the guide, over HTTP', () => {
  for (const [provider, account, meeting] of [
    ['google', 'client@gmail.example', 'https://meet.google.com/'],
    ['outlook', 'client@contoso.example', 'https://teams.microsoft.com/'],
  ] as const) {
    it(`runs as written with ${provider}: the event is really there, its link on the booking`, async () => {
      const { mock, standIns, call, logIn, consent } = await start();
      const token = await logIn('client@example.com');
      const redirect = `redirect_uri=${CALLBACK}`;
      const asked = await call('GET', `/calendar/${provider}/auth-url?${redirect}`, token);
      expect(asked).toMatchObject({ status: 200, body: { auth_url: expect.any(String), state: expect.any(String) } });
      const answer = await consent(asked.body.auth_url, account);
      expect(answer.state).toBe(asked.body.state);
      const tokens = await call('POST', `/calendar/${provider}/exchange-token?${redirect}`, token, answer);
      expect(tokens).toMatchObject({ status: 200, body: { expires_in: 3599, token_type: 'Bearer' } });

      const coach = mock.seed.coaches.ana;
      const booked = await call('POST', '/booking', token, {
        coach_id: coach,
        session_datetime: '2025-11-15T14:00:00Z',
        duration_minutes: 60,
        notes: 'Looking forward to discussing career transition',
      });
      expect(booked.status).toBe(201);
      const synced = await call('POST', '/calendar/sync-booking', token, {
        booking_id: booked.body.id,
        calendar_type: provider,
        access_token: tokens.body.access_token,
        timezone: 'America/New_York',
      });
      expect(synced).toMatchObject({
        status: 200,
        body: { meeting_link: expect.stringContaining(meeting), status: 'confirmed' },
      });
      const events = provider === 'google' ? standIns.google.events(account) : standIns.microsoft.events(account);
      expect(events).toMatchObject([{ id: synced.body.event_id }]);
      const shown = await call('GET', `/booking/${booked.body.id}`, token);
      expect(shown.body.meeting_link).toBe(synced.body.meeting_link);

      const connections = await call('GET', '/calendar/connections', token);
      expect(connections.body.connections).toContainEqual(
        expect.objectContaining({ provider, configured: true, status: 'connected', account }),
      );
      const feed = await call('GET', '/calendar/feed', token);
      const path = new URL(feed.body.url).pathname;
      expect((await call('GET', path)).text).toContain(`UID:${booked.body.id}`);
      expect((await call('DELETE', `/calendar/${provider}/connection`, token)).status).toBe(204);
    });
  }

  it('makes one event when the connection really breaks after it was written', async () => {
    const { standIns, call, logIn, consent } = await start();
    const token = await logIn('client@example.com');
    const asked = await call('GET', `/calendar/google/auth-url?redirect_uri=${CALLBACK}`, token);
    const answer = await consent(asked.body.auth_url, 'client@gmail.example');
    await call('POST', `/calendar/google/exchange-token?redirect_uri=${CALLBACK}`, token, answer);
    const booked = await call('POST', '/booking', token, {
      coach_id: '323e4567-e89b-12d3-a456-426614174000',
      session_datetime: '2025-11-15T14:00:00Z',
      duration_minutes: 60,
    });
    standIns.google.faults.next({ kind: 'drop-after-commit' }, { method: 'POST', path: /\/events$/ });
    const synced = await call('POST', '/calendar/sync-booking', token, {
      booking_id: booked.body.id,
      calendar_type: 'google',
      timezone: 'America/New_York',
    });
    expect(synced.status).toBe(200);
    expect(standIns.google.events('client@gmail.example')).toHaveLength(1);
    expect(standIns.google.faults.pending).toBe(false);
  });
});
