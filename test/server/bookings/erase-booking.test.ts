import { afterEach, describe, expect, test } from 'vitest';
import { usualMessageSettings } from '../../../src/contract/desk/message-settings.ts';
import { seed } from '../../../src/mock/index.ts';
import { dailyErasureJob } from '../../../src/server/bookings/erase-booking.ts';
import { type Mailing, startMailing, stopMailing } from '../messages/mailing.ts';

afterEach(stopMailing);

const SETTINGS = `/coaches/${seed.coach.id}/messages`;
const personal = {
  notes: 'about my mother',
  attendee_emails: ['sister@example.com'],
  metadata: { utm_source: 'letter' },
  consent: 1,
};

/** A guest's confirmed session on 18 November with all that names people; the clock stands two days after it. */
async function past(mailing: Mailing) {
  const coach = await mailing.logIn(seed.coach.email);
  const json = { ...usualMessageSettings, consent_text: 'You may write to me.' };
  await mailing.call('PUT', SETTINGS, { token: coach, json });
  const token = await mailing.guest();
  const { body } = await mailing.book(token, '2025-11-18T13:00:00Z', personal);
  await mailing.call('PATCH', `/booking/${body.id}/status`, { token: coach, json: { status: 'confirmed' } });
  await mailing.settle();
  mailing.setClock('2025-11-20T13:00:00Z');
  return { id: body.id as string, link: body.link as string, clientId: body.client_id as string };
}

const sweep = async (mailing: Mailing) => {
  await mailing.store.jobs.add(dailyErasureJob(mailing.now()), mailing.now());
  await mailing.settle();
};

async function expectErased(mailing: Mailing, { id, link, clientId }: Awaited<ReturnType<typeof past>>) {
  const kept = JSON.stringify(await mailing.store.bookings.find(id));
  expect(kept).not.toMatch(/mother|sister|letter|write to me/);
  expect(await mailing.store.accounts.find(clientId)).toMatchObject({ email: '', name: null, isActive: false });
  const token = await mailing.logIn(seed.coach.email);
  const { bookings } = (await mailing.call('GET', `/booking/coach/${seed.coach.id}?limit=100`, { token })).body;
  const shown = bookings.find((each: { id: string }) => each.id === id);
  expect(shown).toMatchObject({ status: 'confirmed', erased_at: '2025-11-20T13:00:00Z' });
  expect(shown.client).toBe(undefined);
  expect((await mailing.call('POST', '/auth/booking-link', { json: { link } })).status).toBe(401);
}

describe('what names the client of a past session', () => {
  test('stays while nobody chose a period', async () => {
    const mailing = await startMailing();
    const { id } = await past(mailing);
    await sweep(mailing);
    expect(await mailing.store.bookings.find(id)).toMatchObject({ notes: 'about my mother', consent: { version: 1 } });
  });

  test('is erased after the server’s period, by the day’s job', async () => {
    const mailing = await startMailing({ server: { eraseAfterDays: 1 } });
    const booking = await past(mailing);
    await sweep(mailing);
    await expectErased(mailing, booking);
  });

  test('is erased as soon as the coach chooses a period that is over, and not before it is', async () => {
    const mailing = await startMailing({ server: { eraseAfterDays: 300 } });
    const booking = await past(mailing);
    const token = await mailing.logIn(seed.coach.email);
    const choose = (days: number) =>
      mailing.call('PUT', SETTINGS, { token, json: { ...usualMessageSettings, erase_after_days: days } });
    await choose(2);
    await mailing.settle();
    expect((await mailing.store.bookings.find(booking.id))?.erasedAt).toBe(undefined);
    await choose(1);
    await mailing.settle();
    await expectErased(mailing, booking);
  });

  test('is erased on request of the client by link, and of the coach, once the session is over', async () => {
    const mailing = await startMailing();
    const booking = await past(mailing);
    const opened = await mailing.call('POST', '/auth/booking-link', { json: { link: booking.link } });
    const path = `/booking/${booking.id}/details`;
    const rival = await mailing.logIn(seed.rival.email);
    expect((await mailing.call('DELETE', path, { token: rival })).body.code).toBe('change_forbidden');
    expect((await mailing.call('DELETE', path, { token: opened.body.access_token })).status).toBe(204);
    await expectErased(mailing, booking);
    const coach = await mailing.logIn(seed.coach.email);
    expect((await mailing.call('DELETE', path, { token: coach })).status).toBe(204);
  });

  test('stays while a session is ahead, and a guest with another session keeps name and address', async () => {
    const mailing = await startMailing();
    const token = await mailing.guest();
    const one = (await mailing.book(token)).body;
    const other = (await mailing.book(token, '2025-11-18T15:00:00Z')).body;
    const path = `/booking/${one.id}/details`;
    expect((await mailing.call('DELETE', path, { token })).body.code).toBe('cannot_erase');
    await mailing.call('DELETE', `/booking/${one.id}`, { token });
    expect((await mailing.call('DELETE', path, { token })).status).toBe(204);
    expect(await mailing.store.accounts.find(other.client_id)).toMatchObject({ email: 'gast@example.com' });
  });

  test('of a client with an account stays with the account, and the coach no longer reads whose it was', async () => {
    const mailing = await startMailing({ server: { eraseAfterDays: 1 } });
    const token = await mailing.logIn(seed.client.email);
    const { id } = (await mailing.book(token, undefined, { notes: 'about my mother' })).body;
    mailing.setClock('2025-11-20T13:00:00Z');
    await sweep(mailing);
    const coach = await mailing.logIn(seed.coach.email);
    const seen = (await mailing.call('GET', `/booking/${id}`, { token: coach })).body;
    expect([seen.client_name, seen.client_email, seen.client, seen.notes]).toEqual([
      undefined,
      undefined,
      undefined,
      null,
    ]);
    expect(await mailing.store.accounts.find(seed.client.id)).toMatchObject({ email: seed.client.email });
  });

  test('goes with the account: also the addresses of others and the reason of a move', async () => {
    const mailing = await startMailing();
    const token = await mailing.guest();
    const { id } = (await mailing.book(token, undefined, { attendee_emails: ['sister@example.com'] })).body;
    const json = { session_datetime: '2025-11-18T15:00:00Z', reason: 'My mother is ill' };
    await mailing.call('PATCH', `/booking/${id}`, { token, json });
    await mailing.call('DELETE', '/auth/me', { token, json: {} });
    await mailing.settle();
    await mailing.later(2);
    expect(JSON.stringify(await mailing.store.bookings.find(id))).not.toMatch(/sister|mother/);
  });
});

test('the words that a client agreed to, their version and the time are kept, shown to the coach and exported', async () => {
  const mailing = await startMailing();
  const coach = await mailing.logIn(seed.coach.email);
  const write = (consent_text: string | null) =>
    mailing.call('PUT', SETTINGS, { token: coach, json: { ...usualMessageSettings, consent_text } });
  await write('First words.');
  await write('You may write to me.');
  expect((await mailing.call('GET', `/coaches/${seed.coach.id}`)).body.consent).toEqual({
    text: 'You may write to me.',
    version: 2,
  });
  const token = await mailing.logIn(seed.client.email);
  const { id } = (await mailing.book(token, undefined, { consent: 2 })).body;
  const agreed = { text: 'You may write to me.', version: 2, at: '2025-11-05T10:30:00Z' };
  await write('Later words.');
  expect((await mailing.call('GET', `/booking/${id}`, { token: coach })).body.consent).toEqual(agreed);
  const exported = (await mailing.call('GET', '/auth/me/export', { token })).body;
  expect(exported.bookings_as_client.find((each: { id: string }) => each.id === id).consent).toEqual(agreed);
  await write(null);
  expect((await mailing.call('GET', `/coaches/${seed.coach.id}`)).body.consent).toBe(undefined);
});

test('settings that a program leaves out stay as they are', async () => {
  const mailing = await startMailing();
  const token = await mailing.logIn(seed.coach.email);
  const json = { ...usualMessageSettings, privacy_url: 'https://ana.example/privacy', erase_after_days: 90 };
  await mailing.call('PUT', SETTINGS, { token, json });
  const { privacy_url: _, consent_text: __, erase_after_days: ___, ...older } = json;
  expect((await mailing.call('PUT', SETTINGS, { token, json: older })).body).toMatchObject({
    privacy_url: 'https://ana.example/privacy',
    erase_after_days: 90,
  });
});
