import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { runCommand } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-jobs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command to its end. */
async function run(...args: readonly string[]) {
  const command = runCommand(['jobs', ...args]);
  const code = await command.ended;
  return { code, out: command.text.out, err: command.text.err };
}

test('lists what was given up, with the reason, and has it done again', async () => {
  const file = join(folder, 'jobs.sqlite');
  const store = openSqliteStore(file);
  for (const key of ['a', 'b', 'c']) await store.jobs.add({ kind: 'mail', key, payload: null, dueAt: 0 }, 0);
  const [first, second] = await store.jobs.take({ kinds: ['mail'], now: 1, leaseMs: 1000, limit: 2 });
  if (!first || !second) throw new Error('two jobs were due');
  await store.jobs.bury(first, { error: 'the mailbox is full', now: 2 });
  await store.jobs.bury(second, { error: 'there is no such address', now: 3 });

  const listed = await run('--data', file);
  expect(listed.code).toBe(0);
  expect(listed.out).toContain(`${first.id}  mail  ${first.key}  1 attempts: the mailbox is full`);
  expect(listed.out).toMatch(/\n2 dead\n$/);
  expect(JSON.parse((await run('--data', file, '--json')).out.split('\n')[0] ?? '')).toMatchObject({ id: second.id });
  expect((await run('--data', file, '--state', 'waiting')).out).toMatch(/ {2}mail {2}c {2}0 attempts\n1 waiting\n$/);

  expect((await run('--data', file, '--retry', first.id)).out).toBe('1 will be tried again\n');
  expect(await store.jobs.find(first.id)).toMatchObject({ state: 'waiting', attempts: 0 });
  const again = await run('--data', file, '--retry', first.id);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('there is no dead job with this id')]);
  expect((await run('--data', file, '--retry', 'all')).out).toBe('1 will be tried again\n');
  expect((await run('--data', file, '--state', 'late')).code).toBe(2);
  store.close();
});
