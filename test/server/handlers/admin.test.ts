import { expect, test } from 'vitest';
import { SEED_PASSWORD, seed } from '../../../src/mock/index.ts';
import type { ListPage, Store } from '../../../src/server/ports.ts';
import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { startOnHttp } from '../on-http.ts';

async function start() {
  const { call, logIn } = await startOnHttp();
  return {
    call,
    logIn,
    admin: await logIn('admin@example.com'),
    coach: await logIn('coach@example.com'),
    client: await logIn('client@example.com'),
  };
}

test('an admin lists the bookings of everybody, of one coach, one client and one status, with both names', async () => {
  const { call, admin } = await start();
  const all = (await call('GET', '/booking?limit=100', { token: admin })).body;
  expect(all.total).toBe(all.bookings.length);
  const coaches = new Set(all.bookings.map(({ coach_id }: { coach_id: string }) => coach_id));
  expect(coaches.size).toBeGreaterThan(1);
  const starts = all.bookings.map(({ session_datetime }: { session_datetime: string }) => session_datetime);
  expect(starts).toEqual([...starts].sort().reverse());
  const ofAna = (await call('GET', `/booking?coach_id=${seed.coach.id}&status=confirmed`, { token: admin })).body;
  expect(ofAna.bookings.length).toBeGreaterThan(0);
  expect(ofAna.total).toBeLessThan(all.total);
  for (const booking of ofAna.bookings) {
    expect(booking).toMatchObject({ coach_id: seed.coach.id, status: 'confirmed', coach: { name: 'Ana Keller' } });
    expect(booking.client.email).toMatch(/@/);
  }
  const ofSam = (await call('GET', `/booking?client_id=${seed.client.id}&limit=1`, { token: admin })).body;
  expect(ofSam.bookings).toHaveLength(1);
  expect(ofSam.bookings[0].client_id).toBe(seed.client.id);
});

test("everybody's bookings and accounts are counted to ten thousand, or to one beyond the page, however many there are", async () => {
  const plain = createMemoryStore();
  const asked: ListPage[] = [];
  const noting =
    <Filter, Found>(list: (filter: Filter, page: ListPage) => Promise<Found>) =>
    (filter: Filter, page: ListPage) => {
      asked.push(page);
      return list(filter, page);
    };
  const store: Store = {
    ...plain,
    bookings: { ...plain.bookings, list: noting(plain.bookings.list) },
    accounts: { ...plain.accounts, list: noting(plain.accounts.list) },
  };
  const { call, logIn } = await startOnHttp({ store });
  const token = await logIn('admin@example.com');
  asked.length = 0;
  for (const list of ['/booking', '/accounts'])
    for (const page of ['skip=0', 'skip=20000&limit=5']) await call('GET', `${list}?${page}`, { token });
  expect(asked.map(({ countTo }) => countTo)).toEqual([10_000, 20_006, 10_000, 20_006]);
});

test('accounts are found by words and by role; nobody but an admin reads them', async () => {
  const { call, admin, coach, client } = await start();
  const found = (await call('GET', '/accounts?q=KELLER+ana', { token: admin })).body;
  expect(found).toMatchObject({
    total: 1,
    accounts: [{ id: seed.coach.id, role: 'coach', is_active: true, is_listed: true, is_bookable: true }],
  });
  expect(JSON.stringify(found)).not.toMatch(/password|hash/i);
  const clients = (await call('GET', '/accounts?role=client', { token: admin })).body.accounts;
  expect(clients.map(({ name }: { name: string }) => name)).toEqual(['Noor Aziz', 'Sam Okafor']);
  expect(clients[0]).not.toHaveProperty('is_listed');
  for (const token of [coach, client]) {
    expect((await call('GET', '/accounts', { token })).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await call('GET', '/booking', { token })).body).toMatchObject({ status: 403, code: 'forbidden' });
  }
});

test('an account that is switched off is signed out at once, cannot log in and cannot be booked, until it is on again', async () => {
  const { call, logIn, admin, coach } = await start();
  const path = `/accounts/${seed.coach.id}`;
  const off = await call('PATCH', path, { token: admin, json: { is_active: false } });
  expect(off.body).toMatchObject({ is_active: false, is_bookable: false, is_listed: true });
  expect((await call('GET', '/auth/me', { token: coach })).status).toBe(401);
  const again = { email: 'coach@example.com', password: SEED_PASSWORD };
  expect((await call('POST', '/auth/login', { json: again })).body.code).toBe('invalid_credentials');
  const listed = async () =>
    (await call('GET', '/coaches')).body.coaches.map(({ name }: { name: string }) => name).includes('Ana Keller');
  expect(await listed()).toBe(false);
  const times = `/booking/coach/${seed.coach.id}/availability?start_date=2025-11-10T00:00:00Z&end_date=2025-11-12T00:00:00Z`;
  expect((await call('GET', times)).body.code).toBe('coach_inactive');
  // Bookable by itself does not bring an account back that is off.
  expect((await call('PATCH', path, { token: admin, json: { is_bookable: true } })).body.is_bookable).toBe(false);
  expect((await call('PATCH', path, { token: admin, json: { is_active: true } })).body).toMatchObject({
    is_active: true,
    is_bookable: true,
  });
  expect(await logIn('coach@example.com')).toBeTruthy();
  expect(await listed()).toBe(true);
});

test('a coach who is not listed is still booked by the address of the page', async () => {
  const { call, admin } = await start();
  const path = `/accounts/${seed.coach.id}`;
  expect((await call('PATCH', path, { token: admin, json: { is_listed: false } })).body.is_listed).toBe(false);
  const { coaches } = (await call('GET', '/coaches')).body;
  expect(coaches.map(({ name }: { name: string }) => name)).not.toContain('Ana Keller');
  expect((await call('GET', `/coaches/${seed.coach.id}`)).body).toMatchObject({ name: 'Ana Keller', is_active: true });
  const next = await call('GET', `/booking/coach/${seed.coach.id}/availability/next?count=1`);
  expect(next.body.available_slots).toHaveLength(1);
});

test('what cannot be switched is refused', async () => {
  const { call, admin, coach } = await start();
  const change = (id: string, body: unknown, token = admin) => call('PATCH', `/accounts/${id}`, { token, json: body });
  expect((await change(seed.admin.id, { is_active: false })).body.code).toBe('own_account');
  expect((await change('nobody', { is_active: false })).body.code).toBe('account_not_found');
  expect((await change(seed.client.id, { is_listed: true })).body).toMatchObject({
    code: 'invalid_request',
    errors: [{ field: 'body.is_listed' }],
  });
  expect((await change(seed.client.id, { is_active: false }, coach)).body.code).toBe('forbidden');
  expect((await change(seed.client.id, { is_active: 'no' })).status).toBe(422);
});
