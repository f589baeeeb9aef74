import { afterEach, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { createSmtpMailer } from '../../../src/server/integrations/smtp/smtp-mailer.ts';
import { type Mailing, startMailing, stopMailing } from './mailing.ts';
import { startSmtp } from './smtp-stand-in.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await stopMailing();
  for (const stop of stops.splice(0)) await stop();
});

const CLIENT = 'gast@example.com';
const SECRET = 'a secret that providers know';
const bearer = { authorization: `Bearer ${SECRET.replaceAll(' ', '-')}` };

const start = () => startMailing({ mail: { bounceSecret: SECRET.replaceAll(' ', '-') } });
const report = (mailing: Mailing, form: string, headers: Readonly<Record<string, string>> = bearer) =>
  mailing.call('POST', '/messages/bounces', { headers, form });

/** A request whose mail to the client was taken; how its coach sees it. */
async function booked(mailing: Mailing) {
  const coach = await mailing.logIn(seed.coach.email);
  const token = await mailing.guest();
  const { id } = (await mailing.book(token)).body;
  await mailing.settle();
  const isUndelivered = async () =>
    (await mailing.call('GET', `/booking/${id}`, { token: coach })).body.undelivered === true;
  const messageId = String(mailing.smtp.to(CLIENT)[0]?.parsed.messageId);
  return { id, coach, token, isUndelivered, messageId };
}

const returned = (messageId: string, recipient = CLIENT) =>
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.2.1',
    'Diagnostic-Code: smtp; 550 5.2.1 disabled',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '',
    '--b--',
  ].join('\r\n');

test('a mail that comes back later is said to the coach, until one gets through', async () => {
  const mailing = await start();
  const { id, coach, isUndelivered, messageId } = await booked(mailing);
  expect(await isUndelivered()).toBe(false);
  expect((await report(mailing, returned(messageId))).status).toBe(204);
  expect(await isUndelivered()).toBe(true);
  const list = await mailing.call('GET', `/booking/coach/${seed.coach.id}`, { token: coach });
  expect(list.body.bookings.find((one: { id: string }) => one.id === id).undelivered).toBe(true);
  expect((await mailing.store.messages.ofBookings([id])).find(({ state }) => state === 'refused')?.error).toBe(
    '550 5.2.1 disabled',
  );
  mailing.skip(1);
  await mailing.call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
  await mailing.settle();
  expect(await isUndelivered()).toBe(false);
  // Nothing is sent because of it.
  expect(mailing.smtp.to(CLIENT)).toHaveLength(2);
  expect(mailing.errors).toEqual([]);
});

test('a mail provider’s hook says the same in JSON, by Basic or by a bearer token', async () => {
  const mailing = await start();
  const { isUndelivered, messageId } = await booked(mailing);
  const basic = { authorization: `Basic ${btoa(`hook:${SECRET.replaceAll(' ', '-')}`)}` };
  expect(
    (await report(mailing, JSON.stringify({ message_id: messageId, recipient: 'GAST@example.com' }), basic)).status,
  ).toBe(204);
  expect(await isUndelivered()).toBe(true);
});

test('what comes back from an address that was replaced, or from nobody’s mail, changes nothing', async () => {
  const mailing = await start();
  const { isUndelivered, messageId } = await booked(mailing);
  for (const body of [
    returned(messageId, 'old@example.com'),
    returned('<other@elsewhere.example>'),
    JSON.stringify({ message_id: 'b 3' }),
    'Subject: Out of office\r\n\r\nI am away',
    '',
  ]) {
    expect((await report(mailing, body)).status).toBe(204);
  }
  expect(await isUndelivered()).toBe(false);
});

test('nobody reports without the secret, and where none is set', async () => {
  const mailing = await start();
  const { isUndelivered, messageId } = await booked(mailing);
  const wrong = [{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic %%%' }, { authorization: 'Basic ' }];
  for (const headers of wrong) expect((await report(mailing, returned(messageId), headers)).status).toBe(401);
  expect(await isUndelivered()).toBe(false);
  expect((await report(mailing, '{"message_id":', bearer)).status).toBe(400);
  expect((await report(mailing, '{"reason":"x"}', bearer)).body.errors[0].field).toBe('body.message_id');
  const without = await startMailing();
  expect((await report(without, '', { authorization: 'Bearer undefined' })).status).toBe(401);
});

test('mails come back to the address of the settings, and name themselves to mail servers that can say so', async () => {
  const smtp = await startSmtp();
  stops.push(smtp.stop);
  const mailer = createSmtpMailer({ ...smtp.config, bounces: 'bounces@a.example' });
  stops.unshift(async () => mailer.close?.());
  const mail = {
    from: { address: 'ana@a.example' },
    to: { address: 'bo@b.example' },
    subject: 's',
    text: 't',
    html: 'h',
  };
  await mailer.send({ ...mail, id: 'b1.3.confirmed.client@a.example', headers: {} });
  expect(smtp.mails[0]).toMatchObject({
    from: 'bounces@a.example',
    to: 'bo@b.example',
    envelopeId: 'b1.3.confirmed.client',
  });
  expect(smtp.mails[0]?.parsed.from?.text).toBe('ana@a.example');
});
