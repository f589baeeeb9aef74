import { expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { startOnHttp } from '../on-http.ts';

const path = `/booking/coach/${seed.coach.id}`;
const schedulePath = `/coaches/${seed.coach.id}/schedule`;

/** Nearly as many hours as a request can carry, on every day of years, and none long enough: dear to search in vain. */
function dearest(current: object): object {
  const hours = Array.from({ length: 23 }, (_, hour) => ({
    start: `${String(hour).padStart(2, '0')}:05`,
    end: `${String(hour).padStart(2, '0')}:10`,
  }));
  return {
    ...current,
    slot_step_minutes: 5,
    weekly_hours: [],
    durations: [],
    booking_window: { kind: 'unlimited' },
    date_overrides: Array.from({ length: 40 }, () => ({
      from: '2025-01-01',
      until: '2028-12-31',
      kind: 'extra',
      hours,
    })),
  };
}

test('while the dearest schedule is searched by five at once, other calls are answered in between', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('coach@example.com');
  const current = (await call('GET', schedulePath, { token })).body;
  const saved = await call('PUT', schedulePath, { token, json: dearest(current), headers: { 'if-match': '*' } });
  expect(saved.status).toBe(200);

  let open = 5;
  const searches = Array.from({ length: 5 }, async () => {
    const reply = await call('GET', `${path}/availability/next?count=20&duration_minutes=60`);
    open -= 1;
    return reply;
  });
  let answered = 0;
  while (open > 0) {
    expect((await call('GET', '/health')).status).toBe(200);
    answered += 1;
  }
  for (const { status, body } of await Promise.all(searches)) expect([status, body.available_slots]).toEqual([200, []]);
  // Searches that do not give way leave room for one call after each of the five at most.
  expect(answered).toBeGreaterThan(5);
}, 60_000);
