import { afterEach, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { startMailing, stopMailing } from '../messages/mailing.ts';

afterEach(stopMailing);

const [WRONG, RIGHT] = ['gast@example.com', 'guest@example.com'];

test('a booking says where a mail about it goes, where one does', async () => {
  const mailing = await startMailing();
  const token = await mailing.guest();
  const { id, mailed_to } = (await mailing.book(token)).body;
  expect(mailed_to).toBe(WRONG);
  await mailing.settle();
  expect((await mailing.call('GET', `/booking/${id}`, { token })).body.mailed_to).toBe(WRONG);
});

test('a booking does not say so where the server writes to nobody, or the mail server refused', async () => {
  const silent = await startMailing({ server: { mail: undefined as never } });
  expect((await silent.book(await silent.guest())).body.mailed_to).toBe(undefined);
  const mailing = await startMailing();
  const token = await mailing.guest();
  const { id, client_id: userId } = (await mailing.book(token)).body;
  await mailing.settle();
  const refused = { id: 'last', bookingId: id, userId, about: 'requested', state: 'refused' as const };
  await mailing.store.messages.save({ ...refused, at: mailing.now() + 1 });
  expect((await mailing.call('GET', `/booking/${id}`, { token })).body.mailed_to).toBe(undefined);
});

test('a guest corrects the address: the mail goes there, and the links of the first mail no longer open anything', async () => {
  const mailing = await startMailing();
  const token = await mailing.guest();
  const { id, link } = (await mailing.book(token)).body;
  const other = (await mailing.book(token, '2025-11-18T15:00:00Z')).body;
  await mailing.settle();
  const stray = (await mailing.call('POST', '/auth/booking-link', { json: { link } })).body.access_token;
  const correct = (as: string | undefined, email = RIGHT) =>
    mailing.call('PATCH', `/booking/${id}/email`, { ...(as && { token: as }), json: { email } });
  // Whoever got the mail by mistake has the link.
  expect((await correct(stray)).status).toBe(403);
  const { status, body } = await correct(token);
  expect([status, body.mailed_to, body.client_email]).toEqual([200, RIGHT, RIGHT]);
  expect(body.link).not.toBe(link);
  await mailing.settle();
  const subjects = (address: string) => mailing.smtp.to(address).map(({ parsed }) => parsed.subject);
  expect(subjects(RIGHT).sort()).toEqual(subjects(WRONG).sort());
  expect(mailing.smtp.to(RIGHT)).toHaveLength(2);
  for (const old of [link, other.link]) {
    expect((await mailing.call('POST', '/auth/booking-link', { json: { link: old } })).status).toBe(401);
  }
  expect((await mailing.call('GET', `/booking/${id}`, { token: stray })).status).toBe(401);
  const opened = await mailing.call('POST', '/auth/booking-link', { json: { link: body.link } });
  expect(opened.body.booking_id).toBe(id);
  const coach = await mailing.logIn(seed.coach.email);
  expect((await mailing.call('GET', `/booking/${id}`, { token: coach })).body.client_email).toBe(RIGHT);
});

test('nobody else corrects it, and nobody does so without end', async () => {
  const mailing = await startMailing();
  const token = await mailing.guest();
  const { id } = (await mailing.book(token)).body;
  const correct = (as: string, email: string) =>
    mailing.call('PATCH', `/booking/${id}/email`, { token: as, json: { email } });
  for (const email of [seed.client.email, seed.coach.email, seed.admin.email]) {
    expect((await correct(await mailing.logIn(email), RIGHT)).body.code).toBe('change_forbidden');
  }
  expect((await correct(await mailing.guest({ email: 'eve@example.com' }), RIGHT)).status).toBe(403);
  expect((await correct(token, 'nonsense')).status).toBe(422);
  for (const n of [1, 2, 3, 4, 5]) expect((await correct(token, `g${n}@example.com`)).status).toBe(200);
  expect((await correct(token, 'g6@example.com')).body.code).toBe('rate_limited');
});
