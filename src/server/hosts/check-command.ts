import { type ClientOptions, checkBackend } from '../conformance/check-backend.ts';
import { type Finding, LEFT_BEHIND, verdictOn } from '../conformance/finding.ts';
import { readArguments } from './arguments.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './usage-error.ts';

const CHECK_HELP = `culturebridge-booking check <address>: whether a backend speaks the contract

  --coach <id>           whose times to look at                   (the first of GET /coaches)
  --email <address>      a client's account; the password comes from BOOKING_PASSWORD
  --other-email <addr.>  a second client, who must not see what the first one booked; BOOKING_OTHER_PASSWORD
  --header <name: text>  sent with the client's calls, such as "Cookie: session=…"; as often as needed
  --book                 books times as that client, all it can go wrong with, and cancels them again
  --origin <origin>      the page that is to call                 (https://www.example.com)
  --json                 the findings as JSON

BOOKING_TOKEN and BOOKING_OTHER_TOKEN hold bearer tokens, instead of accounts. Without --book nothing is written.
Ends with 0 when pages can book with it, else with 1.
`;

/** The command `check`. Throws `UsageError`. */
export async function runCheck(args: readonly string[], env: Environment): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.help) return console.log(CHECK_HELP);
  const [api] = positionals;
  if (!api || !URL.canParse(api)) throw new UsageError('Name the address of the backend: https://api.example.com');
  const { coach, origin, book = false, json = false } = values;
  const other = clientOf(values['other-email'], '--other-email', env.BOOKING_OTHER_PASSWORD, env.BOOKING_OTHER_TOKEN);
  const findings = await checkBackend({
    ...clientOf(values.email, '--email', env.BOOKING_PASSWORD, env.BOOKING_TOKEN),
    ...(values.header && { headers: readHeaders(values.header) }),
    ...(other && { other }),
    api,
    book,
    coach,
    ...(origin !== undefined && { origin }),
  });
  const verdict = verdictOn(findings);
  console.log(json ? JSON.stringify({ verdict, findings }, null, 2) : writeReport(findings));
  if (verdict === 'fails') process.exitCode = 1;
}

function clientOf(
  email: string | undefined,
  option: string,
  password: string | undefined,
  token: string | undefined,
): ClientOptions | undefined {
  if (email === undefined) return token === undefined ? undefined : { token };
  if (!password) {
    const variable = option === '--email' ? 'BOOKING_PASSWORD' : 'BOOKING_OTHER_PASSWORD';
    throw new UsageError(`Give the password of ${option} in ${variable}`);
  }
  return { account: { email, password } };
}

function readHeaders(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, text] = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/.exec(line) ?? [];
      if (!name || text === undefined) throw new UsageError(`Write --header as "Name: text", not "${line}"`);
      return [name.toLowerCase(), text] as const;
    }),
  );
}

function parse(args: readonly string[]) {
  return readArguments(args, {
    allowPositionals: true,
    options: {
      coach: { type: 'string' },
      email: { type: 'string' },
      'other-email': { type: 'string' },
      header: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      book: { type: 'boolean' },
      origin: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
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

/** The findings as a table, the most necessary calls first; bookings left behind come before all others. */
export function writeReport(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length));
  const row = ({ verdict, what, says, cure, times }: Finding) => {
    const often = times === undefined ? '' : ` (${times} times)`;
    return `  ${verdict.padEnd(8)} ${what.padEnd(width)}  ${says}${often}${cure === undefined ? '' : `. Do: ${cure}`}`;
  };
  const left = findings.filter(({ what }) => what === LEFT_BEHIND);
  const sections = (['booking', 'managing', 'extra'] as const).map((need) => {
    const lines = findings.filter((found) => found.need === need && !left.includes(found));
    return [headings[need], ...lines.map(row)].join('\n');
  });
  const first = left.length > 0 ? [['To be undone by hand', ...left.map(row)].join('\n')] : [];
  return [...first, ...sections, verdicts[verdictOn(findings)]].join('\n\n');
}
