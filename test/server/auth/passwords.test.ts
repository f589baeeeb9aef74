import crypto from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { createPasswords, defaultPasswordCost } from '../../../src/server/auth/passwords.ts';

const cheap = { N: 16, r: 1, p: 1 };

test('a password matches its own hash alone', async () => {
  const passwords = createPasswords(cheap);
  const hash = await passwords.hash('correct horse');
  expect(await passwords.verify('correct horse', hash)).toBe(true);
  expect(await passwords.verify('correct horsf', hash)).toBe(false);
  expect(await passwords.verify('correct horse', await passwords.hash('another'))).toBe(false);
});

test('a hash made at another cost still matches', async () => {
  const hash = await createPasswords(cheap).hash('long ago');
  expect(await createPasswords({ N: 32, r: 1, p: 2 }).verify('long ago', hash)).toBe(true);
});

test('letters that look the same are the same, however the keyboard made them', async () => {
  const passwords = createPasswords(cheap);
  expect(await passwords.verify('cafe\u0301', await passwords.hash('caf\u00e9'))).toBe(true);
});

test('where there is nobody, nothing matches, and it takes as long', async () => {
  const passwords = createPasswords({ N: 2 ** 13, r: 8, p: 1 });
  const hash = await passwords.hash('x');
  await passwords.verify('x', hash);
  const time = async (known: string | undefined) => {
    const start = performance.now();
    await passwords.verify('y', known);
    return performance.now() - start;
  };
  const [known, unknown] = [await time(hash), await time(undefined)];
  expect(unknown).toBeGreaterThan(known / 4);
  expect(await passwords.verify('nobody has this password', undefined)).toBe(false);
});

test('the usual cost is one OWASP recommends', () => {
  expect(defaultPasswordCost).toEqual({ N: 16384, r: 8, p: 5 });
});

test('in Node the work is done off the event loop, and gives what the browser gives', async () => {
  const native = vi.spyOn(crypto, 'scrypt');
  const hash = await createPasswords(cheap).hash('same everywhere');
  expect(native).toHaveBeenCalledOnce();
  const getBuiltinModule = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  expect(await createPasswords(cheap).verify('same everywhere', hash)).toBe(true);
  expect(native).toHaveBeenCalledOnce();
  getBuiltinModule.mockRestore();
  native.mockRestore();
});

test('a storm of sign-ins leaves the event loop free, and what the queue does not hold is refused', async () => {
  const passwords = createPasswords({ N: 2 ** 14, r: 8, p: 1 }, { running: 2, waiting: 10 });
  const hash = await passwords.hash('x');
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 5);
  const startedAt = performance.now();
  const storm = await Promise.allSettled(Array.from({ length: 20 }, () => passwords.verify('y', hash)));
  const elapsed = performance.now() - startedAt;
  clearInterval(ticking);
  const refused = storm.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(refused[0]).toMatchObject({ reason: { code: 'server_busy' } });
  // Scrypt in JavaScript lets the loop turn once in 10 ms times the number under way.
  expect(turns).toBeGreaterThan(elapsed / 40);
});
