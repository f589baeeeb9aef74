import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src/domain/calendar/event.ts';
import { googleLink, office365Link, outlookLink, yahooLink } from '../../../src/domain/calendar/links.ts';

const event: CalendarEvent = {
  uid: 'one',
  title: 'Session & more: 50% + "tea" 👩🏽‍💻',
  description: 'Line one\nשלום #2',
  location: 'Café; Berlin, 1st floor',
  start: Date.UTC(2025, 10, 15, 14),
  end: Date.UTC(2025, 10, 15, 15),
};
const days: CalendarEvent = { uid: 'two', title: 'Retreat', start: '2025-11-15', end: '2025-11-17' };
const all = [googleLink, outlookLink, office365Link, yahooLink];
const query = (link: string) => Object.fromEntries(new URL(link).searchParams);

describe('calendar links', () => {
  it('give Google its moments in UTC', () => {
    expect(query(googleLink(event))).toEqual({
      action: 'TEMPLATE',
      text: event.title,
      dates: '20251115T140000Z/20251115T150000Z',
      details: event.description,
      location: event.location,
    });
  });

  it('give both Outlooks moments with their offset, so that a mailbox in another zone does not shift them', () => {
    for (const [link, host] of [
      [outlookLink(event), 'outlook.live.com'],
      [office365Link(event), 'outlook.office.com'],
    ] as const) {
      expect(new URL(link).host).toBe(host);
      expect(query(link)).toMatchObject({
        rru: 'addevent',
        startdt: '2025-11-15T14:00:00Z',
        enddt: '2025-11-15T15:00:00Z',
        allday: 'false',
        subject: event.title,
        body: event.description,
      });
    }
  });

  it('give Yahoo its moments in UTC', () => {
    expect(query(yahooLink(event))).toMatchObject({ v: '60', st: '20251115T140000Z', et: '20251115T150000Z' });
  });

  it('say whole days as days', () => {
    expect(query(googleLink(days)).dates).toBe('20251115/20251117');
    expect(query(outlookLink(days))).toMatchObject({ startdt: '2025-11-15', enddt: '2025-11-17', allday: 'true' });
    expect(query(yahooLink(days))).toMatchObject({ dur: 'allday', st: '20251115' });
    expect(query(yahooLink(days))).not.toHaveProperty('et');
  });

  it('never write a space as +, which Outlook shows as a plus', () => {
    for (const link of all) expect(link(event)).not.toContain('+');
  });

  it('stay short enough to be opened whatever the texts are, and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), fc.string({ maxLength: 1000 }), (text, other) => {
        for (const link of all) {
          const made = link({ ...event, title: text, description: text + '👩🏽‍💻'.repeat(60), location: other });
          expect(made.length).toBeLessThan(2048);
          expect(URL.canParse(made)).toBe(true);
        }
      }),
    );
  });

  it('carry the address of the booking at the end of the text', () => {
    expect(query(googleLink({ ...event, url: 'https://example.com/?cb-booking=1' })).details).toBe(
      'Line one\nשלום #2\n\nhttps://example.com/?cb-booking=1',
    );
  });
});
