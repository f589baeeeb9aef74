import { setTimeout as wait } from 'node:timers/promises';
import { createBookingServer } from '../../src/server/http/server.ts';
import { BOOKING_SECRET } from '../server/hosts/command.ts';
import { digits, type Figure, mean, none, quantile, told } from './figure.ts';
import { type BareStatement, COACH, coachOf, type Engine, overlapsIn } from './place.ts';
import { book, clients, hour, serve } from './server.ts';

const INSERT = `INSERT INTO bookings (client_id, coach_id, starts_at, ends_at, buffer_before, buffer_after, status, version, record, id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** The other rows of a booking: the reply of its key, and the coach's count of changes. */
const OTHERS = [
  'INSERT INTO kept_replies (user_id, idempotency_key, kept_at, record) VALUES (?, ?, ?, ?)',
  'INSERT INTO coach_changes (coach_id, changes) VALUES (?, 1) ON CONFLICT (coach_id) DO UPDATE SET changes = coach_changes.changes + 1',
] as const;

/** So many callers share the round trips of a server that is under load. */
const MANY = 64;

/** So often bare rows and bookings take turns. */
const ROUNDS = 10;

/** Runs `work` on so many at once until the time is over; gives how often a second. */
async function perSecond(
  atOnce: number,
  ms: number,
  work: (n: number, worker: number) => Promise<void>,
): Promise<number> {
  const startedAt = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async (_, worker) => {
      while (performance.now() - startedAt < ms) {
        count += 1;
        await work(count, worker);
      }
    }),
  );
  return (count / (performance.now() - startedAt)) * 1000;
}

/** Bookings a second against the bare INSERT of the same row, and availability meanwhile. */
export async function speed({ name, make }: Engine, scale: number): Promise<readonly Figure[]> {
  const ms = Math.max(2000, 10_000 * scale);
  const atOnce = name === 'SQLite' ? 4 : 8;
  const place = await make();
  const store = await place.open();
  const tokens = await clients(store, 20);

  // The row as the program writes it, with everything that constraint, triggers and indexes cost.
  const connections = await Promise.all(Array.from({ length: name === 'SQLite' ? 1 : atOnce }, () => place.bare()));
  const record = JSON.stringify({ id: crypto.randomUUID(), coachId: COACH, notes: 'x'.repeat(400) });
  const bareRate = async (withOthers: boolean) => {
    // A bare row on SQLite is written while nothing else of this process runs: what it has under way ends first.
    await wait(50);
    return perSecond(connections.length, ms / ROUNDS, async (_, worker) => {
      const start = rows++ * 3_600_000;
      const coach = `bare-${rows % 20}`;
      const row = ['c', coach, start, start + 3_600_000, 0, 0, 'pending', 1, record, crypto.randomUUID()];
      const others: readonly BareStatement[] = [
        [OTHERS[0], ['c', crypto.randomUUID(), start, record]],
        [OTHERS[1], [coach]],
      ];
      await connections[worker]?.run(...(withOthers ? others : []), [INSERT, row]);
    });
  };
  let rows = 1;

  const answer = createBookingServer({
    store,
    secret: BOOKING_SECRET,
    openRequests: 1e9,
    rateLimits: {
      bookingsByUser: { count: 1e9, seconds: 60 },
      bookingsByAddress: { count: 1e9, seconds: 60 },
    },
    log: ({ where, error }) => console.error(where, error),
  });
  let hours = 0;
  let refused = 0;
  const bookOne = async (n: number): Promise<void> => {
    const request = new Request('http://localhost/booking', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens[n % tokens.length]}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ coach_id: coachOf(hours), session_datetime: hour(hours++), duration_minutes: 60 }),
    });
    const { status } = await answer(request);
    if (status !== 201) refused += 1;
  };
  const trials = {
    bare: () => bareRate(false),
    bareWithOthers: () => bareRate(true),
    booked: () => perSecond(atOnce, ms / ROUNDS, bookOne),
    bookedByMany: () => perSecond(MANY, ms / ROUNDS, bookOne),
  };
  type Trial = keyof typeof trials;
  const names = Object.keys(trials) as Trial[];
  const rates: Record<Trial, number[]> = { bare: [], bareWithOthers: [], booked: [], bookedByMany: [] };
  /** Processor time of this process for one of them, in milliseconds; the database has its own. */
  const costs: Record<Trial, number[]> = { bare: [], bareWithOthers: [], booked: [], bookedByMany: [] };
  const runOnce = async (name: Trial): Promise<void> => {
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const rate = await trials[name]();
    const { user, system } = process.cpuUsage(before);
    rates[name].push(rate);
    costs[name].push((user + system) / rate / (performance.now() - startedAt));
  };
  // A server that has just started runs its code slowly: the first rows and bookings are not measured.
  await bareRate(false);
  await perSecond(atOnce, ms, bookOne);
  // In turns, so that whatever else the machine does meets all alike.
  for (let round = 0; round < ROUNDS; round += 1) for (const name of names) await runOnce(name);
  for (const connection of connections) await connection.end();
  await store.close();
  const rate = (name: Trial) => mean(rates[name]);
  const ratio = (one: Trial, other: Trial) => rate(one) / rate(other);
  const cost = (name: Trial) => digits(mean(costs[name]));

  const server = await serve(place);
  const times: number[] = [];
  let failed = 0;
  let isOver = false;
  const reading = Promise.all(
    [0, 1, 2, 3].map(async () => {
      while (!isOver) {
        const day = 86_400_000;
        const [from, to] = [0, 30].map((days) => new Date(Date.now() + days * day).toISOString().slice(0, 19));
        const startedAt = performance.now();
        const query = `start_date=${from}Z&end_date=${to}Z&duration_minutes=60`;
        const reply = await fetch(`${server.url}/booking/coach/${COACH}/availability?${query}`);
        await reply.arrayBuffer();
        times.push(performance.now() - startedAt);
        if (reply.status !== 200) failed += 1;
      }
    }),
  );
  const overHttp = await perSecond(4, ms, async (n) => {
    const reply = await book(server.url, String(tokens[n % tokens.length]), hour(hours++), crypto.randomUUID());
    if (reply?.status !== 201) refused += 1;
  });
  isOver = true;
  await reading;
  server.child.kill('SIGTERM');
  await server.ended;
  const overlaps = await overlapsIn(place);
  await place.drop();
  return [
    told(`bare INSERT of the row, each committed, ${connections.length} at once`, `${digits(rate('bare'))}/s`),
    told('the same with the key and the count of a booking, in one commit', `${digits(rate('bareWithOthers'))}/s`),
    {
      what: `bookings, ${atOnce} at once, 20 coaches: all checks, the key, one transaction`,
      measured: `${digits(rate('booked'))}/s, ${digits(ratio('booked', 'bare'))} of the bare INSERT`,
      limit: 'at least 0.5 of it',
      isFine: ratio('booked', 'bare') >= 0.5,
    },
    told('the same against the bare rows of a booking', digits(ratio('booked', 'bareWithOthers'))),
    told(
      `bookings, ${MANY} at once`,
      `${digits(rate('bookedByMany'))}/s, ${digits(ratio('bookedByMany', 'bare'))} of the bare INSERT, ` +
        `${digits(ratio('bookedByMany', 'bareWithOthers'))} of the bare rows`,
    ),
    told(
      'processor time of the program for one bare INSERT, one booking, one of many',
      `${cost('bare')} ms, ${cost('booked')} ms, ${cost('bookedByMany')} ms`,
    ),
    told('bookings over HTTP while 4 others ask for availability', `${digits(overHttp)}/s`),
    told(
      'availability of a month meanwhile, 4 at once',
      `p50 ${digits(quantile(times, 0.5))} ms, p99 ${digits(quantile(times, 0.99))} ms, ${times.length} replies`,
    ),
    none('bookings refused, replies that failed, overlaps', refused + failed + overlaps),
  ];
}
