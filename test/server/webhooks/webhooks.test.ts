import { createHmac } from 'node:crypto';
import type { lookup } from 'node:dns';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { bookingEvent } from '../../../src/contract/desk/webhook.ts';
import { seed } from '../../../src/mock/index.ts';
import { createHttpsSender, isPublicAddress } from '../../../src/server/integrations/webhooks/https-sender.ts';
import { webhookRetryPolicy } from '../../../src/server/webhooks/webhook-kinds.ts';
import { WebhookAddressRefused } from '../../../src/server/webhooks/webhook-sender.ts';
import { type Mailing, SECRET, startMailing, stopMailing } from '../messages/mailing.ts';
import { type Received, receiver } from './receiver.ts';

afterEach(stopMailing);

/** The check of a receiver, as Standard Webhooks describes it. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = createHmac('sha256', key)
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${signed}`);
}

const start = () =>
  startMailing({ server: { webhooks: { sender: createHttpsSender({ allowsPrivate: true, timeoutMs: 5000 }) } } });

async function hook(mailing: Mailing, json: object, email: string = seed.coach.email) {
  const token = await mailing.logIn(email);
  return { token, ...(await mailing.call('POST', '/webhooks', { token, json })) };
}

describe('an endpoint', () => {
  test('is told of each change of its coach’s bookings once, signed, in the contract’s form', async () => {
    const mailing = await start();
    const { url, received } = await receiver(204);
    const { body, token } = await hook(mailing, { url });
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const guest = await mailing.guest();
    const { id } = (await mailing.book(guest)).body;
    await mailing.settle();
    await mailing.call('PATCH', `/booking/${id}/status`, { token, json: { status: 'confirmed' } });
    await mailing.settle();
    await mailing.call('PATCH', `/booking/${id}`, { token: guest, json: { session_datetime: '2025-11-19T14:00:00Z' } });
    await mailing.settle();
    await mailing.call('DELETE', `/booking/${id}`, { token });
    await mailing.settle();
    const events = received.map((one) => z.parse(bookingEvent, JSON.parse(one.body)));
    expect(events.map(({ type }) => type)).toEqual([
      'booking.created',
      'booking.confirmed',
      'booking.moved',
      'booking.cancelled',
    ]);
    expect(events[2]?.data.previous).toEqual({ session_datetime: '2025-11-18T13:00:00Z', duration_minutes: 60 });
    expect(events[2]?.data.booking.session_datetime).toBe('2025-11-19T14:00:00Z');
    expect(received.every((one) => isSigned(one, body.secret))).toBe(true);
    expect(received.some((one) => isSigned(one, 'whsec_AAAA'))).toBe(false);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(4);
  });

  test('gets the events it asked for, of its coach alone; an admin’s gets everybody’s', async () => {
    const mailing = await start();
    const [mine, other, all] = [await receiver(204), await receiver(204), await receiver(204)];
    await hook(mailing, { url: mine.url, events: ['booking.cancelled'] });
    await hook(mailing, { url: other.url }, 'lukas@example.com');
    await hook(mailing, { url: all.url }, seed.admin.email);
    const guest = await mailing.guest();
    const { id } = (await mailing.book(guest)).body;
    await mailing.settle();
    await mailing.call('DELETE', `/booking/${id}`, { token: guest });
    await mailing.settle();
    expect(mine.received.map(({ body }) => JSON.parse(body).type)).toEqual(['booking.cancelled']);
    expect(other.received).toEqual([]);
    expect(all.received).toHaveLength(2);
  });

  test('that does not exist costs nothing: no job is written for an event that nobody is told of', async () => {
    const mailing = await start();
    const { url } = await receiver(204);
    await hook(mailing, { url, events: ['booking.cancelled'] });
    const written = async () => {
      const { jobs } = await mailing.store.jobs.list('waiting', { skip: 0, limit: 100 });
      const { jobs: done } = await mailing.store.jobs.list('done', { skip: 0, limit: 100 });
      return [...jobs, ...done].filter(({ kind }) => kind === 'webhook-event').length;
    };
    const guest = await mailing.guest();
    const { id } = (await mailing.book(guest)).body;
    expect(await written()).toBe(0);
    await mailing.call('DELETE', `/booking/${id}`, { token: guest });
    expect(await written()).toBe(1);
  });

  test('that is down is tried again over about three days, with the same id; the log shows each attempt', async () => {
    const mailing = await start();
    const { url, received } = await receiver(500, 302, 200);
    const { body, token } = await hook(mailing, { url });
    await mailing.book(await mailing.guest());
    await mailing.settle();
    await mailing.later(1);
    await mailing.later(1);
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const again = await mailing.call('GET', `/webhooks/${body.id}/deliveries`, { token });
    expect(again.body.total).toBe(1);
    expect(again.body.deliveries[0]).toMatchObject({ state: 'delivered', type: 'booking.created' });
    expect(again.body.deliveries[0].attempts.map(({ status }: { status: number }) => status)).toEqual([500, 302, 200]);
    const waits = Array.from({ length: webhookRetryPolicy.tries - 1 }, (_, n) =>
      Math.min(webhookRetryPolicy.longestMs, webhookRetryPolicy.firstMs * 2 ** n),
    );
    const days = (waits.reduce((sum, wait) => sum + wait * 0.75, 0) / 86_400_000).toFixed(1);
    expect(Number(days)).toBeGreaterThanOrEqual(3);
    expect(Number(days)).toBeLessThan(4);
  });

  test('gets a delivery again when its owner asks', async () => {
    const mailing = await start();
    const { url, received } = await receiver(204);
    const { body, token } = await hook(mailing, { url });
    await mailing.book(await mailing.guest());
    await mailing.settle();
    const path = `/webhooks/${body.id}/deliveries`;
    const [delivery] = (await mailing.call('GET', path, { token })).body.deliveries;
    const stranger = await mailing.logIn('lukas@example.com');
    expect((await mailing.call('POST', `${path}/${delivery.id}/resend`, { token: stranger })).status).toBe(404);
    expect((await mailing.call('POST', `${path}/${delivery.id}/resend`, { token })).status).toBe(200);
    await mailing.settle();
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([delivery.id, delivery.id]);
  });

  test('whose secret is replaced is signed with both for a day', async () => {
    const mailing = await start();
    const { url, received } = await receiver(204);
    const { body, token } = await hook(mailing, { url });
    const next = (await mailing.call('POST', `/webhooks/${body.id}/secret`, { token })).body.secret;
    expect(next).not.toBe(body.secret);
    await mailing.book(await mailing.guest());
    await mailing.settle();
    expect([isSigned(received[0] as Received, body.secret), isSigned(received[0] as Received, next)]).toEqual([
      true,
      true,
    ]);
    mailing.skip(24 * 60 + 1);
    await mailing.book(await mailing.guest(), '2025-11-19T13:00:00Z');
    await mailing.settle();
    const last = received.at(-1) as Received;
    expect([isSigned(last, body.secret), isSigned(last, next)]).toEqual([false, true]);
    expect(next).not.toContain(SECRET);
  });

  test('that says it is gone (410) is switched off', async () => {
    const mailing = await start();
    const { url, received } = await receiver(410);
    const { token } = await hook(mailing, { url });
    await mailing.book(await mailing.guest());
    await mailing.settle();
    await mailing.book(await mailing.guest(), '2025-11-19T13:00:00Z');
    await mailing.later(30);
    expect(received).toHaveLength(1);
    expect((await mailing.call('GET', '/webhooks', { token })).body.webhooks[0].is_active).toBe(false);
  });

  test('keeps what its owner changed while it was called', async () => {
    let replaced: Promise<unknown> | undefined;
    const sender = {
      ...createHttpsSender({ allowsPrivate: true }),
      post: async () => {
        replaced ??= mailing.call('POST', `/webhooks/${body.id}/secret`, { token });
        await replaced;
        return { status: 410 };
      },
    };
    const mailing = await startMailing({ server: { webhooks: { sender } } });
    const { body, token } = await hook(mailing, { url: 'https://a.example/hook' });
    await mailing.book(await mailing.guest());
    await mailing.settle();
    expect(await mailing.store.webhooks.find(body.id)).toMatchObject({ isActive: false, secretSerial: 2 });
  });

  test('that never answers well is given up, says so in the log, and is delivered to when its owner asks', async () => {
    const mailing = await start();
    // Two events: the request, and its end after a day in which nobody answered.
    const { url, received } = await receiver(...Array.from({ length: 42 }, () => 503), 204);
    const { body } = await hook(mailing, { url });
    await mailing.book(await mailing.guest());
    await mailing.settle();
    for (let n = 0; n < 60; n += 1) await mailing.later(6 * 60);
    const path = `/webhooks/${body.id}/deliveries`;
    const token = await mailing.logIn(seed.coach.email);
    const log = async (): Promise<{ id: string; state: string; attempts: object[] }[]> =>
      (await mailing.call('GET', path, { token })).body.deliveries;
    const states = async () => (await log()).map(({ state, attempts }) => [state, attempts.length]);
    expect(await states()).toEqual([
      ['failed', 21],
      ['failed', 21],
    ]);
    for (const { id } of await log()) await mailing.call('POST', `${path}/${id}/resend`, { token });
    await mailing.settle();
    expect(await states()).toEqual([
      ['delivered', 22],
      ['delivered', 22],
    ]);
    expect(received).toHaveLength(44);
  });

  test('that is switched off gets nothing that waits, and the log says why', async () => {
    const mailing = await start();
    const { url, received } = await receiver(500, 204);
    const { body, token } = await hook(mailing, { url });
    await mailing.book(await mailing.guest());
    await mailing.settle();
    await mailing.call('PATCH', `/webhooks/${body.id}`, { token, json: { is_active: false } });
    await mailing.later(1);
    expect(received).toHaveLength(1);
    const [delivery] = (await mailing.call('GET', `/webhooks/${body.id}/deliveries`, { token })).body.deliveries;
    expect(delivery.state).toBe('failed');
    expect(delivery.attempts.at(-1)).toMatchObject({ status: null, error: 'The endpoint is switched off' });
  });

  test('is changed and removed by its owner, and there are ten at most', async () => {
    const mailing = await start();
    const { url, received } = await receiver(204);
    const { body, token } = await hook(mailing, { url });
    const json = { is_active: false };
    expect((await mailing.call('PATCH', `/webhooks/${body.id}`, { token, json })).body.is_active).toBe(false);
    await mailing.book(await mailing.guest());
    await mailing.settle();
    expect(received).toEqual([]);
    expect((await mailing.call('DELETE', `/webhooks/${body.id}`, { token })).status).toBe(204);
    expect((await mailing.call('GET', '/webhooks', { token })).body.webhooks).toEqual([]);
    for (let n = 0; n < 10; n += 1) await mailing.call('POST', '/webhooks', { token, json: { url } });
    expect((await mailing.call('POST', '/webhooks', { token, json: { url } })).body.code).toBe('too_many_webhooks');
    expect((await mailing.call('POST', '/webhooks', { token: await mailing.guest(), json: { url } })).status).toBe(403);
  });

  test('of a coach who left is gone', async () => {
    const mailing = await start();
    const { body } = await hook(mailing, { url: 'https://a.example/hook' });
    const token = await mailing.logIn(seed.coach.email);
    await mailing.call('DELETE', '/auth/me', { token, json: { password: 'password123' } });
    await mailing.settle();
    expect(await mailing.store.webhooks.find(body.id)).toBeUndefined();
  });
});

describe('an address inside the network', () => {
  test.each([
    'http://example.com/',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://db.internal/',
    'https://localhost./',
    'https://printer.home.arpa/',
    'https://user:password@example.com/',
  ])('%s is refused when it is entered', async (url) => {
    const mailing = await startMailing({ server: { webhooks: { sender: createHttpsSender() } } });
    expect((await hook(mailing, { url })).body.code).toBe('webhook_address_refused');
  });

  test('is not called either when a name leads to it', async () => {
    const { url, received } = await receiver(204);
    const { port } = new URL(url);
    const resolve = ((_: string, __: object, done: (error: null, found: object[]) => void) =>
      done(null, [{ address: '127.0.0.1', family: 4 }])) as unknown as typeof lookup;
    const sender = createHttpsSender({ resolve });
    const call = { url: `https://inside.example:${port}/`, headers: {}, body: '{}' };
    await expect(sender.post(call)).rejects.toBeInstanceOf(WebhookAddressRefused);
    expect(received).toEqual([]);
  });

  test('cannot be led to by a name that is looked up twice: the address that was checked is the one that is called', async () => {
    const { url, received } = await receiver(204);
    const { port } = new URL(url);
    const answers = [[{ address: '127.0.0.1', family: 4 }], [{ address: '127.0.0.2', family: 4 }]];
    let asked = 0;
    const resolve = ((_: string, __: object, done: (error: null, found: object[]) => void) =>
      done(null, answers[asked++] ?? [])) as unknown as typeof lookup;
    const sender = createHttpsSender({ resolve, allowsPrivate: true });
    await sender.post({ url: `http://rebinding.example:${port}/`, headers: {}, body: '{}' });
    expect([asked, received.length]).toEqual([1, 1]);
    // Of several addresses those inside are left out; where none is left, nothing is called.
    const mixed = ((_: string, __: object, done: (error: null, found: object[]) => void) =>
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '::ffff:127.0.0.1', family: 6 },
      ])) as unknown as typeof lookup;
    const strict = createHttpsSender({ resolve: mixed });
    await expect(
      strict.post({ url: `https://rebinding.example:${port}/`, headers: {}, body: '{}' }),
    ).rejects.toBeInstanceOf(WebhookAddressRefused);
    expect(received).toHaveLength(1);
  });

  test('is every one that is not on the public internet', () => {
    const inside = [
      '10.0.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
    ];
    const inside6 = [
      '::',
      '::1',
      'fe80::1',
      'fc00::1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'ff02::1',
    ];
    expect([...inside, ...inside6].filter(isPublicAddress)).toEqual([]);
    expect(['8.8.8.8', '172.32.0.1', '2606:4700::1111'].filter((address) => !isPublicAddress(address))).toEqual([]);
  });
});
