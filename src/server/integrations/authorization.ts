import * as oauth from 'oauth4webapi';
import type { CalendarProvider } from '../../contract/calendar.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ProviderConfig } from './config.ts';
import { ProviderFailure } from './providers/provider-failure.ts';

/** The reply of a provider's token endpoint. */
export interface Tokens {
  readonly accessToken: string;
  /** Undefined after a refresh: the old one stays valid. */
  readonly refreshToken: string | undefined;
  /** Seconds. */
  readonly expiresIn: number;
}

/**
 * The narrowest scopes that suffice. Google: events, and free/busy without details. Graph has no scope for free/busy
 * alone, and Calendars.ReadWrite covers getSchedule.
 */
const scopes = {
  google: ['https://www.googleapis.com/auth/calendar.events', 'https://www.googleapis.com/auth/calendar.freebusy'],
  outlook: ['Calendars.ReadWrite', 'offline_access'],
} as const satisfies Record<CalendarProvider, readonly string[]>;

/** OAuth 2.0 with one provider by RFC 9700: code flow, PKCE S256, a confidential client. */
export interface Authorization {
  newState(): string;
  newVerifier(): string;
  url(request: {
    readonly redirectUri: string;
    readonly state: string;
    readonly verifier: string;
    /** The user's e-mail address here: the provider suggests that account first. */
    readonly loginHint: string | undefined;
  }): Promise<string>;
  /** Throws the `ProblemError` `invalid_grant` or `calendar_failed`. */
  exchange(grant: {
    readonly code: string;
    readonly state: string;
    readonly redirectUri: string;
    readonly verifier: string;
  }): Promise<Tokens>;
  /** Throws a `ProviderFailure`: `reconnect` when the grant was revoked, else `unavailable`. */
  refresh(refreshToken: string): Promise<Tokens>;
  /** Revokes the grant where the provider offers that; a failure is no error. */
  revoke(token: string): Promise<void>;
}

const TIMEOUT_MS = 10_000;

/** Binds the flow to one provider's addresses and credentials. */
export function createAuthorization(
  provider: CalendarProvider,
  config: ProviderConfig,
  fetch: typeof globalThis.fetch,
): Authorization {
  const server: oauth.AuthorizationServer = {
    issuer: new URL(config.tokenUrl).origin,
    authorization_endpoint: config.authorizeUrl,
    token_endpoint: config.tokenUrl,
    ...(config.revokeUrl && { revocation_endpoint: config.revokeUrl }),
  };
  const client: oauth.Client = { client_id: config.clientId };
  const secret = oauth.ClientSecretPost(config.clientSecret);
  const options = () => ({
    [oauth.customFetch]: (url: string, init: oauth.CustomFetchOptions<string, unknown>) =>
      fetch(url, init as RequestInit),
    [oauth.allowInsecureRequests]: isLoopback(config.tokenUrl),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });

  return {
    newState: oauth.generateRandomState,
    newVerifier: oauth.generateRandomCodeVerifier,

    async url({ redirectUri, state, verifier, loginHint }) {
      const url = new URL(config.authorizeUrl);
      const parameters = {
        client_id: config.clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: scopes[provider].join(' '),
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(loginHint && { login_hint: loginHint }),
        // Google gives a refresh token only for offline access, and another one only after another consent.
        ...(provider === 'google'
          ? { access_type: 'offline', prompt: 'consent' }
          : { response_mode: 'query', prompt: 'select_account' }),
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.href;
    },

    async exchange({ code, state, redirectUri, verifier }) {
      try {
        const answer = oauth.validateAuthResponse(server, client, new URLSearchParams({ code, state }), state);
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          secret,
          answer,
          redirectUri,
          verifier,
          options(),
        );
        const tokens = await oauth.processAuthorizationCodeResponse(server, client, response);
        if (!coversScopes(provider, tokens.scope)) throw new ProviderFailure(provider, 'refused', { reason: 'scope' });
        return toTokens(tokens);
      } catch (error) {
        const refused = error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';
        // The library's error contains the reply: only its code is kept.
        throw new ProblemError(refused ? 'invalid_grant' : 'calendar_failed', { cause: failureOf(provider, error) });
      }
    },

    async refresh(refreshToken) {
      try {
        const response = await oauth.refreshTokenGrantRequest(server, client, secret, refreshToken, options());
        return toTokens(await oauth.processRefreshTokenResponse(server, client, response));
      } catch (error) {
        throw failureOf(provider, error);
      }
    },

    async revoke(token) {
      if (!config.revokeUrl) return;
      try {
        await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, secret, token, options()));
      } catch {
        // The connection is deleted here in any case; the user can also revoke access in the Google account.
      }
    },
  };
}

function failureOf(provider: CalendarProvider, error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (!(error instanceof oauth.ResponseBodyError)) return new ProviderFailure(provider, 'unavailable');
  const { error: reason, status } = error;
  if (reason === 'invalid_grant') return new ProviderFailure(provider, 'reconnect', { status, reason });
  return new ProviderFailure(provider, status >= 500 || status === 429 ? 'unavailable' : 'refused', { status, reason });
}

function toTokens(reply: oauth.TokenEndpointResponse): Tokens {
  return {
    accessToken: reply.access_token,
    refreshToken: reply.refresh_token,
    expiresIn: reply.expires_in ?? 3600,
  };
}

/** Google lets people deselect single permissions: a grant without one of them would fail later, when the user does not see it. */
function coversScopes(provider: CalendarProvider, granted: string | undefined): boolean {
  if (granted === undefined) return true;
  const has = granted.toLowerCase().split(' ');
  return scopes[provider]
    .filter((scope) => scope !== 'offline_access')
    .every((scope) => has.some((one) => one.endsWith(scope.toLowerCase())));
}

function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
