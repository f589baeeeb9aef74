import { parseArgs } from 'node:util';
import { checkBackend } from '../conformance/check-backend.ts';
import { type Finding, verdictOn } from '../conformance/finding.ts';
import type { Environment } from './settings.ts';
import { UsageError } from './usage-error.ts';

const CHECK_HELP = `culturebridge-booking check <address>: whether a backend speaks the contract

  --coach <id>        whose times to look at                   (the first of GET /coaches)
  --email <address>   a client's account; the password comes from BOOKING_PASSWORD
  --book              books a time as that client, and cancels it again
  --origin <origin>   the page that is to call                 (https://www.example.com)

BOOKING_TOKEN holds a client's bearer token, instead of an account. Without --book nothing is written.
Ends with 0 when pages can book with it, else with 1.
`;

/** The command `check`. Throws `UsageError`. */
export async function runCheck(args: readonly string[], env: Environment): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.help) return console.log(CHECK_HELP);
  const [api] = positionals;
  if (!api || !URL.canParse(api)) throw new UsageError('Name the address of the backend: https://api.example.com');
  const { email, coach, origin, book = false } = values;
  const password = env.BOOKING_PASSWORD;
  if (email !== undefined && !password) throw new UsageError('Give the password of --email in BOOKING_PASSWORD');
  const findings = await checkBackend({
    api,
    book,
    coach,
    token: env.BOOKING_TOKEN,
    ...(email !== undefined && password && { account: { email, password } }),
    ...(origin !== undefined && { origin }),
  });
  console.log(writeReport(findings));
  if (verdictOn(findings) === 'fails') process.exitCode = 1;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        coach: { type: 'string' },
        email: { type: 'string' },
        book: { type: 'boolean' },
        origin: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const headings = {
  booking: 'Needed to book',
  managing: 'Needed to look after bookings',
  extra: 'Extensions and conveniences',
} as const;

const verdicts = {
  works: 'Pages can work with this backend.',
  books: 'Pages can book with this backend, but not look after every booking: see what is missing above.',
  fails: 'Pages cannot work with this backend yet: see what is missing or wrong above.',
} as const;

/** The findings as a table, what is needed most first. */
export function writeReport(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length));
  const sections = (['booking', 'managing', 'extra'] as const).map((need) => {
    const lines = findings.filter((found) => found.need === need);
    const rows = lines.map(({ verdict, what, says }) => `  ${verdict.padEnd(8)} ${what.padEnd(width)}  ${says}`);
    return [headings[need], ...rows].join('\n');
  });
  return [...sections, verdicts[verdictOn(findings)]].join('\n\n');
}
