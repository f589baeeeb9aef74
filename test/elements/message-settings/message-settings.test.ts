import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { CbMessageSettings } from '../../../src/elements/message-settings/message-settings.ts';
import { createMockServer, seed } from '../../../src/mock/index.ts';
import { API, focused, named, seen, type } from '../booking/booking-scene.ts';

register('cb-message-settings', CbMessageSettings);

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

async function open() {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const fetch = (request: Request) => mock.fetch(request);
  await sharedClient({ api: API, fetch }).signIn.logIn({ email: seed.coach.email, password: 'password123' });
  const element = await fixture<CbMessageSettings>(
    html`<cb-message-settings api=${API} locale="en-GB" .fetch=${fetch}></cb-message-settings>`,
  );
  await seen(element, '#field-own_line');
  const settings = async () => (await mock.store.coaches.find(seed.coach.id))?.messages;
  return { element, settings };
}
const field = (element: Element, name: string) => seen<HTMLInputElement>(element, `#field-${name}`);

describe('<cb-message-settings>', () => {
  it('shows what holds, saves what was changed, and passes axe', async () => {
    const { element, settings } = await open();
    await expect(element).to.be.accessible();
    const boxes = [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('.checks input') ?? [])];
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([false, false, true, false, true, false]);
    boxes[3]?.click();
    type(await field(element, 'own_line'), 'See you soon.');
    type(await field(element, 'consent_text'), 'Ana may write to me.');
    type(await field(element, 'erase_after_days'), '90');
    (await named(element, 'Save messages')).click();
    await waitUntil(() => element.shadowRoot?.querySelector('.where')?.textContent === 'All changes saved');
    expect(await settings()).to.deep.include({
      reminder_minutes: [1440, 120, 60],
      own_line: 'See you soon.',
      consent_text: 'Ana may write to me.',
      erase_after_days: 90,
    });
  });

  it('says what is wrong in words, with links, and saves nothing', async () => {
    const { element, settings } = await open();
    type(await field(element, 'page_url'), 'javascript:alert(1)');
    type(await field(element, 'erase_after_days'), '0');
    (await named(element, 'Save messages')).click();
    const summary = await seen(element, '[part="error-summary"]');
    await waitUntil(() => focused() === summary);
    expect(summary.textContent).to.contain('2 things to correct');
    await expect(element).to.be.accessible();
    expect(await settings()).to.equal(undefined);
    (await named(element, 'Discard')).click();
    await waitUntil(() => !element.dirty);
  });
});
