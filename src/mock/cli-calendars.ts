import { calendarConfigFromEnv } from '../server/integrations/config.ts';
import { createMockCalendars, type MockCalendars } from './providers/mock-calendars.ts';

/** Pages of the demo on which a calendar can be connected: where the providers may send people back to. */
const PAGES = [
  '/',
  '/account',
  '/coach',
  '/calendar-callback',
  '/examples/plain-html/',
  '/examples/react/',
  '/examples/vue/',
];

/** The calendars of the command, and what to print of them. */
export interface CliCalendars extends MockCalendars {
  /** Says plainly who is not the real one. */
  readonly notice: string | undefined;
}

/**
 * Google and Outlook for the command: each the real one when its credentials are in the environment, else a stand-in below
 * `/stand-in/`. Feeds always work. `url` is where the command listens; connections are kept in the server's store.
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
      // Stand-ins forget everything when the server stops: nobody has to be warned of it.
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
