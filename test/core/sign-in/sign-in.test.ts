import { afterEach, describe, expect, it } from 'vitest';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { createSignIn } from '../../../src/core/sign-in/create-sign-in.ts';
import { type Answer, type Received, refusalOf, serve, wait } from '../client/raw-server.ts';

const ana = { id: 'client-1', email: 'client@example.com', role: 'client' };
const credentials = { email: 'client@example.com', password: 'password123' };

/** An API whose tokens are `access-1`, `access-2`, …; only those in `valid` are taken. */
function accounts({ expires_in = 3600, refreshable = true } = {}) {
  const valid = new Set<string>();
  let issued = 0;
  const tokens = (): Answer => {
    issued += 1;
    valid.add(`access-${issued}`);
    const refresh_token = refreshable ? `refresh-${issued}` : null;
    return [200, { access_token: `access-${issued}`, refresh_token, token_type: 'bearer', expires_in }];
  };
  return {
    valid,
    async answer({ path, headers }: Received): Promise<Answer> {
      if (path.startsWith('/auth/') && path !== '/auth/me') {
        await wait(10);
        return tokens();
      }
      const taken = valid.has((headers.authorization ?? '').replace('Bearer ', ''));
      if (!taken) return [401, { detail: 'Token has expired' }];
      return path === '/auth/me' ? [200, ana] : [200, { bookings: [], total: 0 }];
    },
  };
}

const list = { params: { client_id: 'client-1' } };
const pathsOf = (received: readonly Received[]) => received.map(({ path }) => path);

describe('signing in', () => {
  it('goes from signed out to signed in with the user, and tells', async () => {
    const server = await serve(accounts().answer);
    const session = createSignIn({ api: server.api });
    const seen: unknown[] = [];
    session.subscribe((state) => seen.push(state));
    expect(session.state).toEqual({ status: 'signed-out' });
    expect(await session.logIn(credentials)).toEqual(ana);
    expect(seen).toEqual([
      { status: 'signed-in', user: undefined },
      { status: 'signed-in', user: ana },
    ]);
    expect(await session.bearer()).toBe('access-1');
  });

  it('stays signed out when refused, and says why', async () => {
    const server = await serve(() => [401, { detail: 'Incorrect email or password' }]);
    const session = createSignIn({ api: server.api });
    expect(await refusalOf(session.logIn(credentials))).toMatchObject({ code: 'invalid_credentials' });
    expect(session.state).toEqual({ status: 'signed-out' });
    expect(pathsOf(server.received)).toEqual(['/auth/login']);
  });

  it('is signed in also where the backend does not tell who', async () => {
    const server = await serve(({ path }) =>
      path === '/auth/me' ? [404, 'gone'] : [200, { access_token: 'a', token_type: 'bearer' }],
    );
    const session = createSignIn({ api: server.api });
    expect(await session.signUp(credentials)).toBeUndefined();
    expect(session.state).toEqual({ status: 'signed-in', user: undefined });
  });

  it('opens a signed link to one booking', async () => {
    const server = await serve(() => [200, { access_token: 'a', token_type: 'bearer', booking_id: 'booking-9' }]);
    const session = createSignIn({ api: server.api });
    expect(await session.openLink('secret')).toBe('booking-9');
    expect(session.state).toEqual({ status: 'signed-in', user: undefined, bookingId: 'booking-9' });
    expect(server.received[0]?.body).toEqual({ link: 'secret' });
  });

  it('forgets everything on logging out', async () => {
    const server = await serve(accounts().answer);
    const session = createSignIn({ api: server.api });
    await session.logIn(credentials);
    session.logOut();
    expect(session.state).toEqual({ status: 'signed-out' });
    expect(await session.bearer()).toBeUndefined();
    expect(await session.identify()).toBeUndefined();
  });
});

describe('renewing', () => {
  it('renews before the token expires, once for all who wait', async () => {
    const server = await serve(accounts({ expires_in: 3600 }).answer);
    let now = Date.now();
    const client = createBookingClient({ api: server.api, session: { now: () => now } });
    await client.session.logIn(credentials);
    now += 3_580_000;
    await Promise.all([client.listClientBookings(list), client.getMe(), client.session.bearer()]);
    expect(pathsOf(server.received).filter((path) => path === '/auth/refresh')).toHaveLength(1);
    expect(server.received.find(({ path }) => path === '/auth/refresh')?.body).toEqual({ refresh_token: 'refresh-1' });
    expect(server.received.at(-1)?.headers.authorization).toBe('Bearer access-2');
  });

  it('renews once after a 401, and repeats what was refused', async () => {
    const api = accounts();
    const server = await serve(api.answer);
    const client = createBookingClient({ api: server.api });
    await client.session.logIn(credentials);
    api.valid.clear();
    const replies = await Promise.all([client.listClientBookings(list), client.getMe()]);
    expect(replies).toEqual([{ bookings: [], total: 0 }, ana]);
    expect(pathsOf(server.received).filter((path) => path === '/auth/refresh')).toHaveLength(1);
    expect(client.session.state).toMatchObject({ status: 'signed-in', user: ana });
  });

  it('expires when the renewal is refused, and keeps who it was', async () => {
    const server = await serve(({ path }) => {
      if (path === '/auth/login') return [200, { access_token: 'a', refresh_token: 'r', token_type: 'bearer' }];
      if (path === '/auth/me') return [200, ana];
      return [401, { detail: 'Token has expired' }];
    });
    const client = createBookingClient({ api: server.api });
    await client.session.logIn(credentials);
    expect(await refusalOf(client.listClientBookings(list))).toMatchObject({ kind: 'unauthenticated' });
    expect(client.session.state).toEqual({ status: 'expired', user: ana });
    expect(await client.session.bearer()).toBeUndefined();
  });

  it('expires when a fresh token is refused too, after one repetition', async () => {
    let issued = 0;
    const server = await serve(({ path }) => {
      if (path === '/auth/me') return [200, ana];
      if (path.startsWith('/booking')) return [401, { detail: 'Token has expired' }];
      issued += 1;
      return [200, { access_token: `access-${issued}`, refresh_token: 'r', token_type: 'bearer' }];
    });
    const client = createBookingClient({ api: server.api });
    await client.session.logIn(credentials);
    await refusalOf(client.listClientBookings(list));
    const sent = server.received.filter(({ path }) => path.startsWith('/booking'));
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer access-1', 'Bearer access-2']);
    expect(client.session.state.status).toBe('expired');
  });

  it('does not sign anybody out because the network failed', async () => {
    let reachable = true;
    const api = accounts({ expires_in: 100 });
    const server = await serve((request, response) => {
      if (reachable) return api.answer(request);
      response.destroy();
      return undefined;
    });
    let now = Date.now();
    const session = createSignIn({ api: server.api, retries: 0, now: () => now });
    await session.logIn(credentials);
    reachable = false;
    now += 80_000;
    expect(await session.bearer()).toBe('access-1');
    now += 40_000;
    expect(await refusalOf(session.bearer())).toMatchObject({ kind: 'offline' });
    expect(session.state.status).toBe('signed-in');
    reachable = true;
    expect(await session.bearer()).toBe('access-2');
  });

  it.each([408, 425, 429, 500, 503])(
    'does not sign anybody out because the renewal met a passing %i',
    async (status) => {
      let passing = true;
      const api = accounts();
      const server = await serve((request) =>
        passing && request.path === '/auth/refresh' ? [status, { detail: 'Later' }] : api.answer(request),
      );
      const client = createBookingClient({ api: server.api, retries: 0 });
      await client.session.logIn(credentials);
      api.valid.clear();
      expect(await refusalOf(client.listClientBookings(list))).toMatchObject({ status });
      expect(client.session.state).toMatchObject({ status: 'signed-in', user: ana });
      passing = false;
      expect(await client.listClientBookings(list)).toEqual({ bookings: [], total: 0 });
    },
  );

  it('does not sign anybody out because something between answered the renewal with a page', async () => {
    let between = true;
    const api = accounts();
    const server = await serve((request) =>
      between && request.path === '/auth/refresh' ? [200, '<html>Welcome to our Wi-Fi</html>'] : api.answer(request),
    );
    const client = createBookingClient({ api: server.api, retries: 0 });
    await client.session.logIn(credentials);
    api.valid.clear();
    expect(await refusalOf(client.listClientBookings(list))).toMatchObject({ kind: 'unreadable' });
    expect(client.session.state.status).toBe('signed-in');
    between = false;
    expect(await client.listClientBookings(list)).toEqual({ bookings: [], total: 0 });
  });

  it('does not bring back somebody who logged out while it renewed', async () => {
    const server = await serve(accounts({ expires_in: 100 }).answer);
    let now = Date.now();
    const session = createSignIn({ api: server.api, now: () => now });
    await session.logIn(credentials);
    now += 90_000;
    const renewal = session.bearer();
    session.logOut();
    expect(await renewal).toBeUndefined();
    expect(session.state).toEqual({ status: 'signed-out' });
  });

  it('goes without when there is no refresh token', async () => {
    const api = accounts({ refreshable: false });
    const server = await serve(api.answer);
    const client = createBookingClient({ api: server.api });
    await client.session.logIn(credentials);
    api.valid.clear();
    expect(await refusalOf(client.listClientBookings(list))).toMatchObject({ kind: 'unauthenticated' });
    expect(client.session.state).toEqual({ status: 'expired', user: ana });
    expect(pathsOf(server.received)).not.toContain('/auth/refresh');
  });
});

describe("a host page's users", () => {
  it('asks for a token before each call, and again when it was refused', async () => {
    const api = accounts();
    api.valid.add('host-2');
    const server = await serve(api.answer);
    let asked = 0;
    const client = createBookingClient({
      api: server.api,
      session: {
        getToken: async () => {
          asked += 1;
          return `host-${asked}`;
        },
      },
    });
    expect(client.session.hosted).toBe(true);
    await client.listClientBookings(list);
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer host-1', 'Bearer host-2']);
  });

  it('expires when the same refused token comes again, and is back with a new one', async () => {
    const api = accounts();
    const server = await serve(api.answer);
    let token = 'old';
    const client = createBookingClient({ api: server.api, session: { getToken: () => token } });
    await refusalOf(client.listClientBookings(list));
    expect(client.session.state.status).toBe('expired');
    const seen: unknown[] = [];
    client.session.subscribe(({ status }) => seen.push(status));
    await refusalOf(client.listClientBookings(list));
    expect(seen).toEqual([]);
    token = 'new';
    api.valid.add(token);
    await client.listClientBookings(list);
    expect(client.session.state.status).toBe('signed-in');
    expect(await client.session.identify()).toEqual(ana);
  });

  it('asks once more after a 403, as some backends say of an expired token, and repeats the call with another token', async () => {
    const server = await serve(({ headers }) =>
      headers.authorization === 'Bearer host-1' ? [403, { detail: 'Forbidden' }] : [200, { bookings: [], total: 0 }],
    );
    let asked = 0;
    const getToken = () => `host-${++asked}`;
    const client = createBookingClient({ api: server.api, signIn: { getToken } });
    expect(await client.listClientBookings(list)).toEqual({ bookings: [], total: 0 });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer host-1', 'Bearer host-2']);
  });

  it('takes a 403 for what it says when the page gives the same token, none, or fails', async () => {
    for (const again of [() => 'same', () => undefined, () => Promise.reject(new Error('the shop is closed'))]) {
      const server = await serve(() => [403, { detail: 'Not your bookings' }]);
      let asked = 0;
      const getToken = () => (++asked === 1 ? 'same' : again());
      const client = createBookingClient({ api: server.api, signIn: { getToken } });
      expect(await refusalOf(client.listClientBookings(list))).toMatchObject({ kind: 'forbidden' });
      expect([asked, server.received.length]).toEqual([2, 1]);
    }
  });

  it('a sign-in of the widget takes a 403 for what it says', async () => {
    const server = await serve(({ path }) =>
      path === '/auth/login' ? [200, { access_token: 'a' }] : [403, { detail: 'Not your bookings' }],
    );
    const client = createBookingClient({ api: server.api });
    await client.signIn.logIn(credentials);
    const before = server.received.length;
    expect(await refusalOf(client.listClientBookings(list))).toMatchObject({ kind: 'forbidden' });
    expect(server.received.length - before).toBe(1);
    expect(client.signIn.state.status).toBe('signed-in');
  });

  it('is signed out when the host has no token', async () => {
    const session = createSignIn({ api: 'https://api.example.test', getToken: () => undefined });
    expect(await session.bearer()).toBeUndefined();
    expect(session.state).toEqual({ status: 'signed-out' });
  });

  it('says so when getToken fails, or when asked to sign in itself', async () => {
    const session = createSignIn({
      api: 'https://api.example.test',
      getToken: () => Promise.reject(new Error('the shop is closed')),
    });
    expect(await refusalOf(session.bearer())).toMatchObject({
      kind: 'unauthenticated',
      detail: 'it failed: the shop is closed',
    });
    expect(await refusalOf(session.logIn(credentials))).toMatchObject({ kind: 'unsupported' });
  });
});

describe('where tokens are kept', () => {
  /** A browser's storage, as far as a session uses it. */
  function storageOf(kept: Map<string, string>) {
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  }
  const put = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  afterEach(() => {
    put('sessionStorage', undefined);
    put('localStorage', undefined);
  });

  it('is memory, unless asked', async () => {
    const kept = new Map<string, string>();
    put('sessionStorage', storageOf(kept));
    put('localStorage', storageOf(kept));
    const server = await serve(accounts().answer);
    await createSignIn({ api: server.api }).logIn(credentials);
    expect(kept.size).toBe(0);
  });

  it('is sessionStorage on request, by API, and never localStorage', async () => {
    const [session, local] = [new Map<string, string>(), new Map<string, string>()];
    put('sessionStorage', storageOf(session));
    put('localStorage', storageOf(local));
    const server = await serve(accounts().answer);
    await createSignIn({ api: server.api, storage: 'session' }).logIn(credentials);
    expect([...session.keys()]).toEqual([`cb-session ${server.api}`]);
    expect(local.size).toBe(0);

    const reloaded = createSignIn({ api: server.api, storage: 'session' });
    expect(reloaded.state).toEqual({ status: 'signed-in', user: ana });
    expect(await reloaded.bearer()).toBe('access-1');
    expect(createSignIn({ api: 'https://other.example', storage: 'session' }).state.status).toBe('signed-out');
    reloaded.logOut();
    expect(session.size).toBe(0);
  });

  it('keeps the device token, which signs nobody in, across log-outs and tabs, and sends it with the next log-in', async () => {
    const [session, local] = [new Map<string, string>(), new Map<string, string>()];
    put('sessionStorage', storageOf(session));
    put('localStorage', storageOf(local));
    const { answer } = accounts();
    const server = await serve(async (request) => {
      const [status, body] = await answer(request);
      return request.path === '/auth/login'
        ? [status, { ...(body as object), device_token: 'device-1' }]
        : [status, body];
    });
    const first = createSignIn({ api: server.api, storage: 'session' });
    await first.logIn(credentials);
    expect([...local]).toEqual([[`cb-device ${server.api}`, 'device-1']]);
    first.logOut();
    await createSignIn({ api: server.api, storage: 'session' }).logIn(credentials);
    const sent = server.received.filter(({ path }) => path === '/auth/login').map(({ body }) => body);
    expect(sent).toEqual([credentials, { ...credentials, device_token: 'device-1' }]);
  });

  it('is memory where sessionStorage is blocked or holds something else', async () => {
    put('sessionStorage', {
      ...storageOf(new Map()),
      getItem: () => '{"access": 5}',
      setItem: () => {
        throw new Error('full');
      },
    });
    const server = await serve(accounts().answer);
    const session = createSignIn({ api: server.api, storage: 'session' });
    expect(session.state.status).toBe('signed-out');
    await session.logIn(credentials);
    expect(await session.bearer()).toBe('access-1');
  });

  it('is memory where localStorage is full: the device token goes with the next log-in of this page', async () => {
    put('sessionStorage', storageOf(new Map()));
    put('localStorage', {
      ...storageOf(new Map()),
      setItem: () => {
        throw new Error('full');
      },
    });
    const { answer } = accounts();
    const server = await serve(async (request) => {
      const [status, body] = await answer(request);
      return [status, request.path === '/auth/login' ? { ...(body as object), device_token: 'device-1' } : body];
    });
    const signIn = createSignIn({ api: server.api, storage: 'session' });
    await signIn.logIn(credentials);
    await signIn.logIn(credentials);
    const sent = server.received.filter(({ path }) => path === '/auth/login').map(({ body }) => body);
    expect(sent).toEqual([credentials, { ...credentials, device_token: 'device-1' }]);
  });
});
