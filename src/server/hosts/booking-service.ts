import { MINUTE_MS } from '../../domain/time/units.ts';
import { dailyErasureJob } from '../bookings/erase-booking.ts';
import { callName } from '../http/call-name.ts';
import { createBookingServer, type Peer } from '../http/server.ts';
import { createCalendarIntegrations } from '../integrations/calendar-integrations.ts';
import { createSmtpMailer } from '../integrations/smtp/smtp-mailer.ts';
import { createStripeGateway } from '../integrations/stripe/stripe-gateway.ts';
import { createHttpsSender } from '../integrations/webhooks/https-sender.ts';
import { createJobRunner } from '../jobs/job-runner.ts';
import type { Environment } from './environment.ts';
import { type NodeHost, serve } from './node.ts';
import { openStore } from './open-store.ts';
import { scriptTagFile } from './script-tag-files.ts';
import type { ServeSettings } from './settings.ts';

/** One line of the log: an answered request, an error, or a failure of a calendar. It contains no token, body or query. */
type ServiceLog = (line: Readonly<Record<string, string | number | undefined>>) => void;

/** How long a stopping server waits for running jobs; the next start does the rest. */
const JOBS_GRACE_MS = 5000;
/** How often expired records are deleted. */
const SWEEP_MS = MINUTE_MS;

/** The booking server on its store, listening. `stop` waits for calls and jobs under way, then closes the store. */
export async function startBookingService(
  settings: ServeSettings,
  log: ServiceLog,
  env: Environment = {},
): Promise<NodeHost> {
  const { file, secret, allowOrigins, basePath, publicUrl, rateLimits, openRequests, liveConnections, coachesSignUp } =
    settings;
  const { lapseRequestsAfterMs, eraseAfterDays } = settings;
  const store = await openStore(file, env);
  const jobs = createJobRunner({ store, log: (entry) => log({ ...entry }) });
  const calendars = createCalendarIntegrations({
    config: settings.calendars,
    store,
    jobs,
    mailsWhenBroken: settings.mail !== undefined,
    log: (entry) => log({ ...entry }),
  });
  const { mail } = settings;
  const mailer = mail && createSmtpMailer(mail.smtp);
  const answer = createBookingServer({
    store,
    jobs,
    calendars,
    secret,
    allowOrigins,
    basePath,
    rateLimits,
    openRequests,
    liveConnections,
    lapseRequestsAfterMs,
    coachesSignUp,
    ...(eraseAfterDays !== undefined && { eraseAfterDays }),
    ...(settings.payments && {
      payments: {
        gateway: createStripeGateway(settings.payments.stripe),
        returnOrigins: settings.payments.returnOrigins,
      },
    }),
    webhooks: { sender: createHttpsSender({ allowsPrivate: settings.privateWebhooks }) },
    ...(mail &&
      mailer && {
        mail: {
          mailer,
          from: mail.from,
          pages: mail.pages,
          ...(mail.bounceSecret !== undefined && { bounceSecret: mail.bounceSecret }),
        },
      }),
    ...(publicUrl !== undefined && { publicUrl }),
    log: ({ where, error }) => log({ level: 'error', call: where, message: describe(error) }),
  });
  const handle = async (request: Request, peer: Peer) => {
    const startedAt = performance.now();
    const response = (await scriptTagFile(request)) ?? (await answer(request, peer));
    const call = callName(request, basePath);
    // Monitors ask for /health every few seconds: it is logged only when it fails.
    if (call !== 'GET /health' || response.status !== 200) {
      const { status } = response;
      log({ level: 'info', call, status, ms: Math.round(performance.now() - startedAt), address: peer.address });
    }
    return response;
  };
  const host = await serve(handle, settings).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  jobs.start();
  const sweep = () => {
    const now = Date.now();
    Promise.all([store.sweep(now), store.jobs.add(dailyErasureJob(now), now)]).catch((error: unknown) =>
      log({ level: 'warn', message: describe(error) }),
    );
  };
  const sweeping = setInterval(sweep, SWEEP_MS);
  sweeping.unref();
  return {
    ...host,
    async stop() {
      clearInterval(sweeping);
      await host.stop();
      await Promise.race([jobs.stop(), new Promise((resolve) => setTimeout(resolve, JOBS_GRACE_MS).unref())]);
      await mailer?.close?.();
      await store.close();
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
