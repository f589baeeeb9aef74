import { expect, test } from 'vitest';
import { checkSchedule } from '../../src/domain/availability/schedule.ts';
import { isBookable } from '../../src/domain/availability/slots.ts';
import { createMockServer, seed } from '../../src/mock/index.ts';
import { seedCoaches } from '../../src/mock/seed/coaches.ts';
import { seedSchedules } from '../../src/mock/seed/schedules.ts';

const clock = '2025-11-05T10:30:00Z';

async function seeded(at = clock) {
  const mock = createMockServer({ clock: at });
  await mock.fetch(new Request('http://x/health'));
  const { bookings } = await mock.store.bookings.list({}, { skip: 0, limit: 100 });
  return { mock, bookings };
}

test('every coach has a schedule that makes sense, and a profile that says who they are', () => {
  for (const { profile } of seedCoaches) {
    const schedule = seedSchedules[profile.user_id];
    expect(schedule && checkSchedule(schedule), profile.name).toEqual([]);
    expect(profile.headline && profile.bio && profile.languages?.length && profile.hourly_rate).toBeTruthy();
  }
});

test('the same clock gives the same bookings', async () => {
  const [one, other] = [await seeded(), await seeded()];
  const shown = ({ bookings }: typeof one) => bookings.map(({ id, start, status }) => [id, start, status]);
  expect(shown(one)).toEqual(shown(other));
});

test.each([clock, '2026-03-28T23:59:00Z', '2027-10-31T00:30:00Z'])(
  'at %s there are bookings past and to come, in every status, within the hours',
  async (at) => {
    const { bookings } = await seeded(at);
    expect(new Set(bookings.map(({ status }) => status)).size).toBe(4);
    const now = Date.parse(at);
    expect(bookings.some(({ start }) => start < now)).toBe(true);
    expect(bookings.some(({ start }) => start > now)).toBe(true);
    for (const { coachId, start, end } of bookings) {
      const schedule = seedSchedules[coachId];
      if (!schedule) throw new Error(`no schedule for ${coachId}`);
      const open = { ...schedule, minimum_notice_minutes: 0, booking_window: { kind: 'unlimited' } } as const;
      const durationMinutes = (end - start) / 60_000;
      expect(isBookable({ schedule: open, booked: [], now: start - 86_400_000, durationMinutes }, start)).toBe(true);
    }
  },
);

test('the first coach has an open time on every day of two years, the guide’s hour included', async () => {
  const { mock } = await seeded();
  for (let day = 1; day < 730; day += 30) {
    const from = Date.parse('2025-11-05T00:00:00Z') + day * 86_400_000;
    const range = `start_date=${new Date(from).toISOString()}&end_date=${new Date(from + 30 * 86_400_000).toISOString()}`;
    const url = `http://x/booking/coach/${seed.coach.id}/availability?${range}&duration_minutes=60`;
    const { available_slots } = await (await mock.fetch(new Request(url))).json();
    const hours = available_slots.filter(({ start }: { start: string }) => start.endsWith('T14:00:00Z'));
    expect(hours).toHaveLength(30);
  }
});
