import { describe, expect, test, vi } from 'vitest';
import { BookingError } from '../../../src/core/errors.ts';
import { createVisitorBusy } from '../../../src/core/visitor-busy/visitor-busy.ts';
import { readBusy } from '../../../src/domain/calendar/read-busy.ts';

const now = () => Date.parse('2025-11-05T10:30:00Z');
const read: Parameters<typeof createVisitorBusy>[0]['read'] = async (text, options) => readBusy(text, options);
const times = (start: string, end: string) => ({ start: Date.parse(`${start}Z`), end: Date.parse(`${end}Z`) });

const calendar = (start: string, end: string, more = '') =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:test',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTAMP:20251101T000000Z',
    `DTSTART${start}`,
    `DTEND${end}`,
    ...(more ? [more] : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const file = (text: string, name = 'mine.ics', size = text.length) => ({ name, size, text: async () => text });

describe('a file', () => {
  test('gives the busy times from yesterday on, its whole days in the person’s own zone', async () => {
    const own = createVisitorBusy({ read, now });
    await own.useFile(file(calendar(';VALUE=DATE:20251118', ';VALUE=DATE:20251119')), 'Europe/Berlin');
    expect(own.state.file).toEqual({ status: 'read', name: 'mine.ics', count: 1 });
    expect(own.state.busy).toEqual([times('2025-11-17T23:00:00', '2025-11-18T23:00:00')]);
    await own.useFile(file(calendar(':20240101T090000Z', ':20240101T100000Z'), 'old.ics'), 'Europe/Berlin');
    expect(own.state).toMatchObject({ file: { status: 'read', name: 'old.ics', count: 0 }, busy: [] });
  });

  test('is refused in words when it is no calendar, too large, or cannot be read, and what was there before goes', async () => {
    const own = createVisitorBusy({ read, now });
    await own.useFile(file(calendar(':20251118T090000Z', ':20251118T100000Z')), 'UTC');
    await own.useFile(file('<html>', 'page.html'), 'UTC');
    expect(own.state).toEqual({
      file: { status: 'failed', name: 'page.html', why: 'not-a-calendar' },
      account: { status: 'off' },
      busy: [],
    });
    const text = vi.fn();
    await own.useFile({ name: 'big.ics', size: 20_000_001, text }, 'UTC');
    expect(own.state.file).toMatchObject({ status: 'failed', why: 'too-large' });
    expect(text).not.toHaveBeenCalled();
    await own.useFile({ name: 'gone.ics', size: 1, text: () => Promise.reject(new DOMException('gone')) }, 'UTC');
    expect(own.state.file).toMatchObject({ status: 'failed', why: 'unreadable' });
  });

  test('that is still being read does not come back once it was forgotten or replaced', async () => {
    const own = createVisitorBusy({ read, now });
    let release = (_: string) => {};
    const slow = { name: 'slow.ics', size: 1, text: () => new Promise<string>((resolve) => (release = resolve)) };
    const reading = own.useFile(slow, 'UTC');
    expect(own.state.file).toEqual({ status: 'reading', name: 'slow.ics' });
    own.forgetFile();
    release(calendar(':20251118T090000Z', ':20251118T100000Z'));
    await reading;
    expect(own.state).toMatchObject({ file: { status: 'none' }, busy: [] });
  });

  test('tells how far it has been read, and what could not be', async () => {
    const progress: unknown[] = [];
    const own = createVisitorBusy({
      now,
      read: async (_, __, control) => {
        control.progress(0.5);
        progress.push(own.state.file);
        return { busy: [], skipped: 2, guessed: 1 };
      },
    });
    await own.useFile(file('…'), 'UTC');
    expect(progress).toEqual([{ status: 'reading', name: 'mine.ics', progress: 0.5 }]);
    expect(own.state.file).toEqual({ status: 'read', name: 'mine.ics', count: 0, skipped: 2, guessed: 1 });
  });

  test('is no longer read once it is forgotten, and progress that comes late is not shown', async () => {
    let control: Parameters<typeof read>[2] | undefined;
    const own = createVisitorBusy({
      now,
      read: (_, __, given) => {
        control = given;
        return new Promise((_, reject) => given.signal.addEventListener('abort', () => reject(given.signal.reason)));
      },
    });
    const reading = own.useFile(file('…'), 'UTC');
    await vi.waitFor(() => expect(control).toBeDefined());
    own.forgetFile();
    control?.progress(0.7);
    await reading;
    expect(control?.signal.aborted).toBe(true);
    expect(own.state.file).toEqual({ status: 'none' });
  });

  test('that takes too long says so', async () => {
    const slow = async () => Promise.reject(new DOMException('20 s', 'TimeoutError'));
    const own = createVisitorBusy({ now, read: slow });
    await own.useFile(file('…'), 'UTC');
    expect(own.state.file).toEqual({ status: 'failed', name: 'mine.ics', why: 'too-slow' });
  });

  test('that repeats for ever is read as far as bookings reach', async () => {
    const own = createVisitorBusy({ read, now });
    await own.useFile(file(calendar(':20251103T090000Z', ':20251103T100000Z', 'RRULE:FREQ=DAILY')), 'UTC');
    expect(own.state.busy.length).toBe(732);
  });
});

describe('connected calendars', () => {
  const november = times('2025-11-01T00:00:00', '2025-12-01T00:00:00');
  const reply = { busy: [{ start: '2025-11-18T09:00:00Z', end: '2025-11-18T10:00:00Z' }] };

  test('are asked for each range once, in parts the contract allows, and joined with the file', async () => {
    const own = createVisitorBusy({ read, now });
    const getOwnBusy = vi.fn(async (_: { query: { start_date: string; end_date: string } }) => reply);
    const long = times('2025-12-01T00:00:00', '2026-01-01T00:00:00');
    await Promise.all([own.useAccount({ getOwnBusy }, november), own.useAccount({ getOwnBusy }, november)]);
    expect(getOwnBusy).toHaveBeenCalledTimes(1);
    expect(own.state).toMatchObject({
      account: { status: 'on' },
      busy: [times('2025-11-18T09:00:00', '2025-11-18T10:00:00')],
    });
    await own.useAccount({ getOwnBusy }, long);
    expect(getOwnBusy).toHaveBeenCalledTimes(3);
    await own.useFile(file(calendar(':20251118T093000Z', ':20251118T110000Z')), 'UTC');
    expect(own.state.busy).toEqual([times('2025-11-18T09:00:00', '2025-11-18T11:00:00')]);
    own.forgetAccount();
    expect(own.state).toMatchObject({
      account: { status: 'off' },
      busy: [times('2025-11-18T09:30:00', '2025-11-18T11:00:00')],
    });
  });

  test('that cannot be asked are not asked over and over, but again on request', async () => {
    const own = createVisitorBusy({ read, now });
    const problem = new BookingError({ kind: 'server', request: 'GET /calendar/busy', detail: 'down' });
    const getOwnBusy = vi.fn(async () => reply);
    getOwnBusy.mockRejectedValueOnce(problem);
    await own.useAccount({ getOwnBusy }, november);
    await own.useAccount({ getOwnBusy }, november);
    expect(own.state.account).toEqual({ status: 'failed', problem });
    expect(getOwnBusy).toHaveBeenCalledTimes(1);
    own.forgetAccount();
    await own.useAccount({ getOwnBusy }, november);
    expect(own.state.account).toEqual({ status: 'on' });
  });

  test('that answer after they were forgotten are not heard', async () => {
    const own = createVisitorBusy({ read, now });
    let release = () => {};
    const getOwnBusy = () => new Promise<typeof reply>((resolve) => (release = () => resolve(reply)));
    const asking = own.useAccount({ getOwnBusy }, november);
    own.forgetAccount();
    release();
    await asking;
    expect(own.state).toMatchObject({ account: { status: 'off' }, busy: [] });
  });

  test('of someone who signed out meanwhile are not in what the next person is compared with', async () => {
    const own = createVisitorBusy({ read, now });
    let release = () => {};
    const first = () => new Promise<typeof reply>((resolve) => (release = () => resolve(reply)));
    const asking = own.useAccount({ getOwnBusy: first }, november);
    own.forgetAccount();
    release();
    await asking;
    await own.useAccount({ getOwnBusy: async () => ({ busy: [] }) }, november);
    expect(own.state).toMatchObject({ account: { status: 'on' }, busy: [] });
    await own.useFile(file(calendar(':20251119T090000Z', ':20251119T100000Z')), 'UTC');
    expect(own.state.busy).toEqual([times('2025-11-19T09:00:00', '2025-11-19T10:00:00')]);
  });

  test('are asked again for a range that failed, when the visitor comes back to it', async () => {
    const own = createVisitorBusy({ read, now });
    const problem = new BookingError({ kind: 'server', request: 'GET /calendar/busy', detail: 'down' });
    const getOwnBusy = vi.fn(async () => reply);
    getOwnBusy.mockRejectedValueOnce(problem);
    const december = times('2025-12-01T00:00:00', '2025-12-31T00:00:00');
    await own.useAccount({ getOwnBusy }, november);
    await own.useAccount({ getOwnBusy }, december);
    expect(own.state.account).toEqual({ status: 'on' });
    await own.useAccount({ getOwnBusy }, november);
    await own.useAccount({ getOwnBusy }, november);
    expect(getOwnBusy).toHaveBeenCalledTimes(3);
    expect(own.state.account).toEqual({ status: 'on' });
  });
});
