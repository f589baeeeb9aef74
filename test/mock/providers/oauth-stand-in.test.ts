import { describe, expect, it } from 'vitest';
import { createMockClock } from '../../../src/mock/clock.ts';
import { createProviderStandIns } from '../../../src/mock/providers/provider-stand-ins.ts';

const BASE = 'http://localhost:8000/stand-in';
const CALLBACK = 'http://localhost:3000/callback';
// RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

function start() {
  const clock = createMockClock('2025-11-05T10:30:00Z');
  const standIns = createProviderStandIns({ baseUrl: BASE, redirectUris: [CALLBACK], clock });
  const client = standIns.config.providers.google;
  if (!client) throw new Error('no client');
  const asked = {
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'https://www.googleapis.com/auth/calendar.events',
    state: 'a state',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    access_type: 'offline',
  };
  const authorize = (change: Record<string, string | undefined> = {}) => {
    const url = new URL(client.authorizeUrl);
    for (const [name, value] of Object.entries({ ...asked, ...change })) if (value) url.searchParams.set(name, value);
    return standIns.fetch(url);
  };
  const decide = async (decision: string, page: Response) => {
    const request = /name="request" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const body = new URLSearchParams({ request, account: 'ana@gmail.example', decision });
    return { request, reply: await standIns.fetch(client.authorizeUrl, { method: 'POST', body }) };
  };
  const code = async () => {
    const { reply } = await decide('allow', await authorize());
    return new URL(reply.headers.get('location') ?? '').searchParams.get('code') ?? '';
  };
  const token = async (change: Record<string, string | undefined>, headers: Record<string, string> = {}) => {
    const usual = {
      grant_type: 'authorization_code',
      redirect_uri: CALLBACK,
      code_verifier: VERIFIER,
      client_id: client.clientId,
      client_secret: client.clientSecret,
    };
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...usual, ...change })) if (value !== undefined) body.set(name, value);
    const reply = await standIns.fetch(client.tokenUrl, { method: 'POST', body, headers });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };
  return { clock, standIns, authorize, decide, code, token, client };
}

const errorIn = (reply: Response) => new URL(reply.headers.get('location') ?? '').searchParams.get('error');

describe('the consent page of a stand-in', () => {
  it('says that it is a stand-in, names the permissions, and has two buttons and a labelled field', async () => {
    const html = await (await start().authorize({ login_hint: 'ana"><script>@example.com' })).text();
    expect(html).toContain('This is a stand-in for Google');
    expect(html).toContain('<html lang="en">');
    expect(html).toMatch(/<button[^>]*>Allow<\/button>/);
    expect(html).toMatch(/<button[^>]*>Deny<\/button>/);
    expect(html).toContain('<label for="account">');
    expect(html).not.toContain('<script');
  });

  it('sends nobody to an address that is not registered, and knows no other client', async () => {
    for (const change of [{ redirect_uri: `${CALLBACK}/` }, { redirect_uri: undefined }, { client_id: 'other' }]) {
      const reply = await start().authorize(change);
      expect([reply.status, reply.headers.get('location')]).toEqual([400, null]);
    }
  });

  it('refuses a request without PKCE, with plain PKCE, without a state, or for a scope that is too wide', async () => {
    const cases = [
      [{ code_challenge: undefined }, 'invalid_request'],
      [{ code_challenge_method: undefined }, 'invalid_request'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ state: undefined }, 'invalid_request'],
      [{ response_type: 'token' }, 'unsupported_response_type'],
      [{ scope: 'https://www.googleapis.com/auth/calendar' }, 'invalid_scope'],
      [{ scope: undefined }, 'invalid_scope'],
    ] as const;
    for (const [change, error] of cases) expect(errorIn(await start().authorize(change))).toBe(error);
  });

  it('sends back a denial with the state, and takes an answer once', async () => {
    const { authorize, decide, client, standIns } = start();
    const { reply, request } = await decide('deny', await authorize());
    const query = new URL(reply.headers.get('location') ?? '').searchParams;
    expect([query.get('error'), query.get('state')]).toEqual(['access_denied', 'a state']);
    const body = new URLSearchParams({ request, account: 'ana@gmail.example', decision: 'allow' });
    const again = await standIns.fetch(client.authorizeUrl, { method: 'POST', body });
    expect(again.status).toBe(400);
  });
});

describe('the token endpoint of a stand-in', () => {
  it('gives tokens for a code with the right verifier, by either way of client authentication', async () => {
    const { code, token, client } = start();
    expect(await token({ code: await code() })).toMatchObject({
      status: 200,
      body: { expires_in: 3599, token_type: 'Bearer' },
    });
    const basic = btoa(`${encodeURIComponent(client.clientId)}:${encodeURIComponent(client.clientSecret)}`);
    const byHeader = { code: await code(), client_id: undefined, client_secret: undefined };
    expect((await token(byHeader, { authorization: `Basic ${basic}` })).status).toBe(200);
  });

  it('refuses a wrong client, verifier, redirect address or code', async () => {
    const cases = [
      [{ client_secret: 'wrong' }, 401, 'invalid_client'],
      [{ client_secret: undefined }, 401, 'invalid_client'],
      [{ code_verifier: undefined }, 400, 'invalid_grant'],
      [{ code_verifier: VERIFIER.replace('d', 'e') }, 400, 'invalid_grant'],
      [{ redirect_uri: `${CALLBACK}/` }, 400, 'invalid_grant'],
      [{ redirect_uri: undefined }, 400, 'invalid_grant'],
      [{ code: '4/unknown' }, 400, 'invalid_grant'],
      [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ] as const;
    for (const [change, status, error] of cases) {
      const { code, token } = start();
      expect(await token({ code: await code(), ...change })).toMatchObject({ status, body: { error } });
    }
  });

  it('takes a code for ten minutes', async () => {
    const { code, token, clock } = start();
    const late = await code();
    clock.advance(10 * 60_000);
    expect(await token({ code: late })).toMatchObject({ body: { error: 'invalid_grant' } });
  });

  it('takes a code once, and revokes what it gave when it comes again', async () => {
    const { code, token } = start();
    const used = await code();
    const first = await token({ code: used });
    expect(await token({ code: used })).toMatchObject({ body: { error: 'invalid_grant' } });
    const refresh = { grant_type: 'refresh_token', refresh_token: String(first.body.refresh_token) };
    expect(await token(refresh)).toMatchObject({ body: { error: 'invalid_grant' } });
  });

  it('gives no refresh token unless offline access was asked for', async () => {
    const { authorize, decide, token } = start();
    const { reply } = await decide('allow', await authorize({ access_type: undefined }));
    const code = new URL(reply.headers.get('location') ?? '').searchParams.get('code') ?? '';
    expect((await token({ code })).body).not.toHaveProperty('refresh_token');
  });

  it('lets its access tokens expire', async () => {
    const { code, token, clock, standIns, client } = start();
    const { body } = await token({ code: await code() });
    const headers = { authorization: `Bearer ${body.access_token}` };
    const call = () => standIns.fetch(`${client.apiUrl}/calendars/primary/events`, { headers });
    expect((await call()).status).toBe(200);
    clock.advance(3600_000);
    expect((await call()).status).toBe(401);
  });
});
