import { expect, test } from 'vitest';
import { keepPending, takePending } from '../../../src/core/calendar-connect/pending.ts';

const pending = { provider: 'outlook', redirectUri: 'https://coach.example/', state: 's', hash: '#calendars' } as const;

function storage(kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('a connection that was kept is given out once, and for its own API alone', () => {
  const box = storage();
  expect(keepPending(box, '/api', pending)).toBe(true);
  expect(takePending(box, '/other')).toBeUndefined();
  expect(takePending(box, '/api')).toEqual(pending);
  expect(takePending(box, '/api')).toBeUndefined();
  expect(box.kept.size).toBe(0);
});

test('where nothing can be kept, that is said, and nothing is found', () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(keepPending(full, '/api', pending)).toBe(false);
  expect(keepPending(undefined, '/api', pending)).toBe(false);
  expect(takePending(undefined, '/api')).toBeUndefined();
});

test('what somebody else left there is not taken for ours, and goes', () => {
  for (const text of [
    'not json',
    '{}',
    '[]',
    'null',
    '{"provider":"yahoo","redirectUri":"x","state":"s"}',
    '{"provider":"google","state":"s"}',
  ]) {
    const box = storage(new Map([['cb-calendar-connect /api', text]]));
    expect(takePending(box, '/api')).toBeUndefined();
    expect(box.kept.size).toBe(0);
  }
});
