import { expect } from '@open-wc/testing';
import { flowEndpoints } from '../../../src/contract/endpoints/flow.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { webhookRetryPolicy } from '../../../src/server/webhooks/webhook-kinds.ts';
import { findAll, seen, type } from '../booking/booking-scene.ts';
import { walkThrough } from './each-language.ts';
import { api, Walk } from './walk.ts';

const clock = '2025-11-05T10:30:00Z';

/** A client books with the coach, of which webhooks are told. */
async function bookSomething({ mock }: Walk): Promise<void> {
  const client = sharedClient({ api, fetch: (request: Request) => mock.fetch(request) }).with(flowEndpoints);
  await client.signIn.logIn({ email: 'client@example.com', password: 'password123' });
  const session_datetime = '2025-11-20T10:00:00Z';
  const body = { coach_id: mock.seed.coaches.ana, session_datetime, duration_minutes: 60 };
  await client.createBooking({ body }, { idempotencyKey: 'one' });
}

walkThrough('messages', {
  everywhere: (language) => {
    it('in the settings of messages, and in webhooks', async () => {
      const sender = { fault: () => undefined, post: async () => ({ status: 200 }) };
      const walk = new Walk(await language(), createMockServer({ clock, webhooks: { sender } }));
      await walk.signIn('coach@example.com');
      await walk.open('cb-message-settings', {});
      type(await seen<HTMLInputElement>(walk.element, '#field-page_url'), 'javascript:alert(1)');
      type(await seen<HTMLInputElement>(walk.element, '#field-erase_after_days'), '0');
      walk.look('messages');
      await walk.press('[part~="submit"]', '[part="error-summary"]');
      walk.look('messages, errors');
      type(await seen<HTMLInputElement>(walk.element, '#field-page_url'), 'https://example.com/book');
      type(await seen<HTMLInputElement>(walk.element, '#field-erase_after_days'), '90');
      walk.refuse = { path: /^PUT /, code: 'invalid_request', status: 422, field: 'body.page_url' };
      await walk.press('[part~="submit"]', '[part="error-summary"] a[href="#field-page_url"]');
      walk.look('messages, a field refused');
      walk.refuse = undefined;

      await walk.open('cb-webhooks', {});
      await walk.press('[data-act="add"]', 'form');
      walk.look('webhooks, a new one');
      await walk.press('[part="submit"]', '[aria-invalid="true"]');
      walk.look('webhooks, errors');
      type(await seen<HTMLInputElement>(walk.element, '#field-url'), 'https://example.com/hook');
      walk.refuse = { path: /^POST .*webhooks/, code: 'webhook_address_refused', status: 400 };
      await walk.press('[part="submit"]', '[part="problem"]');
      walk.look('webhooks, refused');
      walk.refuse = undefined;
      await walk.press('[part="submit"]', '[part="secret"]');
      walk.look('webhooks, the secret');
      await walk.press('[data-act="kept"]', '[part="webhook"]');
      walk.look('webhooks');
      expect(walk.found).to.deep.equal([]);
    });

    it('in the log of a webhook: failed, sent again, delivered; in a new secret and in its end', async () => {
      let post = async (): Promise<{ status: number }> => ({ status: 500 });
      const sender = { fault: () => undefined, post: () => post() };
      const walk = new Walk(await language(), createMockServer({ clock, webhooks: { sender } }));
      await walk.signIn('coach@example.com');
      await walk.open('cb-webhooks');
      await walk.press('[data-act="add"]', 'form');
      await walk.fill('#field-url', 'https://example.com/hook');
      await walk.press('[part="submit"]', '[part="secret"]');
      await walk.press('[data-act="kept"]', '[part="webhook"]');
      await walk.press('[data-act="log"]', '[data-act="refresh"]');
      walk.look('an empty log');
      await bookSomething(walk);
      await walk.mock.runDueJobs();
      await walk.press('[data-act="refresh"]', '[part~="delivery"]');
      walk.look('tried once, and on its way');
      post = () => Promise.reject(new TypeError('Failed to fetch'));
      for (let tried = 1; tried < webhookRetryPolicy.tries; tried++) {
        walk.mock.clock.advance(webhookRetryPolicy.longestMs);
        await walk.mock.runDueJobs();
      }
      await walk.press('[data-act="refresh"]', '[part~="failed"]');
      walk.look('failed');
      walk.refuse = { path: /resend$/, code: 'internal', status: 500 };
      await walk.press('[data-act="resend"]', '[part="problem"]');
      walk.look('not sent again');
      walk.refuse = undefined;
      post = async () => ({ status: 200 });
      await walk.untilOther('[role="status"]', async () => (await walk.seen('[data-act="resend"]')).click());
      walk.look('sent again');
      await walk.mock.runDueJobs();
      await walk.press('[data-act="refresh"]', '[part~="delivered"]');
      walk.look('delivered');
      await walk.press('[data-act="rotate"]', '[data-question]');
      walk.look('the question before a new secret');
      await walk.press('[data-act="yes"]', '[part="secret"]');
      walk.look('a new secret');
      await walk.press('[data-act="kept"]', '[data-act="switch"]');
      await walk.untilOther('[role="status"]', async () => (await walk.seen('[data-act="switch"]')).click());
      walk.look('turned off');
      await walk.untilOther('[role="status"]', async () => (await walk.seen('[data-act="switch"]')).click());
      walk.look('turned on');
      await walk.press('[data-act="remove"]', '[data-question]');
      walk.look('the question before it is deleted');
      await walk.press('[data-act="yes"]', '[data-act="add"]');
      await walk.gone('[part="webhook"]');
      walk.look('deleted');
      expect(walk.found).to.deep.equal([]);
    });
  },

  inWords: (language) => {
    it('in settings that are wrong, saved, and refused as a whole; where a service has no webhooks', async () => {
      const walk = new Walk(await language());
      await walk.signIn('coach@example.com');
      await walk.open('cb-message-settings');
      await walk.seen('#field-color');
      walk.look('untouched');
      const followUp = await walk.seen<HTMLSelectElement>('#field-follow_up_hours');
      followUp.value = '24';
      followUp.dispatchEvent(new Event('change', { bubbles: true }));
      await walk.drawn();
      walk.look('a message without words to agree to');
      for (const box of findAll(walk.root, '#field-reminders input:not(:checked)')) box.click();
      await walk.fill('#field-color', 'blue');
      await walk.fill('#field-language', 'German!');
      await walk.press('[part~="submit"]', '[part="error-summary"]');
      walk.look('wrong');
      await walk.fill('#field-color', '#0a5c7a');
      await walk.fill('#field-language', 'de');
      for (const box of findAll(walk.root, '#field-reminders input:checked').slice(1)) box.click();
      walk.refuse = { path: /^PUT /, code: 'invalid_request', status: 400 };
      await walk.press('[part~="submit"]', '.bar [role="alert"]');
      walk.look('refused');
      walk.refuse = { path: /^PUT |^POST \/auth\/refresh/, code: 'token_expired', status: 401 };
      await walk.press('[part~="submit"]', 'cb-sign-in');
      walk.look('the sign-in has ended');
      walk.refuse = undefined;
      await walk.signIn('coach@example.com');
      await walk.gone('cb-sign-in');
      await walk.untilOther('.where', async () => (await walk.seen('[part~="submit"]')).click());
      walk.look('saved');
      await walk.open('cb-webhooks');
      await walk.seen('[part="problem"]');
      walk.look('no webhooks');
      expect(walk.found).to.deep.equal([]);
    });

    it('where settings and webhooks do not load', async () => {
      const walk = new Walk(await language());
      await walk.lookWithoutContent('cb-message-settings', {
        as: 'coach@example.com',
        path: /^GET .*messages$/,
        failure: '[role="alert"]',
      });
      await walk.lookWithoutContent('cb-webhooks', {
        as: 'coach@example.com',
        path: /^GET \/webhooks/,
        failure: '[part="problem"]',
      });
      expect(walk.found).to.deep.equal([]);
    });
  },

  withLongerTexts: (language) => {
    it('while something is on its way', async () => {
      const sender = { fault: () => undefined, post: async () => ({ status: 200 }) };
      const walk = new Walk(await language(), createMockServer({ clock, webhooks: { sender } }));
      await walk.signIn('coach@example.com');
      await walk.open('cb-message-settings');
      await walk.fill('#field-own_line', 'Eva Marsh');
      await walk.lookWhileSending(/^PUT /, '[part~="submit"]', 'saving messages');
      await walk.open('cb-webhooks');
      await walk.press('[data-act="add"]', 'form');
      await walk.fill('#field-url', 'https://example.com/hook');
      await walk.lookWhileSending(/^POST .*webhooks/, '[part="submit"]', 'adding a webhook');
      expect(walk.found).to.deep.equal([]);
    });
  },
});
