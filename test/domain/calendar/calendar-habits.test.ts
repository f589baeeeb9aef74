import { readdirSync, readFileSync } from 'node:fs';
import ical from 'node-ical';
import { describe, expect, test } from 'vitest';
import { readBusy } from '../../../src/domain/calendar/read-busy.ts';
import { icalJsBusy } from './ical-js-busy.ts';

const folder = new URL('./files/', import.meta.url);
const november = { start: Date.UTC(2025, 10, 1), end: Date.UTC(2025, 11, 1) };
/** Far from the zones of the files: a time read in the owner's zone by mistake is hours off. */
const ownerZone = 'America/New_York';

interface Habit {
  /** Busy times in November 2025, UTC. */
  readonly busy: readonly string[];
  readonly skipped?: number;
  readonly guessed?: number;
  /** Other readers that read the file the same; the rest read it wrong, or not at all. */
  readonly agrees: readonly ('ical.js' | 'node-ical')[];
}

const both = ['ical.js', 'node-ical'] as const;

/** Files written for this test in the ways that these programs are documented or reported to write calendars. */
const habits: Readonly<Record<string, Habit>> = {
  'apple-cancelled.ics': { busy: [], agrees: [] },
  'apple-export.ics': {
    busy: ['11T17:30/11T19:00', '15T05:00/16T05:00', '25T17:30/25T19:00'],
    agrees: ['ical.js'],
  },
  'apple-following.ics': {
    busy: ['03T07:00/03T08:00', '11T16:00/11T18:00', '17T11:00/17T11:30', '25T16:00/25T18:00'],
    agrees: [],
  },
  'apple-moved-whole-day.ics': { busy: ['06T05:00/07T05:00'], agrees: ['ical.js'] },
  'apple-whole-day-until.ics': {
    busy: ['03T05:00/04T05:00', '05T05:00/06T05:00', '07T05:00/08T05:00'],
    agrees: ['ical.js'],
  },
  'exchange-first-year.ics': {
    busy: ['06T08:00/06T09:00', '16T05:00/17T05:00', '18T05:00/19T05:00'],
    agrees: [],
  },
  'exchange-published.ifb': {
    busy: ['03T09:00/03T10:00', '04T09:00/04T09:30', '06T09:00/06T10:00'],
    agrees: [],
  },
  'exchange-shown-zone.ics': {
    busy: ['05T14:00/05T15:00', '06T08:00/06T09:00', '07T08:00/07T09:00', '14T08:00/14T09:00'],
    agrees: [],
  },
  'google-export.ics': { busy: ['11T09:00/11T10:00', '19T13:00/19T14:00', '25T09:00/25T10:00'], agrees: both },
  'google-invitation.ics': { busy: ['13T14:30/13T15:00'], agrees: both },
  'google-several.ics': { busy: ['03T09:00/03T10:00', '04T09:00/04T10:00'], agrees: ['ical.js'] },
  'google-split-series.ics': {
    busy: ['05T08:00/05T08:30', '12T15:00/12T15:30', '19T15:00/19T15:30'],
    agrees: both,
  },
  'google-whole-days.ics': {
    busy: ['07T05:00/10T05:00', '17T05:00/18T05:00', '19T05:00/20T05:00'],
    agrees: ['ical.js'],
  },
  'nextcloud-added-dates.ics': {
    busy: ['03T11:00/03T12:00', '05T11:00/05T12:00', '07T13:00/07T14:00', '11T11:00/11T14:00', '12T11:00/12T15:00'],
    agrees: [],
  },
  'nextcloud-export.ics': { busy: ['10T11:00/10T11:45', '28T11:00/28T12:00'], agrees: both },
  'nextcloud-prefixed-zones.ics': {
    busy: ['03T11:00/03T12:00', '04T15:00/04T16:00', '05T10:00/05T11:00', '06T17:00/06T18:00'],
    guessed: 1,
    agrees: [],
  },
  'outlook-com-published.ics': {
    busy: ['04T18:00/04T19:00', '19T21:00/19T22:00', '20T13:00/20T14:00'],
    // node-ical reads one of them in the machine's own zone.
    agrees: [],
  },
  'outlook-custom-zone.ics': { busy: ['25T05:00/25T06:00'], agrees: both },
  'outlook-damaged-lines.ics': { busy: ['26T09:00/26T10:00', '26T13:00/26T14:00'], skipped: 1, agrees: [] },
  'outlook-desktop.ics': { busy: ['11T08:00/11T08:30', '20T07:00/20T16:00'], agrees: [] },
  'outlook-zone-not-defined.ics': { busy: ['05T14:00/05T15:00', '12T14:00/12T15:00'], agrees: ['node-ical'] },
};

const written = (busy: readonly { start: number; end: number }[]) =>
  busy.map(({ start, end }) => [start, end].map((ms) => new Date(ms).toISOString().slice(8, 16)).join('/'));

/** The busy times of a file by node-ical, whose whole days are the machine's own. */
function nodeIcalBusy(text: string) {
  const events = Object.values(ical.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT');
  const times = events.flatMap((event) =>
    ical
      .expandRecurringEvent(event, { from: new Date(november.start), to: new Date(november.end) })
      .map(({ start, end }) => ({ start: start.getTime(), end: end.getTime() })),
  );
  return times.sort((one, other) => one.start - other.start);
}

describe('calendar files in the habits of', () => {
  test('every file here are looked at', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(habits).sort());
  });

  test.each(Object.entries(habits))('%s are read right', (name, { busy, skipped = 0, guessed = 0, agrees }) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const reading = readBusy(text, { range: november, timeZone: ownerZone });
    expect({ ...reading, busy: written(reading.busy) }).toEqual({ busy, skipped, guessed });
    if (agrees.includes('ical.js')) expect(written(icalJsBusy(text, november, ownerZone))).toEqual(busy);
    if (agrees.includes('node-ical')) expect(written(nodeIcalBusy(text))).toEqual(busy);
  });
});
