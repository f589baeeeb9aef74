import type { CalendarProvider } from '../../contract/calendar.ts';

/** The addresses of one provider, and our client id and secret there. */
export interface ProviderConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** The revocation endpoint (RFC 7009); Microsoft has none. */
  readonly revokeUrl?: string;
  /** Without a slash at the end. */
  readonly apiUrl: string;
}

/** A key that encrypts tokens; `id` is stored with each encrypted text. */
export interface SealKey {
  readonly id: string;
  /** 32 bytes, in base64. */
  readonly secret: string;
}

/** The calendars that can be connected, their redirect addresses, and the keys that encrypt their tokens. */
export interface CalendarConfig {
  /** A call for a missing provider answers `calendar_not_configured`. */
  readonly providers: Partial<Readonly<Record<CalendarProvider, ProviderConfig>>>;
  /** Must match exactly (RFC 9700, 2.1): no prefixes, no patterns. */
  readonly redirectUris: readonly string[];
  /** The first encrypts, all decrypt: to rotate, put a new key in front. Empty: a key that lasts as long as the process. */
  readonly sealKeys: readonly SealKey[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the calendars' settings: `GOOGLE_CLIENT_ID`, `GOOGLE_CLIENT_SECRET`, `MICROSOFT_CLIENT_ID`,
 * `MICROSOFT_CLIENT_SECRET`; `CALENDAR_REDIRECT_URIS` (separated by blanks or commas); `CALENDAR_TOKEN_KEYS`
 * (`id:base64`, the newest first); and the addresses where they differ from the public ones. Throws when only half of a pair is set
 * or a key is invalid.
 */
export function calendarConfigFromEnv(env: Environment): CalendarConfig {
  const google = credentials(env, 'GOOGLE');
  const microsoft = credentials(env, 'MICROSOFT');
  const authority = address(env, 'MICROSOFT_AUTHORITY_URL', 'https://login.microsoftonline.com/common');
  return {
    providers: {
      ...(google && {
        google: {
          ...google,
          authorizeUrl: address(env, 'GOOGLE_AUTHORIZE_URL', 'https://accounts.google.com/o/oauth2/v2/auth'),
          tokenUrl: address(env, 'GOOGLE_TOKEN_URL', 'https://oauth2.googleapis.com/token'),
          revokeUrl: address(env, 'GOOGLE_REVOKE_URL', 'https://oauth2.googleapis.com/revoke'),
          apiUrl: address(env, 'GOOGLE_CALENDAR_URL', 'https://www.googleapis.com/calendar/v3'),
        },
      }),
      ...(microsoft && {
        outlook: {
          ...microsoft,
          authorizeUrl: `${authority}/oauth2/v2.0/authorize`,
          tokenUrl: `${authority}/oauth2/v2.0/token`,
          apiUrl: address(env, 'MICROSOFT_GRAPH_URL', 'https://graph.microsoft.com/v1.0'),
        },
      }),
    },
    redirectUris: list(env.CALENDAR_REDIRECT_URIS),
    sealKeys: list(env.CALENDAR_TOKEN_KEYS).map(sealKey),
  };
}

function credentials(env: Environment, name: string) {
  const clientId = env[`${name}_CLIENT_ID`];
  const clientSecret = env[`${name}_CLIENT_SECRET`];
  if (!clientId && !clientSecret) return undefined;
  if (clientId && clientSecret) return { clientId, clientSecret };
  throw new Error(`Set both ${name}_CLIENT_ID and ${name}_CLIENT_SECRET, or neither`);
}

function address(env: Environment, name: string, usual: string): string {
  const url = (env[name] || usual).replace(/\/+$/, '');
  if (!URL.canParse(url)) throw new Error(`${name} is not an absolute address: ${url}`);
  return url;
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,]+/).filter(Boolean);
}

function sealKey(text: string): SealKey {
  const [, id, secret] = /^([\w-]+):([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  if (id && secret) return { id, secret };
  // The message does not contain the text, which is a secret.
  throw new Error(
    'CALENDAR_TOKEN_KEYS holds entries such as k1:<32 bytes in base64>, made by `openssl rand -base64 32`',
  );
}
