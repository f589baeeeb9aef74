import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createJobRunner } from '../../../src/server/jobs/job-runner.ts';
import type { Store } from '../../../src/server/ports.ts';
import { openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { createTestDatabase } from '../stores/test-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-worker-'));
const workers = new Set<ChildProcess>();
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const script = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Two workers and four jobs: each job is begun by one of them; the killed one's jobs are begun again by somebody else. */
async function killAWorker(place: string, store: Store): Promise<void> {
  const notes = join(folder, crypto.randomUUID());
  const begun = () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []);
  for (let n = 0; n < 4; n += 1) {
    await store.jobs.add({ kind: 'mail', key: `job-${n}`, payload: null, dueAt: 0 }, Date.now());
  }
  const start = () => {
    const worker = spawn(process.execPath, [script, place, notes], { stdio: ['ignore', 'ignore', 'inherit'] });
    workers.add(worker);
    // From its start on: a worker that found no job left ends by itself, perhaps before it is killed.
    return { worker, closed: once(worker, 'close') };
  };
  const [one, two] = [start(), start()];
  for (let tries = 0; begun().length < 4 && tries < 500; tries += 1) await wait(20);
  const keys = begun().map((line) => line.split(' ')[1]);
  expect(keys.sort()).toEqual(['job-0', 'job-1', 'job-2', 'job-3']);
  for (const { worker, closed } of [one, two]) {
    worker.kill('SIGKILL');
    await closed;
  }
  const done: string[] = [];
  const later = createJobRunner({ store, clock: { now: () => Date.now() + 10 * 60_000 } });
  later.register({ name: 'mail', run: async ({ key }) => void done.push(key) });
  later.wake();
  await later.idle();
  expect(done.sort()).toEqual(keys);
  const { jobs } = await store.jobs.list('done', { skip: 0, limit: 10 });
  expect(jobs.map(({ attempts }) => attempts)).toEqual([2, 2, 2, 2]);
}

test('SQLite: kill -9 of workers in the middle of jobs: each job had one worker, and is done by the next', async () => {
  const file = join(folder, 'worker.sqlite');
  const store = openSqliteStore(file);
  await killAWorker(file, store);
  store.close();
});

test('PostgreSQL: the same', async () => {
  const database = await createTestDatabase();
  const store = await openPostgresStore(database.url);
  await killAWorker(database.url, store);
  await store.close();
  await database.drop();
});
