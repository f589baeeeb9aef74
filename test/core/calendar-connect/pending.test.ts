import { expect, test } from 'vitest';
import { goOnTo, keepPending, readPending, takePending } from '../../../src/core/calendar-connect/pending.ts';

const kept = {
  provider: 'outlook',
  redirectUri: 'https://coach.example/callback',
  state: 's',
  api: '/api',
  page: 'https://coach.example/desk?tab=2#calendars',
} as const;

function storage(texts = new Map<string, string>()) {
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, value: string) => void texts.set(key, value),
    removeItem: (key: string) => void texts.delete(key),
  };
}

test('a connection that was kept is given out once, and for its own API alone', () => {
  const box = storage();
  expect(keepPending(box, kept)).toBe(true);
  expect(takePending(box, '/other')).toBeUndefined();
  expect(readPending(box)).toEqual(kept);
  expect(takePending(box, '/api')).toEqual(kept);
  expect(takePending(box, '/api')).toBeUndefined();
  expect(box.texts.size).toBe(0);
});

test('where nothing can be kept, that is said, and nothing is found', () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(keepPending(full, kept)).toBe(false);
  expect(keepPending(undefined, kept)).toBe(false);
  expect(takePending(undefined, '/api')).toBeUndefined();
});

test('what somebody else left there is not taken for ours', () => {
  const others = ['not json', '{}', '[]', 'null', { ...kept, provider: 'yahoo' }, { ...kept, state: 7 }];
  for (const other of others) {
    const text = typeof other === 'string' ? other : JSON.stringify(other);
    expect(readPending(storage(new Map([['cb-calendar-connect', text]])))).toBeUndefined();
  }
});

test('an answer goes on to the page on which the connection was begun, and to no other site', () => {
  const callback = { state: 's', code: '4/a' };
  const here = 'https://coach.example/callback?code=4%2Fa&state=s';
  expect(goOnTo(kept, callback, here)).toBe('https://coach.example/desk?tab=2&state=s&code=4%2Fa#calendars');
  expect(goOnTo(kept, callback, 'https://coach.example/desk?code=4%2Fa&state=s')).toBeUndefined();
  expect(goOnTo({ ...kept, page: 'https://evil.example/' }, callback, here)).toBeUndefined();
});
