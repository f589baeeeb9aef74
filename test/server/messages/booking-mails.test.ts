import { afterEach, describe, expect, test } from 'vitest';
import { usualMessageSettings } from '../../../src/contract/desk/message-settings.ts';
import { seed } from '../../../src/mock/index.ts';
import { PAGE, startMailing, stopMailing } from './mailing.ts';
import { addressesOf, invitationIn, type ReceivedMail } from './smtp-stand-in.ts';

afterEach(stopMailing);

const CLIENT = 'gast@example.com';
const COACH = seed.coach.email;
const subjects = (mails: readonly ReceivedMail[]) => mails.map(({ parsed }) => parsed.subject);

describe('a request, its confirmation, a move and a cancellation', () => {
  test('each write once to each side, in the own zone and language, and thread', async () => {
    const { smtp, guest, book, call, logIn, settle, errors } = await startMailing();
    const token = await guest(
      { name: 'Jo Ríos', time_zone: 'America/New_York' },
      { language: 'fr;q=0.4, de-DE,de;q=0.9,en;q=0.8' },
    );
    const { id } = (await book(token, '2025-11-18T13:00:00Z', { notes: 'Hallo' })).body;
    await settle();
    expect(subjects(smtp.to(CLIENT))).toEqual(['Angefragt: Di., 18. Nov., 08:00 mit Ana Keller']);
    expect(subjects(smtp.to(COACH))).toEqual(['New request: Tue, Nov 18, 2:00 PM with Jo Ríos']);

    const coach = await logIn(COACH);
    await call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
    await settle();
    await call('PATCH', `/booking/${id}`, { token, json: { session_datetime: '2025-11-19T14:00:00Z', reason: 'Zug' } });
    await settle();
    await call('DELETE', `/booking/${id}?reason=krank`, { token: coach });
    await settle();

    expect(subjects(smtp.to(CLIENT)).slice(1)).toEqual([
      'Bestätigt: Di., 18. Nov., 08:00 mit Ana Keller',
      'Verschoben auf Mi., 19. Nov., 09:00: Termin mit Ana Keller',
      'Abgesagt: Mi., 19. Nov., 09:00 mit Ana Keller',
    ]);
    expect(subjects(smtp.to(COACH)).slice(1)).toEqual([
      'Confirmed: Tue, Nov 18, 2:00 PM with Jo Ríos',
      'Moved to Wed, Nov 19, 3:00 PM: session with Jo Ríos',
      'Cancelled: Wed, Nov 19, 3:00 PM with Jo Ríos',
    ]);
    expect(smtp.mails).toHaveLength(8);
    const [, , moved, cancelled] = smtp.to(CLIENT);
    expect(moved?.parsed.text).toContain('Vorher: Dienstag, 18. November 2025, 08:00 – 09:00 (New York, GMT−5)');
    expect(moved?.parsed.text).toContain('Grund: Zug');
    expect(cancelled?.parsed.text).toContain('Dieser Termin wurde von Ana Keller abgesagt.');
    expect(cancelled?.parsed.text).toContain('Grund: krank');
    const references = smtp.to(CLIENT).map(({ parsed }) => parsed.references);
    expect(new Set(references.map(String)).size).toBe(1);
    expect(new Set(smtp.mails.map(({ parsed }) => parsed.messageId)).size).toBe(8);
    for (const { parsed } of smtp.mails) {
      expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
      expect(addressesOf(parsed.from)).toEqual(['bookings@culturebridge.example']);
      expect(parsed.text).not.toBe('');
      expect(parsed.html).toContain('<!doctype html>');
    }
    expect(errors).toEqual([]);
  });

  test('a session that is confirmed at once writes one confirmation to each side', async () => {
    const { smtp, guest, call, settle } = await startMailing();
    const coachId = seed.coaches.maya;
    const token = await guest();
    const next = await call(
      'GET',
      `/booking/coach/${coachId}/availability/next?session_type_id=${seed.sessionTypes.intro}`,
    );
    const [slot] = next.body.available_slots;
    const json = { coach_id: coachId, session_datetime: slot.start, session_type_id: seed.sessionTypes.intro };
    expect((await call('POST', '/booking', { token, json })).body.status).toBe('confirmed');
    await settle();
    expect(smtp.mails.map(({ parsed }) => parsed.subject?.split(':')[0])).toEqual(['Confirmed', 'Confirmed']);
  });
});

describe('the mail to a client', () => {
  test('has the link to move or cancel, which opens the booking', async () => {
    const { smtp, guest, book, call, settle } = await startMailing();
    const { id } = (await book(await guest())).body;
    await settle();
    const link = /https:\/\/ana\.example\/book\?cb-booking=(\S+)/.exec(smtp.to(CLIENT)[0]?.parsed.text ?? '');
    expect(link?.[0]).toMatch(new RegExp(`^${PAGE}`));
    const opened = await call('POST', '/auth/booking-link', { json: { link: decodeURIComponent(link?.[1] ?? '') } });
    expect(opened.body.booking_id).toBe(id);
    expect(await call('GET', `/booking/${id}`, { token: opened.body.access_token })).toMatchObject({ status: 200 });
    expect(smtp.to(CLIENT)[0]?.parsed.html).toContain('Move or cancel');
  });

  test('has the coach’s name, logo, colour and own line; the one to the coach is plain', async () => {
    const { smtp, guest, book, call, logIn, settle } = await startMailing();
    const json = {
      ...usualMessageSettings,
      own_line: 'Ana Keller, Schillerstraße 3 <Berlin>',
      color: '#ffd400',
      logo_url: 'https://ana.example/logo.png?a=1&b=2',
    };
    await call('PUT', `/coaches/${seed.coach.id}/messages`, { token: await logIn(COACH), json });
    await book(await guest());
    await settle();
    const html = String(smtp.to(CLIENT)[0]?.parsed.html);
    expect(html).toContain('<img src="https://ana.example/logo.png?a=1&#38;b=2" alt="Ana Keller"');
    expect(html).toContain('border-top:4px solid #ffd400');
    expect(html).toContain('background:#ffd400;color:#000000');
    expect(html).toContain('Ana Keller, Schillerstraße 3 &#60;Berlin&#62;');
    expect(smtp.to(CLIENT)[0]?.parsed.text).toContain('\n-- \nAna Keller, Schillerstraße 3 <Berlin>\n');
    expect(String(smtp.to(COACH)[0]?.parsed.html)).not.toMatch(/<img|ffd400|Schillerstraße/);
  });

  test('comes in the coach’s name, and an account may answer to the coach, a guest may not', async () => {
    const { smtp, guest, book, logIn, settle } = await startMailing();
    await book(await guest());
    await book(await logIn(seed.client.email), '2025-11-19T13:00:00Z');
    await settle();
    expect(smtp.to(CLIENT)[0]?.parsed.from?.text).toBe('"Ana Keller" <bookings@culturebridge.example>');
    expect(smtp.to(CLIENT)[0]?.parsed.replyTo).toBeUndefined();
    expect(addressesOf(smtp.to(seed.client.email)[0]?.parsed.replyTo)).toEqual([COACH]);
    expect(addressesOf(smtp.to(COACH)[0]?.parsed.replyTo)).toEqual([CLIENT]);
  });
});

describe('nobody is written to', () => {
  test('whose account was deleted; the other side is told of the cancellation', async () => {
    const { smtp, guest, book, call, settle, later } = await startMailing();
    const token = await guest();
    const { id } = (await book(token)).body;
    await settle();
    await call('DELETE', '/auth/me', { token, json: {} });
    await later(2);
    expect(subjects(smtp.to(CLIENT))).toHaveLength(1);
    expect(smtp.to('')).toEqual([]);
    expect(subjects(smtp.to(COACH))).toEqual([
      'New request: Tue, Nov 18, 2:00 PM with Gast',
      'Cancelled: Tue, Nov 18, 2:00 PM with a client',
    ]);
    expect(id).toBeTruthy();
  });

  test('about a change that a later one has overtaken while the mail server was down', async () => {
    const { smtp, guest, book, call, logIn, settle, later } = await startMailing();
    const coach = await logIn(COACH);
    smtp.faults.set('*', { at: 'rcpt', code: 450, times: 6 });
    const token = await guest();
    const { id } = (await book(token)).body;
    await settle();
    await call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
    await settle();
    await call('DELETE', `/booking/${id}`, { token });
    await settle();
    expect(smtp.mails).toEqual([]);
    await later(60);
    expect(subjects(smtp.to(CLIENT))).toEqual(['Cancelled: Tue, Nov 18, 2:00 PM with Ana Keller']);
    expect(subjects(smtp.to(COACH))).toEqual(['Cancelled: Tue, Nov 18, 2:00 PM with Gast']);
  });
});

test('a mail that will never be taken is said to the coach, and not tried again', async () => {
  const { smtp, guest, book, call, logIn, settle, later } = await startMailing();
  const coach = await logIn(COACH);
  smtp.faults.set(CLIENT, { at: 'rcpt', code: 550, times: 9 });
  const token = await guest();
  const { id } = (await book(token)).body;
  await settle();
  await later(30);
  expect(smtp.to(CLIENT)).toEqual([]);
  expect(smtp.faults.get(CLIENT)).toMatchObject({ times: 8 });
  expect((await call('GET', `/booking/${id}`, { token: coach })).body.undelivered).toBe(true);
  expect((await call('GET', `/booking/${id}`, { token })).body.undelivered).toBeUndefined();
  const list = await call('GET', `/booking/coach/${seed.coach.id}`, { token: coach });
  expect(list.body.bookings.find((one: { id: string }) => one.id === id).undelivered).toBe(true);
  smtp.faults.clear();
  await call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
  await settle();
  expect(smtp.to(CLIENT)).toHaveLength(1);
  expect((await call('GET', `/booking/${id}`, { token: coach })).body.undelivered).toBeUndefined();
});

describe('the invitation', () => {
  test('is asked for with each confirmation and move, and taken back with the cancellation', async () => {
    const { smtp, guest, book, call, logIn, settle } = await startMailing();
    const coach = await logIn(COACH);
    const token = await guest();
    const { id } = (await book(token)).body;
    await settle();
    await call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
    await settle();
    await call('PATCH', `/booking/${id}`, { token, json: { session_datetime: '2025-11-19T14:00:00Z' } });
    await settle();
    await call('DELETE', `/booking/${id}`, { token });
    await settle();
    const invitations = smtp.to(CLIENT).map(invitationIn);
    expect(invitations.map((found) => found?.method)).toEqual([undefined, 'REQUEST', 'REQUEST', 'CANCEL']);
    expect(invitations.slice(1).map((found) => /SEQUENCE:(\d+)/.exec(found?.text ?? '')?.[1])).toEqual(['0', '1', '2']);
    for (const found of invitations.slice(1)) {
      expect(found?.text).toContain(`UID:${id}`);
      expect(found?.text).toContain(`METHOD:${found?.method}`);
      expect(found?.text).toContain('ORGANIZER;CN="Ana Keller":mailto:bookings@culturebridge.example');
    }
  });
});
