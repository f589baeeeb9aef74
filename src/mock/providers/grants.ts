import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Clock } from '../../server/ports.ts';

/** The access that a person allowed. */
interface Grant {
  readonly account: string;
  readonly scopes: readonly string[];
  revoked: boolean;
}

interface Code {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly offline: boolean;
  readonly expiresAt: number;
  used: boolean;
}

/** The reply of the token endpoint. */
interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** Seconds. */
  readonly expiresIn: number;
  readonly scopes: readonly string[];
}

/** The account and scopes of a valid access token. */
interface Bearer {
  readonly account: string;
  readonly scopes: readonly string[];
}

const CODE_MS = 10 * MINUTE_MS;
const TOKEN_SECONDS = 3599;

/** Codes and tokens with their state: valid, used, expired or revoked. */
export class Grants {
  /** All secrets ever issued: none of them may appear in a log. */
  readonly secrets: string[] = [];
  readonly #clock: Clock;
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, { grant: Grant; expiresAt: number }>();
  readonly #refresh = new Map<string, Grant>();
  /** How often tokens were refreshed. */
  refreshes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  addCode(asked: {
    readonly account: string;
    readonly scopes: readonly string[];
    readonly redirectUri: string;
    readonly challenge: string;
    readonly offline: boolean;
  }): string {
    const { account, scopes, redirectUri, challenge, offline } = asked;
    const code = this.#secret('4/');
    const grant = { account, scopes, revoked: false };
    this.#codes.set(code, {
      grant,
      redirectUri,
      challenge,
      offline,
      expiresAt: this.#clock.now() + CODE_MS,
      used: false,
    });
    return code;
  }

  /** Tokens for a code, or the reason for refusing. */
  async exchange(asked: {
    readonly code: string;
    readonly redirectUri: string;
    readonly verifier: string;
  }): Promise<IssuedTokens | string> {
    const code = this.#codes.get(asked.code);
    if (!code || code.expiresAt <= this.#clock.now()) return 'the code is unknown or expired';
    if (code.used) {
      // RFC 6749, 4.1.2: a code used twice was stolen.
      code.grant.revoked = true;
      return 'the code was used already';
    }
    code.used = true;
    if (code.redirectUri !== asked.redirectUri) return 'redirect_uri is not the one the code was asked with';
    if (!/^[\w.~-]{43,128}$/.test(asked.verifier)) return 'code_verifier is missing';
    if ((await s256(asked.verifier)) !== code.challenge) return 'code_verifier does not match code_challenge';
    const refreshToken = code.offline ? this.#addRefreshToken(code.grant) : undefined;
    return this.#issue(code.grant, refreshToken);
  }

  /** New tokens for a refresh token, or the reason for refusing. */
  refresh(token: string, rotates: boolean): IssuedTokens | string {
    const grant = this.#refresh.get(token);
    if (!grant || grant.revoked) return 'the refresh token is unknown, expired or revoked';
    this.refreshes += 1;
    return this.#issue(grant, rotates ? this.#addRefreshToken(grant) : undefined);
  }

  /** The account of a request's token; undefined when the token is not valid. */
  bearer(request: Request): Bearer | undefined {
    const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    const access = this.#access.get(token);
    if (!access || access.grant.revoked || access.expiresAt <= this.#clock.now()) return undefined;
    return access.grant;
  }

  /** Ends every access token; refresh tokens stay valid. */
  expireAccessTokens(): void {
    this.#access.clear();
  }

  /** Revokes an account's grants, as its owner does in the account's settings. */
  revokeAccount(account: string): void {
    for (const grant of this.#refresh.values()) if (grant.account === account) grant.revoked = true;
    for (const { grant } of this.#access.values()) if (grant.account === account) grant.revoked = true;
  }

  /** RFC 7009; false for an unknown token. */
  revokeToken(token: string): boolean {
    const grant = this.#refresh.get(token) ?? this.#access.get(token)?.grant;
    if (!grant) return false;
    grant.revoked = true;
    return true;
  }

  #issue(grant: Grant, refreshToken: string | undefined): IssuedTokens {
    const accessToken = this.#secret('ya29.');
    this.#access.set(accessToken, { grant, expiresAt: this.#clock.now() + TOKEN_SECONDS * 1000 });
    return { accessToken, refreshToken, expiresIn: TOKEN_SECONDS, scopes: grant.scopes };
  }

  #addRefreshToken(grant: Grant): string {
    const token = this.#secret('1//');
    this.#refresh.set(token, grant);
    return token;
  }

  #secret(prefix: string): string {
    const secret = prefix + base64url(crypto.getRandomValues(new Uint8Array(24)));
    this.secrets.push(secret);
    return secret;
  }
}

async function s256(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
