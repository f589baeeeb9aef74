import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emptySchedule } from '../../../src/domain/availability/schedule.ts';
import { openSqliteStore } from '../../../src/server/stores/sqlite.ts';
import { runCommand } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command to its end. */
async function run(...args: readonly string[]) {
  const command = runCommand(['session-types', ...args]);
  const code = await command.ended;
  return { code, out: command.text.out, err: command.text.err };
}

test('makes session types of the lengths of all coaches once, at the price that each length has', async () => {
  const file = join(folder, 'types.sqlite');
  const store = openSqliteStore(file);
  const lengths = {
    ana: [{ minutes: 30, price: { amount: 5000, currency: 'EUR' } }, { minutes: 60 }],
    ben: [{ minutes: 45 }],
    cleo: [],
  };
  for (const [id, durations] of Object.entries(lengths)) {
    await store.coaches.add({
      profile: { user_id: id, name: id, ...(id === 'ana' && { hourly_rate: 90, currency: 'EUR' }) },
      isActive: true,
      schedule: { ...emptySchedule('Europe/Berlin'), durations },
      scheduleVersion: 1,
    });
  }
  const typesOf = async (id: string) =>
    (await store.sessionTypes.ofCoach(id)).map(({ name, price, confirmation, position }) => ({
      name,
      price,
      confirmation,
      position,
    }));

  const trial = await run('--data', file, '--dry-run');
  expect([trial.code, trial.out]).toEqual([
    0,
    'ana  ana  30 minutes  €50\nana  ana  60 minutes  €90\nben  ben  45 minutes\n3 to make: nothing was changed\n',
  ]);
  expect(await typesOf('ana')).toEqual([]);

  expect((await run('--data', file, '--coach', 'ana')).out).toMatch(/\n2 made\n$/);
  expect(await typesOf('ana')).toEqual([
    { name: '30 minutes', price: { amount: 5000, currency: 'EUR' }, confirmation: 'coach', position: 1 },
    { name: '60 minutes', price: { amount: 9000, currency: 'EUR' }, confirmation: 'coach', position: 2 },
  ]);
  // The lengths stay, for clients that know no types.
  expect((await store.coaches.find('ana'))?.schedule.durations).toEqual(lengths.ana);

  expect((await run('--data', file)).out).toMatch(/^ben {2}ben {2}45 minutes\n1 made\n$/);
  expect((await run('--data', file)).out).toBe('0 made\n');
  const nobody = await run('--data', file, '--coach', 'dora');
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('there is no such coach')]);
  store.close();
});
