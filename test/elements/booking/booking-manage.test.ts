import { expect, waitUntil } from '@open-wc/testing';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { chooseTime, find, focused, named, openScene, pressBook, type Scene, seen } from './booking-scene.ts';

/** A client who is signed in has booked. */
async function bookSignedIn(options: Parameters<typeof openScene>[0] = {}): Promise<Scene> {
  const scene = await openScene(options);
  const { api, fetch } = scene.element;
  const { session } = sharedClient({ api, fetch });
  await session.logIn({ email: 'client@example.com', password: 'password123' });
  await chooseTime(scene.element);
  await pressBook(scene.element);
  await seen(scene.element, '[part="facts"]:is(dl)');
  return scene;
}

describe('<cb-booking>, after somebody who is signed in booked', () => {
  // Its dozen modules take a while to come from the test server.
  before(() => import('../../../src/elements/bookings/bookings.ts'));

  it('opens their sessions to move or cancel, with the focus there, and leads back to the times', async () => {
    const { element } = await bookSignedIn();
    (await named(element, 'Move or cancel this booking')).click();
    await seen(element, '[part~="booking"]');
    await waitUntil(() => focused()?.textContent === 'Your sessions', 'the focus is at their heading');
    await expect(element).to.be.accessible();
    (await seen(element, '[part="cancel"]')).click();
    expect(await seen(element, '[data-reason]')).to.be.instanceOf(HTMLElement);
    (await named(element, 'Book another time')).click();
    await chooseTime(element);
    expect(element.status).to.equal('details');
  });

  it('leaves it to a page that has a way of its own', async () => {
    const { element } = await bookSignedIn();
    const heard = new Promise<void>((resolve) => {
      // Dispatched on the document last of all, so the element has decided by then.
      document.addEventListener('cb-manage', () => resolve(), { once: true });
    });
    element.addEventListener('cb-manage', (event) => event.preventDefault());
    (await named(element, 'Move or cancel this booking')).click();
    await heard;
    await element.updateComplete;
    expect(find(element.shadowRoot as ShadowRoot, 'cb-bookings')).to.equal(undefined);
    expect(await seen(element, '[part="facts"]:is(dl)')).to.be.instanceOf(HTMLElement);
  });

  it('names the coach and the reference where the backend does not tell who is signed in', async () => {
    const { element } = await bookSignedIn({ without: ['/auth/me'] });
    const facts = await seen(element, '[part="facts"]:is(dl)');
    expect(facts.textContent).to.contain('Reference');
    expect(find(facts, 'button')).to.equal(undefined);
  });
});
