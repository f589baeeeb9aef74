import type { CalendarConfig } from '../../server/integrations/config.ts';
import type { Clock } from '../../server/ports.ts';
import { calendarsPage, type ShownEvent } from './calendars-page.ts';
import { GoogleStandIn } from './google-stand-in.ts';
import { GraphStandIn } from './graph-stand-in.ts';
import { momentOf } from './graph-wire.ts';

/** Options of the stand-ins. */
interface ProviderStandInsOptions {
  /** The stand-ins' address for browsers, without a slash at the end: `http://localhost:8000/stand-in`. */
  readonly baseUrl: string;
  /** Addresses that may be returned to after consent. */
  readonly redirectUris: readonly string[];
  readonly clock: Clock;
}

/** Google and Microsoft, on this machine. */
export interface ProviderStandIns {
  readonly google: GoogleStandIn;
  readonly microsoft: GraphStandIn;
  /** Settings that make the server use the stand-ins instead of the real providers. */
  readonly config: CalendarConfig;
  /** Answers a browser; undefined for other paths. */
  answer(request: Request): Promise<Response | undefined>;
  /** A `fetch` for the server: calls to the stand-ins are answered in this process, whatever address it listens on. */
  readonly fetch: typeof globalThis.fetch;
}

const client = (name: string) => ({
  clientId: `stand-in-${name}-client`,
  clientSecret: `stand-in ${name} secret & more`,
});

/** Starts both stand-ins below one address. */
export function createProviderStandIns({ baseUrl, redirectUris, clock }: ProviderStandInsOptions): ProviderStandIns {
  const google = new GoogleStandIn({ ...client('google'), redirectUris }, clock);
  const microsoft = new GraphStandIn({ ...client('microsoft'), redirectUris }, clock);
  const { pathname: base } = new URL(baseUrl);

  const answer = async (request: Request): Promise<Response | undefined> => {
    const { pathname } = new URL(request.url);
    if (request.method === 'GET' && pathname === `${base}/`)
      return calendarsPage(accountsOf(google, microsoft), eventsOf(google, microsoft));
    if (pathname.startsWith(`${base}/google/`)) return google.fetch(request);
    if (pathname.startsWith(`${base}/microsoft/`)) return microsoft.fetch(request);
    return undefined;
  };

  return {
    google,
    microsoft,
    config: {
      providers: {
        google: {
          ...client('google'),
          authorizeUrl: `${baseUrl}/google/authorize`,
          tokenUrl: `${baseUrl}/google/token`,
          revokeUrl: `${baseUrl}/google/revoke`,
          apiUrl: `${baseUrl}/google/calendar/v3`,
        },
        outlook: {
          ...client('microsoft'),
          authorizeUrl: `${baseUrl}/microsoft/oauth2/v2.0/authorize`,
          tokenUrl: `${baseUrl}/microsoft/oauth2/v2.0/token`,
          apiUrl: `${baseUrl}/microsoft/v1.0`,
        },
      },
      redirectUris,
      sealKeys: [],
    },
    answer,
    async fetch(input, init) {
      const response = await answer(new Request(input, init));
      if (!response) throw new TypeError('fetch failed: the stand-ins know no such address');
      return response;
    },
  };
}

function accountsOf(google: GoogleStandIn, microsoft: GraphStandIn): (readonly [provider: string, account: string])[] {
  return [
    ...google.accounts.map((account) => ['Google', account] as const),
    ...microsoft.accounts.map((account) => ['Microsoft', account] as const),
  ];
}

function eventsOf(google: GoogleStandIn, microsoft: GraphStandIn): ShownEvent[] {
  return [
    ...google.accounts.flatMap((account) =>
      google.events(account).map((event) => ({
        provider: 'Google',
        account,
        title: event.summary ?? '(no title)',
        start: Date.parse(event.start.dateTime),
        end: Date.parse(event.end.dateTime),
        meeting: event.hangoutLink,
        attendees: event.attendees?.map(({ email }) => email) ?? [],
      })),
    ),
    ...microsoft.accounts.flatMap((account) =>
      microsoft.events(account).map((event) => ({
        provider: 'Microsoft',
        account,
        title: event.subject ?? '(no title)',
        start: momentOf(event.start),
        end: momentOf(event.end),
        meeting: event.joinUrl ?? undefined,
        attendees: event.attendees?.map(({ emailAddress }) => emailAddress.address) ?? [],
      })),
    ),
  ];
}
