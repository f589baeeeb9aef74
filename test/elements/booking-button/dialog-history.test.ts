import { expect, fixture, fixtureCleanup, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookingButton } from '../../../src/elements/booking-button/booking-button.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { chooseTime, fillPerson, seen } from '../booking/booking-scene.ts';
import { focused } from '../deep.ts';

register('cb-booking-button', CbBookingButton);

const here = location.href;

async function openButton(open = true): Promise<CbBookingButton> {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const button = await fixture<CbBookingButton>(html`<cb-booking-button
    api="https://api.example.com" coach=${mock.seed.coaches.ana} locale="en-GB" time-zone="Europe/Berlin"
    .now=${() => mock.clock.now()} .fetch=${(request: Request) => mock.fetch(request)}
  ></cb-booking-button>`);
  // As a press does.
  button.shadowRoot?.querySelector<HTMLElement>('.open')?.focus();
  if (open) await button.show();
  return button;
}

const isOpen = (button: CbBookingButton) => button.shadowRoot?.querySelector('dialog')?.open === true;
const entry = () => history.state['cb-booking'];

/** The steps in the history that were asked for and have not arrived. */
let underWay = 0;
const steps = { back: history.back, forward: history.forward };
const arrived = () => {
  underWay -= 1;
};

/** No step in the history is under way, nor begins within a few frames: a dialog says in a later task that it has closed. */
async function settled(): Promise<void> {
  for (let calm = 0; calm < 5; calm = underWay === 0 ? calm + 1 : 0) await nextFrame();
}

describe('the dialog of <cb-booking-button> in the browser’s history', () => {
  beforeEach(() => {
    underWay = 0;
    addEventListener('popstate', arrived);
    for (const way of ['back', 'forward'] as const) {
      history[way] = () => {
        underWay += 1;
        steps[way].call(history);
      };
    }
    history.pushState({ router: 'mine' }, '', here);
  });
  afterEach(() => {
    removeEventListener('popstate', arrived);
    Object.assign(history, steps);
    fixtureCleanup();
  });

  it('closes on Back instead of leaving the page, and opens again on Forward', async () => {
    const { length } = history;
    const button = await openButton();
    expect(history.length, 'the dialog is an entry of its own').to.equal(length + 1);
    expect(history.state.router, 'the router’s state stays').to.equal('mine');
    history.back();
    await waitUntil(() => !isOpen(button), 'Back closes it');
    expect(history.state).to.deep.equal({ router: 'mine' });
    await waitUntil(() => focused()?.matches('.open'), 'the focus is at the button again');
    history.forward();
    await waitUntil(() => isOpen(button), 'Forward opens it');
  });

  it('takes its entry back when it is closed in another way, also from the step inside, with all that was typed', async () => {
    const button = await openButton();
    button.close();
    await waitUntil(() => !entry(), 'Back leaves the page again');
    expect(history.state).to.deep.equal({ router: 'mine' });
    await button.show();
    const booking = await seen<HTMLElement & { status: string }>(button, 'cb-booking');
    await chooseTime(booking as never);
    await waitUntil(
      () => Object.keys(entry() ?? {}).length === 2,
      'the details have an entry inside that of the dialog',
    );
    await fillPerson(booking as never);
    button.close();
    await waitUntil(() => !entry(), 'both entries are gone');
    await settled();
    expect(history.state).to.deep.equal({ router: 'mine' });
    expect(booking.status, 'the visitor is where they were').to.equal('details');
    await button.show();
    expect((await seen<HTMLInputElement>(button, '#field-name')).value).to.equal('Eva Marsh');
  });

  it('goes back by one step at a time: from the details to the times, from the times to the page', async () => {
    const button = await openButton();
    const booking = await seen<HTMLElement & { status: string }>(button, 'cb-booking');
    await chooseTime(booking as never);
    await waitUntil(() => Object.keys(entry() ?? {}).length === 2);
    history.back();
    await waitUntil(() => booking.status === 'choosing');
    expect(isOpen(button)).to.equal(true);
    history.back();
    await waitUntil(() => !isOpen(button));
    expect(history.state).to.deep.equal({ router: 'mine' });
  });

  it('leaves the history alone when the page turns to another address with the dialog open', async () => {
    const button = await openButton();
    history.pushState({ router: 'other' }, '', '#there');
    button.remove();
    await settled();
    expect(history.state).to.deep.equal({ router: 'other' });
    history.replaceState(null, '', here);
  });

  it('opened again at once, it is an entry again', async () => {
    const button = await openButton();
    button.close();
    await button.show();
    await settled();
    expect(isOpen(button)).to.equal(true);
    history.back();
    await waitUntil(() => !isOpen(button), 'Back closes it');
  });

  it('opened again while its entry is being taken back, it stays open and has an entry', async () => {
    const button = await openButton();
    const closed = oneEvent(button, 'cb-close');
    button.close();
    await closed;
    await button.show();
    await settled();
    expect(isOpen(button)).to.equal(true);
    history.back();
    await waitUntil(() => !isOpen(button), 'Back closes it');
    expect(history.state).to.deep.equal({ router: 'mine' });
  });

  it('closed while another button opens, it takes back its own entry, not that of the other', async () => {
    const [first, second] = [await openButton(), await openButton(false)];
    first.close();
    await second.show();
    await waitUntil(() => Object.keys(entry() ?? {}).length === 1 && !isOpen(first), 'one entry');
    await settled();
    expect(isOpen(second), 'the one just opened stays').to.equal(true);
    expect(Object.keys(entry())).to.have.length(1);
    history.back();
    await waitUntil(() => !isOpen(second), 'Back closes it');
    expect(history.state).to.deep.equal({ router: 'mine' });
    await settled();
    expect(isOpen(first), 'the first stays closed').to.equal(false);
  });

  it('taken off the page while it closes, it still takes its entry back, and the next one opens as usual', async () => {
    const first = await openButton();
    const closed = oneEvent(first, 'cb-close');
    first.close();
    await closed;
    first.remove();
    const second = await openButton();
    await settled();
    expect(isOpen(second)).to.equal(true);
    history.back();
    await waitUntil(() => !isOpen(second), 'Back closes it');
    expect(history.state).to.deep.equal({ router: 'mine' });
  });
});
