import { describe, expect, it } from 'vitest';
import { readBusy, readBusySteps } from '../../../src/domain/calendar/read-busy.ts';

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
  return readBusy(text, { range, timeZone }).busy.map(({ start, end }) =>
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

  it('reads zones by the names Windows has for them, and by paths that end in a zone', () => {
    const zones = [
      'W. Europe Standard Time',
      '"W. Europe Standard Time"',
      '/citadel.org/20210210_1/Europe/Berlin',
      '/Europe/Berlin',
      'europe/berlin',
      'W. Europe Daylight Time',
      'W. Europe',
      '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
    ];
    for (const zone of zones) {
      const event = [`DTSTART;TZID=${zone}:20251115T150000`, `DTEND;TZID=${zone}:20251115T160000`];
      const reading = readBusy(file(event), { range: november, timeZone: 'America/New_York' });
      expect(reading, zone).toEqual({
        busy: [{ start: Date.UTC(2025, 10, 15, 14), end: Date.UTC(2025, 10, 15, 15) }],
        skipped: 0,
        guessed: 0,
      });
    }
  });

  it('takes the offset in the name of a zone that has nothing else, and says that it guessed where the clocks may change', () => {
    const event = (zone: string) => file([`DTSTART;TZID=${zone}:20251115T150000`, 'DURATION:PT1H']);
    for (const zone of ['UTC+01:00', 'GMT+1', '+0100']) {
      expect(busy(event(zone)), zone).toEqual(['11-15T14:00 – 11-15T15:00']);
      expect(readBusy(event(zone), { range: november, timeZone: 'UTC' }).guessed, zone).toBe(0);
    }
    expect(busy(event('(UTC+01:00) Nowhere'))).toEqual(['11-15T14:00 – 11-15T15:00']);
    expect(readBusy(event('(UTC+01:00) Nowhere'), { range: november, timeZone: 'UTC' }).guessed).toBe(1);
    expect(readBusy(event('Nowhere'), { range: november, timeZone: 'UTC' }).guessed).toBe(1);
  });

  it('does without a definition of a zone that is malformed', () => {
    const broken = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'BEGIN:STANDARD',
      'DTSTART:never',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const event = ['DTSTART;TZID=Europe/Berlin:20251115T150000', 'DURATION:PT1H'];
    expect(busy(file(...broken, event))).toEqual(['11-15T14:00 – 11-15T15:00']);
  });

  it('skips an event that cannot be read, counts it, and reads the rest', () => {
    const fine = ['DTSTART:20251115T140000Z', 'DTEND:20251115T150000Z'];
    const damaged = [
      ['DTSTART:nonsense'],
      ['DTSTART:20251131T100000Z', 'DURATION:PT1H'],
      ['SUMMARY:nothing else'],
      ['DTSTART 20251101T100000Z', 'DURATION:PT1H'],
      ['DTSTART:20251101T100000Z', 'DTEND:20251101T090000Z'],
      ['DTSTART:20251101T100000Z', 'DURATION:an hour'],
      ['DTSTART:20251101T100000Z', 'DURATION:-PT1H'],
      ['DTSTART:20251101T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=FORTNIGHTLY'],
      ['DTSTART:20251101T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=XX'],
      ['DTSTART:20251101T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;INTERVAL=0'],
      ['DTSTART:20251101T100000Z', 'DURATION:PT1H', 'RRULE;FREQ=DAILY'],
      ['DTSTART:20251101T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;RSCALE=CHINESE'],
      ['DTSTART:20251101T100000Z', 'DURATION:PT1H', 'RDATE:soon'],
      ['DTSTART;VALUE=DATE:20251101', 'RRULE:FREQ=HOURLY'],
    ];
    for (const event of damaged) {
      const reading = readBusy(file(event, fine), { range: november, timeZone: 'UTC' });
      expect(reading, event.join(' ')).toEqual({
        busy: [{ start: Date.UTC(2025, 10, 15, 14), end: Date.UTC(2025, 10, 15, 15) }],
        skipped: 1,
        guessed: 0,
      });
    }
    const cut = file(fine, ['DTSTART:20251116T140000Z', 'DTEND:20251116T150000Z'])
      .split('END:VEVENT')
      .slice(0, 2)
      .join('END:VEVENT');
    expect(readBusy(cut, { range: november, timeZone: 'UTC' })).toMatchObject({ busy: [{}], skipped: 1 });
  });

  it('is not disturbed by lines that times do not depend on', () => {
    const event = [
      'DTSTART:20251115T140000Z',
      'no property at all',
      '',
      'ATTENDEE;CN="open:mailto:x',
      'DTEND:20251115T150000Z',
    ];
    expect(busy(file('garbage', event, 'BEGIN', 'END:NOTHING'))).toEqual(['11-15T14:00 – 11-15T15:00']);
    for (const end of ['\n', '\r'])
      expect(busy(file(event).replaceAll('\r\n', end))).toEqual(['11-15T14:00 – 11-15T15:00']);
  });

  it('keeps the first occurrence of an event that has added dates and no rule, and reads periods', () => {
    const dates = ['DTSTART:20251103T100000Z', 'DURATION:PT1H', 'RDATE:20251105T100000Z'];
    expect(busy(file(dates))).toEqual(['11-03T10:00 – 11-03T11:00', '11-05T10:00 – 11-05T11:00']);
    const periods = ['DTSTART:20251103T100000Z', 'DURATION:PT1H', 'RDATE;VALUE=PERIOD:20251105T100000Z/PT3H'];
    expect(busy(file(periods))).toEqual(['11-03T10:00 – 11-03T11:00', '11-05T10:00 – 11-05T13:00']);
  });

  it('compares a UTC end of a rule, and UTC exclusions, by the instant', () => {
    const series = [
      'DTSTART;TZID=America/Los_Angeles:20251103T170000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;UNTIL=20251106T010000Z',
      'EXDATE:20251105T010000Z',
    ];
    // 17:00 in Los Angeles is 01:00 UTC of the day after: the last one is that of the 5th.
    expect(busy(file(series))).toEqual(['11-04T01:00 – 11-04T02:00', '11-06T01:00 – 11-06T02:00']);
  });

  it('excludes occurrences that are named by their day alone', () => {
    const series = [
      'DTSTART:20251103T100000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=2',
      'EXDATE;VALUE=DATE:20251104',
    ];
    expect(busy(file(series))).toEqual(['11-03T10:00 – 11-03T11:00']);
  });

  it('changes this and all following occurrences, in another zone too, up to the next change', () => {
    const series = ['DTSTART;TZID=Europe/Berlin:20251020T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'];
    const moved = ['RECURRENCE-ID;RANGE=THISANDFUTURE:20251110T090000Z', 'DTSTART:20251110T100000Z', 'DURATION:PT2H'];
    const free = [
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20251124T090000Z',
      'DTSTART:20251124T090000Z',
      'TRANSP:TRANSPARENT',
    ];
    expect(busy(file(series, moved, free))).toEqual([
      '11-03T09:00 – 11-03T10:00',
      '11-10T10:00 – 11-10T12:00',
      '11-17T10:00 – 11-17T12:00',
    ]);
  });

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=MINUTELY;BYHOUR=3;BYMINUTE=7;BYMONTHDAY=31;BYMONTH=4',
    'FREQ=WEEKLY;BYSETPOS=300',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=10',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
    'FREQ=SECONDLY;COUNT=1000000000',
  ])('ends at once with a rule that never comes: %s', (rule) => {
    const text = file(
      ['DTSTART:19700105T100000Z', 'DURATION:PT1H', `RRULE:${rule}`],
      ['DTSTART:20251115T140000Z', 'DURATION:PT1H'],
    );
    const begin = performance.now();
    expect(busy(text)).toEqual(['11-15T14:00 – 11-15T15:00']);
    expect(performance.now() - begin).toBeLessThan(1500);
  });

  it('reads 6 MB and a million occurrences in pieces of a few milliseconds, and tells how far it is', () => {
    const event = (index: number) => [
      `DTSTART;TZID=Custom Berlin:${2015 + (index % 10)}0${1 + (index % 9)}1${index % 9}T100000`,
      'DURATION:PT1H',
      ...(index % 4 === 0 ? ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE'] : []),
      `DESCRIPTION:${'A text of some length. '.repeat(8)}`,
    ];
    const text = file(...BERLIN, ...Array.from({ length: 20_000 }, (_, index) => event(index)));
    expect(text.length).toBeGreaterThan(5_500_000);
    const range = { start: Date.UTC(2025, 10, 1), end: Date.UTC(2027, 10, 1) };
    let [longest, pauses, last, isInOrder] = [0, 0, 0, true];
    // Processor time of this process: what else the machine does meanwhile does not count.
    const worked = () => process.cpuUsage().user / 1000;
    const begin = worked();
    const steps = readBusySteps(text, { range, timeZone: 'UTC' });
    for (let at = begin, step = steps.next(); !step.done; step = steps.next()) {
      pauses++;
      longest = Math.max(longest, worked() - at);
      isInOrder &&= step.value >= last && step.value <= 1;
      [last, at] = [step.value, worked()];
    }
    expect(worked() - begin).toBeLessThan(15_000);
    expect(isInOrder).toBe(true);
    expect(pauses).toBeGreaterThan(200);
    // Some ten milliseconds; collecting garbage may fall into one of them.
    expect(longest).toBeLessThan(500);
  }, 120_000);
});
