import { fail } from 'node:assert/strict';
import { expect } from 'vitest';
import type { CalendarProvider } from '../../../src/contract/calendar.ts';
import { usualMessageSettings } from '../../../src/contract/desk/message-settings.ts';
import { emptySchedule } from '../../../src/domain/availability/schedule.ts';
import { createMockClock } from '../../../src/mock/clock.ts';
import { createProviderStandIns, type ProviderStandIns } from '../../../src/mock/providers/provider-stand-ins.ts';
import {
  type CalendarIntegrationsOptions,
  createCalendarIntegrations,
} from '../../../src/server/integrations/calendar-integrations.ts';
import type { CalendarLogEntry } from '../../../src/server/integrations/calendar-ports.ts';
import type { BookingRecord, Store } from '../../../src/server/ports.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';

export const CALLBACK = 'http://localhost:3000/callback';
export const ANA = { id: 'ana', email: 'ana@example.com', name: 'Ana Keller', timeZone: 'Europe/Berlin' };
export const BO = { id: 'bo', email: 'bo@example.com', name: 'Bo Lind', timeZone: 'America/New_York' };
export const NOW = '2025-11-05T10:30:00Z';

type Accounts = { readonly [user in 'ana' | 'bo']?: Partial<Record<CalendarProvider, string>> };

/** The calendars on the stand-ins, a coach (Ana) and a client (Bo), and a clock and timers that the test holds. */
export async function connected(
  options: Partial<CalendarIntegrationsOptions> & { store?: Store; accounts?: Accounts } = {},
) {
  const clock = createMockClock(NOW);
  const store = options.store ?? createMemoryStore();
  for (const person of [ANA, BO]) {
    const role = person === ANA ? ('coach' as const) : ('client' as const);
    await store.accounts.add({ ...person, role, isGuest: false, isActive: true, createdAt: clock.now() });
  }
  // A store that was opened again has the coach already.
  const coach = {
    profile: { user_id: ANA.id, name: ANA.name },
    isActive: true,
    schedule: emptySchedule(ANA.timeZone),
    scheduleVersion: 1,
  };
  if (!(await store.coaches.find(ANA.id))) await store.coaches.add(coach);
  const standIns = createProviderStandIns({
    baseUrl: 'http://localhost:8000/stand-in',
    redirectUris: [CALLBACK],
    clock,
  });
  const calendarStore = options.calendarStore ?? store.calendars;
  const log: CalendarLogEntry[] = [];
  const waits: number[] = [];
  let later: { delay: number; run: () => void }[] = [];
  const calendars = createCalendarIntegrations({
    config: standIns.config,
    store,
    calendarStore,
    clock,
    fetch: standIns.fetch,
    // Waits within a call are over at once; retries of a sync wait for `runLater`.
    schedule: (delay, run) => {
      waits.push(delay);
      if (delay < 10_000) queueMicrotask(run);
      else later.push({ delay, run });
    },
    log: (entry) => log.push(entry),
    ...options,
  });

  const consent = (authUrl: string, account: string) => decide(standIns, authUrl, account);

  const signIn = async (userId: string, provider: CalendarProvider, account: string) => {
    const { auth_url, state } = await calendars.authUrl({ userId, provider, redirectUri: CALLBACK });
    const back = await consent(auth_url, account);
    const query = new URL(back?.headers.get('location') ?? '').searchParams;
    expect(query.get('state')).toBe(state);
    return { code: query.get('code') ?? '', state };
  };

  const connect = async (userId: string, provider: CalendarProvider, account: string) => {
    const answer = await signIn(userId, provider, account);
    return calendars.exchange({ userId, provider, redirectUri: CALLBACK, ...answer });
  };

  const book = async (change: Partial<BookingRecord> = {}): Promise<BookingRecord> => {
    const start = Date.UTC(2025, 10, 15, 14);
    const booking: BookingRecord = {
      id: 'booking-1',
      clientId: BO.id,
      coachId: ANA.id,
      start,
      end: start + 3_600_000,
      status: 'confirmed',
      paymentId: null,
      meetingLink: null,
      notes: 'Career transition',
      sequence: 0,
      createdAt: clock.now(),
      updatedAt: clock.now(),
      version: 1,
      ...change,
    };
    await store.bookings.save(booking, {});
    return booking;
  };

  const edit = async (id: string, change: Partial<BookingRecord>): Promise<BookingRecord> => {
    const found = await store.bookings.find(id);
    if (!found) throw new Error(`no booking ${id}`);
    const next = { ...found, ...change, version: found.version + 1 };
    expect((await store.bookings.save(next, { basedOn: found.version })).kind).toBe('saved');
    return next;
  };

  const confirm = async (change?: Partial<BookingRecord>) => {
    const booking = await book(change);
    await calendars.onBookingChanged({ kind: 'confirmed', booking });
    return booking;
  };
  const move = async (id: string, hours: number) => {
    const found = await store.bookings.find(id);
    if (!found) throw new Error(`no booking ${id}`);
    const by = hours * 3_600_000;
    const booking = await edit(id, { start: found.start + by, end: found.end + by, sequence: found.sequence + 1 });
    await calendars.onBookingChanged({ kind: 'moved', booking });
  };
  const cancel = async (id: string) => {
    const booking = await edit(id, { status: 'cancelled', sequence: 9 });
    await calendars.onBookingChanged({ kind: 'cancelled', booking });
  };

  /** Sets the language of each account, and what the coach chose for mails. */
  const speak = async (
    said: {
      readonly [user in 'ana' | 'bo']: { locale?: string; chosen?: string; name?: string | null };
    },
  ) => {
    for (const person of [ANA, BO]) {
      const { locale: _, ...account } = (await store.accounts.find(person.id)) ?? fail(person.id);
      const { locale, name = person.name } = said[person.id as 'ana' | 'bo'];
      await store.accounts.update({ ...account, name, ...(locale !== undefined && { locale }) });
    }
    await store.coaches.change(ANA.id, { messages: { ...usualMessageSettings, language: said.ana.chosen ?? null } });
  };

  /** Runs the retries that wait, and those they ask for, until none is left or so many rounds are over. */
  const runLater = async (rounds = Number.POSITIVE_INFINITY) => {
    for (let round = 0; round < rounds && later.length > 0; round += 1) {
      const due = later;
      later = [];
      for (const { delay, run } of due) {
        clock.advance(delay);
        run();
      }
      await calendars.idle();
    }
  };

  for (const [userId, calendarsOf] of Object.entries(options.accounts ?? {})) {
    for (const [provider, account] of Object.entries(calendarsOf)) {
      await connect(userId, provider as CalendarProvider, account);
    }
  }
  return {
    clock,
    speak,
    store,
    calendarStore,
    standIns,
    calendars,
    log,
    waits,
    consent,
    signIn,
    connect,
    book,
    edit,
    confirm,
    move,
    cancel,
    runLater,
  };
}

/** What a browser does at the provider, up to the redirect. */
async function decide(standIns: ProviderStandIns, authUrl: string, account: string): Promise<Response | undefined> {
  const page = await standIns.answer(new Request(authUrl));
  const request = /name="request" value="([^"]+)"/.exec((await page?.text()) ?? '')?.[1];
  if (!page || !request) return page;
  const action = new URL(authUrl);
  action.search = '';
  const body = new URLSearchParams({ request, account, decision: 'allow' });
  return standIns.answer(new Request(action, { method: 'POST', body }));
}

/** Allows access, and gives the code that comes back. */
export async function allow(standIns: ProviderStandIns, authUrl: string, account: string): Promise<string> {
  const back = await decide(standIns, authUrl, account);
  return new URL(back?.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

/** Both sides connected: Ana by Google, Bo by Outlook. */
export const bothSides: Accounts = { ana: { google: 'ana@gmail.example' }, bo: { outlook: 'bo@contoso.example' } };
