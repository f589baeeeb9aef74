import { expect, waitUntil } from '@open-wc/testing';
import { chooseTime, fillPerson, findAll, openScene, pressBook, type Scene, seen } from './booking-scene.ts';

const isBooking = ({ method, url }: Request) => method === 'POST' && new URL(url).pathname === '/booking';

async function book(intercept: (request: Request, scene: Scene) => ReturnType<Scene['intercept']>): Promise<Scene> {
  const scene = await openScene();
  scene.intercept = (request) => (isBooking(request) ? intercept(request, scene) : undefined);
  await chooseTime(scene.element);
  await fillPerson(scene.element);
  await pressBook(scene.element);
  return scene;
}

const words = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('a booking that may have been made', () => {
  it('is never called failed, and nothing is promised of a second try', async () => {
    const { element } = await book(() => Response.json({ done: true }, { status: 201 }));
    const problem = words(await seen(element, '[part="problem"]'));
    expect(problem).to.contain('Your booking may have been made');
    expect(problem).to.contain('The answer of the booking service could not be read.');
    expect(problem).to.contain('Ask the coach before you try again.');
    expect(problem).to.not.match(/did not go through|not be booked twice/);
  });

  it('is not given to somebody else where the backend finds the time taken at the second try', async () => {
    const scene = await book(() => Response.json({ done: true }, { status: 201 }));
    await seen(scene.element, '[part="problem"]');
    scene.intercept = (request) =>
      isBooking(request) ? Response.json({ detail: 'Time slot is not available' }, { status: 400 }) : undefined;
    (await seen(scene.element, '[part~="retry"]')).click();
    await waitUntil(() => scene.requests.filter((request) => request === 'POST /booking').length === 2);
    await waitUntil(() =>
      words(findAll(scene.element.shadowRoot as ShadowRoot, '[part="problem"]')[0]).includes(
        'Your booking may have been made',
      ),
    );
    expect(findAll(scene.element.shadowRoot as ShadowRoot, '[part="taken"]')).to.have.length(0);
  });
});

describe('a booking at another time than the one chosen', () => {
  it('is said, not confirmed without a word', async () => {
    const { element } = await book(async (request, { mock }) => {
      const reply = await (await mock.fetch(request)).json();
      const moved = new Date(Date.parse(reply.session_datetime) + 3_600_000).toISOString();
      return Response.json({ ...reply, session_datetime: moved }, { status: 201 });
    });
    expect(words(await seen(element, '[part="other-time"]'))).to.match(
      /^You chose \w+,? \d+ \w+, \d\d:\d\d, but the time below was booked\.$/,
    );
  });

  it('is not said of the time that was chosen', async () => {
    const { element } = await book(() => undefined);
    await seen(element, '[part="facts"]');
    expect(findAll(element.shadowRoot as ShadowRoot, '[part="other-time"]')).to.have.length(0);
  });
});
