import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
// @ts-expect-error: an example in JavaScript, without types.
import { createApp } from '../../examples/backend-express/server.js';
import { checkBackend } from '../../src/server/conformance/check-backend.ts';
import { verdictOn } from '../../src/server/conformance/finding.ts';

const people = ['one', 'two'].map((name) => ({
  name,
  email: `${name}@example.com`,
  password: 'a long enough password',
}));
const { app, addUser } = createApp(':memory:');
for (const person of people) addUser(person);
const server = app.listen(0, '127.0.0.1');
afterAll(() => server.close());

test('the Express example passes the check, two clients racing included, in fewer than 150 lines', async () => {
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [account, stranger] = people;
  const findings = await checkBackend({ api, account, other: { account: stranger }, book: true });
  const bad = findings.filter(
    ({ verdict, need }) => verdict === 'wrong' || (verdict === 'missing' && need === 'booking'),
  );
  expect(bad).toEqual([]);
  expect(verdictOn(findings)).toBe('books');
  const source = readFileSync(new URL('../../examples/backend-express/server.js', import.meta.url), 'utf8');
  expect(source.trimEnd().split('\n').length).toBeLessThan(150);
});

test('the Express example names the version of Express that it is tried with', () => {
  const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  expect(read('examples/backend-express/package.json').dependencies.express).toBe(
    read('package.json').devDependencies.express,
  );
});
