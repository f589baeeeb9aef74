import { setTimeout as wait } from 'node:timers/promises';
import { createBookingServer } from '../../src/server/http/server.ts';
import { BOOKING_SECRET } from '../server/hosts/command.ts';
import { digits, type Figure, mean, none, quantile, told } from './figure.ts';
import { COACH, coachOf, type Engine, overlapsIn } from './place.ts';
import { book, clients, hour, serve } from './server.ts';

const INSERT = `INSERT INTO bookings (client_id, coach_id, starts_at, ends_at, buffer_before, buffer_after, status, version, record, id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

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
  const bareRate = async () => {
    // A bare row on SQLite is written while nothing else of this process runs: what it has under way ends first.
    await wait(50);
    return perSecond(connections.length, ms / ROUNDS, async (_, worker) => {
      const start = rows++ * 3_600_000;
      const values = ['c', 'bare', start, start + 3_600_000, 0, 0, 'pending', 1, record, crypto.randomUUID()];
      await connections[worker]?.run(INSERT, values);
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
  // A server that has just started runs its code slowly: the first rows and bookings are not measured.
  await bareRate();
  await perSecond(atOnce, ms, bookOne);
  // In turns, so that whatever else the machine does meets both alike.
  const rounds: { readonly bare: number; readonly booked: number }[] = [];
  while (rounds.length < ROUNDS) {
    rounds.push({ bare: await bareRate(), booked: await perSecond(atOnce, ms / ROUNDS, bookOne) });
  }
  for (const connection of connections) await connection.end();
  await store.close();
  const bare = mean(rounds.map((round) => round.bare));
  const inProcess = mean(rounds.map((round) => round.booked));
  const ratio = inProcess / bare;

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
    told('bare INSERT of the row, each committed', `${digits(bare)}/s`),
    {
      what: `bookings, ${atOnce} at once, 20 coaches: all checks, the key, one transaction`,
      measured: `${digits(inProcess)}/s, ${digits(ratio)} of the bare INSERT`,
      limit: 'at least 0.5 of it',
      isFine: ratio >= 0.5,
    },
    told('bookings over HTTP while 4 others ask for availability', `${digits(overHttp)}/s`),
    told(
      'availability of a month meanwhile, 4 at once',
      `p50 ${digits(quantile(times, 0.5))} ms, p99 ${digits(quantile(times, 0.99))} ms, ${times.length} replies`,
    ),
    none('bookings refused, replies that failed, overlaps', refused + failed + overlaps),
  ];
}
