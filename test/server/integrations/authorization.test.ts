import { describe, expect, it } from 'vitest';
import { allow, bothSides, CALLBACK, connected } from './connected.ts';

describe('asking for access', () => {
  it('is a code flow with PKCE S256, a state, the narrow scopes and offline access', async () => {
    const world = await connected();
    const { auth_url, state } = await world.calendars.authUrl({
      userId: 'ana',
      provider: 'google',
      redirectUri: CALLBACK,
    });
    const url = new URL(auth_url);
    expect(url.origin + url.pathname).toBe('http://localhost:8000/stand-in/google/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: CALLBACK,
      state,
      scope: 'https://www.googleapis.com/auth/calendar.events https://www.googleapis.com/auth/calendar.freebusy',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      access_type: 'offline',
      login_hint: 'ana@example.com',
    });
    const outlook = await world.calendars.authUrl({ userId: 'ana', provider: 'outlook', redirectUri: CALLBACK });
    expect(new URL(outlook.auth_url).searchParams.get('scope')).toBe('Calendars.ReadWrite offline_access');
    expect(outlook.state).not.toBe(state);
  });

  it('sends nobody back to an address that is not on the list, whole', async () => {
    const world = await connected();
    for (const redirectUri of [
      `${CALLBACK}/`,
      `${CALLBACK}?x=1`,
      'http://localhost:3000/',
      'https://evil.example/callback',
    ]) {
      const call = { userId: 'ana', provider: 'google', redirectUri } as const;
      await expect(world.calendars.authUrl(call)).rejects.toMatchObject({ code: 'redirect_uri_not_allowed' });
      const exchange = world.calendars.exchange({ ...call, code: 'c', state: 's' });
      await expect(exchange).rejects.toMatchObject({ code: 'redirect_uri_not_allowed' });
    }
  });

  it('is not configured without credentials, and says so', async () => {
    const world = await connected({ config: { providers: {}, redirectUris: [CALLBACK], sealKeys: [] } });
    const call = { userId: 'ana', provider: 'google', redirectUri: CALLBACK } as const;
    await expect(world.calendars.authUrl(call)).rejects.toMatchObject({ code: 'calendar_not_configured' });
    await expect(world.calendars.exchange({ ...call, code: 'c', state: 's' })).rejects.toMatchObject({
      code: 'calendar_not_configured',
    });
    expect(await world.calendars.connections('ana')).toMatchObject([
      { provider: 'google', configured: false, status: 'disconnected' },
      { provider: 'outlook', configured: false, status: 'disconnected' },
    ]);
    expect(await world.calendars.freeBusy('ana', { start: 0, end: 1 })).toEqual([]);
  });
});

describe('exchanging a code', () => {
  it("answers the provider's tokens in the guide's shape and keeps the connection, sealed", async () => {
    const world = await connected();
    const tokens = await world.connect('ana', 'google', 'ana@gmail.example');
    expect(tokens).toEqual({
      access_token: expect.stringMatching(/^ya29\./),
      refresh_token: expect.stringMatching(/^1\/\//),
      expires_in: 3599,
      token_type: 'Bearer',
    });
    expect((await world.calendars.connections('ana'))[0]).toEqual({
      provider: 'google',
      configured: true,
      status: 'connected',
      account: 'ana@gmail.example',
      last_sync: null,
      last_error: null,
    });
    const kept = JSON.stringify(await world.calendarStore.connections.find('ana', 'google'));
    expect(kept).not.toContain(tokens.access_token);
    expect(kept).not.toContain(tokens.refresh_token);
  });

  it('takes a state once', async () => {
    const world = await connected();
    const answer = await world.signIn('ana', 'google', 'ana@gmail.example');
    const call = { userId: 'ana', provider: 'google', redirectUri: CALLBACK, ...answer } as const;
    await world.calendars.exchange(call);
    await expect(world.calendars.exchange(call)).rejects.toMatchObject({ code: 'invalid_state' });
  });

  it('takes a state only from the user, the provider and the address it was made for', async () => {
    for (const change of [{ userId: 'bo' }, { provider: 'outlook' }, { state: 'made-up' }] as const) {
      const world = await connected();
      const answer = await world.signIn('ana', 'google', 'ana@gmail.example');
      const call = { userId: 'ana', provider: 'google', redirectUri: CALLBACK, ...answer, ...change } as const;
      await expect(world.calendars.exchange(call)).rejects.toMatchObject({ code: 'invalid_state' });
    }
  });

  it('takes a state for ten minutes', async () => {
    const world = await connected();
    const answer = await world.signIn('ana', 'google', 'ana@gmail.example');
    world.clock.advance(10 * 60_000);
    const call = { userId: 'ana', provider: 'google', redirectUri: CALLBACK, ...answer } as const;
    await expect(world.calendars.exchange(call)).rejects.toMatchObject({ code: 'invalid_state' });
  });

  it('says that the code was refused', async () => {
    const world = await connected();
    const { state } = await world.signIn('ana', 'google', 'ana@gmail.example');
    const call = { userId: 'ana', provider: 'google', redirectUri: CALLBACK, state, code: 'wrong' } as const;
    await expect(world.calendars.exchange(call)).rejects.toMatchObject({ code: 'invalid_grant' });
  });

  it('refuses a grant that lacks one of the permissions', async () => {
    const world = await connected({
      fetch: async (input, init) => {
        const response = await world.standIns.fetch(input, init);
        if (!String(input instanceof Request ? input.url : input).endsWith('/token')) return response;
        const reply = (await response.json()) as { scope: string };
        return Response.json({ ...reply, scope: reply.scope.split(' ')[0] });
      },
    });
    await expect(world.connect('ana', 'google', 'ana@gmail.example')).rejects.toMatchObject({
      code: 'calendar_failed',
    });
    expect((await world.calendars.connections('ana'))[0]).toMatchObject({ status: 'disconnected' });
  });
});

describe('a connection', () => {
  it('is renewed before its token expires, once for all who ask', async () => {
    const world = await connected({ accounts: bothSides });
    world.clock.advance(58 * 60_000);
    const range = { start: Date.UTC(2025, 10, 15), end: Date.UTC(2025, 10, 16) };
    await Promise.all([
      world.confirm(),
      world.calendars.freeBusy('ana', range, { fresh: true }),
      world.calendars.freeBusy('ana', range, { fresh: true }),
    ]);
    expect(world.standIns.google.oauth.grants.refreshes).toBe(1);
    expect(world.standIns.google.calls.filter((call) => call.endsWith('401'))).toEqual([]);
    // Microsoft gave a new refresh token: the next renewal uses that one.
    world.clock.advance(58 * 60_000);
    await world.move('booking-1', 1);
    expect(world.standIns.microsoft.oauth.grants.refreshes).toBe(2);
  });

  it('is renewed when the provider rejects its token, and the call is made once more', async () => {
    const world = await connected({ accounts: bothSides });
    world.standIns.google.oauth.grants.expireAccessTokens();
    await world.confirm();
    expect(world.standIns.google.oauth.grants.refreshes).toBe(1);
    expect(world.standIns.google.events('ana@gmail.example')).toHaveLength(1);
  });

  it('survives a token endpoint that is down: nobody is asked to connect again', async () => {
    const world = await connected({ accounts: bothSides });
    world.clock.advance(2 * 3_600_000);
    world.standIns.google.faults.next({ kind: 'status', status: 503 }, { path: /\/token$/ });
    await world.confirm();
    expect((await world.calendars.connections('ana'))[0]).toMatchObject({ status: 'connected' });
    await world.runLater();
    expect(world.standIns.google.events('ana@gmail.example')).toHaveLength(1);
  });

  it('is given back when the user disconnects', async () => {
    const world = await connected({ accounts: bothSides });
    const { access_token } = await world.connect('ana', 'google', 'ana@gmail.example');
    await world.calendars.disconnect('ana', 'google');
    await world.calendars.disconnect('ana', 'google');
    expect((await world.calendars.connections('ana'))[0]).toMatchObject({ status: 'disconnected', account: null });
    const url = 'http://localhost:8000/stand-in/google/calendar/v3/calendars/primary/events';
    const reply = await world.standIns.fetch(url, { headers: { authorization: `Bearer ${access_token}` } });
    expect(reply.status).toBe(401);
  });

  it('asks to connect again when the key that sealed it is gone', async () => {
    const key = (id: string, byte: number) => ({ id, secret: Buffer.alloc(32, byte).toString('base64') });
    const { standIns, calendarStore } = await connected();
    const settings = (sealKey: ReturnType<typeof key>) => ({
      config: { ...standIns.config, sealKeys: [sealKey] },
      fetch: standIns.fetch,
      calendarStore,
    });
    const call = { userId: 'ana', provider: 'google', redirectUri: CALLBACK } as const;
    const before = await connected(settings(key('k1', 1)));
    const { auth_url, state } = await before.calendars.authUrl(call);
    await before.calendars.exchange({ ...call, state, code: await allow(standIns, auth_url, 'ana@gmail.example') });
    const world = await connected(settings(key('k2', 2)));
    expect((await world.calendars.connections('ana'))[0]).toMatchObject({ status: 'connected' });
    await world.confirm();
    expect((await world.calendars.connections('ana'))[0]).toMatchObject({ status: 'reconnect_needed' });
  });
});
