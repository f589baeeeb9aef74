import { expect, onTestFinished, test, vi } from 'vitest';
import { createMockServer, DroppedConnection, type MockServer, seed } from '../../src/mock/index.ts';
import { startOnHttp } from '../server/on-http.ts';

const clock = '2025-11-05T10:30:00Z';
const month = `http://x/booking/coach/${seed.coach.id}/availability?start_date=2025-11-06T00:00:00Z&end_date=2025-12-06T00:00:00Z&duration_minutes=60`;
const wish = { coach_id: seed.coach.id, session_datetime: '2025-11-15T14:00:00Z', duration_minutes: 60 };

async function openTimes(mock: MockServer): Promise<string[]> {
  const { available_slots } = await (await mock.fetch(new Request(month))).json();
  return available_slots.map(({ start }: { start: string }) => start);
}

test('empty: no coach has an open time, and nothing comes next', async () => {
  const mock = createMockServer({ clock, scenario: 'empty' });
  expect(await openTimes(mock)).toEqual([]);
  const next = await mock.fetch(new Request(`http://x/booking/coach/${seed.coach.id}/availability/next`));
  expect((await next.json()).available_slots).toEqual([]);
});

test('busy: fewer than a quarter of the times are left, but some are', async () => {
  const busy = await openTimes(createMockServer({ clock, scenario: 'busy' }));
  const normal = await openTimes(createMockServer({ clock }));
  expect(busy.length).toBeGreaterThan(5);
  expect(busy.length).toBeLessThan(normal.length / 4);
});

test('slot-taken: an offered slot is gone the moment it is booked, and the next one works', async () => {
  const { call, logIn, mock } = await startOnHttp({ scenario: 'slot-taken' });
  const token = await logIn('client@example.com');
  expect(await openTimes(mock)).toContain(wish.session_datetime);
  const first = await call('POST', '/booking', { token, json: wish });
  expect(first.body).toMatchObject({ status: 409, code: 'slot_unavailable' });
  expect(await openTimes(mock)).not.toContain(wish.session_datetime);
  const second = { ...wish, session_datetime: '2025-11-15T16:00:00Z' };
  expect((await call('POST', '/booking', { token, json: second })).status).toBe(201);
});

test('slot-taken: a request that would be refused anyway takes nothing', async () => {
  const { call, logIn } = await startOnHttp({ scenario: 'slot-taken' });
  const token = await logIn('client@example.com');
  for (const json of [{}, { ...wish, session_datetime: '2025-11-15T03:00:00Z' }]) {
    await call('POST', '/booking', { token, json });
  }
  expect((await call('POST', '/booking', { token, json: wish })).status).toBe(409);
});

test('flaky: every third GET fails, in turn with a 503 and a dropped connection; writes work', async () => {
  const { url, logIn } = await startOnHttp({ scenario: 'flaky' });
  const outcomes: (number | string)[] = [];
  for (let n = 0; n < 6; n += 1) {
    outcomes.push(
      await fetch(`${url}/health`).then(
        ({ status }) => status,
        ({ name }: Error) => name,
      ),
    );
  }
  expect(outcomes).toEqual([200, 200, 503, 200, 200, 'TypeError']);
  expect(await logIn('client@example.com')).toBeTypeOf('string');
});

test('offline: nothing answers until the network is back', async () => {
  const { url, mock } = await startOnHttp({ scenario: 'offline' });
  await expect(fetch(`${url}/health`)).rejects.toThrow(TypeError);
  await expect(mock.fetch(new Request('http://x/health'))).rejects.toBeInstanceOf(DroppedConnection);
  mock.setScenario('normal');
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test('slow, and any latency: answers wait', async () => {
  const mock = createMockServer({ clock, latency: 80 });
  const start = performance.now();
  await mock.fetch(new Request('http://x/health'));
  expect(performance.now() - start).toBeGreaterThanOrEqual(75);
  const slow = createMockServer({ clock });
  await slow.fetch(new Request('http://x/health'));
  slow.setScenario('slow');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const answered = vi.fn();
  const answer = slow.fetch(new Request('http://x/health')).then(answered);
  await vi.advanceTimersByTimeAsync(2400);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  await answer;
});
