import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test, vi } from 'vitest';
import { runCopy, runMigrate } from '../../../src/server/hosts/database-commands.ts';
import { openStore } from '../../../src/server/hosts/open-store.ts';
import { UsageError } from '../../../src/server/hosts/usage-error.ts';
import { migrations } from '../../../src/server/stores/sql/migrations.ts';
import { createTestDatabase } from '../stores/test-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-moves-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command prints. */
async function printed(command: Promise<void>): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await command;
    return log.mock.calls.map(([line]) => `${line}\n`).join('');
  } finally {
    log.mockRestore();
  }
}

test('a file of 0.1.0 is shown its steps, takes them, and moves to PostgreSQL; a second move into it is refused', async () => {
  const file = join(folder, 'grown.sqlite');
  const fixture = fileURLToPath(new URL('../stores/fixtures/0.1.0.sqlite.gz', import.meta.url));
  writeFileSync(file, gunzipSync(readFileSync(fixture)));
  const database = await createTestDatabase();

  const shown = await printed(runMigrate(['--data', file, '--dry-run'], {}));
  expect(shown.trim().split('\n')).toHaveLength(migrations.length + 1);
  expect(shown).toMatch(/has schema version 0: nothing was changed\n$/);
  const steps = await printed(runMigrate([], { BOOKING_DATA: file }));
  expect(steps).toContain(`has schema version ${migrations.length} now`);

  const moved = await printed(runCopy(['--from', file, '--to', database.url], {}));
  expect(moved).toMatch(/^bookings +14$/m);
  expect(moved).toMatch(/read twice and equal\n$/);
  expect((await database.sql('SELECT count(*)::int AS n FROM bookings')).rows).toEqual([{ n: 14 }]);
  expect(await printed(runMigrate([], { DATABASE_URL: database.url }))).toContain('nothing to do');

  const again = runCopy(['--from', file, '--to', database.url], {});
  await expect(again).rejects.toThrow(/of the target is not empty: copy into a new one/);
  await expect(runCopy(['--from', join(folder, 'none'), '--to', file], {})).rejects.toThrow(/there is no such file/);
  await database.drop();
});

test('a database that cannot be used ends the start with a sentence that names the cure, without the password', async () => {
  const { url, sql, drop } = await createTestDatabase();
  await (await openStore(url, {})).close?.();
  await sql("CREATE ROLE one_of_few_rights LOGIN PASSWORD 'hush-hush'");
  const asUser = (username: string) => Object.assign(new URL(url), { username, password: 'hush-hush' }).href;
  const nowhere = Object.assign(new URL(url), { pathname: '/no_such_database', password: 'hush-hush' }).href;
  for (const [place, env, cure] of [
    [nowhere, {}, /Make the database: createdb/],
    ['postgres://x@127.0.0.1:1/x', {}, /Check that it runs, and the host and port/],
    [`${url}?sslmode=verify-full`, {}, /does not support SSL.*Turn on TLS at the database server/],
    [`${url}?sslmode=verify-full&sslrootcert=/no/ca.pem`, {}, /Check the files that the address names: sslrootcert/],
    [asUser('one_of_few_rights'), {}, /permission denied for table .*start with the user that made them/],
    ['postgres://[x', {}, /must be an address such as postgres:/],
    [url, { BOOKING_OVERLAP: 'maybe' }, /BOOKING_OVERLAP maybe: must be constraint .* or trigger/],
    [url, { DATABASE_POOL: 'many' }, /DATABASE_POOL many: must be a number of connections/],
  ] as const) {
    const error = await openStore(place, env).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(cure);
    expect(String(error)).not.toContain('hush-hush');
  }
  await sql('DROP ROLE one_of_few_rights');
  await drop();
});
