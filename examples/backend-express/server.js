// A backend of one's own for the booking widget: sign-in, open times, booking, reading, cancelling.
// npm install && npm start, then: npx culturebridge-booking check http://localhost:3000
import { randomUUID, scryptSync, timingSafeEqual } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import express from 'express';

// Yours to change: who coaches, and when. Hours are UTC; a coach's own time zone takes a library.
const COACHES = [{ user_id: 'coach-1', name: 'Ana Keller', time_zone: 'Etc/UTC' }];
const OPEN = { days: [1, 2, 3, 4, 5], from: 9, until: 17, everyMinutes: 30 };
const LENGTHS = [30, 60, 90];

const [MINUTE, DAY] = [60_000, 86_400_000];
const write = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const hash = (password, salt) => scryptSync(password, salt, 32);

/** `file`: where bookings are kept; `:memory:` forgets them. */
export function createApp(file = 'bookings.sqlite') {
  const db = new DatabaseSync(file);
  db.exec(`
    CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, email TEXT UNIQUE, name TEXT, salt TEXT, hash BLOB);
    CREATE TABLE IF NOT EXISTS bookings (
      id TEXT PRIMARY KEY, coach_id TEXT, client_id TEXT, start INTEGER, end INTEGER, notes TEXT, status TEXT,
      key TEXT, request TEXT, UNIQUE (client_id, key));
  `);
  const tokens = new Map();
  const one = (sql, ...values) => db.prepare(sql).get(...values);
  const run = (sql, ...values) => db.prepare(sql).run(...values);
  const overlapping = "SELECT 1 FROM bookings WHERE coach_id = ? AND status <> 'cancelled' AND start < ? AND end > ?";
  function addUser({ email, name, password }) {
    const salt = randomUUID();
    run('INSERT INTO users VALUES (?, ?, ?, ?, ?)', randomUUID(), email, name, salt, hash(password, salt));
  }

  /** Every start within opening hours, in the future, that ends in time and overlaps no booking. */
  function openTimes(coachId, from, until, minutes) {
    const times = [];
    for (let day = Math.floor(from / DAY) * DAY; day < until; day += DAY) {
      if (!OPEN.days.includes(new Date(day).getUTCDay())) continue;
      const close = day + OPEN.until * 60 * MINUTE;
      for (let start = day + OPEN.from * 60 * MINUTE; start < close; start += OPEN.everyMinutes * MINUTE) {
        const end = start + minutes * MINUTE;
        if (start < from || end > until || end > close || start <= Date.now()) continue;
        if (one(overlapping, coachId, end, start)) continue;
        times.push({ start: write(start), end: write(end), duration_minutes: minutes });
      }
    }
    return times;
  }

  function shown({ start, end, key, request, ...row }) {
    return { ...row, session_datetime: write(start), duration_minutes: (end - start) / MINUTE };
  }
  const refuse = (reply, status, detail, code) => reply.status(status).json({ detail, code });
  const isCoach = (id) => COACHES.some(({ user_id }) => user_id === id);
  const app = express();
  // Pages of any origin may call: tokens are sent in a header, never by the browser alone.
  app.use((request, reply, next) => {
    reply.set('Access-Control-Allow-Origin', '*').set('Access-Control-Expose-Headers', 'Location, Retry-After');
    if (request.method !== 'OPTIONS') return next();
    reply.set('Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE');
    reply.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, Idempotency-Key');
    reply.set('Access-Control-Max-Age', '600').sendStatus(204);
  });
  app.use(express.json({ limit: '64kb' }));
  app.get('/coaches', (_, reply) => reply.json({ coaches: COACHES, total: COACHES.length }));

  app.get('/booking/coach/:coach/availability', ({ params, query }, reply) => {
    const [from, until] = [Date.parse(query.start_date), Date.parse(query.end_date)];
    const minutes = Number(query.duration_minutes ?? 60);
    if (!isCoach(params.coach)) return refuse(reply, 404, 'Coach not found', 'coach_not_found');
    const isRange = from < until && until - from <= 31 * DAY;
    if (!isRange) return refuse(reply, 400, 'A range is needed, of 31 days at most', 'range_too_long');
    const available_slots = LENGTHS.includes(minutes) ? openTimes(params.coach, from, until, minutes) : [];
    reply.json({ coach_id: params.coach, available_slots });
  });

  app.post('/auth/login', ({ body }, reply) => {
    const user = one('SELECT * FROM users WHERE email = ?', String(body?.email).toLowerCase());
    const isRight = user && timingSafeEqual(hash(String(body.password), user.salt), user.hash);
    if (!isRight) return refuse(reply, 401, 'Incorrect email or password', 'invalid_credentials');
    const token = randomUUID();
    tokens.set(token, { userId: user.id, until: Date.now() + DAY });
    reply.json({ access_token: token, token_type: 'bearer', expires_in: DAY / 1000 });
  });

  // All that follows needs a token; without one it is 401, never 403.
  app.use(['/booking', '/auth/me'], (request, reply, next) => {
    const token = request.get('authorization')?.replace(/^Bearer /, '') ?? '';
    const known = tokens.get(token);
    if (!(known?.until > Date.now())) return refuse(reply, 401, 'Not authenticated', 'not_authenticated');
    request.userId = known.userId;
    next();
  });

  const me = 'SELECT id, email, name FROM users WHERE id = ?';
  app.get('/auth/me', ({ userId }, reply) => reply.json({ ...one(me, userId), role: 'client' }));

  app.post('/booking', (request, reply) => {
    const { coach_id, session_datetime, duration_minutes = 60, notes = null } = request.body ?? {};
    const start = Date.parse(session_datetime);
    const end = start + duration_minutes * MINUTE;
    const isKnown = isCoach(coach_id) && LENGTHS.includes(duration_minutes) && start > 0;
    if (!isKnown) return refuse(reply, 422, 'No such coach, time or length', 'invalid_request');
    const [key, sent] = [request.get('idempotency-key') ?? null, JSON.stringify(request.body)];
    // One writer at a time from here: nobody can book between the look and the entry.
    db.exec('BEGIN IMMEDIATE');
    try {
      const known = one('SELECT * FROM bookings WHERE client_id = ? AND key = ?', request.userId, key);
      if (known?.request === sent) return reply.status(201).json(shown(known));
      if (known) return refuse(reply, 422, 'This key was used with another request', 'idempotency_mismatch');
      if (!openTimes(coach_id, start, end, duration_minutes).length)
        return refuse(reply, 409, 'Time slot is not available', 'slot_unavailable');
      const id = randomUUID();
      const row = [id, coach_id, request.userId, start, end, notes && String(notes), 'confirmed', key, sent];
      const made = one('INSERT INTO bookings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *', ...row);
      reply.status(201).location(`/booking/${id}`).json(shown(made));
    } finally {
      db.exec('COMMIT');
    }
  });

  app.get('/booking/client/:client', ({ params, userId }, reply) => {
    if (params.client !== userId) return refuse(reply, 403, 'Not your bookings', 'bookings_forbidden');
    reply.json(db.prepare('SELECT * FROM bookings WHERE client_id = ? ORDER BY start DESC').all(userId).map(shown));
  });

  app.all('/booking/:id', ({ method, params, userId }, reply) => {
    if (!['GET', 'DELETE'].includes(method)) return refuse(reply, 405, 'Method not allowed', 'method_not_allowed');
    const row = one('SELECT * FROM bookings WHERE id = ? AND client_id = ?', params.id, userId);
    if (!row) return refuse(reply, 404, 'Booking not found', 'booking_not_found');
    if (method === 'GET') return reply.json(shown(row));
    run("UPDATE bookings SET status = 'cancelled' WHERE id = ?", row.id);
    reply.sendStatus(204);
  });

  app.use((_, reply) => refuse(reply, 404, 'Not Found', 'not_found'));
  app.use((error, _request, reply, _next) =>
    refuse(reply, error.status ?? 500, error.status ? error.message : 'Error'),
  );
  return { app, addUser };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { app, addUser } = createApp();
  const { ADD_CLIENT: email, PASSWORD: password, PORT = 3000 } = process.env;
  if (email) addUser({ email, name: 'A client', password });
  app.listen(PORT, () => console.log(`http://localhost:${PORT}`));
}
