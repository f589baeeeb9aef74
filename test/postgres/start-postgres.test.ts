import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPostgres } from '../../.ci/postgres/find-postgres.ts';
import { startPostgres } from '../../.ci/postgres/start-postgres.ts';
import { openPostgresStore } from '../../src/server/stores/postgres.ts';

const nowhere = join(tmpdir(), 'no-such-folder', '*');

test('an installed server goes before the one from npm, and the PATH before the usual folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'installed-postgres-'));
  for (const program of ['initdb', 'postgres']) {
    writeFileSync(join(folder, program), '');
    chmodSync(join(folder, program), 0o755);
  }
  expect(findPostgres({ PATH: folder })).toEqual({ bin: folder, from: 'installed' });
  expect(findPostgres({ PATH: '' }, folder)).toEqual({ bin: folder, from: 'installed' });
  rmSync(folder, { recursive: true });
  expect(findPostgres({ PATH: folder }, nowhere).from).toBe('embedded');
});

test('where none is installed, the server from npm starts, holds the tables and their constraint, and ends', async () => {
  const postgres = await startPostgres({ programs: findPostgres({ PATH: '' }, nowhere) });
  const store = await openPostgresStore(postgres.url);
  expect(await store.coaches.list()).toEqual([]);
  await store.close();
  const { pid } = postgres;
  await postgres.stop();
  expect(() => process.kill(Number(pid), 0)).toThrow(/ESRCH/);
});
