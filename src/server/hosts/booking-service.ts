import { callName } from '../http/call-name.ts';
import { createBookingServer, type Peer } from '../http/server.ts';
import { createCalendarIntegrations } from '../integrations/calendar-integrations.ts';
import { createStripeGateway } from '../integrations/stripe/stripe-gateway.ts';
import { openSqliteCalendarStore } from '../stores/sqlite-calendar-store.ts';
import { type NodeHost, serve } from './node.ts';
import { openFile } from './open-file.ts';
import type { ServeSettings } from './settings.ts';

/** One line of the log: an answered request, a fault, or a calendar's trouble. Holds no token, no body and no query. */
type ServiceLog = (line: Readonly<Record<string, string | number | undefined>>) => void;

/** At most this long a stopping server waits for calendar syncs; the next start does the rest. */
const CALENDARS_GRACE_MS = 5000;

/** The booking server on a SQLite file, listening. `stop` lets what is under way end, then closes the file. */
export async function startBookingService(settings: ServeSettings, log: ServiceLog): Promise<NodeHost> {
  const { file, secret, allowOrigins, basePath, publicUrl, rateLimits, coachesSignUp } = settings;
  const store = openFile(file);
  const calendarStore = openSqliteCalendarStore(file);
  const calendars = createCalendarIntegrations({
    config: settings.calendars,
    store,
    calendarStore,
    log: (entry) => log({ ...entry }),
  });
  const answer = createBookingServer({
    store,
    calendars,
    secret,
    allowOrigins,
    basePath,
    rateLimits,
    coachesSignUp,
    ...(settings.payments && {
      payments: {
        gateway: createStripeGateway(settings.payments.stripe),
        returnOrigins: settings.payments.returnOrigins,
      },
    }),
    ...(publicUrl !== undefined && { publicUrl }),
    log: ({ where, error }) => log({ level: 'error', call: where, message: describe(error) }),
  });
  const close = () => {
    calendarStore.close();
    store.close();
  };
  const handle = async (request: Request, peer: Peer) => {
    const startedAt = performance.now();
    const response = await answer(request, peer);
    const call = callName(request, basePath);
    // Monitors ask for /health every few seconds: it is logged only when it fails.
    if (call !== 'GET /health' || response.status !== 200) {
      const { status } = response;
      log({ level: 'info', call, status, ms: Math.round(performance.now() - startedAt), address: peer.address });
    }
    return response;
  };
  const host = await serve(handle, settings).catch((error: unknown) => {
    close();
    throw error;
  });
  return {
    ...host,
    async stop() {
      await host.stop();
      await Promise.race([calendars.idle(), new Promise((resolve) => setTimeout(resolve, CALENDARS_GRACE_MS).unref())]);
      close();
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
