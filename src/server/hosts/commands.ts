import { addAccount } from './add-account.ts';
import { readArguments } from './arguments.ts';
import { startBookingService } from './booking-service.ts';
import { runCheck } from './check-command.ts';
import { runCopy, runMigrate } from './database-commands.ts';
import type { Environment } from './environment.ts';
import { runJobs } from './jobs-command.ts';
import { onStopSignal } from './on-stop-signal.ts';
import { openStore, readPlace, shownPlace } from './open-store.ts';
import { runSessionTypes } from './session-types-command.ts';
import { readServeSettings, SERVE_HELP } from './settings.ts';
import { surviveClosedOutput } from './survive-closed-output.ts';
import { UsageError } from './usage-error.ts';

/** Runs one command with the arguments after its name. Throws `UsageError`. */
type Command = (args: readonly string[], env: Environment) => Promise<void>;

/** The server's commands; files they make are readable by this user only. */
export const serverCommands: Readonly<Record<string, Command>> = {
  serve: runServer,
  'add-coach': (args, env) => addPerson('coach', args, env),
  'add-admin': (args, env) => addPerson('admin', args, env),
  migrate: runMigrate,
  copy: runCopy,
  jobs: runJobs,
  'session-types': runSessionTypes,
  check: runCheck,
};

/** The list of commands for the general help. */
export const SERVER_COMMANDS_HELP = `Commands for real use, each with --help
  serve               the booking server on a file, without any seed
  add-coach           a coach who can log in and be booked
  add-admin           an admin, who sees and changes everything
  migrate             a file or database to this version's schema
  copy                everything from one file or database to another
  jobs                what was given up, and trying it again
  session-types       session types of the lengths that coaches offer
  check <address>     whether another backend speaks the contract
  script-tag <address>  what pins the scripts under an address by their hashes
`;

async function runServer(args: readonly string[], env: Environment): Promise<void> {
  const settings = readServeSettings(args, env);
  if (!settings) return console.log(SERVE_HELP);
  process.umask(0o077);
  surviveClosedOutput();
  const host = await startBookingService(
    settings,
    (line) => console.log(JSON.stringify({ time: new Date().toISOString(), ...line })),
    env,
  );
  onStopSignal(() => host.stop().then(() => console.log('Stopped')));
  console.log(`CultureBridge Booking is at ${host.url}${settings.basePath}, data in ${shownPlace(settings.file)}`);
}

const addHelp = (role: string) => `culturebridge-booking add-${role}: somebody who can log in

  --data <place>      the server's file or database            (BOOKING_DATA, else DATABASE_URL)
  --email <address>   what ${role === 'coach' ? 'the coach logs' : 'the admin logs'} in with
  --name <name>       as clients see it
  --time-zone <zone>  such as Europe/Berlin                    (UTC)

The password comes from BOOKING_PASSWORD, or as a line on standard input. The server may be running meanwhile.
`;

async function addPerson(role: 'coach' | 'admin', args: readonly string[], env: Environment): Promise<void> {
  const values = parseAdd(args);
  if (values.help) return console.log(addHelp(role));
  const place = readPlace(values.data, env, 'Name the file of the server');
  const password = env.BOOKING_PASSWORD ?? (await readLine());
  process.umask(0o077);
  const store = await openStore(place, env);
  try {
    const timeZone = values['time-zone'] ?? 'UTC';
    const id = await addAccount(store, { role, email: values.email, name: values.name, timeZone, password });
    console.log(id);
  } finally {
    await store.close();
  }
}

function parseAdd(args: readonly string[]) {
  return readArguments(args, {
    options: {
      data: { type: 'string' },
      email: { type: 'string' },
      name: { type: 'string' },
      'time-zone': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

async function readLine(): Promise<string> {
  // A terminal shows the password while it is typed.
  if (process.stdin.isTTY) throw new UsageError('Give the password in BOOKING_PASSWORD, or through a pipe');
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  return text.split(/\r?\n/)[0] ?? '';
}
