import type { JobRecord, JobState } from '../jobs/job-store.ts';
import { readArguments } from './arguments.ts';
import type { Environment } from './environment.ts';
import { openStore, readPlace } from './open-store.ts';
import { UsageError } from './usage-error.ts';

const JOBS_HELP = `culturebridge-booking jobs: work for later, and what was given up

  --data <place>      the server's file or database            (BOOKING_DATA, else DATABASE_URL)
  --state <state>     dead, waiting or done                    (dead)
  --retry <id>        does a dead job again; all: every dead job
  --json              one line of JSON a job

The server may be running: it takes up what is tried again within seconds.
`;

const PAGE = 100;

/** Lists jobs of a state, or makes dead ones due again. Throws `UsageError`. */
export async function runJobs(args: readonly string[], env: Environment): Promise<void> {
  const values = parse(args);
  if (values.help) return console.log(JOBS_HELP);
  const state = readState(values.state ?? 'dead');
  const store = await openStore(readPlace(values.data, env, 'Name the file or database'), env);
  const all = async (of: JobState): Promise<readonly JobRecord[]> => {
    const found: JobRecord[] = [];
    for (;;) {
      const { jobs, total } = await store.jobs.list(of, { skip: found.length, limit: PAGE });
      found.push(...jobs);
      if (jobs.length === 0 || found.length >= total) return found;
    }
  };
  try {
    const { retry } = values;
    if (retry === undefined) {
      const jobs = await all(state);
      for (const job of jobs) console.log(values.json ? JSON.stringify(job) : line(job));
      if (!values.json) console.log(`${jobs.length} ${state}`);
      return;
    }
    const ids = retry === 'all' ? (await all('dead')).map(({ id }) => id) : [retry];
    let revived = 0;
    for (const id of ids) if (await store.jobs.revive(id, Date.now())) revived += 1;
    if (retry !== 'all' && revived === 0) throw new UsageError(`--retry ${retry}: there is no dead job with this id`);
    console.log(`${revived} will be tried again`);
  } finally {
    await store.close();
  }
}

/** `2025-11-05T10:30:00Z  <id>  calendar-sync  booking-1  10 attempts: why` */
function line({ id, kind, key, attempts, lastError, dueAt, finishedAt }: JobRecord): string {
  const at = new Date(finishedAt ?? dueAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const why = lastError === null ? '' : `: ${lastError}`;
  return `${at}  ${id}  ${kind}  ${key}  ${attempts} attempts${why}`;
}

function readState(text: string): JobState {
  if (text === 'dead' || text === 'waiting' || text === 'done') return text;
  throw new UsageError(`--state ${text}: must be dead, waiting or done`);
}

function parse(args: readonly string[]) {
  return readArguments(args, {
    options: {
      data: { type: 'string' },
      state: { type: 'string' },
      retry: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}
