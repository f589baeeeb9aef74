import { expect, waitUntil } from '@open-wc/testing';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { createMockCalendars } from '../../../src/mock/providers/mock-calendars.ts';
import { findAll, seen, type } from '../booking/booking-scene.ts';
import { inEachLanguage } from './each-language.ts';
import { api, Walk } from './walk.ts';

const clock = '2025-11-05T10:30:00Z';

inEachLanguage((language) => {
  it('in a coach’s list of bookings', async () => {
    const walk = new Walk(await language());
    await walk.signIn('coach@example.com');
    await walk.open('cb-bookings');
    await seen(walk.element, 'article');
    walk.look('coach');
    walk.refuse = { path: /^(PUT|PATCH|POST) \/booking/, code: 'invalid_transition', status: 400 };
    await walk.press('[data-act="confirm"]', '[part="problem"]');
    walk.look('coach, refused');
    expect(walk.found).to.deep.equal([]);
  });

  it('in a coach’s hours', async () => {
    const walk = new Walk(await language());
    await walk.signIn('coach@example.com');
    await walk.open('cb-availability-editor', { coach: walk.mock.seed.coaches.ana });
    await seen(walk.element, '[role="tab"]');
    for (const tab of findAll(walk.element.shadowRoot as ShadowRoot, '[role="tab"]')) {
      tab.click();
      await waitUntil(() => tab.getAttribute('aria-selected') === 'true', 'the part is on show');
      await (walk.element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
      walk.look(`part ${tab.id}`);
    }
    expect(walk.found).to.deep.equal([]);
  });

  it('in a coach’s profile, session types and first steps, and what a server refuses of them', async () => {
    const walk = new Walk(await language());
    await walk.signIn('coach@example.com');
    await walk.open('cb-coach-profile', {});
    type(await seen<HTMLInputElement>(walk.element, '#field-headline'), 'Eva Marsh');
    walk.look('profile');
    walk.refuse = { path: /^PATCH /, code: 'invalid_request', status: 422, field: 'body.headline' };
    await walk.press('[part~="submit"]', '[part~="error-summary"]');
    walk.look('profile, a field refused');
    walk.refuse = undefined;
    await walk.open('cb-session-types', {});
    await walk.press('[data-act="add"]', 'form');
    walk.look('new session type');
    const [form] = findAll<HTMLFormElement>(walk.element.shadowRoot as ShadowRoot, 'form');
    form?.requestSubmit();
    await seen(walk.element, '[part~="error-summary"]');
    walk.look('new session type, errors');
    await walk.open('cb-first-steps', {});
    await seen(walk.element, 'li');
    walk.look('first steps');
    expect(walk.found).to.deep.equal([]);
  });

  it('in a coach’s calendars and account', async () => {
    const stands = createMockCalendars({ origin: api, redirectUris: [location.origin + location.pathname] });
    const walk = new Walk(await language(), createMockServer({ clock, calendars: stands.calendars }));
    await walk.signIn('coach@example.com');
    await walk.open('cb-calendar-connect', {});
    // Not the skeleton before them, which has no parts.
    await seen(walk.element, 'li[part~="connection"]');
    walk.look('calendars');
    await walk.open('cb-account', { signIn: sharedClient({ api, fetch: walk.fetch }).signIn });
    const account = await seen<HTMLDetailsElement>(walk.element, 'details');
    account.open = true;
    walk.look('account');
    expect(walk.found).to.deep.equal([]);
  });

  it('in the settings of messages, and in webhooks', async () => {
    const sender = { fault: () => undefined, send: async () => ({ status: 200 }) };
    const walk = new Walk(await language(), createMockServer({ clock, webhooks: { sender: sender as never } }));
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
});
