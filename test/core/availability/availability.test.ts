import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Slot } from '../../../src/contract/availability.ts';
import { createAvailability, type MonthAvailability } from '../../../src/core/availability/availability.ts';
import {
  type AvailabilityClient,
  cacheOf,
  createAvailabilityCache,
} from '../../../src/core/availability/availability-cache.ts';
import { createBookingClient } from '../../../src/core/client/client.ts';
import { type Answer, hourAt, type Received, refusalOf, roundTrip, serve, until } from '../client/raw-server.ts';

const noon = Date.parse('2025-11-05T12:00:00Z');

/** Slots every day at the given hours (UTC) for a year from 2025-11-01. */
function daily(...hours: string[]): Slot[] {
  return Array.from({ length: 365 }, (_, day) =>
    new Date(Date.UTC(2025, 10, 1 + day)).toISOString().slice(0, 10),
  ).flatMap((date) => hours.map((hour) => hourAt(`${date}T${hour}:00:00Z`)));
}

/** Answers availability from a list that a test may change. */
function offering(slots: { current: Slot[] }) {
  return ({ path, query }: Received): Answer => {
    if (path.endsWith('/next')) return [404, { detail: 'Not Found' }];
    const [from = '', until = ''] = [query.get('start_date') ?? '', query.get('end_date') ?? ''];
    const inside = slots.current.filter(({ start }) => start >= from && start < until);
    return [200, { coach_id: 'coach-1', available_slots: inside }];
  };
}

const rangesOf = (received: readonly Received[]) =>
  received.map(({ query }) => `${query.get('start_date')} ${query.get('end_date')}`);
const countOf = ({ days }: MonthAvailability) => [...days.values()].flat().length;

async function setUp(options: { slots?: Slot[]; timeZone?: string; prefetch?: boolean; at?: number } = {}) {
  const slots = { current: options.slots ?? daily('09', '23') };
  const server = await serve(offering(slots));
  const client = createBookingClient({ api: server.api, retries: 0 });
  const clock = { now: options.at ?? noon };
  const availability = createAvailability({
    client,
    coachId: 'coach-1',
    durationMinutes: 60,
    timeZone: options.timeZone ?? 'UTC',
    prefetch: options.prefetch ?? false,
    now: () => clock.now,
  });
  return { slots, server, client, clock, availability };
}

describe('a month', () => {
  it('is loading, then ready, and lists only days with slots that are still to come', async () => {
    const { availability } = await setUp({
      slots: daily('09', '23').filter(({ start }) => !start.startsWith('2025-11-07')),
    });
    const seen: string[] = [];
    availability.subscribe(({ months }) => seen.push(months.get('2025-11')?.status ?? 'none'));
    expect(availability.month('2025-11')).toMatchObject({ status: 'loading' });
    const month = await availability.load('2025-11');
    expect(seen).toEqual(['loading', 'ready']);
    expect([...month.days.keys()].slice(0, 3)).toEqual(['2025-11-05', '2025-11-06', '2025-11-08']);
    expect(month.days.get('2025-11-05')).toEqual([hourAt('2025-11-05T23:00:00Z')]);
  });

  it("is asked for from the visitor's midnight to the visitor's midnight", async () => {
    const { availability, server } = await setUp({ timeZone: 'America/New_York' });
    await availability.load('2025-12');
    expect(rangesOf(server.received).sort()).toEqual([
      '2025-12-01T05:00:00Z 2025-12-31T05:00:00Z',
      '2025-12-30T21:00:00Z 2026-01-01T05:00:00Z',
    ]);
  });

  it('leaves out the days before today, and asks nothing of a month gone by', async () => {
    const { availability, server } = await setUp({ timeZone: 'Europe/Berlin' });
    await availability.load('2025-11');
    expect(rangesOf(server.received)).toEqual(['2025-11-04T23:00:00Z 2025-11-30T23:00:00Z']);
    expect(await availability.load('2025-09')).toEqual({ status: 'ready', days: new Map() });
    expect(server.received).toHaveLength(1);
  });

  it("is grouped by the visitor's day", async () => {
    const { availability } = await setUp({ timeZone: 'Asia/Tokyo' });
    const month = await availability.load('2025-12');
    expect(month.days.get('2025-12-02')).toEqual([hourAt('2025-12-01T23:00:00Z'), hourAt('2025-12-02T09:00:00Z')]);
  });

  it('is asked for once while it is fresh, and again when stale, with the old days shown meanwhile', async () => {
    const { availability, server, slots, clock } = await setUp();
    await availability.load('2025-11');
    await availability.load('2025-11');
    expect(server.received).toHaveLength(1);
    clock.now += 61_000;
    slots.current = daily('09');
    const before = availability.month('2025-11');
    const seen: MonthAvailability[] = [];
    availability.subscribe(({ months }) => seen.push(months.get('2025-11') ?? before));
    const after = await availability.load('2025-11');
    expect(seen.map(({ status }) => status)).toEqual(['stale', 'ready']);
    expect(seen[0]?.days).toBe(before.days);
    expect(countOf(after)).toBe(25);
  });

  it('says what went wrong, keeps what it knew, and loads on the next request', async () => {
    let broken = false;
    const slots = { current: daily('09') };
    const server = await serve((request) => (broken ? [500, 'broken'] : offering(slots)(request)));
    const client = createBookingClient({ api: server.api, retries: 0 });
    const availability = createAvailability({
      client,
      coachId: 'c',
      timeZone: 'UTC',
      prefetch: false,
      now: () => noon,
    });
    await availability.load('2025-11');
    broken = true;
    availability.invalidate();
    const failed = await until(() => availability.month('2025-11').error && availability.month('2025-11'));
    expect(failed).toMatchObject({ status: 'error', error: { kind: 'server' } });
    expect(countOf(failed)).toBe(25);
    broken = false;
    expect((await availability.load('2025-11')).status).toBe('ready');
  });

  it('is not lost when the caller leaves in mid-load', async () => {
    const { availability, server } = await setUp();
    const left = refusalOf(availability.load('2025-11', { signal: AbortSignal.timeout(1) }));
    expect(await left).toMatchObject({ kind: 'aborted' });
    await until(() => availability.month('2025-11').status === 'ready');
    expect(server.received).toHaveLength(1);
  });

  it('keeps its identity while another month changes', async () => {
    const { availability } = await setUp();
    await availability.load('2025-11');
    const november = availability.state.months.get('2025-11');
    await availability.load('2025-12');
    expect(availability.state.months.get('2025-11')).toBe(november);
  });
});

describe('showing a month', () => {
  it('fetches the next one ahead, so that it is there at once', async () => {
    const { availability, server } = await setUp({ prefetch: true });
    availability.show('2025-11');
    await until(() => server.received.length === 3);
    await roundTrip(server);
    expect([...availability.state.months.keys()]).toEqual(['2025-11']);
    availability.show('2025-12');
    expect(availability.month('2025-12').status).toBe('ready');
    expect(server.received).toHaveLength(3);
    availability.dispose();
  });

  it('does not fetch ahead what was left already', async () => {
    const idle = new Map<number, () => void>();
    vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.set(idle.size + 1, callback).size);
    vi.stubGlobal('cancelIdleCallback', (handle: number) => idle.delete(handle));
    onTestFinished(() => void vi.unstubAllGlobals());
    const { availability, server } = await setUp({ prefetch: true });
    availability.show('2025-11');
    await until(() => idle.size === 1);
    availability.dispose();
    for (const callback of idle.values()) callback();
    await roundTrip(server);
    expect(server.received).toHaveLength(1);
  });
});

describe('another zone', () => {
  it('regroups at once, asks only for the hours not known, and gives the same days on the way back', async () => {
    const { availability, server } = await setUp();
    await availability.load('2025-12');
    availability.show('2025-12');
    const before = availability.month('2025-12');
    const asked = server.received.length;
    availability.setTimeZone('America/New_York');
    expect(availability.state.timeZone).toBe('America/New_York');
    expect(availability.month('2025-12')).toMatchObject({ status: 'stale' });
    expect(availability.month('2025-12').days.get('2025-12-10')).toEqual([
      hourAt('2025-12-10T09:00:00Z'),
      hourAt('2025-12-10T23:00:00Z'),
    ]);
    await until(() => availability.month('2025-12').status === 'ready');
    expect(rangesOf(server.received.slice(asked))).toEqual(['2026-01-01T00:00:00Z 2026-01-01T05:00:00Z']);
    availability.setTimeZone('UTC');
    expect(availability.month('2025-12')).toEqual(before);
    expect(server.received).toHaveLength(asked + 1);
  });

  it('is refused by name when it does not exist', async () => {
    const { availability } = await setUp();
    expect(() => availability.setTimeZone('Mars/Olympus')).toThrow(/Mars\/Olympus/);
    await expect(setUp({ timeZone: 'Mars/Olympus' })).rejects.toThrow(RangeError);
  });
});

describe('invalidating a day', () => {
  it('asks for that day alone', async () => {
    const { availability, server, slots } = await setUp({ timeZone: 'Europe/Berlin' });
    await availability.load('2025-11');
    slots.current = slots.current.filter(({ start }) => start !== '2025-11-12T09:00:00Z');
    availability.invalidate('2025-11-12');
    expect(availability.month('2025-11').status).toBe('stale');
    await until(() => availability.month('2025-11').status === 'ready');
    expect(rangesOf(server.received).slice(1)).toEqual(['2025-11-11T23:00:00Z 2025-11-12T23:00:00Z']);
    expect(availability.month('2025-11').days.get('2025-11-12')).toEqual([hourAt('2025-11-11T23:00:00Z')]);
    expect(availability.month('2025-11').days.get('2025-11-13')).toHaveLength(2);
  });
});

describe('one cache', () => {
  it('serves several widgets, each in its own zone', async () => {
    const { client, server } = await setUp();
    const cache = createAvailabilityCache({ client, now: () => noon });
    const [berlin, tokyo] = ['Europe/Berlin', 'Asia/Tokyo'].map((timeZone) =>
      createAvailability({ client, cache, coachId: 'coach-1', durationMinutes: 60, timeZone, now: () => noon }),
    );
    await Promise.all([berlin?.load('2025-11'), berlin?.load('2025-11')]);
    const asked = server.received.length;
    await tokyo?.load('2025-11');
    // Tokyo's today began before Berlin's.
    expect(rangesOf(server.received.slice(asked))).toEqual(['2025-11-04T15:00:00Z 2025-11-04T23:00:00Z']);
    expect(berlin?.state.timeZone).toBe('Europe/Berlin');
    expect([...(tokyo?.state.months.keys() ?? [])]).toEqual(['2025-11']);
  });

  it('does not ask for what is being asked for already', async () => {
    const { client, server } = await setUp();
    const timeline = createAvailabilityCache({ client, now: () => noon }).timeline('coach-1', 60);
    const [first, second, third] = ['2025-12-01', '2025-12-11', '2025-12-21'].map((day) =>
      Date.parse(`${day}T00:00:00Z`),
    ) as [number, number, number];
    await Promise.all([timeline.load({ start: first, end: second }), timeline.load({ start: first, end: third })]);
    expect(rangesOf(server.received).sort()).toEqual([
      '2025-12-01T00:00:00Z 2025-12-11T00:00:00Z',
      '2025-12-11T00:00:00Z 2025-12-21T00:00:00Z',
    ]);
    expect(timeline.slotsIn({ start: first, end: third })).toHaveLength(40);
  });

  it('does not take an answer to a question from before it was told to forget for a fresh one', async () => {
    const answers: ((slots: readonly Slot[]) => void)[] = [];
    const getAvailability = () =>
      new Promise<Awaited<ReturnType<AvailabilityClient['getAvailability']>>>((resolve) => {
        answers.push((available_slots) => resolve({ coach_id: 'coach-1', available_slots: [...available_slots] }));
      });
    const client = { getAvailability, getNextAvailability: getAvailability, supports: () => false };
    const timeline = createAvailabilityCache({ client, now: () => noon }).timeline('coach-1', 60);
    const day = (date: string) => Date.parse(`2025-12-${date}T00:00:00Z`);
    const days = { start: day('01'), end: day('04') };
    const booked = { start: day('02'), end: day('03') };
    const [first, second, third] = ['01', '02', '03'].map((date) => hourAt(`2025-12-${date}T09:00:00Z`)) as [
      Slot,
      Slot,
      Slot,
    ];

    void timeline.load(days);
    // The slot of the second is booked while the first question is under way.
    timeline.forget(booked);
    const loaded = timeline.load(booked);
    expect(answers).toHaveLength(2);
    answers[1]?.([]);
    await loaded;
    expect(timeline.slotsIn(days)).toEqual([]);
    answers[0]?.([first, second, third]);
    await until(() => timeline.known(days) === 'all');
    expect(timeline.slotsIn(days)).toEqual([first, third]);

    // Answered in the other order, the old answer stands in for the forgotten day until the new one comes.
    const other = createAvailabilityCache({ client, now: () => noon }).timeline('coach-1', 60);
    void other.load(days);
    other.forget(booked);
    void other.load(booked);
    answers[2]?.([first, second, third]);
    await until(() => other.known(days) === 'all');
    expect(other.slotsIn(days)).toEqual([first, second, third]);
    expect(other.isLoading(booked)).toBe(true);
    answers[3]?.([]);
    await until(() => !other.isLoading(booked));
    expect(other.slotsIn(days)).toEqual([first, third]);
  });

  it('is one for all who use a client, and one a coach and duration', async () => {
    const { client } = await setUp();
    expect(cacheOf(client)).toBe(cacheOf(client));
    expect(cacheOf(client).timeline('a', 60)).toBe(cacheOf(client).timeline('a', 60));
    expect(cacheOf(client).timeline('a', 60)).not.toBe(cacheOf(client).timeline('a', 30));
  });
});

describe('the next slot', () => {
  it('comes from the server where it can tell', async () => {
    const server = await serve(() => [200, { coach_id: 'c', available_slots: [hourAt('2026-03-01T09:00:00Z')] }]);
    const client = createBookingClient({ api: server.api });
    const availability = createAvailability({
      client,
      coachId: 'c',
      durationMinutes: 60,
      timeZone: 'UTC',
      now: () => noon,
    });
    expect(await availability.nextSlot({ after: '2025-12-01T00:00:00Z' })).toEqual(hourAt('2026-03-01T09:00:00Z'));
    expect(Object.fromEntries(server.received[0]?.query ?? [])).toEqual({
      count: '1',
      duration_minutes: '60',
      after: '2025-12-01T00:00:00Z',
    });
  });

  it('is looked for month by month where it cannot, and asked for only once', async () => {
    const { availability, server, client } = await setUp({ slots: [hourAt('2026-02-03T09:00:00Z')] });
    expect(await availability.nextSlot()).toEqual(hourAt('2026-02-03T09:00:00Z'));
    expect(client.supports('getNextAvailability')).toBe(false);
    await availability.nextSlot();
    expect(server.received.filter(({ path }) => path.endsWith('/next'))).toHaveLength(1);
    expect(await availability.nextSlot({ after: '2026-02-03T09:00:01Z' })).toBeUndefined();
  });

  it('looks no further than twelve months', async () => {
    const { availability, server } = await setUp({ slots: [] });
    expect(await availability.nextSlot()).toBeUndefined();
    const last = rangesOf(server.received.filter(({ path }) => !path.endsWith('/next')))
      .sort()
      .at(-1);
    expect(last).toContain('2026-12-01T00:00:00Z');
  });

  it('can be left', async () => {
    const { availability } = await setUp({ slots: [] });
    const error = await refusalOf(availability.nextSlot({ signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ kind: 'aborted' });
  });
});

describe('the slots nearest to a slot that was taken', () => {
  it('are of the newest answer, where their day is asked for once more meanwhile and the first answer comes first', async () => {
    const [nine, half, eleven] = ['09:00', '09:30', '11:00'].map((time) => hourAt(`2025-12-02T${time}:00Z`)) as [
      Slot,
      Slot,
      Slot,
    ];
    const answers: ((slots: readonly Slot[]) => void)[] = [];
    const getAvailability = () =>
      new Promise<Awaited<ReturnType<AvailabilityClient['getAvailability']>>>((resolve) => {
        answers.push((available_slots) => resolve({ coach_id: 'coach-1', available_slots: [...available_slots] }));
      });
    const client = { getAvailability, getNextAvailability: getAvailability, supports: () => false };
    const availability = createAvailability({
      client,
      coachId: 'coach-1',
      durationMinutes: 60,
      timeZone: 'UTC',
      prefetch: false,
      now: () => noon,
    });
    const loaded = availability.load('2025-12');
    await until(() => answers.length > 0);
    for (const answer of answers.splice(0)) answer([nine, half, eleven]);
    await loaded;
    // Nine o'clock was taken: both the search and the month ask again. Half past nine overlaps it.
    const found = availability.nearest(nine);
    availability.invalidate('2025-12-02');
    await until(() => answers.length === 2);
    answers[0]?.([eleven]);
    await new Promise((done) => setTimeout(done));
    answers[1]?.([eleven]);
    expect((await found).map(({ start }) => start)).toEqual([eleven.start]);
  });

  it('are three, the closest first, and asked for anew', async () => {
    const { availability, slots } = await setUp({ slots: daily('09', '10', '23') });
    await availability.load('2025-11');
    const taken = hourAt('2025-11-12T09:00:00Z');
    slots.current = slots.current.filter(({ start }) => start !== taken.start);
    expect((await availability.nearest(taken)).map(({ start }) => start)).toEqual([
      '2025-11-12T10:00:00Z',
      '2025-11-11T23:00:00Z',
      '2025-11-12T23:00:00Z',
    ]);
    expect(availability.month('2025-11').days.get('2025-11-12')).toHaveLength(2);
    expect(availability.month('2025-11').status).toBe('ready');
  });
});
