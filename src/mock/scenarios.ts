import { readInstant } from '../contract/values.ts';
import { isBookable } from '../domain/availability/slots.ts';
import { MINUTE_MS } from '../domain/time/units.ts';
import { DroppedConnection } from '../server/http/dropped-connection.ts';
import type { Clock, Store } from '../server/ports.ts';
import { seed } from './seed/ids.ts';
import type { SeedAmount } from './seed.ts';

/** The scenarios, each with its line for `--help`. */
export const scenarios = {
  normal: 'everything works',
  empty: 'no coach has an open time',
  busy: 'few times are left open',
  'slot-taken': 'the first slot a client books was taken a moment before',
  slow: 'every answer takes two and a half seconds',
  flaky: 'every third GET fails: with a 503, or with a dropped connection',
  offline: 'every connection is dropped',
} as const satisfies Record<string, string>;

/** The name of a scenario: a key of `scenarios`. */
export type Scenario = keyof typeof scenarios;

/** True for the name of a scenario. */
export function isScenario(name: string): name is Scenario {
  return Object.hasOwn(scenarios, name);
}

/** The seed that the scenario needs. */
export function seedAmount(scenario: Scenario): SeedAmount {
  return scenario === 'empty' || scenario === 'busy' ? scenario : 'some';
}

/** The default latency of a scenario, in milliseconds. */
export function latencyOf(scenario: Scenario): number {
  return scenario === 'slow' ? 2500 : 0;
}

/** Applies a scenario to a request before the server handles it. */
interface Interference {
  /** A reply instead of the server's, or nothing. Throws `DroppedConnection`. */
  before(scenario: Scenario, request: Request): Promise<Response | undefined>;
}

export function createInterference(store: Store, clock: Clock): Interference {
  let gets = 0;
  let hasTaken = false;

  return {
    async before(scenario, request) {
      if (scenario === 'offline') throw new DroppedConnection();
      if (scenario === 'flaky' && request.method === 'GET') {
        gets += 1;
        if (gets % 6 === 0) throw new DroppedConnection();
        if (gets % 3 === 0) return unavailable();
      }
      if (scenario === 'slot-taken' && !hasTaken && isBookingRequest(request)) {
        hasTaken = await takeSlot(store, clock.now(), await readJson(request));
      }
      return undefined;
    },
  };
}

// The reply of a gateway whose server restarts: plain text, no problem body.
function unavailable(): Response {
  return new Response('503 Service Unavailable\n', {
    status: 503,
    headers: { 'content-type': 'text/plain', 'access-control-allow-origin': '*' },
  });
}

function isBookingRequest({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname.endsWith('/booking');
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.clone().json();
  } catch {
    return undefined;
  }
}

/** Books the wanted slot for another client, if it is open; the server then refuses the request by its own rules. */
async function takeSlot(store: Store, now: number, wish: unknown): Promise<boolean> {
  if (typeof wish !== 'object' || wish === null) return false;
  const { coach_id, session_datetime, duration_minutes } = wish as Partial<Record<string, unknown>>;
  const start = typeof session_datetime === 'string' ? readInstant(session_datetime) : undefined;
  const coach = typeof coach_id === 'string' ? await store.coaches.find(coach_id) : undefined;
  if (!coach || start === undefined || typeof duration_minutes !== 'number') return false;
  const query = { schedule: coach.schedule, now, durationMinutes: duration_minutes };
  const outcome = await store.bookings.save(
    {
      id: crypto.randomUUID(),
      clientId: seed.rival.id,
      coachId: coach.profile.user_id,
      start,
      end: start + duration_minutes * MINUTE_MS,
      status: 'confirmed',
      paymentId: null,
      meetingLink: null,
      notes: null,
      sequence: 0,
      createdAt: now,
      updatedAt: now,
      version: 1,
    },
    { fits: (booked) => isBookable({ ...query, booked }, start) },
  );
  return outcome.kind === 'saved';
}
