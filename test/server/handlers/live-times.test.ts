import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { startOnHttp } from '../on-http.ts';

const path = `/booking/coach/${seed.coach.id}/availability/changes`;
const opened = new Set<AbortController>();

afterEach(() => {
  for (const controller of opened) controller.abort();
  opened.clear();
});

/** A stream as a page reads it: what has come so far, and a wait until it says something. */
async function open(url: string, headers: Record<string, string> = {}) {
  const controller = new AbortController();
  opened.add(controller);
  const reply = await fetch(url + path, { headers, signal: controller.signal });
  const read = { text: '', isOver: false };
  const reading = (async () => {
    for await (const chunk of reply.body ?? []) read.text += new TextDecoder().decode(chunk);
  })()
    .catch(() => undefined)
    .finally(() => {
      read.isOver = true;
    });
  const until = async (wanted: RegExp) => {
    for (let tries = 0; !wanted.test(read.text); tries += 1) {
      if (tries > 200) throw new Error(`Waited for ${wanted}, read: ${read.text}`);
      await wait(20);
    }
    return read.text;
  };
  return { reply, read, until, over: reading, leave: () => controller.abort() };
}

const idOf = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? '';

async function book(server: Awaited<ReturnType<typeof startOnHttp>>, hour: string) {
  const token = await server.logIn('client@example.com');
  const json = { coach_id: seed.coach.id, session_datetime: `2025-11-15T${hour}:00Z`, duration_minutes: 60 };
  const reply = await server.call('POST', '/booking', { token, json });
  expect(reply.status).toBe(201);
  return { token, id: String(reply.body.id) };
}

test('a stream of events: says at once where it stands, and that times changed after a booking, a move and a cancellation', async () => {
  const server = await startOnHttp();
  const stream = await open(server.url);
  expect(stream.reply.status).toBe(200);
  expect(stream.reply.headers.get('content-type')).toBe('text/event-stream');
  expect(stream.reply.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(await stream.until(/\n\n/)).toMatch(/^retry: \d+\nid: \d+\n\n$/);
  const before = idOf(stream.read.text);
  const { token, id } = await book(server, '14:00');
  await stream.until(/event: change\n/);
  const first = stream.read.text.slice(stream.read.text.indexOf('\n\n') + 2);
  expect(first).toMatch(/^id: \d+\nevent: change\ndata: \{"coach_id":"[\w-]+"\}\n\n$/);
  expect(idOf(first)).not.toBe(before);
  // Never by whom.
  expect(first).not.toContain(seed.client.id);
  await server.call('PATCH', `/booking/${id}`, { token, json: { session_datetime: '2025-11-15T16:00:00Z' } });
  await stream.until(/(event: change[\s\S]*){2}/);
  await server.call('DELETE', `/booking/${id}`, { token });
  await stream.until(/(event: change[\s\S]*){3}/);
});

test('resumed with Last-Event-ID: what happened meanwhile is said at once, and nothing when nothing happened', async () => {
  const server = await startOnHttp();
  const first = await open(server.url);
  const id = idOf(await first.until(/\n\n/));
  first.leave();
  await book(server, '14:00');
  const second = await open(server.url, { 'last-event-id': id });
  expect(await second.until(/event: change/)).toContain('data: {"coach_id"');
  const third = await open(server.url, { 'last-event-id': idOf(second.read.text) });
  await third.until(/\n\n/);
  await wait(100);
  expect(third.read.text).not.toContain('event:');
});

test('other coaches are not told, and who is not there is refused', async () => {
  const server = await startOnHttp();
  const other = new AbortController();
  opened.add(other);
  const reply = await fetch(`${server.url}/booking/coach/${seed.coaches.lukas}/availability/changes`, {
    signal: other.signal,
  });
  const reader = reply.body?.getReader();
  await reader?.read();
  await book(server, '14:00');
  const next = await Promise.race([reader?.read(), wait(500, 'silence')]);
  expect(next).toBe('silence');
  const refused = await server.call('GET', '/booking/coach/nobody/availability/changes');
  expect(refused.body).toMatchObject({ status: 400, code: 'invalid_coach' });
});

test('an address may have so many open, and one that ends makes room', async () => {
  const server = await startOnHttp({ liveConnections: 2 });
  const [first] = [await open(server.url), await open(server.url)];
  const refused = await open(server.url);
  expect(refused.reply.status).toBe(429);
  expect(refused.reply.headers.get('retry-after')).toBe('60');
  await refused.until(/rate_limited/);
  first.leave();
  for (let tries = 0; ; tries += 1) {
    const again = await open(server.url);
    if (again.reply.status === 200) break;
    expect(tries).toBeLessThan(100);
    await wait(20);
  }
});

test('a quiet stream has a heart-beat every fifteen seconds, until its reader leaves', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const server = await startOnHttp();
  const timers = vi.getTimerCount();
  const stream = await open(server.url);
  await stream.until(/^retry: \d+\nid: \d+\n\n$/);
  vi.advanceTimersByTime(30_000);
  // A comment, which a reader of the stream takes for no event.
  await stream.until(/^retry: \d+\nid: \d+\n\n:\n\n:\n\n$/);
  stream.leave();
  await expect.poll(() => vi.getTimerCount(), { timeout: 10_000 }).toBe(timers);
});

test('HEAD answers without holding a place', async () => {
  const server = await startOnHttp({ liveConnections: 1 });
  for (let call = 0; call < 3; call += 1) {
    const reply = await fetch(server.url + path, { method: 'HEAD' });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  }
});

test('a server that stops ends its streams at once, whole, and does not wait for them', async () => {
  const server = await startOnHttp();
  const stream = await open(server.url);
  await stream.until(/\n\n/);
  const startedAt = performance.now();
  await server.stop();
  await stream.over;
  expect(stream.read.isOver).toBe(true);
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect(server.errors).toEqual([]);
});
