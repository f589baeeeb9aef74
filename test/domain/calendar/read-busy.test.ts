import { describe, expect, it } from 'vitest';
import { readBusy } from '../../../src/domain/calendar/read-busy.ts';

const november = { start: Date.UTC(2025, 10, 1), end: Date.UTC(2025, 11, 1) };
const BERLIN = [
  'BEGIN:VTIMEZONE',
  'TZID:Custom Berlin',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function file(...events: (string | readonly string[])[]): string {
  const components = events.flatMap((event) =>
    typeof event === 'string' ? [event] : ['BEGIN:VEVENT', 'UID:one', ...event, 'END:VEVENT'],
  );
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...components, 'END:VCALENDAR', ''].join('\r\n');
}

function busy(text: string, range = november, timeZone = 'America/New_York') {
  return readBusy(text, { range, timeZone }).map(({ start, end }) =>
    [start, end].map((ms) => new Date(ms).toISOString().slice(5, 16)).join(' – '),
  );
}

describe('reading busy times from an .ics file', () => {
  it('reads an event in UTC', () => {
    expect(busy(file(['DTSTART:20251115T140000Z', 'DTEND:20251115T150000Z']))).toEqual(['11-15T14:00 – 11-15T15:00']);
  });

  it("reads a time in the file's own time zone, whatever that is called", () => {
    const event = ['DTSTART;TZID=Custom Berlin:20251115T150000', 'DURATION:PT90M'];
    expect(busy(file(...BERLIN, event))).toEqual(['11-15T14:00 – 11-15T15:30']);
  });

  it('reads a time in a zone that the file names but does not define', () => {
    expect(busy(file(['DTSTART;TZID=Asia/Tokyo:20251115T090000', 'DTEND;TZID=Asia/Tokyo:20251115T100000']))).toEqual([
      '11-15T00:00 – 11-15T01:00',
    ]);
  });

  it("reads times without a zone, and whole days, in the owner's zone", () => {
    expect(busy(file(['DTSTART:20251115T090000', 'DTEND:20251115T100000']))).toEqual(['11-15T14:00 – 11-15T15:00']);
    expect(busy(file(['DTSTART;VALUE=DATE:20251115', 'DTEND;VALUE=DATE:20251116']))).toEqual([
      '11-15T05:00 – 11-16T05:00',
    ]);
  });

  it('keeps the wall time of a weekly meeting when the clocks change', () => {
    const weekly = [
      'DTSTART;TZID=Custom Berlin:20250902T100000',
      'DTEND;TZID=Custom Berlin:20250902T110000',
      'RRULE:FREQ=WEEKLY',
    ];
    const range = { start: Date.UTC(2025, 9, 20), end: Date.UTC(2025, 10, 5) };
    expect(busy(file(...BERLIN, weekly), range)).toEqual([
      '10-21T08:00 – 10-21T09:00',
      '10-28T09:00 – 10-28T10:00',
      '11-04T09:00 – 11-04T10:00',
    ]);
  });

  it('respects excluded, moved and cancelled occurrences', () => {
    const series = [
      'DTSTART:20251103T100000Z',
      'DTEND:20251103T110000Z',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'EXDATE:20251110T100000Z',
    ];
    const moved = ['RECURRENCE-ID:20251117T100000Z', 'DTSTART:20251118T120000Z', 'DTEND:20251118T130000Z'];
    const cancelled = [
      'RECURRENCE-ID:20251124T100000Z',
      'DTSTART:20251124T100000Z',
      'DTEND:20251124T110000Z',
      'STATUS:CANCELLED',
    ];
    expect(busy(file(series, moved, cancelled))).toEqual(['11-03T10:00 – 11-03T11:00', '11-18T12:00 – 11-18T13:00']);
  });

  it('sees an occurrence that was moved into the range from after it', () => {
    const series = ['DTSTART:20251001T100000Z', 'DTEND:20251001T110000Z', 'RRULE:FREQ=MONTHLY;COUNT=6'];
    const moved = ['RECURRENCE-ID:20260101T100000Z', 'DTSTART:20251128T100000Z', 'DTEND:20251128T110000Z'];
    expect(busy(file(series, moved))).toContain('11-28T10:00 – 11-28T11:00');
  });

  it('leaves out what is shown as free or is cancelled', () => {
    const time = ['DTSTART:20251115T140000Z', 'DTEND:20251115T150000Z'];
    for (const mark of ['TRANSP:TRANSPARENT', 'STATUS:CANCELLED', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'])
      expect(busy(file([...time, mark]))).toEqual([]);
  });

  it('joins what overlaps and cuts to the range', () => {
    const text = file(
      ['DTSTART:20251031T230000Z', 'DTEND:20251101T010000Z'],
      ['DTSTART:20251101T003000Z', 'DTEND:20251101T020000Z'],
    );
    expect(busy(text)).toEqual(['11-01T00:00 – 11-01T02:00']);
  });

  it('reads an event whose end stands in another zone than its start', () => {
    const flight = ['DTSTART;TZID=Europe/Berlin:20251115T100000', 'DTEND;TZID=America/New_York:20251115T130000'];
    expect(busy(file(flight))).toEqual(['11-15T09:00 – 11-15T18:00']);
  });

  it('gives up on a rule without end instead of hanging', () => {
    const text = file(['DTSTART:19700101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY']);
    expect(busy(text)).toEqual([]);
  });

  it('skips one malformed event and reads the rest', () => {
    const text = file(['DTSTART:nonsense'], ['DTSTART:20251115T140000Z', 'DTEND:20251115T150000Z']);
    expect(busy(text)).toEqual(['11-15T14:00 – 11-15T15:00']);
  });

  it('says so when the text is not a calendar', () => {
    for (const text of ['', 'hello', '{"a":1}', 'BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n'])
      expect(() => busy(text)).toThrow(/not an iCalendar file/);
  });

  it('reads several calendars in one file, and a byte order mark before them', () => {
    const one = file(['DTSTART:20251115T140000Z', 'DTEND:20251115T150000Z']);
    const two = file(['DTSTART:20251116T140000Z', 'DTEND:20251116T150000Z']);
    expect(busy(`\uFEFF${one}${two}`)).toHaveLength(2);
  });
});
