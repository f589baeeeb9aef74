import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import { usualMessageSettings } from '../../../src/contract/desk/message-settings.ts';
import { chooseTime, fillPerson, find, openScene, pressBook, seen } from '../booking/booking-scene.ts';

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));
afterEach(() => sessionStorage.clear());

const words = 'Ana may write to me about her courses.';

async function atForm(messages: object) {
  const { mock, element: first } = await openScene();
  // The server is filled before it answers.
  await seen(first, 'button[part~="time"]');
  await mock.store.coaches.change(mock.seed.coaches.ana, {
    messages: { ...usualMessageSettings, ...messages },
    consentVersion: 3,
  });
  // The profile is read once for a client: another element reads it as it is now.
  first.remove();
  const { element } = await openScene({
    set: { fetch: (request) => mock.fetch(request), now: () => mock.clock.now() },
  });
  const scene = { mock, element };
  await chooseTime(scene.element);
  return scene;
}
const consentOf = async ({ mock, element }: Awaited<ReturnType<typeof atForm>>) => {
  await fillPerson(element);
  await pressBook(element);
  await seen(element, 'cb-booking-confirmation');
  const all = await mock.store.bookings.list({ coachId: mock.seed.coaches.ana }, { skip: 0, limit: 100 });
  return all.bookings.reduce((last, each) => (each.createdAt > last.createdAt ? each : last)).consent;
};

describe('the coach’s words to agree to, and the privacy notice', () => {
  it('are in the form: not ticked, not needed, and kept with the booking when ticked', async () => {
    const scene = await atForm({ consent_text: words, privacy_url: 'https://ana.example/privacy' });
    const box = await seen<HTMLInputElement>(scene.element, '[part="consent"] input');
    expect(box.checked).to.equal(false);
    expect(box.labels?.[0]?.textContent).to.contain(words);
    const link = await seen<HTMLAnchorElement>(scene.element, 'a[part="privacy"]');
    expect([link.href, link.target]).to.deep.equal(['https://ana.example/privacy', '_blank']);
    await expect(scene.element).to.be.accessible();
    box.click();
    const agreed = await consentOf(scene);
    expect([agreed?.text, agreed?.version]).to.deep.equal([words, 3]);
  });

  it('books without consent where the box is left alone, or the tick was taken away', async () => {
    const scene = await atForm({ consent_text: words });
    const box = await seen<HTMLInputElement>(scene.element, '[part="consent"] input');
    box.click();
    box.click();
    expect(await consentOf(scene)).to.equal(undefined);
  });

  it('are not there where the coach has none, and an address that is none is no link', async () => {
    const { element } = await atForm({ privacy_url: 'javascript:alert(1)' });
    await waitUntil(() => find(element.shadowRoot as ShadowRoot, 'cb-consent'));
    expect(find(element.shadowRoot as ShadowRoot, 'a[part="privacy"], [part="consent"]')).to.equal(undefined);
  });
});
