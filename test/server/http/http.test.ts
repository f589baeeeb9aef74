import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { CONTRACT_VERSION } from '../../../src/contract/endpoints.ts';
import { seed } from '../../../src/mock/index.ts';
import { createBookingServer } from '../../../src/server/http/server.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { startOnHttp } from '../on-http.ts';

const secret = 'a secret for tests that is long enough';

test('a body over 64 kB is refused, whether its length is announced or it comes in chunks', async () => {
  const { url } = await startOnHttp();
  const large = JSON.stringify({ email: 'a@b.co', password: 'x'.repeat(70_000) });
  const headers = { 'content-type': 'application/json' };
  const announced = await fetch(`${url}/auth/login`, { method: 'POST', headers, body: large });
  expect(announced.status).toBe(413);
  const chunks = new ReadableStream({
    start(controller) {
      for (let at = 0; at < large.length; at += 1000)
        controller.enqueue(new TextEncoder().encode(large.slice(at, at + 1000)));
      controller.close();
    },
  });
  const request = { method: 'POST', headers, body: chunks, duplex: 'half' } as RequestInit;
  const chunked = await fetch(`${url}/auth/login`, request);
  expect([chunked.status, (await chunked.json()).code]).toEqual([413, 'body_too_large']);
});

test('a body must be JSON, and say so', async () => {
  const { url } = await startOnHttp();
  const send = async (type: string, body: BodyInit) => {
    const response = await fetch(`${url}/auth/login`, { method: 'POST', headers: { 'content-type': type }, body });
    return [response.status, (await response.json()).code];
  };
  expect(await send('text/plain', '{}')).toEqual([415, 'unsupported_media_type']);
  expect(await send('application/x-www-form-urlencoded', 'email=a')).toEqual([415, 'unsupported_media_type']);
  expect(await send('application/json', '{"email":')).toEqual([400, 'malformed_request']);
  expect(await send('application/json', new Uint8Array([0x22, 0xff, 0x22]))).toEqual([400, 'malformed_request']);
  expect(await send('application/json; charset=utf-8', '[]')).toEqual([422, 'invalid_request']);
  expect(await send('application/json', '')).toEqual([422, 'invalid_request']);
});

test('a path that is not in the contract is not found, and a method that is not is told which are', async () => {
  const { call } = await startOnHttp();
  for (const path of ['/nothing', '/booking/a/b/c', '/calendar/feed/secret.ics', '/coaches/%ff']) {
    expect((await call('GET', path)).body).toMatchObject({ status: 404, code: 'not_found', detail: 'Not found' });
  }
  const reply = await call('PUT', '/booking/abc');
  expect(reply.body).toMatchObject({ status: 405, code: 'method_not_allowed' });
  expect(reply.headers.get('allow')?.split(', ').sort()).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH']);
});

test('a slash at the end of a path does not matter', async () => {
  const { call } = await startOnHttp();
  expect((await call('GET', '/coaches/')).status).toBe(200);
});

test('HEAD answers like GET, without the body', async () => {
  const { url } = await startOnHttp();
  const response = await fetch(`${url}/coaches`, { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.text()).toBe('');
});

test('a page on another origin may call and read all it needs, without cookies', async () => {
  const { url } = await startOnHttp();
  const preflight = await fetch(`${url}/booking`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://coach.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
  expect(preflight.headers.get('access-control-allow-headers')).toBe(
    'Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID',
  );
  const refused = await fetch(`${url}/booking`, { method: 'POST', headers: { origin: 'https://coach.example' } });
  expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  expect(refused.headers.get('access-control-expose-headers')).toBe('ETag, Location, Retry-After');
  expect(refused.headers.get('access-control-allow-credentials')).toBeNull();
});

test('origins can be listed; others are not let in', async () => {
  const answer = createBookingServer({ store: createMemoryStore(), secret, allowOrigins: ['https://a.example'] });
  const ask = async (origin: string) => {
    const { headers } = await answer(new Request('http://localhost/health', { headers: { origin } }));
    return [headers.get('access-control-allow-origin'), headers.get('vary')];
  };
  expect(await ask('https://a.example')).toEqual(['https://a.example', 'Origin']);
  expect(await ask('https://b.example')).toEqual([null, 'Origin']);
});

test('a fault inside is a 500 that says nothing of it; the log has it, without the caller’s secrets', async () => {
  const logged: { where: string; error: unknown }[] = [];
  const store = createMemoryStore();
  const broken = {
    ...store,
    coaches: { ...store.coaches, list: () => Promise.reject(new Error('disk on fire at /var/lib/bookings')) },
  };
  const answer = createBookingServer({ store: broken, secret, log: (entry) => logged.push(entry) });
  const headers = { authorization: 'Bearer very-secret-token' };
  const response = await answer(new Request('http://localhost/coaches?q=private', { headers }));
  const text = await response.text();
  expect(JSON.parse(text)).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: 'Something went wrong on the server',
    code: 'internal',
  });
  expect(logged).toHaveLength(1);
  expect(logged[0]?.where).toBe('GET /coaches');
  expect(String(logged[0]?.error)).toContain('disk on fire');
  expect(JSON.stringify(logged)).not.toMatch(/secret|private/);
});

test('a reply that breaks the contract does not leave the server while replies are checked', async () => {
  const logged: unknown[] = [];
  const store = createMemoryStore();
  const lying = {
    ...store,
    coaches: {
      ...store.coaches,
      list: async () => [{ isActive: true, profile: { user_id: 7 }, schedule: {} }] as never,
    },
  };
  const options = { secret, checkReplies: true, log: ({ error }: { error: unknown }) => logged.push(error) };
  const response = await createBookingServer({ store: lying, ...options })(new Request('http://localhost/coaches'));
  expect(response.status).toBe(500);
  expect(logged).toHaveLength(1);
});

test('below a base path the contract begins there, and nowhere else', async () => {
  const answer = createBookingServer({ store: createMemoryStore(), secret, basePath: '/api/v1' });
  expect((await answer(new Request('http://localhost/api/v1/health'))).status).toBe(200);
  expect((await answer(new Request('http://localhost/health'))).status).toBe(404);
  expect((await answer(new Request('http://localhost/api/v10/health'))).status).toBe(404);
});

test('too short a secret is refused at once', () => {
  expect(() => createBookingServer({ store: createMemoryStore(), secret: 'short' })).toThrow(/at least 32 bytes/);
});

test('a caller who goes away in the middle of a request does not bring the server down', async () => {
  const { url, call } = await startOnHttp();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const half = `POST /auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"em`;
  await new Promise((resolve) => socket.write(half, resolve));
  // Answered after the server has read what the socket sent.
  expect((await call('GET', '/health')).status).toBe(200);
  socket.destroy();
  await once(socket, 'close');
  expect((await call('GET', `/coaches/${seed.coach.id}`)).status).toBe(200);
});

test('health says how the store is: not well when it cannot be read', async () => {
  const store = createMemoryStore();
  const errors: unknown[] = [];
  const log = ({ error }: { readonly error: unknown }) => errors.push(error);
  const answer = createBookingServer({ store, secret, log });
  const health = () => answer(new Request('http://localhost/health'));
  expect(await (await health()).json()).toEqual({ status: 'ok', contract_version: CONTRACT_VERSION });
  const broken = new Error('disk I/O error');
  const find = () => Promise.reject(broken);
  const sick = createBookingServer({ store: { ...store, coaches: { ...store.coaches, find } }, secret, log });
  expect((await sick(new Request('http://localhost/health'))).status).toBe(500);
  expect(errors).toEqual([broken]);
});
