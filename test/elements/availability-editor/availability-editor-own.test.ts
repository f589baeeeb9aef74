import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CbAvailabilityEditor } from '../../../src/elements/availability-editor/availability-editor.ts';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer, SEED_PASSWORD, seed } from '../../../src/mock/index.ts';
import { find } from '../booking/booking-scene.ts';
import 'chai-a11y-axe';

register('cb-availability-editor', CbAvailabilityEditor);

const api = 'https://api.example.com';
const fresh = { email: 'new@example.com', password: 'a fresh Coach 7', name: 'Nia Okoro', role: 'coach' } as const;

/** The editor without a coach, at a server where a coach has just been added. */
async function open() {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  let interfere: (request: Request) => Response | undefined = () => undefined;
  const paths: string[] = [];
  const fetch = async (request: Request) => {
    paths.push(`${request.method} ${new URL(request.url).pathname}`);
    return interfere(request) ?? mock.fetch(request);
  };
  const send = (path: string, body: unknown) =>
    mock.fetch(
      new Request(api + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  await send('/auth/signup', fresh);
  const { access_token: token } = await (await send('/auth/login', fresh)).json();
  const element = Object.assign(document.createElement('cb-availability-editor'), {
    api,
    fetch,
    locale: 'en-GB',
    now: () => mock.clock.now(),
  });
  const put = async () => void (await fixture(html`<div></div>`)).append(element);
  const { signIn } = sharedClient({ api, fetch });
  const seen = (selector: string) => find(element.shadowRoot as ShadowRoot, selector);
  const during = (does: typeof interfere) => {
    interfere = does;
  };
  return { element, put, signIn, paths, token, seen, during };
}

const scheduleOf = (paths: readonly string[]) => paths.filter((path) => path.endsWith('/schedule'));

describe('<cb-availability-editor> without a coach', () => {
  it('asks to sign in, and then shows the hours of who did: none yet, of a new coach, who adds and saves them', async () => {
    const scene = await open();
    await scene.put();
    await waitUntil(() => scene.seen('cb-sign-in'), 'it asks to sign in');
    expect(scene.paths).to.deep.equal([]);
    await scene.signIn.logIn(fresh);
    await waitUntil(() => scene.seen('[data-add]'), 'the week is there', { timeout: 5000 });
    expect(scene.seen('.interval')).to.equal(undefined);
    await expect(scene.element).to.be.accessible();
    scene.seen('[data-add="1"]')?.click();
    await waitUntil(() => scene.element.dirty, 'hours are added');
    scene.seen('[data-do=save]')?.click();
    await waitUntil(() => !scene.element.dirty, 'they are saved');
    expect(new Set(scheduleOf(scene.paths).map((path) => path.split('/')[2])).size, 'of one coach').to.equal(1);
    expect(scheduleOf(scene.paths)[0]).to.not.contain(seed.coach.id);
  });

  it('shows those of a page’s own user, whose token names nobody', async () => {
    const scene = await open();
    scene.element.getToken = async () => scene.token;
    await scene.put();
    await waitUntil(() => scene.seen('[data-add]'), 'the week is there', { timeout: 5000 });
    expect(scheduleOf(scene.paths)).to.have.length(1);
  });

  it('says that it could not be read who is signed in, and tries again', async () => {
    const scene = await open();
    scene.during(({ url }) =>
      url.endsWith('/auth/me') ? Response.json({ detail: 'Not now' }, { status: 400 }) : undefined,
    );
    scene.element.getToken = async () => scene.token;
    await scene.put();
    await waitUntil(() => scene.seen('[data-do=reload]'), 'it is said', { timeout: 5000 });
    await expect(scene.element).to.be.accessible();
    scene.during(() => undefined);
    scene.seen('[data-do=reload]')?.click();
    await waitUntil(() => scene.seen('[data-add]'), 'the week is there', { timeout: 5000 });
  });

  it('has no hours for a client, and shows another coach’s own once that one has signed in', async () => {
    const scene = await open();
    await scene.signIn.logIn({ email: seed.client.email, password: SEED_PASSWORD });
    await scene.put();
    await waitUntil(() => scene.seen('[data-do=other]'), 'these are somebody’s', { timeout: 5000 });
    await scene.signIn.logIn({ email: seed.coach.email, password: SEED_PASSWORD });
    await waitUntil(() => scene.seen('.interval'), 'the week is there', { timeout: 5000 });
    expect(scheduleOf(scene.paths).at(-1)).to.contain(seed.coach.id);
    await scene.signIn.logIn(fresh);
    await waitUntil(() => scene.seen('[data-add]') && !scene.seen('.interval'), 'the new coach has none', {
      timeout: 5000,
    });
  });
});
