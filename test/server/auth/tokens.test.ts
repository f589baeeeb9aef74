import { expect, test } from 'vitest';
import { ACCESS_SECONDS, createTokenSigner } from '../../../src/server/auth/tokens.ts';

const SECRET = 'a secret of thirty-two bytes or more, for tests';

function atTime(secret = SECRET) {
  const time = { now: Date.UTC(2025, 10, 5) };
  return { time, tokens: createTokenSigner(secret, { now: () => time.now }) };
}

test('a token that was read before expires all the same, to the second', async () => {
  const { time, tokens } = atTime();
  const token = await tokens.access({ userId: 'u', role: 'client', familyId: 'f' });
  const claims = { userId: 'u', role: 'client', familyId: 'f' };
  expect(await tokens.readAccess(token)).toEqual(claims);
  time.now += ACCESS_SECONDS * 1000 - 1;
  expect(await tokens.readAccess(token)).toEqual(claims);
  time.now += 1;
  await expect(tokens.readAccess(token)).rejects.toMatchObject({ code: 'token_expired' });
  // The clock was set back: it is valid again, as for a server that reads it for the first time.
  time.now -= 1000;
  expect(await tokens.readAccess(token)).toEqual(claims);
});

test('a token that was read as one kind is no token of another kind, nor with another letter', async () => {
  const { tokens } = atTime();
  const access = await tokens.access({ userId: 'u', role: 'client' });
  await tokens.readAccess(access);
  const refused = { code: 'not_authenticated' };
  for (const read of [tokens.readRefresh, tokens.readLink, tokens.readDevice, tokens.readUnsubscribe]) {
    await expect(read(access)).rejects.toMatchObject(refused);
  }
  const end = access.at(-5) === 'A' ? 'B' : 'A';
  await expect(tokens.readAccess(access.slice(0, -5) + end + access.slice(-4))).rejects.toMatchObject(refused);
  await expect(atTime(`${SECRET}!`).tokens.readAccess(access)).rejects.toMatchObject(refused);
});

test('more tokens than are remembered are read all the same', async () => {
  const { tokens } = atTime();
  const first = await tokens.unsubscribe('first');
  for (let n = 0; n < 2100; n += 1) await tokens.readUnsubscribe(await tokens.unsubscribe(`u${n}`));
  expect(await tokens.readUnsubscribe(first)).toBe('first');
});
