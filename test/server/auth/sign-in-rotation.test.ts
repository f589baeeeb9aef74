import { expect, test } from 'vitest';
import { createMockServer, seed } from '../../../src/mock/index.ts';
import type { Store } from '../../../src/server/ports.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';

/** A memory store in which the first two reads of a token family both end before either caller goes on. */
function storeWithRace(): Store {
  const store = createMemoryStore();
  let waiting: (() => void)[] = [];
  let reads = 0;
  const find: Store['tokens']['find'] = async (familyId) => {
    const family = await store.tokens.find(familyId);
    reads += 1;
    if (reads < 2) await new Promise<void>((resolve) => waiting.push(resolve));
    for (const resume of waiting) resume();
    waiting = [];
    return family;
  };
  return { ...store, tokens: { ...store.tokens, find } };
}

test('of two tabs that refresh at once, the one that loses the race gets the same successor', async () => {
  const server = createMockServer({ clock: '2025-11-05T10:30:00Z', store: storeWithRace() });
  const post = async (path: string, json: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const request = new Request(`http://localhost${path}`, { method: 'POST', headers, body: JSON.stringify(json) });
    const reply = await server.fetch(request);
    return { status: reply.status, body: await reply.json() };
  };
  const first = await post('/auth/login', { email: seed.client.email, password: 'password123' });
  const refresh = (refresh_token: string) => post('/auth/refresh', { refresh_token });
  const both = await Promise.all([refresh(first.body.refresh_token), refresh(first.body.refresh_token)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(both[0]?.body.refresh_token).toBe(both[1]?.body.refresh_token);
  server.clock.advance(60_000);
  expect((await refresh(both[1]?.body.refresh_token)).status).toBe(200);
});

test('a clock that is set back does not make replaced refresh tokens good again', async () => {
  const server = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const post = async (path: string, json: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const request = new Request(`http://localhost${path}`, { method: 'POST', headers, body: JSON.stringify(json) });
    const reply = await server.fetch(request);
    return { status: reply.status, body: await reply.json() };
  };
  const first = (await post('/auth/login', { email: seed.client.email, password: 'password123' })).body;
  expect((await post('/auth/refresh', { refresh_token: first.refresh_token })).status).toBe(200);
  server.clock.advance(-2 * 60 * 60_000);
  expect((await post('/auth/refresh', { refresh_token: first.refresh_token })).status).toBe(401);
});
