import { expect, test } from 'vitest';
import { PHOTO_MAX } from '../../../src/contract/desk/coach-profile.ts';
import { seed } from '../../../src/mock/index.ts';
import { startOnHttp } from '../on-http.ts';

const path = `/coaches/${seed.coach.id}`;

test('a coach writes the own profile: what is left out stays, null clears, and visitors read it', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('coach@example.com');
  const body = { headline: ' Moves abroad ', languages: ['English', 'Croatian'], bio: null, hourly_rate: 95.5 };
  const reply = await call('PATCH', path, { token, json: body });
  expect(reply.body).toMatchObject({
    headline: 'Moves abroad',
    languages: ['English', 'Croatian'],
    bio: null,
    hourly_rate: 95.5,
    name: 'Ana Keller',
    currency: 'EUR',
  });
  const { has_session_types: _, ...seen } = (await call('GET', path)).body;
  expect(seen).toEqual(reply.body);
});

test('two who change different things at once both keep theirs', async () => {
  const { call, logIn } = await startOnHttp();
  const [token, admin] = [await logIn('coach@example.com'), await logIn('admin@example.com')];
  await Promise.all([
    call('PATCH', path, { token, json: { headline: 'One' } }),
    call('PATCH', path, { token: admin, json: { location: 'Zagreb' } }),
    call('PATCH', path, { token, json: { time_zone: 'Europe/Zagreb' } }),
  ]);
  expect((await call('GET', path)).body).toMatchObject({
    headline: 'One',
    location: 'Zagreb',
    time_zone: 'Europe/Zagreb',
  });
});

test('a new zone is the zone of the hours, whose ETag changes', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('coach@example.com');
  const before = await call('GET', `${path}/schedule`, { token });
  await call('PATCH', path, { token, json: { time_zone: 'Asia/Tokyo' } });
  const after = await call('GET', `${path}/schedule`, { token });
  expect(after.body).toEqual({ ...before.body, time_zone: 'Asia/Tokyo' });
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
});

test('a photo may be an address or the picture itself; nothing else, and nothing too long', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('coach@example.com');
  const status = async (photo_url: unknown) => (await call('PATCH', path, { token, json: { photo_url } })).status;
  expect(await status('https://example.com/ana.jpg')).toBe(200);
  expect(await status(`data:image/jpeg;base64,${'A'.repeat(PHOTO_MAX - 23)}`)).toBe(200);
  expect(await status(`data:image/jpeg;base64,${'A'.repeat(PHOTO_MAX)}`)).toBe(422);
  for (const wrong of [
    'javascript:alert(1)',
    'data:text/html;base64,AAAA',
    'data:image/svg+xml;base64,AAAA',
    'ana.jpg',
  ])
    expect(await status(wrong)).toBe(422);
});

test('a profile is refused to others, and in the words of the field that is wrong', async () => {
  const { call, logIn } = await startOnHttp();
  const token = await logIn('coach@example.com');
  expect((await call('PATCH', path, { token: await logIn('lukas@example.com'), json: {} })).body.code).toBe(
    'forbidden',
  );
  expect((await call('PATCH', path, { token: await logIn('client@example.com'), json: {} })).body.code).toBe(
    'forbidden',
  );
  const wrong = { name: '', currency: 'euro', languages: Array.from({ length: 21 }, () => 'x'), time_zone: '+01:00' };
  const { body } = await call('PATCH', path, { token, json: wrong });
  expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'body.currency',
    'body.languages',
    'body.name',
    'body.time_zone',
  ]);
});
