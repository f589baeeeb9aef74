import type { JobRecord, JobState, JobStore, TakenJob } from '../../jobs/job-store.ts';
import { placeholders, type Row, type Sql, type SqlValue } from './sql.ts';

const COLUMNS = 'id, kind, key, payload, state, due_at, attempts, last_error, created_at, finished_at';

/** Jobs in a database. PostgreSQL's workers skip rows that another one is taking; SQLite's wait for each other. */
export function sqlJobs(sql: Sql): JobStore {
  // With the index of kinds or states, SQLite would read and sort all waiting jobs, or all stored ones, to find the first few.
  const waiting = sql.dialect === 'sqlite' ? 'jobs INDEXED BY jobs_waiting' : 'jobs';

  /** Ends a lease; a job that was added again in the meantime becomes due instead of ended. */
  const release = async (
    { id, ticket, revision }: TakenJob,
    end: {
      readonly state: JobState;
      readonly dueAt: number;
      readonly now: number;
      readonly error: string | null;
      readonly finishedAt: number | null;
    },
  ): Promise<boolean> => {
    const ended = 'CASE WHEN revision = ?';
    const values: SqlValue[] = [revision, end.state, revision, end.dueAt, end.now, revision];
    values.push(revision, end.error, revision, end.finishedAt, id, ticket);
    const { changes } = await sql.write(
      `UPDATE jobs SET lease_until = 0, ticket = NULL,
         state = ${ended} THEN CAST(? AS TEXT) ELSE 'waiting' END,
         due_at = ${ended} THEN CAST(? AS BIGINT) ELSE CAST(? AS BIGINT) END,
         attempts = ${ended} THEN attempts ELSE 0 END,
         last_error = ${ended} THEN CAST(? AS TEXT) ELSE NULL END,
         finished_at = ${ended} THEN CAST(? AS BIGINT) ELSE NULL END
       WHERE id = ? AND ticket = ?`,
      values,
    );
    return changes === 1;
  };

  return {
    add: async (job, now) => {
      const again = `DO UPDATE SET payload = excluded.payload, due_at = excluded.due_at, state = 'waiting', attempts = 0,
        last_error = NULL, finished_at = NULL, revision = jobs.revision + 1`;
      const { changes } = await sql.write(
        `INSERT INTO jobs (id, kind, key, payload, state, due_at, created_at) VALUES (?, ?, ?, ?, 'waiting', ?, ?)
         ON CONFLICT (kind, key) ${job.repeat === 'again' ? again : 'DO NOTHING'}`,
        [crypto.randomUUID(), job.kind, job.key, JSON.stringify(job.payload), job.dueAt, now],
      );
      if (changes === 1) sql.announce({ about: 'jobs' });
      return changes === 1;
    },
    take: async ({ kinds, now, leaseMs, limit }) => {
      if (kinds.length === 0 || limit < 1) return [];
      const { rows } = await sql.write(
        `UPDATE jobs SET lease_until = ?, ticket = ?, attempts = attempts + 1
         WHERE id IN (
           SELECT id FROM ${waiting} WHERE state = 'waiting' AND due_at <= ? AND lease_until <= ? AND kind IN ${placeholders(kinds)}
           ORDER BY due_at LIMIT ?${sql.dialect === 'postgres' ? ' FOR UPDATE SKIP LOCKED' : ''})
         RETURNING ${COLUMNS}, ticket, revision`,
        [now + leaseMs, crypto.randomUUID(), now, now, ...kinds, limit],
      );
      return rows.map(readTaken).sort((a, b) => a.dueAt - b.dueAt);
    },
    finish: (job, now) => release(job, { state: 'done', dueAt: job.dueAt, now, error: null, finishedAt: now }),
    retry: (job, { dueAt, error, now }) => release(job, { state: 'waiting', dueAt, now, error, finishedAt: null }),
    bury: (job, { error, now }) => release(job, { state: 'dead', dueAt: job.dueAt, now, error, finishedAt: now }),
    nextDueAt: async (kinds) => {
      if (kinds.length === 0) return undefined;
      // Reads the first few rows of the index: jobs under way come before the next free one.
      const rows = await sql.read(
        `SELECT due_at, lease_until FROM ${waiting} WHERE state = 'waiting' AND kind IN ${placeholders(kinds)}
         ORDER BY due_at LIMIT 50`,
        kinds,
      );
      const times = rows.map((row) => Math.max(Number(row.due_at), Number(row.lease_until)));
      return times.length === 0 ? undefined : Math.min(...times);
    },
    find: async (id) => {
      const [row] = await sql.read(`SELECT ${COLUMNS} FROM jobs WHERE id = ?`, [id]);
      return row && readJob(row);
    },
    list: async (state, { skip, limit }) => {
      const by = state === 'waiting' ? 'due_at' : 'finished_at';
      const [count] = await sql.read('SELECT count(*) AS total FROM jobs WHERE state = ?', [state]);
      const rows = await sql.read(
        `SELECT ${COLUMNS} FROM jobs WHERE state = ? ORDER BY ${by} DESC, id LIMIT ? OFFSET ?`,
        [state, limit, skip],
      );
      return { jobs: rows.map(readJob), total: Number(count?.total) };
    },
    revive: async (id, now) => {
      const { changes } = await sql.write(
        `UPDATE jobs SET state = 'waiting', due_at = ?, attempts = 0, finished_at = NULL WHERE id = ? AND state = 'dead'`,
        [now, id],
      );
      if (changes === 1) sql.announce({ about: 'jobs' });
      return changes === 1;
    },
  };
}

function readJob(row: Row): JobRecord {
  return {
    id: String(row.id),
    kind: String(row.kind),
    key: String(row.key),
    payload: JSON.parse(String(row.payload)),
    state: row.state as JobState,
    dueAt: Number(row.due_at),
    attempts: Number(row.attempts),
    lastError: row.last_error === null ? null : String(row.last_error),
    createdAt: Number(row.created_at),
    finishedAt: row.finished_at === null ? null : Number(row.finished_at),
  };
}

function readTaken(row: Row): TakenJob {
  return { ...readJob(row), ticket: String(row.ticket), revision: Number(row.revision) };
}
