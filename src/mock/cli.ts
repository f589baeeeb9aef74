#!/usr/bin/env node
import type { CalendarIntegrations } from '../server/calendars.ts';
import { serve } from '../server/hosts/node.ts';
import { createCalendarIntegrations } from '../server/integrations/calendar-integrations.ts';
import { calendarConfigFromEnv } from '../server/integrations/config.ts';
import { createMemoryCalendarStore } from '../server/integrations/memory-calendar-store.ts';
import type { Clock, Store } from '../server/ports.ts';
import { openSqliteStore } from '../server/stores/sqlite.ts';
import { type CliOptions, HELP, readCliOptions, UsageError } from './cli-options.ts';
import { demoSite } from './demo/site.ts';
import { documentation } from './documentation.ts';
import { createMockServer } from './index.ts';

async function start({ host, port, file, ...behaviour }: CliOptions): Promise<void> {
  const store = file === undefined ? undefined : openSqliteStore(file);
  const mock = createMockServer({ ...behaviour, calendars: connectCalendars, ...(store && { store }) });
  const listening = await serve(
    // The demo page and the documentation first: neither has a path of the contract.
    async (request, peer) => (await demoSite(request)) ?? (await documentation(request)) ?? mock.fetch(request, peer),
    { host, port },
  );
  console.log(`CultureBridge Booking is at ${listening.url.replace('127.0.0.1', 'localhost')}`);
  console.log(`  demo /   API documentation /docs and /redoc   ${file ? `data in ${file}` : 'data in memory'}`);
  if (behaviour.clock !== 'real') console.log(`  the clock started at ${behaviour.clock}`);
  if (behaviour.scenario !== 'normal') console.log(`  scenario ${behaviour.scenario}`);

  const stop = () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    listening.stop().then(() => store?.close());
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

/** Feeds always work; Google and Outlook when their credentials are in the environment. */
function connectCalendars(parts: { readonly store: Store; readonly clock: Clock }): CalendarIntegrations {
  return createCalendarIntegrations({
    ...parts,
    config: calendarConfigFromEnv(process.env),
    calendarStore: createMemoryCalendarStore(),
    log: ({ level, provider, message }) => {
      if (level !== 'info') console.error([level, provider, message].filter(Boolean).join(' '));
    },
  });
}

try {
  const options = readCliOptions(process.argv.slice(2));
  if (options) await start(options);
  else console.log(HELP);
} catch (error) {
  console.error(explain(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nTry --help.`;
  const { code, port } = error as { readonly code?: unknown; readonly port?: unknown };
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop the program that has it, or choose another --port.`;
  if (code === 'EACCES') return `Port ${port} may not be used: choose a --port above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
