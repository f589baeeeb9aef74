import { readInstant } from '../contract/values.ts';
import { readArguments, wholeNumber } from '../server/hosts/arguments.ts';
import { SERVER_COMMANDS_HELP } from '../server/hosts/commands.ts';
import { UsageError } from '../server/hosts/usage-error.ts';
import { isScenario, type Scenario, scenarios } from './scenarios.ts';

/** The options of the command line. */
export interface CliOptions {
  readonly host: string;
  readonly port: number;
  readonly clock: string;
  readonly scenario: Scenario;
  readonly latency?: number;
  /** The SQLite file or PostgreSQL address; absent: data is kept in memory. */
  readonly file?: string;
  /** False: the demo's main page is sent without times in it. */
  readonly ssr?: boolean;
}

export { UsageError };

export const HELP = `culturebridge-booking: a booking server with seeded coaches, for development

  --port <n>          listen on this port                      (8000)
  --host <address>    listen on this address                   (127.0.0.1)
  --clock <instant>   start at 2025-11-05T10:30:00Z, say       (the real time)
  --scenario <name>   ${Object.keys(scenarios).join(', ')}
  --latency <ms>      let every answer wait                    (0)
  --data <place>      keep everything in this SQLite file, or in
                      postgres://user:password@host/database   (in memory)
  --no-ssr            send the demo's main page without times in it
  --help
  --version

Scenarios
${Object.entries(scenarios)
  .map(([name, meaning]) => `  ${name.padEnd(19)} ${meaning}`)
  .join('\n')}

${SERVER_COMMANDS_HELP}
Log in as client@example.com, coach@example.com or admin@example.com with the password password123.
`;

/** Reads the arguments after the command's name; `undefined` when help is asked for. Throws `UsageError`. */
export function readCliOptions(args: readonly string[]): CliOptions | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  const { clock = 'real', scenario = 'normal', host = '127.0.0.1', data } = values;
  if (clock !== 'real' && readInstant(clock) === undefined) {
    throw new UsageError(`--clock ${clock}: must be an instant such as 2025-11-05T10:30:00Z, or real`);
  }
  if (!isScenario(scenario)) {
    throw new UsageError(`--scenario ${scenario}: must be one of ${Object.keys(scenarios).join(', ')}`);
  }
  return {
    host,
    port: wholeNumber('--port', values.port ?? '8000', 65535),
    clock,
    scenario,
    ...(values['no-ssr'] && { ssr: false }),
    ...(values.latency !== undefined && { latency: wholeNumber('--latency', values.latency, 60_000) }),
    ...(data !== undefined && { file: data }),
  };
}

function parse(args: readonly string[]) {
  return readArguments(args, {
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      clock: { type: 'string' },
      scenario: { type: 'string' },
      latency: { type: 'string' },
      data: { type: 'string' },
      'no-ssr': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}
