import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../src/contract/booking.ts';
import { readInstant, writeInstant } from '../../../src/contract/values.ts';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { sessionOf, strandedBookings } from '../../../src/core/schedule-editor/booked.ts';
import { draftOf } from '../../../src/core/schedule-editor/draft.ts';
import { previewWeek } from '../../../src/core/schedule-editor/preview.ts';
import { problemsOf } from '../../../src/core/schedule-editor/problems.ts';
import { emptySchedule, everyWeek } from '../../../src/domain/availability/schedule.ts';
import { startOfWeek } from '../../../src/domain/month/grid.ts';
import { SEED_PASSWORD, seed } from '../../../src/mock/index.ts';
import { openEditor } from './coach.ts';

const at = (text: string) => readInstant(text) ?? Number.NaN;
const booking = (session_datetime: string, status: Booking['status'] = 'confirmed'): Booking => ({
  id: session_datetime,
  client_id: 'c',
  coach_id: 'k',
  session_datetime,
  duration_minutes: 60,
  status,
});
const schedule = { ...emptySchedule('Europe/Berlin'), weekly_hours: everyWeek([1, 2, 3, 4, 5], '09:00', '12:00') };
const now = at('2025-11-05T10:30:00Z');

describe('the preview', () => {
  it('shows exactly the times the server offers, by the days of the client', async () => {
    const coach = await openEditor();
    const { history, booked } = coach.editing();
    if (booked.status !== 'ready') throw new Error('the bookings are there');
    const week = { from: '2025-11-10', timeZone: 'Asia/Kathmandu', durationMinutes: 60, now };
    const preview = previewWeek({ ...week, schedule: history.present, bookings: booked.bookings });
    const { available_slots } = await coach.client.getAvailability({
      params: { coach_id: seed.coach.id },
      query: { start_date: '2025-11-09T18:15:00Z', end_date: '2025-11-16T18:15:00Z', duration_minutes: 60 },
    });
    expect(preview.map(({ date }) => date)).toEqual([10, 11, 12, 13, 14, 15, 16].map((day) => `2025-11-${day}`));
    expect(preview.flatMap(({ slots }) => slots.map(({ start }) => writeInstant(start)))).toEqual(
      available_slots.map(({ start }) => start),
    );
    expect(available_slots.length).toBeGreaterThan(50);
  });

  it('counts sessions that are completed towards the limits, as the server does', async () => {
    const { server, client, editor, editing } = await openEditor();
    const params = { coach_id: seed.coach.id };
    const query = { start_date: '2025-12-15T00:00:00Z', end_date: '2025-12-22T00:00:00Z', duration_minutes: 60 };
    const visitor = createBookingClient({ api: 'http://coach.test', fetch: server.fetch });
    await visitor.session.logIn({ email: seed.client.email, password: SEED_PASSWORD });
    const { available_slots } = await visitor.getAvailability({ params, query });
    const [first] = available_slots;
    if (!first) throw new Error('nothing is open');
    const { id } = await visitor.createBooking({
      body: { ...params, session_datetime: first.start, duration_minutes: 60 },
    });
    await client.updateBookingStatus({ params: { booking_id: id }, body: { status: 'confirmed' } });
    const later = at(first.end) + 60_000;
    server.clock.set(writeInstant(later));
    await client.session.logIn({ email: seed.coach.email, password: SEED_PASSWORD });
    await client.updateBookingStatus({ params: { booking_id: id }, body: { status: 'completed' } });
    let etag = '';
    const onResponse = ({ headers }: Response) => {
      etag = headers.get('etag') ?? '';
    };
    const schedule = await client.getSchedule({ params }, { onResponse });
    await client.putSchedule({ params, body: { ...schedule, weekly_limit: 1, daily_limit: null } }, { ifMatch: etag });
    await editor.load();

    const { booked, saved } = editing();
    if (booked.status !== 'ready') throw new Error('the bookings are there');
    const week = { from: '2025-12-15', timeZone: 'UTC', durationMinutes: 60, now: later };
    const offered = (await client.getAvailability({ params, query })).available_slots;
    const shown = previewWeek({ ...week, schedule: saved, bookings: booked.bookings });
    expect(offered).toEqual([]);
    expect(shown.flatMap(({ slots }) => slots)).toEqual([]);
  });

  it('loses the time of a session that is booked, not of one that was cancelled', () => {
    const week = { schedule, from: '2025-11-10', timeZone: 'Europe/Berlin', durationMinutes: 60, now };
    const count = (...bookings: readonly Booking[]) => previewWeek({ ...week, bookings })[0]?.slots.length;
    expect(count()).toBe(5);
    expect(count(booking('2025-11-10T08:00:00Z'))).toBe(3);
    expect(count(booking('2025-11-10T08:00:00Z', 'cancelled'))).toBe(5);
  });

  it('begins a week on its Monday, or on the weekday of the region', () => {
    expect([startOfWeek('2025-11-10', 1), startOfWeek('2025-11-16', 1)]).toEqual(['2025-11-10', '2025-11-10']);
    expect(['2025-11-08', '2025-11-09', '2025-11-15'].map((day) => startOfWeek(day, 7))).toEqual([
      '2025-11-02',
      '2025-11-09',
      '2025-11-09',
    ]);
    expect(['2025-11-07', '2025-11-08', '2025-11-14'].map((day) => startOfWeek(day, 6))).toEqual([
      '2025-11-01',
      '2025-11-08',
      '2025-11-08',
    ]);
  });
});

describe('sessions outside the hours', () => {
  const bookings = [
    booking('2025-11-14T08:00:00Z'),
    booking('2025-11-10T08:00:00Z', 'pending'),
    booking('2025-11-11T08:00:00Z', 'cancelled'),
    booking('2025-11-03T08:00:00Z'),
    booking('2025-11-12T20:00:00Z'),
  ];

  it('are those to come that the change would leave outside, soonest first', () => {
    const found = strandedBookings(schedule, { ...schedule, weekly_hours: [] }, bookings, now);
    expect(found.map(({ id }) => id)).toEqual(['2025-11-10T08:00:00Z', '2025-11-14T08:00:00Z']);
  });

  it('are none when the session still fits, to the minute', () => {
    const exact = { ...schedule, weekly_hours: everyWeek([1, 5], '09:00', '10:00') };
    expect(strandedBookings(schedule, exact, bookings, now)).toEqual([]);
    const short = { ...schedule, weekly_hours: everyWeek([1, 5], '09:00', '09:45') };
    expect(strandedBookings(schedule, short, bookings, now)).toHaveLength(2);
  });

  it('lie where they were booked', () => {
    expect(sessionOf(booking('2025-11-10T08:00:00Z'))).toEqual({
      start: at('2025-11-10T08:00:00Z'),
      end: at('2025-11-10T09:00:00Z'),
    });
  });
});

describe('a problem', () => {
  it('names the part of the draft it is about, and none where it is about a setting', () => {
    const [first, ...others] = schedule.weekly_hours;
    if (!first) throw new Error('no hours');
    const weekly_hours = [first, ...others, { ...first, end: first.start }];
    const draft = draftOf({ ...schedule, weekly_hours, daily_limit: 5, weekly_limit: 3 });
    const last = weekly_hours.length - 1;
    expect(problemsOf(draft).map(({ key, field, fault }) => [key, field, fault.code])).toEqual([
      [draft.weekly_hours[last]?.key, `weekly_hours.${last}`, 'empty'],
      [undefined, 'weekly_limit', 'weekBelowDay'],
    ]);
  });
});
