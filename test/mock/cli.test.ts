import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../src/mock/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'booking-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args]);
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (text.out += chunk));
  child.stderr.on('data', (chunk) => (text.err += chunk));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, text, ended };
}

async function addressOf({ child, text }: { child: ChildProcess; text: { out: string; err: string } }) {
  for (;;) {
    const url = /http:\/\/localhost:\d+/.exec(text.out)?.[0];
    if (url) return url.replace('localhost', '127.0.0.1');
    if (child.exitCode !== null) throw new Error(text.err);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('it prints its address, serves the API, its documentation and the demo, and ends on SIGTERM', async () => {
  const server = run('--port', '0', '--clock', '2025-11-05T10:30:00Z');
  const url = await addressOf(server);
  for (const path of ['/health', '/openapi.json', '/docs', '/redoc', '/']) {
    expect((await fetch(url + path)).status, path).toBe(200);
  }
  const second = run('--port', new URL(url).port);
  expect(await second.ended).toBe(1);
  expect(second.text.err).toBe(
    `Port ${new URL(url).port} is in use: stop the program that has it, or choose another --port.\n`,
  );
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(server.text.err).toBe('');
});

test('with --data what was booked is there after a restart', async () => {
  const args = ['--port', '0', '--data', join(folder, 'data.sqlite')];
  const email = 'kept@example.com';
  const json = (body: object) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const first = run(...args);
  const url = await addressOf(first);
  expect((await fetch(`${url}/auth/signup`, json({ email, password: 'password123' }))).status).toBe(201);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  const second = run(...args);
  const again = await addressOf(second);
  expect((await fetch(`${again}/auth/login`, json({ email, password: 'password123' }))).status).toBe(200);
  expect((await (await fetch(`${again}/coaches`)).json()).coaches).toHaveLength(7);
  second.child.kill('SIGINT');
  await second.ended;
});

test('it says that the calendars are stand-ins, serves them, and lets its own pages connect', async () => {
  const server = run('--port', '0');
  const url = await addressOf(server);
  await expect.poll(() => server.text.out).toMatch(/Google and Outlook are stand-ins/);
  const logIn = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'coach@example.com', password: 'password123' }),
  });
  const headers = { authorization: `Bearer ${(await logIn.json()).access_token}` };
  const { port } = new URL(url);
  const pages = ['localhost', '127.0.0.1'].flatMap((host) =>
    ['/', '/coach', '/account', '/examples/react/'].map((path) => `http://${host}:${port}${path}`),
  );
  for (const page of [...pages, 'http://localhost:3000/callback']) {
    const path = `/calendar/google/auth-url?redirect_uri=${encodeURIComponent(page)}`;
    const { auth_url } = await (await fetch(url + path, { headers })).json();
    const consent = await fetch(auth_url.replace('localhost', '127.0.0.1'));
    expect(await consent.text(), page).toContain('This is a stand-in for Google');
  }
  const elsewhere = encodeURIComponent('https://elsewhere.example/');
  const refused = await fetch(`${url}/calendar/google/auth-url?redirect_uri=${elsewhere}`, { headers });
  expect((await refused.json()).code).toBe('redirect_uri_not_allowed');
  expect((await fetch(`${url}/stand-in/`)).status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(server.text.err).toBe('');
});

test('with --data the address of a private feed outlasts a restart', async () => {
  const args = ['--port', '0', '--data', join(folder, 'feed.sqlite')];
  const body = JSON.stringify({ email: 'coach@example.com', password: 'password123' });
  const feeds: string[] = [];
  for (let start = 0; start < 2; start += 1) {
    const server = run(...args);
    const url = await addressOf(server);
    const headers = { 'content-type': 'application/json' };
    const { access_token } = await (await fetch(`${url}/auth/login`, { method: 'POST', headers, body })).json();
    const reply = await fetch(`${url}/calendar/feed`, { headers: { authorization: `Bearer ${access_token}` } });
    feeds.push(new URL((await reply.json()).url).pathname);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.text.err).toBe('');
  }
  expect(feeds[1]).toBe(feeds[0]);
});

test('a command line that cannot be followed ends with 2 and says why', async () => {
  const { ended, text } = run('--scenario', 'odd');
  expect(await ended).toBe(2);
  expect(text.err).toMatch(/^--scenario odd: must be one of .*\nTry --help\.\n$/);
});

test('it warns where others can reach it', async () => {
  const server = run('--port', '0', '--host', '0.0.0.0');
  while (!/\bat http:/.test(server.text.out)) await new Promise((resolve) => setTimeout(resolve, 20));
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(server.text.err).toMatch(/^Warning: others can reach 0\.0\.0\.0\./);
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const printed = run('--version');
  expect(await printed.ended).toBe(0);
  expect(printed.text).toEqual({ out: `${version}\n`, err: '' });
});

test.each([[[]], [['serve', '--data', 'x.sqlite']], [['migrate']], [['check', 'nowhere']], [['--version']]])(
  'a Node that is too old gets one sentence from %j, and no stack',
  async (args) => {
    const older = "Object.defineProperty(process.versions, 'node', { value: '20.11.1' })";
    const child = spawn(process.execPath, [
      '--import',
      `data:text/javascript,${encodeURIComponent(older)}`,
      cli,
      ...args,
    ]);
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    expect(said).toBe(
      'culturebridge-booking needs Node 22.13 or later, and this is Node 20.11.1: install a newer one.\n',
    );
  },
);
