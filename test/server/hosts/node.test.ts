import { Agent, get } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { serve } from '../../../src/server/hosts/node.ts';
import { DroppedConnection } from '../../../src/server/http/dropped-connection.ts';
import { createBookingServer } from '../../../src/server/http/server.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { sendRaw } from './raw-http.ts';

test('listens on this machine alone, on any free port, and knows who calls', async () => {
  const host = await serve(async (_, { address }) => new Response(address), { port: 0 });
  expect(host.url).toBe(`http://127.0.0.1:${host.port}`);
  expect(await (await fetch(host.url)).text()).toBe('127.0.0.1');
  await host.stop();
  await expect(fetch(host.url)).rejects.toThrow(TypeError);
});

test('stopping lets a call under way end', async () => {
  let begun = () => {};
  const isUnderWay = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let finish = () => {};
  const isFinished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const host = await serve(
    async () => {
      begun();
      await isFinished;
      return new Response('done');
    },
    { port: 0 },
  );
  const reply = fetch(host.url).then((response) => response.text());
  await isUnderWay;
  const stopped = host.stop();
  await expect(fetch(host.url)).rejects.toThrow(TypeError);
  finish();
  expect(await reply).toBe('done');
  await stopped;
});

test('a port that is taken rejects with its name', async () => {
  const first = await serve(async () => new Response(), { port: 0 });
  await expect(serve(async () => new Response(), { port: first.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    port: first.port,
  });
  await first.stop();
});

test('a dropped connection has no answer, and the next one has', async () => {
  let calls = 0;
  const host = await serve(
    async () => {
      calls += 1;
      if (calls === 1) throw new DroppedConnection();
      return new Response('back');
    },
    { port: 0 },
  );
  await expect(fetch(host.url, { method: 'POST', body: 'x' })).rejects.toThrow(TypeError);
  expect(await (await fetch(host.url)).text()).toBe('back');
  await host.stop();
});

describe('requests that are not HTTP', () => {
  const answer = createBookingServer({ store: createMemoryStore(), secret: 'a secret of thirty-two bytes or more' });

  test.each([
    ['a host of five numbers', 'GET /health HTTP/1.1\r\nHost: 1.2.3.4.5\r\nConnection: close\r\n\r\n', 400],
    ['a host with a path', 'GET /health HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n', 400],
    ['a host with a user', 'GET /health HTTP/1.1\r\nHost: a@b\r\nConnection: close\r\n\r\n', 400],
    ['a host with a bad port', 'GET /health HTTP/1.1\r\nHost: a:99999\r\nConnection: close\r\n\r\n', 400],
    ['no host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an address that is none', 'GET http://[::1/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['a backslash in the path', 'GET /a\\b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['noise', 'hello there\r\n\r\n', 400],
    ['headers of 100 kB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['an old client without a host', 'GET /health HTTP/1.0\r\n\r\n', 200],
  ])('%s', async (_, bytes, status) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const host = await serve(answer, { port: 0, idleGraceMs: 0 });
    const { text } = await sendRaw(host.port, bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    if (status !== 200) {
      expect(text).toMatch(/content-type: application\/problem\+json/i);
      expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({ status, detail: expect.any(String) });
    }
    await host.stop();
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  });

  test('a body that drips in is ended with 408', async () => {
    const host = await serve(answer, { port: 0, idleGraceMs: 0, requestTimeoutMs: 500 });
    const head =
      'POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n';
    let dripping: NodeJS.Timeout | undefined;
    const { text } = await sendRaw(host.port, head, (write) => {
      dripping = setInterval(() => write(' '), 50);
    });
    clearInterval(dripping);
    expect(text).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(text).toContain('"detail":"The request took too long to arrive"');
    await host.stop();
  });
});

describe('stopping', () => {
  test('under keep-alive load: nothing is reset, each connection gets one more reply that closes it', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    let isStopping = false;
    let repliesAfter = 0;
    const host = await serve(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return new Response('fine');
      },
      { port: 0 },
    );
    const call = () =>
      new Promise<string>((resolve) => {
        const request = get({ port: host.port, host: '127.0.0.1', agent }, (reply) => {
          reply.resume().once('end', () => resolve(String(reply.headers.connection)));
        });
        request.once('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
      });
    const outcomes: string[] = [];
    const clients = Array.from({ length: 20 }, async () => {
      for (;;) {
        const outcome = await call();
        outcomes.push(outcome);
        if (isStopping && outcome !== 'ECONNREFUSED') repliesAfter += 1;
        if (outcome === 'ECONNREFUSED') return;
      }
    });
    await expect.poll(() => outcomes.length).toBeGreaterThan(200);
    isStopping = true;
    await Promise.all([host.stop(), ...clients]);
    agent.destroy();
    expect(new Set(outcomes)).toEqual(new Set(['keep-alive', 'close', 'ECONNREFUSED']));
    expect(repliesAfter).toBeLessThanOrEqual(40);
  });

  test('waits for a handler whose caller has gone', async () => {
    let isUnderWay = false;
    let finish = () => {};
    const isFinished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const host = await serve(
      async () => {
        isUnderWay = true;
        await isFinished;
        return new Response();
      },
      { port: 0, idleGraceMs: 0 },
    );
    const gone = new AbortController();
    const reply = fetch(host.url, { signal: gone.signal }).catch(() => undefined);
    await expect.poll(() => isUnderWay).toBe(true);
    gone.abort();
    await reply;
    let hasStopped = false;
    const stopped = host.stop().then(() => {
      hasStopped = true;
    });
    // One that began to stop later, without a handler, has stopped by now.
    const other = await serve(async () => new Response(), { port: 0, idleGraceMs: 0 });
    await (await fetch(other.url)).text();
    await other.stop();
    expect(hasStopped).toBe(false);
    finish();
    await stopped;
  });

  test('closes connections on which nothing is said', async () => {
    const host = await serve(async () => new Response(), { port: 0, idleGraceMs: 50 });
    const silent = sendRaw(host.port, '');
    // Connections are accepted in order: once this one is answered, the silent one is there.
    await (await fetch(host.url)).text();
    const startedAt = performance.now();
    await host.stop();
    expect(await silent).toEqual({ text: '', reset: false });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
