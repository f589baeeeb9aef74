import { describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { createMailbox, type Mailbox } from '../../../src/mock/providers/mailbox.ts';
import { type Selling, startSelling } from '../payments/selling.ts';

let mailbox: Mailbox;

async function start(): Promise<Selling> {
  mailbox = createMailbox();
  return startSelling({ mail: ({ clock }) => ({ mailer: mailbox.mailer(clock), from: { address: 'b@example.com' } }) });
}
const subjects = (address: string) =>
  mailbox.mails.filter(({ to }) => to.address === address).map(({ subject }) => subject.split(':')[0]);
const [CLIENT, COACH] = [seed.client.email, seed.coach.email];

describe('a slot that is held for payment', () => {
  test('writes to nobody until it is paid, and then once', async () => {
    const shop = await start();
    const { id } = (await shop.book((await shop.addType()).id)).body;
    const checkout = (await shop.checkout(id)).body;
    await shop.mock.runDueJobs();
    expect(mailbox.mails).toEqual([]);
    await shop.pay(checkout.url);
    await shop.mock.runDueJobs();
    expect(subjects(CLIENT).sort()).toEqual(['Confirmed', expect.stringMatching(/^Paid/)]);
    expect(subjects(COACH).sort()).toEqual(['Confirmed', expect.stringMatching(/^Paid/)]);
  });

  test('that the coach confirms is a request once it is paid', async () => {
    const shop = await start();
    const { id } = (await shop.book((await shop.addType({ confirmation: 'coach' })).id)).body;
    await shop.pay((await shop.checkout(id)).body.url);
    await shop.mock.runDueJobs();
    expect(subjects(CLIENT).sort()).toEqual([expect.stringMatching(/^Paid/), 'Requested']);
    expect(subjects(COACH)).toContain('New request');
  });

  test('that runs out, or is given back, writes to nobody', async () => {
    const shop = await start();
    const type = await shop.addType();
    await shop.book(type.id);
    shop.mock.clock.advance(16 * 60_000);
    await shop.mock.runDueJobs();
    const other = (await shop.book(type.id, '2025-11-21T10:00:00Z')).body;
    await shop.call('DELETE', `/booking/${other.id}`, { token: shop.client });
    await shop.mock.runDueJobs();
    expect(mailbox.mails).toEqual([]);
  });
});

test('a cancellation says what goes back, and the refund is told once', async () => {
  const shop = await start();
  const { id } = (await shop.book((await shop.addType()).id)).body;
  await shop.pay((await shop.checkout(id)).body.url);
  await shop.call('DELETE', `/booking/${id}`, { token: shop.client });
  await shop.mock.runDueJobs();
  await shop.stripe.webhooks.idle();
  await shop.mock.runDueJobs();
  const mails = mailbox.mails.filter(({ to }) => to.address === CLIENT);
  expect(mails.find(({ subject }) => subject.startsWith('Cancelled'))?.text).toContain('Refund: €90');
  expect(
    mails.filter(({ subject }) => subject.startsWith('Refunded')).map(({ subject }) => subject.slice(0, 13)),
  ).toEqual(['Refunded: €90']);
});
