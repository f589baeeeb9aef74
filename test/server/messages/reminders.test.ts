import { afterEach, describe, expect, test } from 'vitest';
import { usualMessageSettings } from '../../../src/contract/desk/message-settings.ts';
import { seed } from '../../../src/mock/index.ts';
import { API, type Mailing, startMailing, stopMailing } from './mailing.ts';

afterEach(stopMailing);

const CLIENT = 'gast@example.com';
const SETTINGS = `/coaches/${seed.coach.id}/messages`;
const HOUR = 60;

const reminders = ({ smtp }: Mailing, address: string) =>
  smtp.to(address).flatMap(({ parsed }) => (/^Reminder/.test(parsed.subject ?? '') ? [parsed] : []));
const headings = (mailing: Mailing, address: string) =>
  reminders(mailing, address).map(({ html }) => /<h1[^>]*>([^<]*)/.exec(String(html))?.[1]);

/** A confirmed session on 18 November at 13:00 UTC; the clock stands at 5 November, 10:30 UTC. */
async function booked(mailing: Mailing, at = '2025-11-18T13:00:00Z', more = {}) {
  const token = await mailing.guest();
  const coach = await mailing.logIn(seed.coach.email);
  const { id } = (await mailing.book(token, at, more)).body;
  await mailing.call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
  await mailing.settle();
  return { id: id as string, token, coach };
}

describe('reminders', () => {
  test('come a day and an hour before, once to each side', async () => {
    const mailing = await startMailing();
    await booked(mailing);
    mailing.setClock('2025-11-17T12:59:59Z');
    await mailing.settle();
    expect(reminders(mailing, CLIENT)).toEqual([]);
    mailing.setClock('2025-11-17T13:00:00Z');
    await mailing.settle();
    await mailing.settle();
    mailing.setClock('2025-11-18T12:00:00Z');
    await mailing.settle();
    await mailing.later(24 * HOUR);
    expect(headings(mailing, CLIENT)).toEqual(['Your session begins in 24 hours', 'Your session begins in 1 hour']);
    expect(headings(mailing, seed.coach.email)).toEqual(headings(mailing, CLIENT));
  });

  test('are not sent of what was cancelled, and of what was moved at the new time alone', async () => {
    const mailing = await startMailing();
    const one = await booked(mailing);
    const other = await booked(mailing, '2025-11-18T15:00:00Z');
    await mailing.call('DELETE', `/booking/${one.id}`, { token: one.token });
    const json = { session_datetime: '2025-11-20T15:00:00Z' };
    await mailing.call('PATCH', `/booking/${other.id}`, { token: other.token, json });
    await mailing.settle();
    mailing.setClock('2025-11-18T14:30:00Z');
    await mailing.settle();
    expect(reminders(mailing, CLIENT)).toEqual([]);
    mailing.setClock('2025-11-19T15:00:00Z');
    await mailing.settle();
    expect(reminders(mailing, CLIENT).map(({ subject }) => subject)).toEqual([
      'Reminder: Thu, Nov 20, 4:00 PM with Ana Keller',
    ]);
  });

  test('of a session that is moved away and back come once', async () => {
    const mailing = await startMailing();
    const { id, token } = await booked(mailing);
    for (const session_datetime of ['2025-11-20T13:00:00Z', '2025-11-18T13:00:00Z']) {
      await mailing.call('PATCH', `/booking/${id}`, { token, json: { session_datetime } });
      await mailing.settle();
    }
    mailing.setClock('2025-11-17T13:00:00Z');
    await mailing.settle();
    expect(reminders(mailing, CLIENT)).toHaveLength(1);
  });

  test('that were due while nothing ran: the nearest one comes, and none for what has begun', async () => {
    const mailing = await startMailing();
    await booked(mailing, '2025-11-18T09:00:00Z');
    await booked(mailing, '2025-11-18T13:00:00Z');
    mailing.setClock('2025-11-18T12:20:00Z');
    await mailing.settle();
    expect(headings(mailing, CLIENT)).toEqual(['Your session begins in 40 minutes']);
  });

  test('of a session that is booked late are those that are still ahead', async () => {
    const mailing = await startMailing();
    await booked(mailing, '2025-11-05T14:00:00Z');
    await mailing.later(2.5 * HOUR);
    expect(headings(mailing, CLIENT)).toEqual(['Your session begins in 1 hour']);
  });

  test('over a night when the clocks change come 24 hours before, and say the time on the wall', async () => {
    // Berlin turns its clocks back on 26 October 2025 at 3:00.
    const mailing = await startMailing({ at: '2025-10-20T10:00:00Z' });
    await booked(mailing, '2025-10-26T13:00:00Z');
    mailing.setClock('2025-10-25T12:59:00Z');
    await mailing.settle();
    expect(reminders(mailing, CLIENT)).toEqual([]);
    await mailing.later(1);
    const [mail] = reminders(mailing, CLIENT);
    expect(mail?.text).toContain('Sunday, October 26, 2025, 2:00\u00a0PM – 3:00\u00a0PM (Berlin, GMT+1)');
    expect(headings(mailing, CLIENT)).toEqual(['Your session begins in 24 hours']);
  });

  test('are the coach’s choice, also for what is booked already', async () => {
    const mailing = await startMailing();
    const { coach, token } = await booked(mailing);
    const json = { ...usualMessageSettings, reminder_minutes: [120] };
    expect((await mailing.call('PUT', SETTINGS, { token, json })).status).toBe(403);
    expect((await mailing.call('PUT', SETTINGS, { token: coach, json })).status).toBe(200);
    expect((await mailing.call('GET', SETTINGS, { token: coach })).body).toEqual(json);
    await mailing.settle();
    mailing.setClock('2025-11-17T13:00:00Z');
    await mailing.settle();
    mailing.setClock('2025-11-18T11:00:00Z');
    await mailing.settle();
    mailing.setClock('2025-11-18T12:00:00Z');
    await mailing.settle();
    expect(headings(mailing, CLIENT)).toEqual(['Your session begins in 2 hours']);
  });

  test('stop with the link at their end: opening it asks, pressing does it, and other mails go on', async () => {
    const mailing = await startMailing();
    const { id } = await booked(mailing);
    mailing.setClock('2025-11-17T13:00:00Z');
    await mailing.settle();
    const [mail] = reminders(mailing, CLIENT);
    const header = String(mail?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).replace(/\s+/g, '');
    const address = /<(.*)>/.exec(header)?.[1] ?? '';
    expect(address.startsWith(`${API}/messages/unsubscribe/`)).toBe(true);
    expect(mail?.headerLines.some(({ line }) => line === 'List-Unsubscribe-Post: List-Unsubscribe=One-Click')).toBe(
      true,
    );
    const path = address.slice(API.length);
    const page = await mailing.call('GET', path);
    expect(page.body).toContain('No more reminders');
    expect(
      (await mailing.store.accounts.find((await mailing.store.bookings.find(id))?.clientId ?? ''))?.noReminders,
    ).toBe(undefined);
    expect((await mailing.call('POST', path)).body).toContain('Done');
    mailing.setClock('2025-11-18T12:00:00Z');
    await mailing.settle();
    expect(reminders(mailing, CLIENT)).toHaveLength(1);
    expect(reminders(mailing, seed.coach.email)).toHaveLength(2);
    await mailing.call('DELETE', `/booking/${id}`, { token: await mailing.logIn(seed.coach.email) });
    await mailing.settle();
    expect(mailing.smtp.to(CLIENT).at(-1)?.parsed.subject).toMatch(/^Cancelled/);
    expect((await mailing.call('POST', '/messages/unsubscribe/forged.token.x')).status).toBe(404);
  });
});

describe('the mail after a session', () => {
  const asked = {
    ...usualMessageSettings,
    reminder_minutes: [],
    follow_up_hours: 2,
    follow_up_text: 'How was it?\nWrite to me.',
    consent_text: 'Ana may write to me after the session.',
  };

  test('comes where the coach asked for one and the client agreed, in the coach’s own words', async () => {
    const mailing = await startMailing();
    const json = asked;
    await mailing.call('PUT', SETTINGS, { token: await mailing.logIn(seed.coach.email), json });
    const { id } = await booked(mailing, '2025-11-18T13:00:00Z', { consent: 1 });
    mailing.setClock('2025-11-18T14:05:00Z');
    const again = await mailing.logIn(seed.coach.email);
    await mailing.call('PATCH', `/booking/${id}/status`, { token: again, json: { status: 'completed' } });
    await mailing.settle();
    expect(mailing.smtp.to(CLIENT).some(({ parsed }) => parsed.subject?.startsWith('After'))).toBe(false);
    mailing.setClock('2025-11-18T16:00:00Z');
    await mailing.settle();
    const last = mailing.smtp.to(CLIENT).at(-1)?.parsed;
    expect(last?.subject).toBe('After your session on Tue, Nov 18, 2:00 PM with Ana Keller');
    expect(last?.text).toContain('How was it?\nWrite to me.');
    expect(String(last?.headers.get('list-unsubscribe') ?? last?.text)).toMatch(/unsubscribe/);
  });

  test.each([
    ['did not agree', {}, undefined],
    ['agreed to other words than the coach’s present ones', { consent: 1 }, 'Ana may write to me about her courses.'],
  ])('does not come to a client who %s', async (_, more, otherWords) => {
    const mailing = await startMailing();
    const token = await mailing.logIn(seed.coach.email);
    await mailing.call('PUT', SETTINGS, { token, json: asked });
    if (otherWords) await mailing.call('PUT', SETTINGS, { token, json: { ...asked, consent_text: otherWords } });
    const { id } = await booked(mailing, '2025-11-18T13:00:00Z', more);
    expect((await mailing.store.bookings.find(id))?.consent).toBe(undefined);
    mailing.setClock('2025-11-18T14:05:00Z');
    const again = await mailing.logIn(seed.coach.email);
    await mailing.call('PATCH', `/booking/${id}/status`, { token: again, json: { status: 'completed' } });
    mailing.setClock('2025-11-18T18:00:00Z');
    await mailing.settle();
    expect(mailing.smtp.to(CLIENT).some(({ parsed }) => parsed.subject?.startsWith('After'))).toBe(false);
  });
});
