import { describe, expect, test } from 'vitest';
import { createCalendarConnections } from '../../../src/core/calendar-connect/connections.ts';
import { createFeedAddress } from '../../../src/core/calendar-connect/feed-address.ts';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { createMockCalendars } from '../../../src/mock/providers/mock-calendars.ts';

const api = 'https://api.example.com';
const redirectUri = 'https://coach.example/settings';

async function open(answer: (request: Request) => Response | undefined = () => undefined) {
  const calendars = createMockCalendars({ origin: api, redirectUris: [redirectUri] });
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', calendars: calendars.calendars });
  const requests: string[] = [];
  const client = createBookingClient({
    api,
    fetch: async (request) => {
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return answer(request) ?? mock.fetch(request);
    },
  });
  await client.session.logIn({ email: 'coach@example.com', password: 'password123' });
  const connections = createCalendarConnections(client);
  await connections.load();
  const settled = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        const { phases } = connections.state;
        if (phases.google === undefined || phases.google.kind === 'failed') {
          stop();
          resolve();
        }
      };
      const stop = connections.subscribe(look);
      look();
    });
  /** Allows at the provider, and gives what it sends back. */
  const allow = async (url: string) => {
    const page = (await (await calendars.answer(new Request(url)))?.text()) ?? '';
    const request = /name="request" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ request, account: 'ana@gmail.example', decision: 'allow' });
    const reply = await calendars.answer(new Request(url.split('?')[0] ?? '', { method: 'POST', body }));
    const query = new URL(reply?.headers.get('location') ?? '').searchParams;
    return { state: query.get('state') ?? '', code: query.get('code') ?? '' };
  };
  return { client, connections, requests, allow, settled, clock: mock.clock };
}

const google = (connections: Awaited<ReturnType<typeof open>>['connections']) =>
  connections.state.connections.find(({ provider }) => provider === 'google');

describe('connecting', () => {
  test('goes through opening, waiting and finishing, and shows a connection only once the server has it', async () => {
    const { connections, allow, settled } = await open();
    const kinds: (string | undefined)[] = [];
    connections.subscribe(({ phases }) => kinds.push(phases.google?.kind));
    const started = await connections.start('google', redirectUri);
    expect(started).toMatchObject({ provider: 'google', redirectUri });
    expect(google(connections)?.status).toBe('disconnected');
    expect(connections.answer(await allow(started?.url ?? ''))).toBe(true);
    await settled();
    expect(google(connections)).toMatchObject({ status: 'connected', account: 'ana@gmail.example' });
    expect([...new Set(kinds)]).toEqual(['opening', 'waiting', 'finishing', undefined]);
    await connections.disconnect('google');
    expect(google(connections)?.status).toBe('disconnected');
  });

  test('takes no answer to something it did not start, and none twice', async () => {
    const { connections, allow, requests, settled } = await open();
    const started = await connections.start('google', redirectUri);
    const answer = await allow(started?.url ?? '');
    expect(connections.answer({ ...answer, state: 'another' })).toBe(false);
    expect(requests.some((request) => request.includes('exchange'))).toBe(false);
    expect(connections.answer(answer)).toBe(true);
    expect(connections.answer(answer)).toBe(false);
    await settled();
    expect(google(connections)?.status).toBe('connected');
  });

  test('still takes the answer after the window seemed closed, also of an earlier try', async () => {
    const { connections, allow, settled } = await open();
    const first = await connections.start('google', redirectUri);
    connections.fail('google', 'closed');
    expect(connections.state.phases.google).toMatchObject({ kind: 'failed', why: 'closed' });
    await connections.start('google', redirectUri);
    expect(connections.answer(await allow(first?.url ?? ''))).toBe(true);
    await settled();
    expect(google(connections)?.status).toBe('connected');
    connections.fail('google', 'closed');
    expect(connections.state.phases.google).toBeUndefined();
  });

  test('says that the person refused, that an answer came too late, and that the server knows no such page', async () => {
    const { connections, allow, settled, clock } = await open();
    const denied = await connections.start('google', redirectUri);
    connections.answer({ state: denied?.state ?? '', error: 'access_denied' });
    expect(connections.state.phases.google).toEqual({ kind: 'failed', why: 'denied' });
    connections.dismiss('google');
    expect(connections.state.phases).toEqual({});

    const late = await connections.start('google', redirectUri);
    const answer = await allow(late?.url ?? '');
    clock.set('2025-11-05T10:45:00Z');
    connections.answer(answer);
    await settled();
    expect(connections.state.phases.google).toMatchObject({ kind: 'failed', why: 'late' });

    expect(await connections.start('google', 'https://elsewhere.example/')).toBeUndefined();
    const { google: phase } = connections.state.phases;
    expect(phase?.kind === 'failed' && phase.problem?.code).toBe('redirect_uri_not_allowed');
  });

  test('is finished after the page went away and came back, unless the states differ', async () => {
    const { client, connections, allow } = await open();
    const started = await connections.start('google', redirectUri);
    const answer = await allow(started?.url ?? '');
    const pending = { provider: 'google', redirectUri, state: started?.state ?? '' } as const;
    const again = createCalendarConnections(client);
    await again.resume({ ...pending, state: 'mine' }, answer);
    expect(again.state.phases.google).toMatchObject({ kind: 'failed', why: 'refused' });
    await again.resume(pending, answer);
    expect(google(again)?.status).toBe('connected');
  });

  test('sends nobody to an address that is not on the web', async () => {
    const { connections } = await open(({ url }) =>
      url.includes('/auth-url') ? Response.json({ auth_url: 'javascript:alert(1)', state: 's' }) : undefined,
    );
    expect(await connections.start('google', redirectUri)).toBeUndefined();
    expect(connections.state.phases.google).toMatchObject({ kind: 'failed', problem: { kind: 'unreadable' } });
  });
});

test('a backend that lacks the calls is told apart from one that fails', async () => {
  const lacking = await open(({ url }) =>
    url.includes('/calendar/') ? Response.json({ detail: 'Not Found' }, { status: 404 }) : undefined,
  );
  expect(lacking.connections.state.status).toBe('unsupported');
  const failing = await open(({ url }) =>
    url.includes('/calendar/') ? Response.json({ detail: 'No' }, { status: 403 }) : undefined,
  );
  expect(failing.connections.state).toMatchObject({ status: 'error', problem: { kind: 'forbidden' } });
});

describe('the private address', () => {
  test('is read, and changed on request', async () => {
    const { client } = await open();
    const feed = createFeedAddress(client);
    expect(await feed.reset()).toBe(false);
    await feed.load();
    const before = feed.state.status === 'ready' ? feed.state.url : '';
    expect(before).toMatch(/\/calendar\/feed\/[\w-]+\.ics$/);
    expect(await feed.reset()).toBe(true);
    expect(feed.state).toMatchObject({ status: 'ready', url: expect.not.stringContaining(before) });
  });

  test('is still shown, with the problem, when it could not be changed', async () => {
    const { client } = await open(({ url }) =>
      url.endsWith('/feed/reset') ? Response.json({ detail: 'No' }, { status: 403 }) : undefined,
    );
    const feed = createFeedAddress(client);
    await feed.load();
    expect(await feed.reset()).toBe(false);
    expect(feed.state).toMatchObject({ status: 'ready', problem: { kind: 'forbidden' } });
  });

  test('is nothing on a backend without feeds', async () => {
    const { client } = await open(({ url }) =>
      url.endsWith('/calendar/feed') ? Response.json({ detail: 'Not Found' }, { status: 404 }) : undefined,
    );
    const feed = createFeedAddress(client);
    await feed.load();
    expect(feed.state.status).toBe('unsupported');
  });
});
