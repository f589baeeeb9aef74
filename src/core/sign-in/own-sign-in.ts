import type { Tokens, User } from '../../contract/auth.ts';
import { visitorEndpoints } from '../../contract/endpoints/visitor.ts';
import { type BearerSource, createTransport, type TransportOptions } from '../client/transport.ts';
import { isBookingError } from '../errors.ts';
import { createStore } from '../store.ts';
import type { SignIn, SignInState } from './sign-in.ts';
import type { KeptTokens, TokenStore } from './token-store.ts';

/** A token is renewed this long before it ends, or in the last quarter of its life when that is shorter. */
const RENEWAL_MARGIN_MS = 30_000;

/** A sign-in with accounts of the API itself. */
export function createOwnSignIn(
  connection: Omit<TransportOptions, 'bearer'>,
  tokenStore: TokenStore,
  now: () => number,
): SignIn {
  const restored = tokenStore.read();
  const store = createStore<SignInState>(restored ? signedIn(restored) : { status: 'signed-out' });
  let renewal: Promise<string | undefined> | undefined;

  function keep(tokens: KeptTokens): void {
    tokenStore.write(tokens);
    store.set(signedIn(tokens));
  }

  function expire(): void {
    const user = tokenStore.read()?.user;
    if (store.state.status !== 'signed-in') return;
    tokenStore.write(undefined);
    store.set({ status: 'expired', user });
  }

  /** One renewal at a time, shared by all who wait. When the network fails, the state stays as it is. */
  function renewNow(kept: KeptTokens, refresh: string): Promise<string | undefined> {
    renewal ??= transport
      .send(visitorEndpoints.refreshToken, { body: { refresh_token: refresh } })
      .then(
        (tokens) => {
          // Somebody logged out, or in as somebody else, meanwhile: drop these tokens.
          if (tokenStore.read()?.access !== kept.access) return tokenStore.read()?.access;
          keep({ ...kept, refresh, ...keptFrom(tokens, now()) });
          return tokens.access_token;
        },
        (error) => {
          if (!refusesToken(error)) throw error;
          if (tokenStore.read()?.access === kept.access) expire();
          return undefined;
        },
      )
      .finally(() => {
        renewal = undefined;
      });
    return renewal;
  }

  const bearerSource: BearerSource = {
    async bearer() {
      const kept = tokenStore.read();
      if (!kept?.refresh || kept.renewAt === undefined || now() < kept.renewAt) return kept?.access;
      try {
        return await renewNow(kept, kept.refresh);
      } catch (error) {
        // The old token is still valid: a failed early renewal does not fail the call.
        if (kept.expiresAt !== undefined && now() < kept.expiresAt) return kept.access;
        throw error;
      }
    },
    async renew(token) {
      const kept = tokenStore.read();
      if (kept?.access !== token) return kept?.access;
      if (kept?.refresh) return renewNow(kept, kept.refresh);
      expire();
      return undefined;
    },
    expire,
  };
  const transport = createTransport({ ...connection, bearer: bearerSource });

  async function identify(signal?: AbortSignal): Promise<User | undefined> {
    const kept = tokenStore.read();
    // The token of a signed link belongs to no account.
    if (!kept || kept.user || kept.bookingId !== undefined) return kept?.user;
    const user = await transport.send(visitorEndpoints.getMe, {}, { signal });
    const current = tokenStore.read();
    if (current && !current.user) keep({ ...current, user });
    return tokenStore.read()?.user;
  }

  async function adopt(tokens: Tokens, signal?: AbortSignal): Promise<User | undefined> {
    keep(keptFrom(tokens, now()));
    try {
      return await identify(signal);
    } catch {
      // The visitor is signed in although the user is unknown; `identify` asks again.
      return undefined;
    }
  }

  return {
    ...bearerSource,
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    hosted: false,
    connection,
    lacks: transport.lacks,
    async offers(endpoint) {
      await transport.send(endpoint, { body: {} } as object).catch(() => undefined);
      return !transport.lacks(endpoint);
    },
    signUp: async (account, { signal } = {}) =>
      adopt(await transport.send(visitorEndpoints.signUp, { body: account }, { signal }), signal),
    async logIn(credentials, { signal } = {}) {
      const body = { ...credentials, device_token: tokenStore.readDevice() };
      const tokens = await transport.send(visitorEndpoints.logIn, { body }, { signal });
      if (tokens.device_token) tokenStore.writeDevice(tokens.device_token);
      return adopt(tokens, signal);
    },
    guest: async (person, { signal } = {}) =>
      adopt(await transport.send(visitorEndpoints.guestLogIn, { body: person }, { signal }), signal),
    async openLink(link, { signal } = {}) {
      const tokens = await transport.send(visitorEndpoints.openBookingLink, { body: { link } }, { signal });
      keep({ ...keptFrom(tokens, now()), bookingId: tokens.booking_id });
      return tokens.booking_id;
    },
    async logOut({ allDevices = false } = {}) {
      const kept = tokenStore.read();
      const forget = () => {
        tokenStore.write(undefined);
        store.set({ status: 'signed-out' });
      };
      if (!allDevices) forget();
      // A signed link is no sign-in: there is nothing to end.
      if (!kept || kept.bookingId !== undefined) return forget();
      const ending = import('./end-sign-in.ts').then(({ endSignIn }) => endSignIn(connection, kept, allDevices));
      if (!allDevices) return void ending.catch(() => undefined);
      await ending;
      forget();
    },
    identify: ({ signal } = {}) => identify(signal),
  };
}

/** 4xx statuses that do not judge the token: time-out, too early, too many requests. */
const PASSING_STATUSES = [408, 425, 429];

/** True when the server itself refused the token; false for network trouble, overload, or an error page of a proxy. */
function refusesToken(error: unknown): boolean {
  if (!isBookingError(error) || error.status === undefined) return false;
  return error.status >= 400 && error.status < 500 && !PASSING_STATUSES.includes(error.status);
}

function signedIn({ user, bookingId }: KeptTokens): SignInState {
  return { status: 'signed-in', user, ...(bookingId === undefined ? {} : { bookingId }) };
}

function keptFrom(tokens: Tokens, now: number): KeptTokens {
  const kept: KeptTokens = { access: tokens.access_token };
  if (tokens.refresh_token) kept.refresh = tokens.refresh_token;
  if (typeof tokens.expires_in === 'number') {
    const life = tokens.expires_in * 1000;
    kept.expiresAt = now + life;
    kept.renewAt = now + life - Math.min(RENEWAL_MARGIN_MS, life / 4);
  }
  return kept;
}
