import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import { register } from '../../../src/elements/base/register.ts';
import { CbSignIn } from '../../../src/elements/sign-in/sign-in.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import type { OutgoingMail } from '../../../src/server/messages/mailer.ts';
import { API, focused, named, seen, type } from '../booking/booking-scene.ts';

register('cb-sign-in', CbSignIn);

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

async function show(hasMail = true) {
  const mails: OutgoingMail[] = [];
  const mailer = { send: async (mail: OutgoingMail) => void mails.push(mail) };
  const mail = () => ({ mailer, from: { address: 'bookings@example.com' } });
  const mock = createMockServer({ ...(hasMail && { mail }) });
  const element = await fixture<CbSignIn>(
    html`<cb-sign-in api=${API} locale="en-GB" .fetch=${(request: Request) => mock.fetch(request)}></cb-sign-in>`,
  );
  type(await seen<HTMLInputElement>(element, '#field-email'), 'client@example.com');
  (await named(element, 'Forgotten your password?')).click();
  await waitUntil(() => focused()?.textContent === 'Choose a new password');
  return { element, mails };
}

describe('a forgotten password', () => {
  it('is asked for with the address that was typed; the same is said for every address', async () => {
    const { element, mails } = await show();
    const field = await seen<HTMLInputElement>(element, '#field-email');
    expect(field.value).to.equal('client@example.com');
    await expect(element).to.be.accessible();
    (await named(element, 'Send the link')).click();
    const said = await seen(element, '[role="status"]');
    await waitUntil(() => said.isConnected && said.textContent?.startsWith('If client@example.com has an account'));
    await waitUntil(() => mails.length === 1);
    (await named(element, 'Back to signing in')).click();
    await waitUntil(() => focused()?.textContent === 'Forgotten your password?');
    expect((await seen<HTMLInputElement>(element, '#field-email')).value).to.equal('client@example.com');
  });

  it('needs an address, and says where the service sends no mail', async () => {
    const { element } = await show(false);
    const field = await seen<HTMLInputElement>(element, '#field-email');
    type(field, 'client');
    (await named(element, 'Send the link')).click();
    await waitUntil(() => field.getAttribute('aria-invalid') === 'true');
    type(field, 'client@example.com');
    (await named(element, 'Send the link')).click();
    await waitUntil(() => focused()?.textContent?.includes('sends no mail'));
    await expect(element).to.be.accessible();
  });
});
