import { expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { startOnHttp } from '../on-http.ts';

test('coaches are listed in a fixed order, without those who are not active', async () => {
  const { call } = await startOnHttp();
  const { body } = await call('GET', '/coaches');
  expect(body.coaches[0].user_id).toBe(seed.coach.id);
  expect(body.total).toBe(body.coaches.length);
  expect(body.coaches.map((coach: { name: string }) => coach.name)).not.toContain('Claire Dubois');
  expect((await call('GET', `/coaches/${seed.coaches.claire}`)).body.is_active).toBe(false);
  expect((await call('GET', '/coaches?skip=1&limit=2')).body.coaches).toEqual(body.coaches.slice(1, 3));
});

test('coaches are found by words, language, expertise and rate', async () => {
  const { call } = await startOnHttp();
  const names = async (query: string) =>
    (await call('GET', `/coaches?${query}`)).body.coaches.map((coach: { name: string }) => coach.name);
  expect(await names('q=midnight+TEAMS')).toEqual(['Sunita Gurung']);
  expect(await names('language=spanish')).toEqual(['Tomás Herrera']);
  expect(await names('expertise=Career+transition')).toEqual(['Ana Keller', 'Isla Hartley']);
  expect(await names('max_rate=80')).toEqual(['Sunita Gurung', 'Tomás Herrera']);
  expect(await names('q=nobody+like+this')).toEqual([]);
});

test('a coach is shown with zone, lengths, questions and notices', async () => {
  const { call } = await startOnHttp();
  expect((await call('GET', `/coaches/${seed.coaches.tomas}`)).body).toMatchObject({
    time_zone: 'America/Mexico_City',
    durations: [{ minutes: 45 }, { minutes: 90 }],
    cancel_notice_minutes: 2880,
    move_notice_minutes: 1440,
  });
  expect((await call('GET', '/coaches/nobody')).body).toMatchObject({ code: 'coach_not_found' });
});

test('a token that has run out does not hide the coaches', async () => {
  const { call } = await startOnHttp();
  expect((await call('GET', '/coaches', { token: 'not a token at all' })).status).toBe(200);
});
