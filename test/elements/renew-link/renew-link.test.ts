import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import 'chai-a11y-axe';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookings } from '../../../src/elements/bookings/bookings.ts';
import { API, chooseTime, fillPerson, named, openScene, pressBook, seen } from '../booking/booking-scene.ts';

register('cb-bookings', CbBookings);
afterEach(() => sessionStorage.clear());

describe('an expired link', () => {
  it('is renewed by mail, and only an expired one', async () => {
    const mails: { to: string; subject: string }[] = [];
    const { element, mock } = await openScene({ mails });
    await chooseTime(element);
    await fillPerson(element);
    await pressBook(element);
    const confirmation = await seen(element, 'cb-booking-confirmation');
    const address = (await seen<HTMLAnchorElement>(confirmation, 'dd > a')).href;
    const link = new URL(address).searchParams.get('cb-booking') ?? '';
    element.remove();
    const open = (of: string) =>
      fixture<CbBookings>(
        html`<cb-bookings .api=${API} .fetch=${(request: Request) => mock.fetch(request)} link=${of} .now=${() => mock.clock.now()} locale="en-GB"></cb-bookings>`,
      );
    const broken = await open('no-such-link');
    await named(broken, 'Sign in');
    expect(broken.shadowRoot?.querySelector('cb-renew-link')).to.equal(null);
    mock.clock.set('2026-03-01T10:00:00Z');
    const old = await open(link);
    const sent = mails.length;
    (await named(old, 'Send me a new link')).click();
    await waitUntil(() => mails.length === sent + 1);
    expect(mails.at(-1)?.to).to.equal('eva@example.com');
    const said = await seen(old, '[role="status"]:not(:empty)');
    await waitUntil(() => said.textContent?.startsWith('A new link is on its way'));
    await expect(old).to.be.accessible();
  });
});
