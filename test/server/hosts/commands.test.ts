import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CONTRACT_VERSION } from '../../../src/contract/endpoints.ts';
import { addressOf, BOOKING_SECRET, runCommand } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'booking-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ana = ['--email', 'Ana@example.com', '--name', 'Ana Keller', '--time-zone', 'Europe/Berlin'];
const password = 'a long enough password';

async function send(url: string, path: string, json?: unknown, headers: Record<string, string> = {}) {
  const body = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) };
  const reply = await fetch(url + path, { ...body, headers: { 'content-type': 'application/json', ...headers } });
  return { status: reply.status, headers: reply.headers, body: await reply.json() };
}

test('serve starts empty, takes a coach who is added meanwhile, and ends on SIGTERM', async () => {
  const file = join(folder, 'empty.sqlite');
  const server = runCommand(['serve', '--data', file, '--port', '0'], {
    BOOKING_SECRET,
    ALLOW_ORIGINS: 'https://coach.example',
    PUBLIC_URL: 'https://api.example.com',
  });
  const url = await addressOf(server);
  expect((await send(url, '/health')).body).toEqual({ status: 'ok', contract_version: CONTRACT_VERSION });
  expect((await send(url, '/coaches')).body).toEqual({ coaches: [], total: 0 });
  for (const email of ['client@example.com', 'admin@example.com', 'coach@example.com']) {
    expect((await send(url, '/auth/login', { email, password: 'password123' })).status).toBe(401);
  }

  const adding = runCommand(['add-coach', '--data', file, ...ana], {}, `${password}\n`);
  expect(await adding.ended).toBe(0);
  const id = adding.text.out.trim();
  const { coaches } = (await send(url, '/coaches')).body;
  expect(coaches).toMatchObject([{ user_id: id, name: 'Ana Keller', time_zone: 'Europe/Berlin', is_active: true }]);
  const logIn = await send(url, '/auth/login', { email: 'ana@example.com', password });
  expect(logIn.status).toBe(200);
  const authorization = `Bearer ${logIn.body.access_token}`;
  expect((await send(url, '/auth/me', undefined, { authorization })).body).toMatchObject({ id, role: 'coach' });

  const feed = (await send(url, '/calendar/feed', undefined, { authorization })).body.url;
  expect(feed).toMatch(/^https:\/\/api\.example\.com\/calendar\/feed\/[0-9a-f]{64}\.ics$/);
  expect((await fetch(feed.replace('https://api.example.com', url))).status).toBe(200);
  const allowed = await send(url, '/coaches', undefined, { origin: 'https://coach.example' });
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://coach.example');
  const other = await send(url, '/coaches', undefined, { origin: 'https://other.example' });
  expect(other.headers.get('access-control-allow-origin')).toBeNull();

  // What is kept is nobody else's business.
  expect(statSync(file).mode & 0o077).toBe(0);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(server.text.out).toMatch(/Stopped\n$/);
  expect(server.text.err).toBe('');

  const lines = server.text.out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  expect(lines).toContainEqual({
    time: expect.stringMatching(/Z$/),
    level: 'info',
    call: 'POST /auth/login',
    status: 200,
    ms: expect.any(Number),
    address: '127.0.0.1',
  });
  const secrets = [password, logIn.body.access_token, logIn.body.refresh_token, /feed\/([0-9a-f]+)/.exec(feed)?.[1]];
  for (const secret of [...secrets, BOOKING_SECRET]) expect(server.text.out).not.toContain(secret);
});

test('an admin is added with the password from the environment, and sees what only admins see', async () => {
  const file = join(folder, 'admin.sqlite');
  const args = ['add-admin', '--data', file, '--email', 'root@example.com', '--name', 'Robin'];
  expect(await runCommand(args, { BOOKING_PASSWORD: password }).ended).toBe(0);
  const server = runCommand(['serve', '--data', file, '--port', '0'], { BOOKING_SECRET });
  const url = await addressOf(server);
  const { access_token } = (await send(url, '/auth/login', { email: 'root@example.com', password })).body;
  const headers = { authorization: `Bearer ${access_token}` };
  expect((await send(url, '/booking/client/somebody', undefined, headers)).status).toBe(200);
  server.child.kill('SIGTERM');
  await server.ended;
});

test('limits count the visitor behind a trusted proxy, whatever the visitor writes into the header', async () => {
  const server = runCommand(['serve', '--data', join(folder, 'proxy.sqlite'), '--port', '0'], {
    BOOKING_SECRET,
    TRUST_PROXY: '1',
    RATE_LIMITS: 'guestsByAddress=2/600',
  });
  const url = await addressOf(server);
  const guest = (n: number, forwarded: string) =>
    send(url, '/auth/guest', { email: `g${n}@example.com`, name: 'G' }, { 'x-forwarded-for': forwarded });
  const spoofing = [
    await guest(1, '203.0.113.9'),
    await guest(2, '198.51.100.1, 203.0.113.9'),
    await guest(3, '198.51.100.2, 203.0.113.9'),
  ];
  expect(spoofing.map(({ status }) => status)).toEqual([201, 201, 429]);
  expect((await guest(4, '203.0.113.10')).status).toBe(201);
  server.child.kill('SIGTERM');
  await server.ended;
});

test.each([
  [['serve'], {}, '', /^Name the file to keep everything in/],
  [['serve', '--data', 'x.sqlite'], {}, '', /^Set BOOKING_SECRET/],
  [['serve', '--data', 'x.sqlite'], { BOOKING_SECRET: 'short' }, '', /^BOOKING_SECRET has 5 bytes/],
  [['serve', '--data', join(folder, 'no', 'x.sqlite')], { BOOKING_SECRET }, '', /The folder must exist/],
  [
    ['add-coach', '--data', join(folder, 'a.sqlite'), '--email', 'a'],
    {},
    'x\n',
    /--email must .*\n--name is required\nThe password must be at least 8/,
  ],
  [['add-coach', ...ana], {}, password, /^Name the file of the server/],
  [['check', 'nowhere'], {}, '', /^Name the address of the backend/],
  [
    ['check', 'http://localhost', '--email', 'a@example.com'],
    {},
    '',
    /^Give the password of --email in BOOKING_PASSWORD/,
  ],
])('%j with %j ends with 2 and says why', async (args, env, input, message) => {
  const { ended, text } = runCommand(args, env as Record<string, string>, input);
  expect(await ended).toBe(2);
  expect(text.err).toMatch(message);
});

test('check reads a backend as a page would, books nothing unless told to, and ends with 1 when nobody is there', async () => {
  const file = join(folder, 'checked.sqlite');
  const server = runCommand(['serve', '--data', file, '--port', '0'], { BOOKING_SECRET });
  const url = await addressOf(server);
  expect(await runCommand(['add-coach', '--data', file, ...ana], {}, password).ended).toBe(0);
  const check = runCommand(['check', url]);
  expect(await check.ended).toBe(0);
  expect(check.text.out).toMatch(/ok +GET \/coaches +1 coaches, Ana Keller first/);
  expect(check.text.out).toMatch(/skipped +POST \/booking +not tried/);
  expect(check.text.out).toMatch(/Pages can work with this backend\.\n$/);
  const forPrograms = runCommand(['check', url, '--json', '--header', 'Cookie: session=none']);
  expect(await forPrograms.ended).toBe(0);
  const { verdict, findings } = JSON.parse(forPrograms.text.out);
  expect(verdict).toBe('works');
  expect(findings).toContainEqual(expect.objectContaining({ verdict: 'skipped', what: 'POST /booking' }));
  server.child.kill('SIGTERM');
  await server.ended;
  const again = runCommand(['check', url]);
  expect(await again.ended).toBe(1);
  expect(again.text.out).toMatch(/wrong +GET \/coaches +connect ECONNREFUSED/);
  // Six starts of the command, on a machine that may be busy.
}, 90_000);

test('an e-mail has one account', async () => {
  const args = ['add-coach', '--data', join(folder, 'twice.sqlite'), ...ana];
  expect(await runCommand(args, {}, password).ended).toBe(0);
  const again = runCommand(args, {}, password);
  expect(await again.ended).toBe(2);
  expect(again.text.err).toMatch(/^Ana@example.com has an account already/);
});

test.each([
  ['serve', ['serve', '--data', join(folder, 'unread.sqlite'), '--port', '0']],
  ['the mock', ['--port', '0']],
])('%s goes on when nobody reads its log any more', async (_, args) => {
  const server = runCommand(args, { BOOKING_SECRET });
  const url = await addressOf(server);
  server.child.stdout.destroy();
  server.child.stderr.destroy();
  for (let n = 0; n < 5; n += 1) expect((await send(url, '/coaches')).status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('a file that others could read is private from the next start on', async () => {
  const file = join(folder, 'readable.sqlite');
  writeFileSync(file, '');
  chmodSync(file, 0o644);
  expect(await runCommand(['add-coach', '--data', file, ...ana], {}, password).ended).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
