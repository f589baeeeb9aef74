import { describe, expect, it } from 'vitest';
import { createMockServer } from '../../../src/mock/index.ts';
import { createMockCalendars, EXAMPLE_CALLBACK } from '../../../src/mock/providers/mock-calendars.ts';

async function start(env?: Record<string, string>) {
  const origin = 'http://localhost:8000';
  const demo = `${origin}/account/`;
  const calendars = createMockCalendars({ origin, redirectUris: [demo], ...(env && { env }) });
  const mock = createMockServer({ calendars: calendars.calendars });
  const call = (path: string, init?: RequestInit) => mock.fetch(new Request(origin + path, init));
  const body = JSON.stringify({ email: 'client@example.com', password: 'password123' });
  const headers = { 'content-type': 'application/json' };
  const { access_token } = await (await call('/auth/login', { method: 'POST', headers, body })).json();
  const authUrl = async (provider: string, redirect: string): Promise<string> => {
    const path = `/calendar/${provider}/auth-url?redirect_uri=${encodeURIComponent(redirect)}`;
    const reply = await call(path, { headers: { authorization: `Bearer ${access_token}` } });
    return (await reply.json()).auth_url;
  };
  return { calendars, authUrl, demo };
}

describe('the calendars of a mock server', () => {
  it('are stand-ins that its own address serves, returning to the demo and to the address of the guide', async () => {
    const { calendars, authUrl, demo } = await start();
    for (const redirect of [demo, EXAMPLE_CALLBACK]) {
      for (const [provider, name] of [
        ['google', 'Google'],
        ['outlook', 'Microsoft'],
      ] as const) {
        const page = await calendars.answer(new Request(await authUrl(provider, redirect)));
        expect(await page?.text()).toContain(`This is a stand-in for ${name}`);
      }
    }
    expect(await calendars.answer(new Request('http://localhost:8000/coaches'))).toBeUndefined();
  });

  it('are the real providers where credentials are given', async () => {
    const { authUrl, demo } = await start({ GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' });
    expect(await authUrl('google', demo)).toMatch(/^https:\/\/accounts\.google\.com\/o\/oauth2\/v2\/auth\?/);
    expect(await authUrl('outlook', demo)).toMatch(/^http:\/\/localhost:8000\/stand-in\/microsoft\//);
  });
});
