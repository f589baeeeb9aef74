import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src/domain/calendar/event.ts';
import { toFeed, toICalendar } from '../../../src/domain/calendar/icalendar.ts';

const NOW = Date.UTC(2025, 10, 5, 10, 30);
const base: CalendarEvent = {
  uid: '223e4567-e89b-12d3-a456-426614174000',
  title: 'Session with Ana Keller',
  start: Date.UTC(2025, 10, 15, 14),
  end: Date.UTC(2025, 10, 15, 15),
};

function lines(text: string): string[] {
  return text.replace(/\r\n[ \t]/g, '').split('\r\n');
}

function firstEvent(text: string): ICAL.Event {
  const vevent = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  if (!vevent) throw new Error('no VEVENT in the file');
  return new ICAL.Event(vevent);
}

function readByNodeIcal(text: string) {
  const event = Object.values(nodeIcal.sync.parseICS(text)).find((entry) => entry?.type === 'VEVENT');
  if (event?.type !== 'VEVENT') throw new Error('no VEVENT in the file');
  return event;
}

const awkward = {
  'four-byte characters': '👩🏽‍💻 𝒞areer 🇩🇪 '.repeat(40),
  'right-to-left text': 'שלום עולם، مرحبا بالعالم '.repeat(20),
  'every escaped character': 'a;b,c\\d"e:f \\; \\, \\\\',
  'line breaks': 'one\ntwo\n\nthree\n',
  'a note of 1,000 characters': `${'x'.repeat(999)}字`,
  'leading and trailing blanks': '  padded  ',
};

describe('an iCalendar file', () => {
  for (const [what, text] of Object.entries(awkward)) {
    it(`carries ${what} through ical.js and node-ical unchanged`, () => {
      const file = toICalendar({ ...base, title: text, description: text, location: text }, { now: NOW });
      const event = firstEvent(file);
      expect([event.summary, event.description, event.location]).toEqual([text, text, text]);
      expect(readByNodeIcal(file).description).toBe(text);
    });
  }

  it('keeps a backslash before an n apart from a line break (node-ical, as a reader, does not)', () => {
    const text = 'C:\\new\nfolder \\\\n';
    expect(firstEvent(toICalendar({ ...base, description: text }, { now: NOW })).description).toBe(text);
  });

  it('carries any text at all through ical.js', () => {
    // Control characters and lone surrogates cannot be written; every kind of line break reads back as one.
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
    const odd = fc
      .array(fc.oneof(text, fc.constantFrom('\r\n', '\n', '\\', ';', ',', '"', '\\n', '😀', ' ')))
      .map((parts) => `a${parts.join('')}`);
    fc.assert(
      fc.property(odd, (value) => {
        const expected = value.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
        expect(firstEvent(toICalendar({ ...base, description: value }, { now: NOW })).description).toBe(expected);
      }),
    );
  });

  it('never writes a line over 75 octets, nor cuts a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (a, b) => {
          const file = toICalendar(
            { ...base, title: a, description: a + b, organizer: { name: b, email: 'ana@example.com' } },
            { now: NOW },
          );
          for (const line of file.split('\r\n')) {
            const bytes = new TextEncoder().encode(line);
            expect(bytes.length).toBeLessThanOrEqual(75);
            expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(line);
          }
        },
      ),
    );
  });

  it('lets no name, note or address add a property of its own', () => {
    const attack = 'x"\r\nATTENDEE:mailto:eve@example.com\nURL:https://evil.example\u2028BEGIN:VALARM\u0085';
    const file = toICalendar(
      {
        ...base,
        uid: attack,
        title: attack,
        description: attack,
        location: attack,
        url: `https://example.com/${attack}`,
        organizer: { name: attack, email: 'ana@example.com' },
        attendees: [
          { name: `${attack};ROLE=CHAIR:mailto:eve@example.com`, email: 'bo@example.com' },
          { name: 'Eve', email: 'eve@example.com\r\nX-EVIL:1' },
        ],
      },
      { now: NOW, method: 'REQUEST' },
    );
    expect(file.replace(/\r\n/g, '')).not.toMatch(/\p{Cc}/u);
    const names = lines(file).map((line) => /^[A-Z-]+/.exec(line)?.[0]);
    expect(names.filter((name) => name === 'ATTENDEE')).toHaveLength(1);
    expect(names.filter((name) => name === 'URL')).toHaveLength(1);
    expect(names).not.toContain('X-EVIL');
    const attendees = firstEvent(file).attendees;
    expect(attendees.map((attendee) => attendee.getFirstValue())).toEqual(['mailto:bo@example.com']);
    expect(attendees[0]?.getParameter('role')).toBe('REQ-PARTICIPANT');
  });

  it('leaves out an address that is not http or https', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'not a url'])
      expect(toICalendar({ ...base, url }, { now: NOW })).not.toContain('URL:');
  });

  it('says moments in UTC', () => {
    expect(lines(toICalendar(base, { now: NOW }))).toEqual(
      expect.arrayContaining(['DTSTART:20251115T140000Z', 'DTEND:20251115T150000Z', 'DTSTAMP:20251105T103000Z']),
    );
  });

  it('says whole days as dates', () => {
    const { uid, title } = base;
    const file = toICalendar({ uid, title, start: '2025-11-15', end: '2025-11-17' }, { now: NOW });
    expect(lines(file)).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20251115', 'DTEND;VALUE=DATE:20251117']));
    expect(firstEvent(file).startDate.isDate).toBe(true);
  });

  it('invites by REQUEST, with the organizer and the attendees', () => {
    const file = toICalendar(
      {
        ...base,
        sequence: 2,
        organizer: { name: 'Ana "Ani" Keller; Coach, PhD', email: 'ana@example.com' },
        attendees: [{ name: 'שרה לוי', email: 'sara@example.com', accepted: true }, { email: 'bo@example.com' }],
      },
      { now: NOW, method: 'REQUEST' },
    );
    const event = firstEvent(file);
    expect(lines(file)).toContain('METHOD:REQUEST');
    expect(event.sequence).toBe(2);
    expect(event.component.getFirstProperty('organizer')?.getParameter('cn')).toBe("Ana 'Ani' Keller; Coach, PhD");
    expect(event.attendees.map((a) => [a.getParameter('cn'), a.getParameter('partstat')])).toEqual([
      ['שרה לוי', 'ACCEPTED'],
      [undefined, 'NEEDS-ACTION'],
    ]);
    expect(readByNodeIcal(file).organizer).toMatchObject({ val: 'mailto:ana@example.com' });
  });

  it('cancels under the same UID, without an alarm', () => {
    const file = toICalendar({ ...base, sequence: 3, reminders: [30] }, { now: NOW, method: 'CANCEL' });
    expect(lines(file)).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', `UID:${base.uid}`, 'SEQUENCE:3']),
    );
    expect(file).not.toContain('VALARM');
  });

  it('names no attendees when it is only published (RFC 5546 3.2.1)', () => {
    expect(toICalendar({ ...base, attendees: [{ email: 'bo@example.com' }] }, { now: NOW })).not.toContain('ATTENDEE');
  });

  it('rings a day and half an hour before', () => {
    const vevent = firstEvent(toICalendar({ ...base, reminders: [1440, 30] }, { now: NOW })).component;
    const seconds = vevent
      .getAllSubcomponents('valarm')
      .map((alarm) => (alarm.getFirstPropertyValue('trigger') as unknown as ICAL.Duration).toSeconds());
    expect(seconds).toEqual([-86_400, -1800]);
  });

  it('holds several events', () => {
    const file = toICalendar([base, { ...base, uid: 'other' }], { now: NOW });
    expect(new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')).toHaveLength(2);
  });
});

describe('a subscription feed', () => {
  it('is a valid calendar even with nothing in it', () => {
    const root = new ICAL.Component(ICAL.parse(toFeed([], { now: NOW, name: 'Bookings' })));
    expect(root.getAllSubcomponents()).toHaveLength(1);
    expect(root.getFirstPropertyValue('x-wr-calname')).toBe('Bookings');
  });

  it('read twice, shows a move and a cancellation under the same UIDs', () => {
    const other = { ...base, uid: 'other' };
    const read = (events: CalendarEvent[]) =>
      new Map(
        new ICAL.Component(ICAL.parse(toFeed(events, { now: NOW, name: 'Bookings' })))
          .getAllSubcomponents('vevent')
          .map((vevent) => [
            vevent.getFirstPropertyValue('uid'),
            {
              start: new ICAL.Event(vevent).startDate.toJSDate().toISOString(),
              status: vevent.getFirstPropertyValue('status'),
              sequence: vevent.getFirstPropertyValue('sequence'),
            },
          ]),
      );
    const first = read([base, other]);
    const second = read([
      { ...base, start: base.start + 3_600_000, end: base.end + 3_600_000, sequence: 1 } as CalendarEvent,
      { ...other, status: 'cancelled', sequence: 1 },
    ]);
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect(second.get(base.uid)).toEqual({ start: '2025-11-15T15:00:00.000Z', status: 'CONFIRMED', sequence: 1 });
    expect(second.get('other')).toMatchObject({ status: 'CANCELLED', sequence: 1 });
  });
});
