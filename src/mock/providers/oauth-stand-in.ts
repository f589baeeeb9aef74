import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Clock } from '../../server/ports.ts';
import { consentError, consentPage } from './consent-page.ts';
import { Grants } from './grants.ts';

/** The differences between the two providers' OAuth. */
interface OAuthRules {
  readonly providerName: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Registered addresses; a request's must match exactly. */
  readonly redirectUris: readonly string[];
  /** The valid scopes, and what each allows, in words. */
  readonly scopes: Readonly<Record<string, string>>;
  /** True when a request asks for a refresh token. */
  readonly wantsOffline: (query: URLSearchParams, scopes: readonly string[]) => boolean;
  /** Microsoft gives a new refresh token with each refresh. */
  readonly rotatesRefreshTokens: boolean;
  readonly usualAccount: string;
}

interface ConsentRequest {
  readonly query: URLSearchParams;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

const CONSENT_MS = 10 * MINUTE_MS;

/** Authorization, token and revocation endpoints that enforce the rules of RFC 9700 for clients. */
export class OAuthStandIn {
  readonly grants: Grants;
  readonly #rules: OAuthRules;
  readonly #clock: Clock;
  readonly #consents = new Map<string, ConsentRequest>();

  constructor(rules: OAuthRules, clock: Clock) {
    this.#rules = rules;
    this.#clock = clock;
    this.grants = new Grants(clock);
  }

  async authorize(request: Request): Promise<Response> {
    if (request.method === 'POST') return this.#decide(request);
    const { searchParams: query, pathname } = new URL(request.url);
    const rules = this.#rules;
    if (query.get('client_id') !== rules.clientId)
      return consentError(rules.providerName, 'invalid_client: unknown client_id');
    if (!rules.redirectUris.includes(query.get('redirect_uri') ?? '')) {
      return consentError(rules.providerName, 'redirect_uri_mismatch: this redirect_uri is not registered');
    }
    const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean);
    const fault = this.#faultOf(query, scopes);
    if (fault) return this.#sendBack(query, { error: fault[0], error_description: fault[1] });
    const requestId = crypto.randomUUID();
    this.#consents.set(requestId, { query, scopes, expiresAt: this.#clock.now() + CONSENT_MS });
    return consentPage({
      providerName: rules.providerName,
      requestId,
      account: query.get('login_hint') ?? rules.usualAccount,
      permissions: scopes.map((scope) => rules.scopes[scope] ?? scope),
      action: pathname,
    });
  }

  #faultOf(query: URLSearchParams, scopes: readonly string[]): readonly [string, string] | undefined {
    if (query.get('response_type') !== 'code') return ['unsupported_response_type', 'response_type must be code'];
    if (!query.get('state')) return ['invalid_request', 'state is missing'];
    if (query.get('code_challenge_method') !== 'S256') return ['invalid_request', 'code_challenge_method must be S256'];
    if (!/^[\w-]{43}$/.test(query.get('code_challenge') ?? '')) return ['invalid_request', 'code_challenge is missing'];
    if (scopes.length === 0) return ['invalid_scope', 'scope is missing'];
    const unknown = scopes.find((scope) => !(scope in this.#rules.scopes));
    return unknown === undefined ? undefined : ['invalid_scope', `unknown or too wide: ${unknown}`];
  }

  async #decide(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    const id = form.get('request') ?? '';
    const consent = this.#consents.get(id);
    this.#consents.delete(id);
    if (!consent || consent.expiresAt <= this.#clock.now()) {
      return consentError(this.#rules.providerName, 'This page was answered already, or is too old. Start again.');
    }
    const { query, scopes } = consent;
    const account = form.get('account')?.trim() ?? '';
    if (form.get('decision') !== 'allow' || account === '') return this.#sendBack(query, { error: 'access_denied' });
    const code = this.grants.addCode({
      account,
      scopes,
      redirectUri: query.get('redirect_uri') ?? '',
      challenge: query.get('code_challenge') ?? '',
      offline: this.#rules.wantsOffline(query, scopes),
    });
    return this.#sendBack(query, { code, scope: scopes.join(' ') });
  }

  #sendBack(query: URLSearchParams, answer: Readonly<Record<string, string>>): Response {
    const target = new URL(query.get('redirect_uri') ?? '');
    for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
    const state = query.get('state');
    if (state) target.searchParams.set('state', state);
    return new Response(null, { status: 303, headers: { location: target.href, 'cache-control': 'no-store' } });
  }

  async token(request: Request): Promise<Response> {
    if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) {
      return oauthError('invalid_request', 'send the request as application/x-www-form-urlencoded');
    }
    const form = new URLSearchParams(await request.text());
    if (!this.#isClient(request, form)) return oauthError('invalid_client', 'client authentication failed', 401);
    const type = form.get('grant_type');
    if (type !== 'authorization_code' && type !== 'refresh_token')
      return oauthError('unsupported_grant_type', String(type));
    const issued =
      type === 'authorization_code'
        ? await this.grants.exchange({
            code: form.get('code') ?? '',
            redirectUri: form.get('redirect_uri') ?? '',
            verifier: form.get('code_verifier') ?? '',
          })
        : this.grants.refresh(form.get('refresh_token') ?? '', this.#rules.rotatesRefreshTokens);
    if (typeof issued === 'string') return oauthError('invalid_grant', issued);
    return json({
      token_type: 'Bearer',
      access_token: issued.accessToken,
      expires_in: issued.expiresIn,
      scope: issued.scopes.filter((scope) => scope !== 'offline_access').join(' '),
      ...(issued.refreshToken && { refresh_token: issued.refreshToken }),
    });
  }

  async revoke(request: Request): Promise<Response> {
    const token = new URLSearchParams(await request.text()).get('token') ?? '';
    return this.grants.revokeToken(token) ? json({}) : oauthError('invalid_token', 'unknown token');
  }

  #isClient(request: Request, form: URLSearchParams): boolean {
    const { clientId, clientSecret } = this.#rules;
    const basic = /^Basic (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
    if (basic) return atob(basic) === `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
  }
}

function oauthError(error: string, description: string, status = 400): Response {
  return json({ error, error_description: description }, status);
}

function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
