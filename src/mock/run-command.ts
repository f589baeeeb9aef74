import { serverCommands } from '../server/hosts/commands.ts';
import { serve } from '../server/hosts/node.ts';
import { onStopSignal } from '../server/hosts/on-stop-signal.ts';
import { openStore, shownPlace } from '../server/hosts/open-store.ts';
import { surviveClosedOutput } from '../server/hosts/survive-closed-output.ts';
import { createHttpsSender } from '../server/integrations/webhooks/https-sender.ts';
import { type CliCalendars, cliCalendars } from './cli-calendars.ts';
import { type CliOptions, HELP, readCliOptions, UsageError } from './cli-options.ts';
import { createDrawnPage } from './demo/drawn-page.ts';
import { demoSite } from './demo/site.ts';
import { documentation } from './documentation.ts';
import { createMockServer, type MockServer } from './index.ts';
import { createMailbox } from './providers/mailbox.ts';
import { createMockPayments, type MockPayments } from './providers/mock-payments.ts';

async function startMock(args: readonly string[]): Promise<void> {
  const options = readCliOptions(args);
  if (options) await start(options);
  else console.log(HELP);
}

async function start({ host, port, file, ssr = true, ...behaviour }: CliOptions): Promise<void> {
  surviveClosedOutput();
  const store = file === undefined ? undefined : await openStore(file, process.env);
  let calendars: CliCalendars | undefined;
  let payments: MockPayments | undefined;
  let mock: MockServer | undefined;
  const mailbox = createMailbox();
  // A server that draws waits for the answers: where they are late or missing, the page is not drawn, and the element shows it.
  const answersAtOnce = !behaviour.latency && !['slow', 'flaky', 'offline'].includes(behaviour.scenario);
  const drawnPage = ssr && answersAtOnce ? createDrawnPage(() => mock) : undefined;
  const listening = await serve(
    // The demo and the documentation use other paths than the contract.
    async (request, peer) =>
      (await drawnPage?.answer(request)) ??
      (await demoSite(request)) ??
      (await documentation(request)) ??
      (await payments?.answer(request)) ??
      mailbox.answer(request) ??
      (await calendars?.answer(request)) ??
      mock?.fetch(request, peer) ??
      new Response(null, { status: 503 }),
    { host, port },
  );
  // Made after listening: the stand-ins redirect browsers to this address, which is known only now with --port 0.
  calendars = cliCalendars(listening.url, process.env);
  const origin = listening.url.replace('127.0.0.1', 'localhost');
  payments = createMockPayments({ origin, returnOrigins: [...new Set([origin, listening.url])], env: process.env });
  mock = createMockServer({
    ...behaviour,
    calendars: calendars.calendars,
    payments: payments.payments,
    mail: ({ clock }) => ({
      mailer: mailbox.mailer(clock),
      from: { name: 'CultureBridge', address: 'bookings@culturebridge.example' },
      pages: { booking: `${origin}/`, coach: `${origin}/coach` },
      // People who try the demo need not open a mail first.
      confirmsAddresses: false,
    }),
    webhooks: { sender: createHttpsSender({ allowsPrivate: true }) },
    publicUrl: origin,
    ...(drawnPage && { bookingPage: drawnPage.answerForm }),
    ...(store && { store }),
  });
  onStopSignal(() => listening.stop().then(() => store?.close()));
  console.log(`CultureBridge Booking is at ${listening.url.replace('127.0.0.1', 'localhost')}`);
  console.log(
    `  demo /   API documentation /docs and /redoc   ${file ? `data in ${shownPlace(file)}` : 'data in memory'}`,
  );
  if (!isThisMachineAlone(host)) {
    console.error(
      `Warning: others can reach ${host}. The mock has published passwords and a published secret: anybody can sign in as ` +
        'anybody. Use the command serve for real use.',
    );
  }
  if (calendars.notice) console.log(`  ${calendars.notice}`);
  console.log('  Mail is a stand-in: what would be sent is at /stand-in/mail/');
  if (payments.standIn) console.log('  Stripe is a stand-in: pay with 4242 4242 4242 4242, no money moves');
  if (behaviour.clock !== 'real') console.log(`  the clock started at ${behaviour.clock}`);
  if (behaviour.scenario !== 'normal') console.log(`  scenario ${behaviour.scenario}`);
}

/** Loopback (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3): no other machine reaches it. */
function isThisMachineAlone(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Runs `culturebridge-booking` with these arguments; a failure is a sentence on standard error and an exit code. */
export async function runCommand(all: readonly string[]): Promise<void> {
  try {
    const [name = '', ...args] = all;
    const command = Object.hasOwn(serverCommands, name) ? serverCommands[name] : undefined;
    await (command ? command(args, process.env) : startMock(all));
  } catch (error) {
    console.error(explain(error));
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nTry --help.`;
  const { code, port } = error as { readonly code?: unknown; readonly port?: unknown };
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop the program that has it, or choose another --port.`;
  if (code === 'EACCES') return `Port ${port} may not be used: choose a --port above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
