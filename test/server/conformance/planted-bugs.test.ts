import { describe, expect, test } from 'vitest';
import { type CheckOptions, checkBackend } from '../../../src/server/conformance/check-backend.ts';
import { type Finding, verdictOn } from '../../../src/server/conformance/finding.ts';
import { writeReport } from '../../../src/server/hosts/check-command.ts';
import { type Bug, createOwnBackend, type Habit } from './own-backend.ts';

const account = { email: 'one@example.com', password: 'password' };
const other = { account: { email: 'two@example.com', password: 'password' } };

async function check(backend: ReturnType<typeof createOwnBackend>, options: Partial<CheckOptions> = {}) {
  const { api, fetch } = backend;
  return checkBackend({ api, fetch: fetch as typeof globalThis.fetch, account, other, book: true, ...options });
}

const lineOf = ({ verdict, what, says }: Finding) => `${verdict} ${what}: ${says}`;
const faults = (findings: readonly Finding[]) =>
  findings.filter(({ verdict }) => verdict === 'wrong' || verdict === 'missing');
const left = (backend: ReturnType<typeof createOwnBackend>) =>
  [...backend.bookings.values()].filter(({ id, status }) => id !== 'other' && status !== 'cancelled');

/** What is said of each bug. */
const noticed: Readonly<Record<Bug, RegExp>> = {
  'static-files': /skipped GET \/booking\/coach\/\{coach_id\}\/availability: not looked at/,
  'static-files-with-200': /wrong GET \/coaches: /,
  'no-cors': /missing CORS POST \/booking: OPTIONS needs Access-Control-Allow-Origin/,
  'cors-without-key': /missing CORS POST \/booking: Access-Control-Allow-Headers must name idempotency-key/,
  'no-token-needed': /wrong booking without signing in: is possible/,
  '403-without-token': /wrong refusals: a call without a token answered 403/,
  'errors-in-plain-text': /wrong refusals: 401 without words/,
  redirects: /wrong refusals: answered 301, a redirect to \/booking\/: browsers turn a redirected POST into a GET/,
  'epoch-times': /wrong GET .*availability: available_slots\[\]\.start: .* \(\d+ times\)/,
  'past-times-offered': /wrong offered times: some are in the past, such as /,
  'out-of-range-offered': /wrong offered times: some lie outside of the range/,
  'end-before-start': /wrong offered times: some end before or when they start/,
  'duration-ignored': /wrong duration_minutes: asked for 30 minutes, times of 60 minutes are offered/,
  'range-cut': /wrong a month of times: the reply for 30 days lacks times/,
  'range-of-two-days': /wrong (a month of times|GET .*availability): .*400/,
  'past-range-breaks': /wrong offered times: a range in the past or far ahead answered 500/,
  'offered-an-hour-off': /wrong a booked time: is still offered: .*; the one that went is 60 minutes away/,
  'booked-time-offered': /wrong a booked time: is still offered/,
  'reply-an-hour-off': /wrong the session in the reply: is 60 minutes later/,
  'reply-of-other-length': /wrong the session in the reply: lasts 30 minutes, 60 were asked for/,
  'books-twice': /wrong a time that is taken: can be booked again/,
  'books-twice-at-once': /wrong two bookings at once: of 5 requests for one time at the same moment 5 were booked/,
  'taken-without-words': /wrong a time that is taken: answered 500: duplicate key value instead of 409/,
  'past-bookable': /wrong a time in the past: can be booked/,
  'closed-bookable': /wrong a time that is not offered: can be booked/,
  'key-ignored': /wrong Idempotency-Key: the same request with the same key answered 409/,
  'key-for-anything': /wrong Idempotency-Key with another request: answered 201/,
  'booking-readable-by-all': /wrong another client's booking: can be read/,
  'booking-readable-without-token': /wrong a booking without signing in: can be read/,
  'list-readable-by-all': /wrong another client's bookings: can be read/,
  'coach-list-readable': /wrong the coach's bookings: show a client what other clients have booked/,
  'delete-without-effect': /wrong DELETE \/booking\/\{booking_id\}: answered 200, but the booking is not cancelled/,
  'reply-unreadable': /wrong POST \/booking: session_datetime/,
};

/** They need nothing but reading. */
const seenByReading: readonly Bug[] = [
  'static-files',
  'static-files-with-200',
  'no-cors',
  'cors-without-key',
  '403-without-token',
  'errors-in-plain-text',
  'redirects',
  'epoch-times',
  'past-times-offered',
  'out-of-range-offered',
  'end-before-start',
  'duration-ignored',
  'range-cut',
  'range-of-two-days',
  'past-range-breaks',
];

describe('a bug in a backend is named, with what to do, and the check fails', () => {
  test.each(Object.entries(noticed) as [Bug, RegExp][])('%s', async (bug, says) => {
    const backend = createOwnBackend({ bug });
    const findings = await check(backend);
    const lines = findings.map(lineOf);
    expect(
      lines.find((line) => says.test(line)),
      lines.join('\n'),
    ).toBeDefined();
    expect(verdictOn(findings)).toBe('fails');
    for (const { verdict, need, what, says, cure } of findings)
      if (verdict === 'wrong' && need === 'booking' && !/^(GET|POST)/.test(what))
        expect(cure, `${what} ${says}`).toBeTruthy();
    // A line a kind, however often it is seen.
    expect(new Set(lines).size).toBe(lines.length);
    if (bug !== 'delete-without-effect') expect(left(backend)).toEqual([]);
  });

  test.each(seenByReading)('%s, without booking anything', async (bug) => {
    const backend = createOwnBackend({ bug });
    const findings = await check(backend, { book: false });
    expect(
      findings.map(lineOf).find((line) => noticed[bug].test(line)),
      findings.map(lineOf).join('\n'),
    ).toBeDefined();
    expect(verdictOn(findings)).toBe('fails');
    expect(backend.bookings.size).toBe(1);
  });
});

describe('a correct backend that is unlike ours is fine:', () => {
  const habits: readonly (readonly Habit[])[] = [
    [],
    ['naive-times'],
    ['prefix'],
    ['quarter-hours'],
    ['overlaps'],
    ['extra-fields'],
    ['nulls'],
    ['fastapi-errors'],
    ['cookies'],
    ['default-cors'],
    ['seven-days'],
    ['guide-words'],
    ['delete-204'],
    ['number-ids'],
    ['no-body'],
    ['no-location'],
    ['number-ids', 'no-body', 'nulls', 'delete-204'],
    ['two-calls'],
    [
      'naive-times',
      'quarter-hours',
      'nulls',
      'extra-fields',
      'fastapi-errors',
      'default-cors',
      'seven-days',
      'guide-words',
    ],
  ];

  test.each(habits.map((each) => [each.join(', ') || 'none', each] as const))('%s', async (_, habit) => {
    const backend = createOwnBackend({ habits: habit });
    const asCookies = {
      account: undefined,
      headers: { cookie: 'session=one' },
      other: { headers: { cookie: 'session=two' } },
    };
    const asTokens = { account: undefined, coach: 'coach', token: 'token-one', other: { token: 'token-two' } };
    const options = habit.includes('cookies') ? asCookies : habit.includes('two-calls') ? asTokens : {};
    const findings = await check(backend, options);
    const isPart = (found: Finding) =>
      found.verdict === 'wrong' || (found.verdict === 'missing' && found.need === 'booking');
    // Two calls are enough to book: what is missing then is told, and cancelling has to be done by hand.
    const expected = habit.includes('two-calls')
      ? findings.filter(({ what }) => /left behind|DELETE|GET|another|bookings?/.test(what))
      : [];
    expect(
      findings
        .filter(isPart)
        .filter((found) => !expected.includes(found))
        .map(lineOf),
    ).toEqual([]);
    if (!habit.includes('two-calls')) {
      expect(verdictOn(findings)).not.toBe('fails');
      expect(left(backend)).toEqual([]);
    }
  });

  test('two calls and a token suffice for the first stage', async () => {
    const backend = createOwnBackend({ habits: ['two-calls'] });
    const findings = await check(backend, { account: undefined, coach: 'coach', token: 'token-one', book: false });
    expect(findings.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(verdictOn(findings)).toBe('books');
  });
});

describe('what a trial leaves behind', () => {
  test('is told before all else when it could not be undone', async () => {
    const backend = createOwnBackend({ bug: 'delete-without-effect' });
    const findings = await check(backend);
    expect(findings[0]).toMatchObject({ what: 'left behind', verdict: 'wrong', cure: 'cancel it by hand' });
    expect(findings[0]?.says).toMatch(/booking b\d+ at \d{4}-/);
    expect(writeReport(findings)).toMatch(/^To be undone by hand\n {2}wrong +left behind/);
    expect(left(backend).length).toBe(findings.filter(({ what }) => what === 'left behind').length);
  });

  test('is looked for in the list and cancelled when the reply names no id', async () => {
    const backend = createOwnBackend();
    const fetch = async (input: string | URL | Request, init?: RequestInit) => {
      const response = await backend.fetch(input, init);
      const isBooking = init?.method === 'POST' && String(input).endsWith('/booking') && response.ok;
      return isBooking ? new Response('created', { status: 201, headers: response.headers }) : response;
    };
    const findings = await checkBackend({
      api: backend.api,
      fetch: fetch as typeof globalThis.fetch,
      account,
      book: true,
    });
    expect(findings.map(lineOf).find((line) => /^wrong POST \/booking: /.test(line))).toBeDefined();
    expect(faults(findings).map(({ what }) => what)).not.toContain('left behind');
    expect(left(backend)).toEqual([]);
    expect(backend.bookings.size).toBeGreaterThan(1);
  });

  test('is looked for when the connection broke after the booking was stored', async () => {
    const backend = createOwnBackend();
    let isBroken = false;
    const fetch = async (input: string | URL | Request, init?: RequestInit) => {
      const response = await backend.fetch(input, init);
      if (init?.method === 'POST' && String(input).endsWith('/booking') && response.ok && !isBroken) {
        isBroken = true;
        throw new TypeError('fetch failed', { cause: new Error('socket hang up') });
      }
      return response;
    };
    const findings = await checkBackend({
      api: backend.api,
      fetch: fetch as typeof globalThis.fetch,
      account,
      book: true,
    });
    expect(isBroken).toBe(true);
    expect(findings.map(lineOf).join('\n')).toContain('socket hang up');
    expect(left(backend)).toEqual([]);
  });
});
