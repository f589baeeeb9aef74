import type { Role } from '../contract/auth.ts';
import { emptySchedule } from '../domain/availability/schedule.ts';
import type { Passwords } from '../server/auth/passwords.ts';
import type { Account, Store } from '../server/ports.ts';
import { busyBookings, seedBookings } from './seed/bookings.ts';
import { seedCoaches } from './seed/coaches.ts';
import { SEED_PASSWORD, seed } from './seed/ids.ts';
import { seedSchedules } from './seed/schedules.ts';
import { seedSessionTypes } from './seed/session-types.ts';

export { SEED_PASSWORD, seed } from './seed/ids.ts';

/** How much is booked: a few sessions, most of the next weeks, or no coach has any hours at all. */
export type SeedAmount = 'some' | 'busy' | 'empty';

/** Fills an empty store; a store with coaches is not changed. The same `now` gives the same content. */
export async function seedStore(store: Store, passwords: Passwords, now: number, amount: SeedAmount): Promise<void> {
  if ((await store.coaches.list()).length > 0) return;
  // One hash for all: the password is public, and hashing it ten times would slow the start.
  const passwordHash = await passwords.hash(SEED_PASSWORD);
  const add = (id: string, email: string, name: string, role: Role, timeZone: string) => {
    const account: Account = {
      id,
      email,
      name,
      role,
      timeZone,
      passwordHash,
      isGuest: false,
      isActive: true,
      createdAt: JOINED,
    };
    return store.accounts.add(account);
  };
  await add(seed.client.id, seed.client.email, 'Sam Okafor', 'client', 'Europe/London');
  await add(seed.rival.id, seed.rival.email, 'Noor Aziz', 'client', 'Asia/Dubai');
  await add(seed.admin.id, seed.admin.email, 'Robin Lang', 'admin', 'Europe/Berlin');
  for (const { login, profile } of seedCoaches) {
    const full = seedSchedules[profile.user_id] ?? emptySchedule('UTC');
    const schedule = amount === 'empty' ? { ...full, weekly_hours: [], date_overrides: [] } : full;
    await add(profile.user_id, `${login}@example.com`, profile.name, 'coach', schedule.time_zone);
    const isActive = profile.user_id !== seed.coaches.claire;
    await store.coaches.add({ profile, isActive, schedule, scheduleVersion: 1 });
  }
  for (const type of seedSessionTypes) await store.sessionTypes.save(type);
  const bookings = amount === 'empty' ? [] : amount === 'busy' ? busyBookings(now) : seedBookings(now);
  for (const booking of bookings) await store.bookings.save(booking, {});
}

/** The seeded accounts' creation time: 1 September 2025. */
const JOINED = Date.UTC(2025, 8, 1, 8);
