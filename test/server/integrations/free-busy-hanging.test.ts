import { expect, test } from 'vitest';
import type { Interval } from '../../../src/domain/availability/interval.ts';
import { createFreeBusy } from '../../../src/server/integrations/free-busy.ts';
import type { CalendarAdapter } from '../../../src/server/integrations/providers/session-event.ts';
import { createMemoryCalendarStore } from '../../../src/server/stores/memory-calendar-store.ts';

const DEADLINE_MS = 60;
const session: Interval = { start: Date.UTC(2025, 10, 15, 9), end: Date.UTC(2025, 10, 15, 10) };
const day: Interval = { start: Date.UTC(2025, 10, 15), end: Date.UTC(2025, 10, 16) };

/** A coach's calendar whose provider answers when it is told to. */
async function hanging() {
  let now = Date.UTC(2025, 10, 5);
  const store = createMemoryCalendarStore();
  await store.connections.save({
    userId: 'ana',
    provider: 'google',
    account: null,
    status: 'connected',
    sealedTokens: '',
    expiresAt: 0,
    lastSync: null,
    lastError: null,
  } as unknown as Parameters<typeof store.connections.save>[0]);
  const asked: { readonly answer: (busy: readonly Interval[]) => void }[] = [];
  const adapter = {
    busy: () => new Promise<readonly Interval[]>((answer) => asked.push({ answer })),
  } as unknown as CalendarAdapter;
  const freeBusy = createFreeBusy({
    store,
    clock: { now: () => now },
    log: () => undefined,
    providers: ['google'],
    adapters: { google: adapter, outlook: adapter },
    requestFor: () => () => Promise.reject(new Error('not used')),
    deadlineMs: DEADLINE_MS,
  });
  let lastKnown = 0;
  const timed = async (range: Interval, fresh = false) => {
    const startedAt = performance.now();
    const busy = await freeBusy('ana', range, { fresh, onLastKnown: () => (lastKnown += 1) });
    return { busy, took: performance.now() - startedAt };
  };
  const lastError = async () => (await store.connections.find('ana', 'google'))?.lastError;
  return { asked, told: () => lastKnown, timed, lastError, later: (ms: number) => (now += ms) };
}

test('a provider that hangs holds a visitor up to the deadline, the next ones not at all', async () => {
  const { asked, timed, lastError } = await hanging();
  const first = await timed(day);
  expect(first.busy).toEqual([]);
  expect(first.took).toBeGreaterThanOrEqual(DEADLINE_MS - 5);
  expect(await lastError()).toMatch(/^Google Calendar did not answer/);
  for (const fresh of [false, true, true]) expect((await timed(day, fresh)).took).toBeLessThan(DEADLINE_MS - 10);
  expect(asked).toHaveLength(1);
});

test('its last known busy times count meanwhile, at booking time too', async () => {
  const { asked, timed, later } = await hanging();
  const known = timed(day);
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer([session]);
  expect((await known).busy).toEqual([session]);
  later(4 * 60_000);
  expect((await timed(day)).busy).toEqual([session]);
  expect((await timed(session, true)).busy).toEqual([session]);
});

test('an answer after the deadline is kept, and the provider is asked again', async () => {
  const { asked, timed } = await hanging();
  await timed(day);
  asked[0]?.answer([session]);
  await expect.poll(async () => (await timed(day)).busy).toEqual([session]);
  const fresh = timed(session, true);
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.answer([]);
  expect((await fresh).busy).toEqual([]);
});

test('after half a minute it is tried again', async () => {
  const { asked, timed, later } = await hanging();
  await timed(day);
  later(31_000);
  const again = timed(session, true);
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.answer([session]);
  expect((await again).busy).toEqual([session]);
});

test('last known times are told apart from those that were asked for, for a month and at booking time', async () => {
  const { asked, told, timed, later } = await hanging();
  const known = timed(day);
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer([session]);
  await known;
  await timed(day);
  expect(told()).toBe(0);
  later(4 * 60_000);
  await timed(day);
  expect(told()).toBe(1);
  await timed(session, true);
  expect(told()).toBe(2);
  later(31_000);
  const fresh = timed(session, true);
  await expect.poll(() => asked.length).toBe(3);
  asked[2]?.answer([]);
  await fresh;
  expect(told()).toBe(2);
});
