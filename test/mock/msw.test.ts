import { getResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMockServer, seed } from '../../src/mock/index.ts';
import { bookingHandlers } from '../../src/mock/msw.ts';

const server = setupServer();
beforeEach(() => server.listen());
afterEach(() => server.close());

test.each(['https://api.example.com', 'https://api.example.com/booking-api/v1/'])(
  'calls to %s are answered by the mock',
  async (api) => {
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
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

test('the body of a request arrives below a path too where `Request.body` is not there, as in Firefox', async () => {
  const api = 'https://api.example.com/v1';
  const request = new Request(`${api}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: seed.client.email, password: 'password123' }),
  });
  const missing = vi.spyOn(Request.prototype, 'body', 'get').mockReturnValue(undefined as never);
  try {
    const reply = await getResponse(bookingHandlers(api), request);
    expect(await reply?.json()).toMatchObject({ access_token: expect.any(String) });
  } finally {
    missing.mockRestore();
  }
});

test('a dropped connection is a network error for the page', async () => {
  const mock = createMockServer({ scenario: 'offline' });
  server.use(...bookingHandlers('https://api.example.com', mock));
  await expect(fetch('https://api.example.com/health')).rejects.toThrow(TypeError);
});
