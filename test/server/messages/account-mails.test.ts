import { afterEach, describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { API, type Mailing, startMailing, stopMailing } from './mailing.ts';

afterEach(stopMailing);

const PASSWORD = 'correct horse battery';
const OWNER = seed.client.email;
const subjects = ({ smtp }: Mailing, address: string) => smtp.to(address).map(({ parsed }) => parsed.subject);
const linkIn = ({ smtp }: Mailing, address: string, kind: string): string => {
  const pattern = new RegExp(`${API}(/account/${kind}/\\S+)`);
  return (
    smtp
      .to(address)
      .flatMap(({ parsed }) => pattern.exec(parsed.text ?? '')?.[1] ?? [])
      .at(-1) ?? ''
  );
};
const signUp = (mailing: Mailing, email: string, password = PASSWORD) =>
  mailing.call('POST', '/auth/signup', { json: { email, password, name: 'Kim' } });
const logIn = async (mailing: Mailing, email: string, password = PASSWORD) =>
  (await mailing.call('POST', '/auth/login', { json: { email, password } })).status;
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('sign-up with mail', () => {
  test('answers alike for an address with an account and one without; the mail tells the owner', async () => {
    const mailing = await startMailing();
    const [known, fresh] = [await signUp(mailing, OWNER), await signUp(mailing, 'kim@example.com')];
    await mailing.settle();
    expect([known.status, fresh.status]).toEqual([201, 201]);
    expect(Object.keys(known.body)).toEqual(Object.keys(fresh.body));
    const users = await Promise.all(
      [known, fresh].map(
        async ({ body }) => (await mailing.call('GET', '/auth/me', { token: body.access_token })).body,
      ),
    );
    expect(Object.keys(users[0])).toEqual(Object.keys(users[1]));
    expect(users.map(({ is_guest, is_active }) => [is_guest, is_active])).toEqual([
      [false, true],
      [false, true],
    ]);
    // Nor does a log-in with the password that was chosen tell.
    expect([await logIn(mailing, OWNER), await logIn(mailing, 'kim@example.com')]).toEqual([401, 401]);
    expect(subjects(mailing, OWNER)).toEqual(['You already have an account']);
    expect(subjects(mailing, 'kim@example.com')).toEqual(['Please confirm your e-mail address']);
    expect(await logIn(mailing, OWNER, 'password123')).toBe(200);
    // Who signed up with somebody else's address sees nothing of theirs.
    expect(users[0].id).not.toBe(seed.client.id);
  });

  test('gives tokens that book at once, and the address is logged in with once it is confirmed', async () => {
    const mailing = await startMailing();
    const { access_token: token } = (await signUp(mailing, 'kim@example.com')).body;
    expect((await mailing.book(token)).status).toBe(201);
    await mailing.settle();
    const path = linkIn(mailing, 'kim@example.com', 'confirm');
    const page = await mailing.call('GET', path);
    expect(page.body).toContain('<button>Confirm the address</button>');
    expect(await logIn(mailing, 'kim@example.com')).toBe(401);
    expect((await mailing.call('POST', path)).body).toContain('the address is confirmed');
    expect(await logIn(mailing, 'kim@example.com')).toBe(200);
    expect((await mailing.call('GET', '/auth/me', { token })).body.email).toBe('kim@example.com');
  });

  test('of two who sign up with one address, the first to confirm has it', async () => {
    const mailing = await startMailing();
    await signUp(mailing, 'kim@example.com', 'the first password');
    await mailing.settle();
    const first = linkIn(mailing, 'kim@example.com', 'confirm').split('/').at(-1);
    await signUp(mailing, 'kim@example.com', 'the second password');
    await mailing.settle();
    const second = linkIn(mailing, 'kim@example.com', 'confirm').split('/').at(-1);
    expect((await mailing.call('POST', '/auth/email/confirm', { json: { token: second } })).status).toBe(204);
    expect((await mailing.call('POST', '/auth/email/confirm', { json: { token: first } })).status).toBe(409);
    expect(await logIn(mailing, 'kim@example.com', 'the second password')).toBe(200);
    expect(await logIn(mailing, 'kim@example.com', 'the first password')).toBe(401);
  });

  test('tells as before where mail is not set up, or addresses are not confirmed', async () => {
    const mailing = await startMailing({ mail: { confirmsAddresses: false } });
    expect((await signUp(mailing, OWNER)).body.code).toBe('email_taken');
    expect((await signUp(mailing, 'kim@example.com')).status).toBe(201);
    expect(await logIn(mailing, 'kim@example.com')).toBe(200);
  });

  test('does not fill anybody’s mailbox', async () => {
    const mailing = await startMailing();
    for (let n = 0; n < 9; n += 1) expect((await signUp(mailing, OWNER)).status).toBe(201);
    await mailing.settle();
    expect(mailing.smtp.to(OWNER)).toHaveLength(5);
  });
});

test('another address is taken when its owner confirms it, and the reply tells nothing about it', async () => {
  const mailing = await startMailing();
  const token = await mailing.logIn(OWNER);
  const change = (email: string) =>
    mailing.call('POST', '/auth/email', { token, json: { password: 'password123', email } });
  const [taken, free] = [await change(seed.rival.email), await change('new@example.com')];
  expect([taken.status, free.status]).toEqual([200, 200]);
  expect(taken.body).toMatchObject({ email: OWNER, pending_email: seed.rival.email });
  expect(free.body).toMatchObject({ email: OWNER, pending_email: 'new@example.com' });
  await mailing.settle();
  expect(subjects(mailing, seed.rival.email)).toEqual(['You already have an account']);
  expect(await logIn(mailing, OWNER, 'password123')).toBe(200);
  await mailing.call('POST', linkIn(mailing, 'new@example.com', 'confirm'));
  expect(await logIn(mailing, OWNER, 'password123')).toBe(401);
  expect(await logIn(mailing, 'new@example.com', 'password123')).toBe(200);
});

describe('a new password', () => {
  test('is asked for alike for every address, and its link works once, for half an hour', async () => {
    const mailing = await startMailing();
    const ask = (email: string) => mailing.call('POST', '/auth/password-reset', { json: { email } });
    expect([(await ask(OWNER)).status, (await ask('nobody@example.com')).status]).toEqual([204, 204]);
    await mailing.settle();
    expect(subjects(mailing, OWNER)).toEqual(['A new password for your account']);
    expect(mailing.smtp.to('nobody@example.com')).toEqual([]);
    const path = linkIn(mailing, OWNER, 'password');
    const post = (password: string) =>
      mailing.call('POST', path, { headers: form, form: new URLSearchParams({ password }).toString() });
    expect((await mailing.call('GET', path)).body).toContain('type="password"');
    expect((await post('short')).status).toBe(422);
    expect((await post(PASSWORD)).body).toContain('sign in with the new password');
    expect(await logIn(mailing, OWNER)).toBe(200);
    expect(await logIn(mailing, OWNER, 'password123')).toBe(401);
    expect((await post('another password')).status).toBe(404);
    await ask(OWNER);
    await mailing.settle();
    const late = linkIn(mailing, OWNER, 'password').split('/').at(-1);
    mailing.skip(31);
    const json = { token: late, password: 'another password' };
    expect((await mailing.call('POST', '/auth/password-reset/confirm', { json })).body.code).toBe('token_expired');
  });

  test('ends all sign-ins', async () => {
    const mailing = await startMailing();
    const token = await mailing.logIn(OWNER);
    await mailing.call('POST', '/auth/password-reset', { json: { email: OWNER } });
    await mailing.settle();
    const secret = linkIn(mailing, OWNER, 'password').split('/').at(-1);
    const json = { token: secret, password: PASSWORD };
    expect((await mailing.call('POST', '/auth/password-reset/confirm', { json })).status).toBe(204);
    expect((await mailing.call('GET', '/auth/me', { token })).status).toBe(401);
  });
});

test('a link to a booking that is too old is renewed by mail', async () => {
  const mailing = await startMailing();
  const { link, id } = (await mailing.book(await mailing.guest())).body;
  await mailing.settle();
  mailing.setClock('2026-01-15T10:00:00Z');
  expect((await mailing.call('POST', '/auth/booking-link', { json: { link } })).body.code).toBe('token_expired');
  expect((await mailing.call('POST', '/auth/booking-link/mail', { json: { link } })).status).toBe(204);
  await mailing.settle();
  const mails = mailing.smtp.to('gast@example.com').map(({ parsed }) => parsed);
  const text = mails.find(({ subject }) => subject === 'The new link to your booking')?.text ?? '';
  const renewed = decodeURIComponent(/cb-booking=(\S+)/.exec(text)?.[1] ?? '');
  const opened = await mailing.call('POST', '/auth/booking-link', { json: { link: renewed } });
  expect(opened.body.booking_id).toBe(id);
});
