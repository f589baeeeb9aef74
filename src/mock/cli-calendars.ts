import { calendarConfigFromEnv } from '../server/integrations/config.ts';
import { createMockCalendars, type MockCalendars } from './providers/mock-calendars.ts';

/** Pages of the demo on which a calendar can be connected: the allowed redirect addresses. */
const PAGES = [
  '/',
  '/account',
  '/coach',
  '/calendar-callback',
  '/examples/plain-html/',
  '/examples/react/',
  '/examples/vue/',
];

/** The calendars of the command, and the line printed about them. */
export interface CliCalendars extends MockCalendars {
  /** The line that names the providers that are stand-ins. */
  readonly notice: string | undefined;
}

/**
 * Makes Google and Outlook calendars for the command: the real provider when its credentials are in the environment, else a
 * stand-in below `/stand-in/`. Feeds always work. `url` is where the command listens; connections are kept in the server's store.
 */
export function cliCalendars(url: string, env: NodeJS.ProcessEnv): CliCalendars {
  const origin = url.replace('127.0.0.1', 'localhost');
  const real = calendarConfigFromEnv(env).providers;
  const standIns = [!real.google && 'Google', !real.outlook && 'Outlook'].filter((name) => name !== false);
  const calendars = createMockCalendars({
    origin,
    redirectUris: [...new Set([origin, url])].flatMap((base) => PAGES.map((page) => base + page)),
    env,
    log: ({ level, provider, message }) => {
      // With stand-ins only, warnings about lost tokens are left out: stand-ins forget everything anyway when the server stops.
      if (level === 'error' || (level === 'warn' && standIns.length < 2))
        console.error([level, provider, message].filter(Boolean).join(' '));
    },
  });
  const verb = standIns.length === 1 ? 'is a stand-in' : 'are stand-ins';
  return {
    calendars: calendars.calendars,
    answer: calendars.answer,
    get standIns() {
      return calendars.standIns;
    },
    notice:
      standIns.length === 0
        ? undefined
        : `${standIns.join(' and ')} ${verb}: what is in their calendars is at /stand-in/`,
  };
}
