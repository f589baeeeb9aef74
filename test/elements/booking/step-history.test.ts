import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { chooseTime, fillPerson, focused, named, openScene, pressBook, seen } from './booking-scene.ts';

const here = location.href;

describe('<cb-booking> in the browser’s history', () => {
  /** What the page’s own router was told. */
  const told: unknown[] = [];
  const router = (event: PopStateEvent) => void told.push(event.state);
  beforeEach(() => {
    history.pushState({ router: 'mine', position: 7 }, '', here);
    told.length = 0;
    addEventListener('popstate', router);
  });
  afterEach(() => {
    removeEventListener('popstate', router);
    fixtureCleanup();
  });

  it('returns from the details to the times on Back, with all that was typed, and to the details of another time', async () => {
    const { element } = await openScene();
    const { length } = history;
    await chooseTime(element);
    await waitUntil(() => history.length === length + 1, 'the details are an entry of their own');
    expect(location.href, 'the address stays').to.equal(here);
    expect(history.state, 'the router’s state stays').to.include({ router: 'mine', position: 7 });
    await fillPerson(element);
    history.back();
    await waitUntil(() => element.status === 'choosing');
    await waitUntil(() => focused()?.tagName === 'H3', 'the focus is at the times');
    expect(history.state).to.deep.equal({ router: 'mine', position: 7 });
    await chooseTime(element);
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
    expect(told, 'a router is where it was, with its own state').to.deep.equal([{ router: 'mine', position: 7 }]);
  });

  it('opens the details again on Forward, with all that was typed', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await waitUntil(() => history.state['cb-booking']);
    await fillPerson(element);
    const choice = (await seen(element, '[part="choice"]')).textContent;
    history.back();
    await waitUntil(() => element.status === 'choosing');
    history.forward();
    await waitUntil(() => element.status === 'details');
    expect((await seen(element, '[part="choice"]')).textContent).to.equal(choice);
    expect((await seen<HTMLInputElement>(element, '#field-name')).value).to.equal('Eva Marsh');
    expect(history.state['cb-booking'], 'the entry is the one that was there').to.not.equal(undefined);
    history.back();
    await waitUntil(() => element.status === 'choosing', 'and Back leads to the times again');
  });

  it('opens nothing on Forward once the session is booked', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await waitUntil(() => history.state['cb-booking']);
    await fillPerson(element);
    await pressBook(element);
    await seen(element, '[part="facts"]:is(dl)');
    history.back();
    await waitUntil(() => !history.state['cb-booking']);
    (await named(element, 'Book another time')).click();
    await seen(element, 'button[part~="time"]');
    await waitUntil(() => focused()?.tagName === 'H3', 'the focus is at the times');
    history.forward();
    await waitUntil(() => history.state['cb-booking']);
    await element.updateComplete;
    expect(element.status).to.equal('choosing');
  });

  it('takes its entry back when the visitor goes back by the button', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await waitUntil(() => history.state['cb-booking']);
    (await named(element, 'Change time')).click();
    await waitUntil(() => !history.state['cb-booking'], 'Back leaves the page again');
    expect(history.state).to.deep.equal({ router: 'mine', position: 7 });
  });

  it('leaves a booking that is made where it is', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await waitUntil(() => history.state['cb-booking']);
    await fillPerson(element);
    await pressBook(element);
    await seen(element, '[part="facts"]:is(dl)');
    history.back();
    await waitUntil(() => !history.state['cb-booking']);
    expect(element.status).to.equal('booked');
  });

  it('hands the router what is the router’s: an address of the page', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    await waitUntil(() => history.state['cb-booking']);
    history.pushState({ ...history.state, position: 8 }, '', '#there');
    history.back();
    await waitUntil(() => told.length === 1);
    expect(element.status).to.equal('details');
  });
});
