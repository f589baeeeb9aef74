import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { type RunningPostgres, startPostgres } from '../../.ci/postgres/start-postgres.ts';
import { emptySchedule, everyWeek } from '../../src/domain/availability/schedule.ts';
import type { Store } from '../../src/server/ports.ts';
import { openPostgresStore } from '../../src/server/stores/postgres.ts';
import { openSqliteStore } from '../../src/server/stores/sqlite.ts';

/** Whose times everybody wants: open day and night. */
export const COACH = 'coach-of-the-chaos';
/** Others, as open: for bookings that do not meet. */
export const coachOf = (n: number): string => `${COACH}-${n % 20}`;

/** A statement and its values, `?` for each. */
export type BareStatement = readonly [text: string, values: readonly (string | number)[]];

/** A connection of the driver, with prepared statements, as the program has them. */
interface BareConnection {
  /** Runs statements that write as one commit: PostgreSQL as one statement, SQLite as a transaction where there are several. */
  run(...statements: readonly BareStatement[]): Promise<void>;
  end(): Promise<void>;
}

/** A new file or database with one coach in it. */
export interface Place {
  /** For `--data`. */
  readonly data: string;
  open(): Promise<Store>;
  /** Runs statements beside the program, on a connection of its own. */
  sql(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** A connection that nobody else uses: what it runs shows the database's own speed. */
  bare(): Promise<BareConnection>;
  drop(): Promise<void>;
}

/** The databases under test. */
export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly postgres: RunningPostgres | undefined;
  make(): Promise<Place>;
  stop(): Promise<void>;
}

async function addCoach(place: Omit<Place, 'drop'>): Promise<void> {
  const store = await place.open();
  const schedule = { ...emptySchedule('UTC'), weekly_hours: everyWeek([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00') };
  for (const id of [COACH, ...Array.from({ length: 20 }, (_, n) => coachOf(n))]) {
    await store.coaches.add({ profile: { user_id: id, name: 'Coach' }, isActive: true, schedule, scheduleVersion: 1 });
  }
  await store.close();
}

export function sqliteEngine(folder = mkdtempSync(join(tmpdir(), 'booking-chaos-'))): Engine {
  return {
    name: 'SQLite',
    postgres: undefined,
    async make() {
      const data = join(folder, `${crypto.randomUUID()}.sqlite`);
      const place: Omit<Place, 'drop'> = {
        data,
        open: async () => openSqliteStore(data),
        async sql(text) {
          const db = new DatabaseSync(data);
          try {
            db.exec('PRAGMA busy_timeout = 5000');
            return db.prepare(text).all();
          } finally {
            db.close();
          }
        },
        async bare() {
          const db = new DatabaseSync(data);
          db.exec('PRAGMA busy_timeout = 5000');
          const known = new Map<string, ReturnType<DatabaseSync['prepare']>>();
          const runOne = ([text, values]: BareStatement) => {
            const statement = known.get(text) ?? db.prepare(text);
            known.set(text, statement);
            statement.run(...values);
          };
          return {
            async run(...statements) {
              if (statements.length > 1) runOne(['BEGIN IMMEDIATE', []]);
              statements.forEach(runOne);
              if (statements.length > 1) runOne(['COMMIT', []]);
            },
            end: async () => db.close(),
          };
        },
      };
      await addCoach(place);
      return {
        ...place,
        drop: async () => {
          for (const end of ['', '-wal', '-shm']) rmSync(data + end, { force: true });
        },
      };
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function postgresEngine(): Promise<Engine> {
  const postgres = await startPostgres({ durable: true });
  const query = async (url: string, text: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    name: 'PostgreSQL',
    postgres,
    async make() {
      const name = `chaos_${crypto.randomUUID().replaceAll('-', '')}`;
      await query(postgres.url, `CREATE DATABASE ${name}`);
      const data = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
      const place: Omit<Place, 'drop'> = {
        data,
        open: () => openPostgresStore(data),
        sql: (text) => query(data, text),
        async bare() {
          const client = new pg.Client({ connectionString: data });
          await client.connect();
          return {
            async run(...statements) {
              let count = 0;
              const texts = statements.map(([text]) => text.replace(/\?/g, () => `$${++count}`));
              const before = texts.slice(0, -1).map((text, n) => `written_${n} AS (${text})`);
              const text = `${before.length > 0 ? `WITH ${before.join(', ')} ` : ''}${texts.at(-1)}`;
              await client.query({
                name: `bare_${texts.length}`,
                text,
                values: statements.flatMap(([, values]) => values),
              });
            },
            end: () => client.end(),
          };
        },
      };
      await addCoach(place);
      return { ...place, drop: async () => void (await query(postgres.url, `DROP DATABASE ${name} WITH (FORCE)`)) };
    },
    stop: () => postgres.stop(),
  };
}

/** Sessions of a coach that begin before an earlier one has ended: what must never be. */
export async function overlapsIn(place: Place): Promise<number> {
  const [row] = await place.sql(
    `SELECT count(*) AS overlaps FROM (
       SELECT starts_at, max(ends_at) OVER (PARTITION BY coach_id ORDER BY starts_at, id
         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier_end
       FROM bookings WHERE status <> 'cancelled') AS sessions
     WHERE starts_at < earlier_end`,
  );
  return Number(row?.overlaps);
}
