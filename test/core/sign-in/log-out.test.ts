import { expect, it } from 'vitest';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { createMockServer, SEED_PASSWORD, seed } from '../../../src/mock/index.ts';

const API = 'https://api.example.com';
const credentials = { email: seed.client.email, password: SEED_PASSWORD };

/** A signed-in client of a real server; `cut` answers instead of it while it gives something. */
async function signedIn() {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const sent: string[] = [];
  let cut: ((path: string) => Response | undefined) | undefined;
  const fetch = async (request: Request) => {
    const path = request.url.replace(API, '');
    sent.push(path);
    return cut?.(path) ?? mock.fetch(request);
  };
  const client = createBookingClient({ api: API, fetch, retries: 0 });
  await client.session.logIn(credentials);
  const token = (await client.session.bearer()) ?? '';
  const isAlive = async (access: string) => {
    const request = new Request(`${API}/auth/me`, { headers: { authorization: `Bearer ${access}` } });
    return (await mock.fetch(request)).status === 200;
  };
  const until = async (path: string) => {
    await expect.poll(() => sent).toContain(path);
  };
  return { mock, client, token, isAlive, until, sent, cutWith: (given: typeof cut) => (cut = given) };
}

it('logging out ends the sign-in on the server too, and does not wait for it', async () => {
  const { client, token, isAlive, until } = await signedIn();
  void client.session.logOut();
  expect(client.session.state.status).toBe('signed-out');
  await until('/auth/logout');
  await expect.poll(() => isAlive(token)).toBe(false);
});

it('ends it also when the access token has expired meanwhile', async () => {
  const { client, mock, until, sent } = await signedIn();
  mock.clock.advance(2 * 3_600_000);
  void client.session.logOut();
  await until('/auth/refresh');
  await expect.poll(() => sent.filter((path) => path === '/auth/logout')).toHaveLength(2);
});

it('a server that does not answer, or lacks the call, keeps nobody signed in', async () => {
  for (const answer of [() => Response.error(), () => new Response('{"detail":"Not Found"}', { status: 404 })]) {
    const { client, cutWith } = await signedIn();
    cutWith((path) => (path === '/auth/logout' ? answer() : undefined));
    await client.session.logOut();
    expect(client.session.state.status).toBe('signed-out');
  }
});

it('on all devices asks the server first: a refusal keeps the sign-in and is told', async () => {
  const { client, token, isAlive, cutWith } = await signedIn();
  cutWith((path) => (path.startsWith('/auth/logout') ? new Response('{}', { status: 503 }) : undefined));
  await expect(client.session.logOut({ allDevices: true })).rejects.toMatchObject({ kind: 'server' });
  expect(client.session.state.status).toBe('signed-in');
  cutWith(undefined);
  await client.session.logOut({ allDevices: true });
  expect(client.session.state.status).toBe('signed-out');
  expect(await isAlive(token)).toBe(false);
});

it('a signed link is no sign-in: nothing is sent', async () => {
  const { client, sent } = await signedIn();
  await client.session.guest({ email: 'gil@example.com', name: 'Gil' });
  const body = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };
  await client.session.openLink((await client.createBooking({ body })).link ?? '');
  await client.session.logOut();
  expect(client.session.state.status).toBe('signed-out');
  expect(sent).not.toContain('/auth/logout');
});
