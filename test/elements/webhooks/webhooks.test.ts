import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { CbWebhooks } from '../../../src/elements/webhooks/webhooks.ts';
import { createMockServer, seed } from '../../../src/mock/index.ts';
import { API, focused, named, seen, type } from '../booking/booking-scene.ts';

register('cb-webhooks', CbWebhooks);

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

async function open(hasWebhooks = true) {
  const sender = { fault: () => undefined, send: async () => ({ status: 200 }) };
  const mock = createMockServer({
    clock: '2025-11-05T10:30:00Z',
    ...(hasWebhooks && { webhooks: { sender: sender as never } }),
  });
  const fetch = (request: Request) => mock.fetch(request);
  await sharedClient({ api: API, fetch }).signIn.logIn({ email: seed.coach.email, password: 'password123' });
  const element = await fixture<CbWebhooks>(
    html`<cb-webhooks api=${API} locale="en-GB" .fetch=${fetch}></cb-webhooks>`,
  );
  return { element, mock };
}
const text = (element: Element) => element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('<cb-webhooks>', () => {
  it('adds one, shows its secret once, and passes axe', async () => {
    const { element } = await open();
    (await named(element, 'Add a webhook')).click();
    const field = await seen<HTMLInputElement>(element, '#field-url');
    await waitUntil(() => focused() === field);
    (await named(element, 'Add it')).click();
    await waitUntil(() => field.getAttribute('aria-invalid') === 'true');
    await expect(element).to.be.accessible();
    type(field, 'https://example.com/hook');
    (await named(element, 'Add it')).click();
    const secret = await seen(element, '[part="secret"]');
    expect(secret.textContent).to.match(/whsec_/);
    await expect(element).to.be.accessible();
    (await named(element, 'I have kept it')).click();
    await waitUntil(() => !text(element).includes('whsec_'));
    expect(text(element)).to.contain('https://example.com/hook');
  });

  it('switches it off, makes a new secret after a question, shows the log, and deletes it', async () => {
    const { element } = await open();
    (await named(element, 'Add a webhook')).click();
    type(await seen<HTMLInputElement>(element, '#field-url'), 'https://example.com/hook');
    (await named(element, 'Add it')).click();
    const first = (await seen(element, '[part="secret"] code')).textContent;
    (await named(element, 'Turn off')).click();
    await named(element, 'Turn on');
    (await named(element, 'New secret')).click();
    (await named(element, 'Make a new secret')).click();
    await waitUntil(() => element.shadowRoot?.querySelector('[part="secret"] code')?.textContent !== first);
    (await named(element, 'Log')).click();
    await waitUntil(() => text(element).includes('Nothing was delivered yet.'));
    (await named(element, 'Delete')).click();
    (await named(element, 'Delete it')).click();
    await waitUntil(() => text(element).includes('Nobody is told of anything yet.'));
    await waitUntil(() => focused()?.textContent === 'Add a webhook');
  });

  it('says so where the service has none', async () => {
    const { element } = await open(false);
    await waitUntil(() => text(element).includes('This service has no webhooks.'));
  });
});
