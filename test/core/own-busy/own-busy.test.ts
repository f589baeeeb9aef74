import { describe, expect, test, vi } from 'vitest';
import { BookingError } from '../../../src/core/errors.ts';
import { createOwnBusy } from '../../../src/core/own-busy/own-busy.ts';
import { readBusy } from '../../../src/domain/calendar/read-busy.ts';

const now = () => Date.parse('2025-11-05T10:30:00Z');
const read: Parameters<typeof createOwnBusy>[0]['read'] = async (text, options) => readBusy(text, options);
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
    const own = createOwnBusy({ read, now });
    await own.useFile(file(calendar(';VALUE=DATE:20251118', ';VALUE=DATE:20251119')), 'Europe/Berlin');
    expect(own.state.file).toEqual({ status: 'read', name: 'mine.ics', count: 1 });
    expect(own.state.busy).toEqual([times('2025-11-17T23:00:00', '2025-11-18T23:00:00')]);
    await own.useFile(file(calendar(':20240101T090000Z', ':20240101T100000Z'), 'old.ics'), 'Europe/Berlin');
    expect(own.state).toMatchObject({ file: { status: 'read', name: 'old.ics', count: 0 }, busy: [] });
  });

  test('is refused in words when it is no calendar, too large, or cannot be read, and what was there before goes', async () => {
    const own = createOwnBusy({ read, now });
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
    const own = createOwnBusy({ read, now });
    let release = (_: string) => {};
    const slow = { name: 'slow.ics', size: 1, text: () => new Promise<string>((resolve) => (release = resolve)) };
    const reading = own.useFile(slow, 'UTC');
    expect(own.state.file).toEqual({ status: 'reading', name: 'slow.ics' });
    own.forgetFile();
    release(calendar(':20251118T090000Z', ':20251118T100000Z'));
    await reading;
    expect(own.state).toMatchObject({ file: { status: 'none' }, busy: [] });
  });

  test('that repeats for ever is read as far as bookings reach', async () => {
    const own = createOwnBusy({ read, now });
    await own.useFile(file(calendar(':20251103T090000Z', ':20251103T100000Z', 'RRULE:FREQ=DAILY')), 'UTC');
    expect(own.state.busy.length).toBe(732);
  });
});

describe('connected calendars', () => {
  const november = times('2025-11-01T00:00:00', '2025-12-01T00:00:00');
  const reply = { busy: [{ start: '2025-11-18T09:00:00Z', end: '2025-11-18T10:00:00Z' }] };

  test('are asked for each range once, in parts the contract allows, and joined with the file', async () => {
    const own = createOwnBusy({ read, now });
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
    const own = createOwnBusy({ read, now });
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
    const own = createOwnBusy({ read, now });
    let release = () => {};
    const getOwnBusy = () => new Promise<typeof reply>((resolve) => (release = () => resolve(reply)));
    const asking = own.useAccount({ getOwnBusy }, november);
    own.forgetAccount();
    release();
    await asking;
    expect(own.state).toMatchObject({ account: { status: 'off' }, busy: [] });
  });
});
