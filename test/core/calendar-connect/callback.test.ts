import { describe, expect, test } from 'vitest';
import { readCallback, readCallbackMessage, withoutCallback } from '../../../src/core/calendar-connect/callback.ts';

const page = 'https://coach.example/settings?tab=calendar';

describe('the answer of a provider', () => {
  test('is a code with its state, or an error with its state', () => {
    expect(readCallback(`${page}&code=4%2Fabc&state=s`)).toEqual({ code: '4/abc', state: 's' });
    expect(readCallback(`${page}&error=access_denied&state=s`)).toEqual({ error: 'access_denied', state: 's' });
  });

  test('is none without a state, or with a state alone', () => {
    for (const query of ['', '&code=abc', '&state=s', '&error=access_denied', '&code=&state=s']) {
      expect(readCallback(page + query)).toBeUndefined();
    }
  });

  test('counts as refused when it carries a code and an error', () => {
    expect(readCallback(`${page}&code=abc&error=server_error&state=s`)).toEqual({ error: 'server_error', state: 's' });
  });

  test('is taken off the address, and what is the page’s own stays', () => {
    const google = `${page}&state=s&iss=https://accounts.google.com&code=4/abc&scope=a+b&authuser=0&prompt=consent#top`;
    expect(withoutCallback(google)).toBe(`${page}#top`);
    expect(withoutCallback(`${page}&code=M.C5&state=s&session_state=x`)).toBe(page);
  });
});

describe('a message between windows', () => {
  test('is read when it is one of ours', () => {
    const callback = { state: 's', code: 'c' };
    expect(readCallbackMessage({ type: 'cb-calendar-callback', callback })).toEqual({
      type: 'cb-calendar-callback',
      callback,
    });
    const taken = { type: 'cb-calendar-callback-taken', state: 's' };
    expect(readCallbackMessage(taken)).toEqual(taken);
  });

  test('of anybody else is nothing', () => {
    const others = [
      undefined,
      null,
      'cb-calendar-callback',
      7,
      [],
      {},
      { type: 'cb-calendar-callback' },
      { type: 'cb-calendar-callback', callback: null },
      { type: 'cb-calendar-callback', callback: { code: 'c' } },
      { type: 'cb-calendar-callback', callback: { state: 's' } },
      { type: 'cb-calendar-callback', callback: { state: { s: 1 }, code: 'c' } },
      { type: 'cb-calendar-callback-taken' },
    ];
    for (const other of others) expect(readCallbackMessage(other)).toBeUndefined();
  });

  test('brings over no more than it should', () => {
    const callback = { state: 's', code: 'c', provider: 'google', toString: 'x' };
    expect(readCallbackMessage({ type: 'cb-calendar-callback', callback, more: 1 })).toEqual({
      type: 'cb-calendar-callback',
      callback: { state: 's', code: 'c' },
    });
  });
});
