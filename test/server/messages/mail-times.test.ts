import { expect, test } from 'vitest';
import { longTime, shortTime } from '../../../src/server/messages/mail-times.ts';

const start = Date.parse('2026-11-30T09:00:00Z');
const timeZone = 'America/New_York';

test.each([
  ['en-US', 'Mon, Nov 30, 4:00 AM', '4:00 AM – 5:00 AM'],
  ['en-GB', 'Mon 30 Nov, 04:00', '04:00 – 05:00'],
  ['de', 'Mo., 30. Nov., 04:00', '04:00 – 05:00'],
])('an early hour reads in %s as it does on the page: %s', (tag, short, hours) => {
  expect(shortTime(start, { tag, timeZone }).replaceAll(/[\u202f\u00a0]/g, ' ')).toBe(short);
  const long = longTime({ start, end: start + 3_600_000 }, { tag, timeZone }).replaceAll(/[\u202f\u00a0]/g, ' ');
  expect(long).toContain(`${hours} (New York, GMT−5)`);
});

test.each([
  ['zh-Hant', '上\u2060午\u20604:00 – 上\u2060午\u20605:00'],
  ['ko', '오\u2060전\u00a04:00 – 오\u2060전\u00a05:00'],
  ['en-US', '4:00\u00a0AM – 5:00\u00a0AM'],
])('a line is broken in %s between two times, never within one', (tag, hours) => {
  expect(longTime({ start, end: start + 3_600_000 }, { tag, timeZone })).toContain(hours);
});

test.each([
  ['en-US', '\u00a0AM (New York, GMT−5)'],
  ['ko', '5:00 (New York, GMT−5)'],
  ['ja', '5:00（New York、GMT−5）'],
  ['zh', '05:00（New York，GMT−5）'],
  ['zh-Hant', '5:00（New York，GMT−5）'],
])('the zone stands in the brackets of the language: %s', (tag, end) => {
  expect(longTime({ start, end: start + 3_600_000 }, { tag, timeZone }).endsWith(end)).toBe(true);
});
