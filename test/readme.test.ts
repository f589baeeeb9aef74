import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBookingClient } from '../src/index.ts';
import { createMockServer } from '../src/mock/index.ts';
import { type NodeHost, serve } from '../src/server/hosts/node.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

let host: NodeHost;
beforeAll(async () => {
  const mock = createMockServer();
  host = await serve((request, peer) => mock.fetch(request, peer), { port: 0, idleGraceMs: 0 });
});
afterAll(() => host.stop());

test('the core example of the README books', async () => {
  const [, example = ''] = /<!-- core-example -->\n```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const code = example.replace(/^import .*\n/, '').replace('http://localhost:8000', host.url);
  const lines: string[] = [];
  const run = new Function('createBookingClient', 'console', `return (async () => {${code}})();`);
  await run(createBookingClient, { log: (line: string) => lines.push(line) });
  expect(lines).toEqual([expect.stringMatching(/^Booked \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ: pending$/)]);
});

test('the options that the README writes after `npm start --` start the demo, on another port here', async () => {
  const [, written = ''] = /`npm start -- (--port 9000 [^`]+)`/.exec(readme) ?? [];
  const options = written.replace('9000', '0').split(' ');
  expect(options).toContain('--scenario');
  const cli = fileURLToPath(new URL('../src/mock/cli.ts', import.meta.url));
  const child = spawn(process.execPath, [cli, ...options]);
  const ended = once(child, 'exit');
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        printed += String(chunk);
        const [found] = /http:\/\/localhost:\d+/.exec(printed) ?? [];
        if (found) resolve(found);
      });
    child.on('exit', () => reject(new Error(printed)));
  });
  expect((await fetch(`${address.replace('localhost', '127.0.0.1')}/health`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 60_000);
