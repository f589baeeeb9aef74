import {
  type ConnectedCalendars,
  createCalendarIntegrations,
} from '../../server/integrations/calendar-integrations.ts';
import type { CalendarLog } from '../../server/integrations/calendar-ports.ts';
import type { CalendarStore } from '../../server/integrations/calendar-store.ts';
import { calendarConfigFromEnv } from '../../server/integrations/config.ts';
import type { Clock, Store } from '../../server/ports.ts';
import { createProviderStandIns, type ProviderStandIns } from './provider-stand-ins.ts';

interface MockCalendarsOptions {
  /** The mock server's address for browsers, without a slash at the end: `http://localhost:8000`. */
  readonly origin: string;
  /** Addresses that may be returned to after consent; `EXAMPLE_CALLBACK` is always among them. */
  readonly redirectUris: readonly string[];
  /** Real credentials, as for the server itself: a provider with credentials is the real one. @default none */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** @default the store's `calendars` */
  readonly calendarStore?: CalendarStore;
  readonly log?: CalendarLog;
}

export interface MockCalendars {
  /** For `createMockServer({ calendars })`. */
  readonly calendars: (parts: { readonly store: Store; readonly clock: Clock }) => ConnectedCalendars;
  /** Answers the providers' own pages and calls; undefined for other paths. */
  answer(request: Request): Promise<Response | undefined>;
  /** The stand-ins; undefined until the server is made. */
  readonly standIns: ProviderStandIns | undefined;
}

/** The redirect address in the contract's examples. */
export const EXAMPLE_CALLBACK = 'http://localhost:3000/callback';

/**
 * Encrypts tokens of stand-ins, which no real provider accepts. It is fixed, so that a feed's address stays valid after a restart.
 */
const PUBLISHED_KEY = { id: 'mock', secret: btoa('the key of a mock is no secret, ') };

/** Calendars for a mock server: Google and Microsoft stand-ins below `/stand-in`, unless real credentials are given. */
export function createMockCalendars({
  origin,
  redirectUris,
  env = {},
  calendarStore,
  log,
}: MockCalendarsOptions): MockCalendars {
  const baseUrl = `${origin}/stand-in`;
  const real = calendarConfigFromEnv(env);
  const allowed = [...new Set([EXAMPLE_CALLBACK, ...redirectUris, ...real.redirectUris])];
  const hasReal = Object.keys(real.providers).length > 0;
  let standIns: ProviderStandIns | undefined;

  return {
    calendars({ store, clock }) {
      const made = createProviderStandIns({ baseUrl, redirectUris: allowed, clock });
      standIns = made;
      return createCalendarIntegrations({
        config: {
          providers: { ...made.config.providers, ...real.providers },
          redirectUris: allowed,
          sealKeys: real.sealKeys.length > 0 || hasReal ? real.sealKeys : [PUBLISHED_KEY],
        },
        store,
        clock,
        ...(calendarStore && { calendarStore }),
        fetch: (input, init) => {
          const request = new Request(input, init);
          return request.url.startsWith(`${baseUrl}/`) ? made.fetch(request) : globalThis.fetch(request);
        },
        ...(log && { log }),
      });
    },
    answer: async (request) => standIns?.answer(request),
    get standIns() {
      return standIns;
    },
  };
}
