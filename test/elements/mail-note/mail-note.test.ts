import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import {
  chooseTime,
  fillPerson,
  find,
  focused,
  named,
  openScene,
  pressBook,
  seen,
  type,
} from '../booking/booking-scene.ts';

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));
afterEach(() => sessionStorage.clear());

/** A guest has booked, on a server that writes mails. */
async function booked(mails?: { to: string; subject: string }[]) {
  const scene = await openScene({ set: { remember: 'tab' }, ...(mails && { mails }) });
  await chooseTime(scene.element);
  await fillPerson(scene.element, 'Eva Marsh', 'eva@exampel.com');
  await pressBook(scene.element);
  const confirmation = await seen(scene.element, 'cb-booking-confirmation');
  return { ...scene, confirmation };
}
const note = (element: Element) => find(element.shadowRoot as ShadowRoot, 'cb-mail-note');
const said = (element: Element) => note(element)?.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const address = (element: Element) => find<HTMLAnchorElement>(element.shadowRoot as ShadowRoot, 'dd > a')?.href ?? '';

describe('where the mail about a booking went', () => {
  it('is said with most of the address left out, and a guest corrects it: the mail goes there, by a new link', async () => {
    const mails: { to: string; subject: string }[] = [];
    const { element, confirmation } = await booked(mails);
    await waitUntil(() => said(confirmation).startsWith('A copy of your request went to e…@exampel.com.'));
    // However narrow the place is, the address does not break after its ellipsis.
    const masked = find(confirmation.shadowRoot as ShadowRoot, 'bdi') as HTMLElement;
    for (const width of [200, 240, 280, 320, 360]) {
      (element.parentElement as HTMLElement).style.width = `${width}px`;
      expect(masked.getClientRects().length, `${width} px`).to.equal(1);
      expect(masked.clientHeight, `${width} px`).to.be.below(Number.parseFloat(getComputedStyle(masked).fontSize) * 2);
    }
    (element.parentElement as HTMLElement).style.width = '1000px';
    await expect(confirmation).to.be.accessible();
    const before = address(confirmation);
    const kept = JSON.stringify({ ...sessionStorage });
    (await named(element, 'Wrong address?')).click();
    const field = await seen<HTMLInputElement>(confirmation, '#field-email');
    await waitUntil(() => focused() === field);
    expect(field.value).to.equal('eva@exampel.com');
    (await named(confirmation, 'Send it there')).click();
    await waitUntil(() => said(confirmation).includes('This is the address it went to'));
    await expect(confirmation).to.be.accessible();
    type(field, 'eva@example.com');
    (await named(confirmation, 'Send it there')).click();
    await waitUntil(() => said(confirmation).startsWith('A copy of your request went to e…@example.com.'));
    expect(focused()?.textContent).to.equal('Wrong address?');
    await waitUntil(() => address(confirmation) !== before, 'the link is the new one');
    expect(JSON.stringify({ ...sessionStorage })).not.to.equal(kept);
    await waitUntil(() => mails.some(({ to }) => to === 'eva@example.com'));
  });

  it('stays as it is with Escape, and a refusal is said in words', async () => {
    const scene = await booked([]);
    const { element, confirmation } = scene;
    (await named(element, 'Wrong address?')).click();
    const field = await seen<HTMLInputElement>(confirmation, '#field-email');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await waitUntil(() => focused()?.textContent === 'Wrong address?');
    (await named(element, 'Wrong address?')).click();
    type(await seen<HTMLInputElement>(confirmation, '#field-email'), 'eva@example.com');
    scene.mock.setScenario('offline' as never);
    (await named(confirmation, 'Send it there')).click();
    await waitUntil(() => find(element.shadowRoot as ShadowRoot, '[part="problem"]'));
  });

  it('is not said where the server writes to nobody', async () => {
    const { confirmation } = await booked();
    expect(note(confirmation)).to.equal(undefined);
  });
});
