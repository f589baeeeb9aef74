import { setupServer } from 'msw/node';
import { afterEach, expect, test } from 'vitest';
import { createMockServer, seed } from '../../src/mock/index.ts';
import { bookingHandlers } from '../../src/mock/msw.ts';

const server = setupServer();
afterEach(() => server.close());

test.each(['https://api.example.com', 'https://api.example.com/booking-api/v1/'])(
  'calls to %s are answered by the mock',
  async (api) => {
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    server.listen();
    server.use(...bookingHandlers(api, mock));
    const base = api.replace(/\/$/, '');
    expect((await (await fetch(`${base}/coaches`)).json()).coaches[0].user_id).toBe(seed.coach.id);
    const logIn = await fetch(`${base}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: seed.client.email, password: 'password123' }),
    });
    const { access_token } = await logIn.json();
    const me = await fetch(`${base}/auth/me`, { headers: { authorization: `Bearer ${access_token}` } });
    expect(await me.json()).toMatchObject({ id: seed.client.id });
  },
);

test('a dropped connection is a network error for the page', async () => {
  const mock = createMockServer({ scenario: 'offline' });
  server.listen();
  server.use(...bookingHandlers('https://api.example.com', mock));
  await expect(fetch('https://api.example.com/health')).rejects.toThrow(TypeError);
});
