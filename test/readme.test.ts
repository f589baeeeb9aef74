import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBookingClient } from '../src/index.ts';
import { createMockServer } from '../src/mock/index.ts';
import { type NodeHost, serve } from '../src/server/hosts/node.ts';

let host: NodeHost;
beforeAll(async () => {
  const mock = createMockServer();
  host = await serve((request, peer) => mock.fetch(request, peer), { port: 0, idleGraceMs: 0 });
});
afterAll(() => host.stop());

test('the core example of the README books', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /<!-- core-example -->\n```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const code = example.replace(/^import .*\n/, '').replace('http://localhost:8000', host.url);
  const lines: string[] = [];
  const run = new Function('createBookingClient', 'console', `return (async () => {${code}})();`);
  await run(createBookingClient, { log: (line: string) => lines.push(line) });
  expect(lines).toEqual([expect.stringMatching(/^Booked \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ: pending$/)]);
});
