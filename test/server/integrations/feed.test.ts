import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { connected } from './connected.ts';

function read(text: string | undefined) {
  const root = new ICAL.Component(ICAL.parse(text ?? ''));
  return root.getAllSubcomponents('vevent').map((vevent) => ({
    uid: vevent.getFirstPropertyValue('uid'),
    summary: vevent.getFirstPropertyValue('summary'),
    start: new ICAL.Event(vevent).startDate.toString(),
    status: vevent.getFirstPropertyValue('status'),
    sequence: vevent.getFirstPropertyValue('sequence'),
  }));
}

describe('a private feed', () => {
  it('shows each side its sessions, and moves and cancellations when read again', async () => {
    const world = await connected();
    await world.book();
    await world.book({ id: 'booking-2', start: Date.UTC(2025, 10, 20, 9), end: Date.UTC(2025, 10, 20, 10) });
    const secret = await world.calendars.feedSecret('bo');
    const first = read(await world.calendars.feed(secret));
    expect(first).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          summary: 'Session with Ana Keller',
          start: '2025-11-15T14:00:00Z',
          status: 'CONFIRMED',
        }),
      ]),
    );
    expect(read(await world.calendars.feed(await world.calendars.feedSecret('ana')))[0]?.summary).toBe(
      'Session with Bo Lind',
    );
    await world.move('booking-1', 2);
    await world.cancel('booking-2');
    const second = read(await world.calendars.feed(secret));
    expect(second.map(({ uid }) => uid).sort()).toEqual(first.map(({ uid }) => uid).sort());
    expect(second).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ start: '2025-11-15T16:00:00Z', sequence: 1 }),
        expect.objectContaining({ status: 'CANCELLED', sequence: 9 }),
      ]),
    );
  });

  it('is in the language of its reader, the calendar’s name included', async () => {
    const world = await connected();
    await world.speak({ ana: { chosen: 'de' }, bo: { locale: 'zh-TW' } });
    await world.book();
    const german = await world.calendars.feed(await world.calendars.feedSecret('ana'));
    expect(german).toContain('X-WR-CALNAME:Coaching-Termine');
    expect(read(german)[0]?.summary).toBe('Termin mit Bo Lind');
    const chinese = await world.calendars.feed(await world.calendars.feedSecret('bo'));
    expect(chinese).toContain('X-WR-CALNAME:教練會談');
    expect(read(chinese)[0]?.summary).toBe('與Ana Keller的會談');
  });

  it('keeps its secret until it is reset; then the old one is nobody’s', async () => {
    const world = await connected();
    const old = await world.calendars.feedSecret('bo');
    expect(old).toMatch(/^[0-9a-f]{64}$/);
    expect(await world.calendars.feedSecret('bo')).toBe(old);
    const next = await world.calendars.resetFeedSecret('bo');
    expect(next).not.toBe(old);
    expect(await world.calendars.feedSecret('bo')).toBe(next);
    expect(await world.calendars.feed(old)).toBeUndefined();
    expect(await world.calendars.feed(next)).toContain('BEGIN:VCALENDAR');
    expect(JSON.stringify(await world.calendarStore.feeds.ofUser('bo'))).not.toContain(next);
  });

  it('is nothing for a secret that nobody has', async () => {
    const world = await connected();
    for (const secret of ['', 'x', '0'.repeat(64)]) expect(await world.calendars.feed(secret)).toBeUndefined();
  });
});
