import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbCoachProfile } from '../../../src/elements/coach-profile/coach-profile.ts';
import { photoOf } from '../../../src/elements/coach-profile/photo-file.ts';
import { type CoachProfile, coachProfile } from '../../../src/elements/context/coach-profile.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { createMockServer, type MockServer, seed } from '../../../src/mock/index.ts';
import { find, focused, seen, type } from '../booking/booking-scene.ts';
import { schemes, useScheme } from '../media.ts';
import 'chai-a11y-axe';

register('cb-coach-profile', CbCoachProfile);

const api = 'https://api.example.com';

interface Scene {
  readonly element: CbCoachProfile;
  readonly mock: MockServer;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly requests: { readonly method: string; readonly path: string; readonly body: unknown }[];
  interfere: ((request: Request) => Response | Promise<Response> | undefined) | undefined;
}

async function open({ email = 'coach@example.com', coach = '', width = 1000 } = {}): Promise<Scene> {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  const scene: { -readonly [K in keyof Scene]?: Scene[K] } & Pick<Scene, 'requests'> = { mock, requests: [] };
  const fetch = async (request: Request) => {
    const body = request.method === 'PATCH' ? await request.clone().json() : undefined;
    scene.requests.push({ method: request.method, path: new URL(request.url).pathname, body });
    return (await scene.interfere?.(request)) ?? mock.fetch(request);
  };
  Object.assign(scene, { fetch });
  if (email) await sharedClient({ api, fetch }).session.logIn({ email, password: 'password123' });
  scene.element = await fixture<CbCoachProfile>(
    html`<cb-coach-profile style="width: ${width}px" api=${api} coach=${coach} locale="en-GB" .fetch=${fetch} .now=${() => mock.clock.now()}></cb-coach-profile>`,
  );
  if (email)
    await waitUntil(
      () => find((scene.element as Element).shadowRoot as ShadowRoot, '#field-name'),
      'the form is there',
      { timeout: 5000 },
    );
  return scene as Scene;
}

const root = (element: CbCoachProfile) => element.shadowRoot as ShadowRoot;
const field = (scene: Scene, name: string) =>
  root(scene.element).querySelector<HTMLInputElement>(`#field-${name}`) as HTMLInputElement;
const card = (scene: Scene) => root(scene.element).querySelector('cb-coach-card')?.shadowRoot?.textContent ?? '';
const press = (scene: Scene, selector: string) => root(scene.element).querySelector<HTMLElement>(selector)?.click();
const patches = (scene: Scene) => scene.requests.filter(({ method }) => method === 'PATCH');

/** A picture of one colour with a lighter half. */
async function picture(width = 800, height = 500): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  brush.fillStyle = '#357';
  brush.fillRect(0, 0, width, height);
  brush.fillStyle = '#9bd';
  brush.fillRect(0, 0, width / 2, height);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'ana.png', { type: 'image/png' });
}

describe('<cb-coach-profile>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('shows what is written on the card at once, and saves only what differs', async () => {
    const scene = await open();
    expect(scene.element.dirty).to.equal(false);
    expect(root(scene.element).querySelector('.where')?.textContent).to.equal('No changes yet');
    type(field(scene, 'headline'), 'Your first year abroad');
    type(field(scene, 'languages'), 'English, Croatian');
    type(field(scene, 'hourly_rate'), '95,50');
    await scene.element.updateComplete;
    await waitUntil(() => card(scene).includes('Your first year abroad'));
    expect(card(scene)).to.contain('€95.50');
    expect(root(scene.element).querySelector('.words')?.textContent).to.contain('Speaks English, Croatian');
    let told = 0;
    scene.element.addEventListener('cb-profile-saved', () => told++);
    press(scene, '[part=submit]');
    await waitUntil(() => !scene.element.dirty, 'it is saved', { timeout: 5000 });
    expect(patches(scene).map(({ body }) => body)).to.deep.equal([
      { headline: 'Your first year abroad', languages: ['English', 'Croatian'], hourly_rate: 95.5 },
    ]);
    expect(told).to.equal(1);
    expect(root(scene.element).querySelector('.where')?.textContent).to.match(/^Saved at /);
    expect((await scene.mock.store.coaches.find(seed.coach.id))?.profile.headline).to.equal('Your first year abroad');
  });

  it('is the new one in what read it before on the same page, whatever the client', async () => {
    const scene = await open();
    const known = coachProfile(sharedClient({ api, fetch: scene.fetch }), seed.coach.id);
    const other = coachProfile(sharedClient({ api, fetch: scene.fetch, storage: 'session' }), seed.coach.id);
    const lukas = coachProfile(sharedClient({ api, fetch: scene.fetch }), seed.coaches.lukas);
    const headlineOf = ({ state }: CoachProfile) => state.status === 'ready' && state.coach.headline;
    await waitUntil(() => [known, other, lukas].every(headlineOf), 'they are read');
    const headline = headlineOf(lukas);
    type(field(scene, 'headline'), 'Your first year abroad');
    await scene.element.updateComplete;
    press(scene, '[part=submit]');
    await waitUntil(() => !scene.element.dirty, 'it is saved', { timeout: 5000 });
    expect([known, other, lukas].map(headlineOf)).to.deep.equal([
      'Your first year abroad',
      'Your first year abroad',
      headline,
    ]);
  });

  it('says what is wrong under each field and on top, and saves nothing until it is right', async () => {
    const scene = await open();
    type(field(scene, 'name'), '');
    type(field(scene, 'hourly_rate'), 'ninety');
    type(field(scene, 'currency'), 'eu');
    await scene.element.updateComplete;
    press(scene, '[part=submit]');
    await waitUntil(() => focused()?.matches('[part=error-summary]'), 'the summary has the focus');
    expect(focused()?.textContent).to.contain('3 things to correct');
    expect(field(scene, 'name').getAttribute('aria-invalid')).to.equal('true');
    await expect(scene.element).to.be.accessible();
    type(field(scene, 'name'), 'Ana K.');
    type(field(scene, 'hourly_rate'), '80');
    type(field(scene, 'currency'), 'chf');
    await scene.element.updateComplete;
    press(scene, '[part=submit]');
    await waitUntil(() => !scene.element.dirty, 'it is saved', { timeout: 5000 });
    expect(patches(scene)).to.have.length(1);
    expect(patches(scene)[0]?.body).to.deep.equal({ name: 'Ana K.', hourly_rate: 80, currency: 'CHF' });
  });

  it('makes a chosen photo small and square, and says so of a file that is none', async () => {
    const scene = await open();
    const input = root(scene.element).querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
    const choose = (file: File) => {
      const transfer = new DataTransfer();
      transfer.items.add(file);
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    };
    choose(await picture());
    await waitUntil(() => root(scene.element).querySelector('cb-coach-card')?.shadowRoot?.querySelector('img'));
    press(scene, '[part=submit]');
    await waitUntil(() => !scene.element.dirty, 'it is saved', { timeout: 5000 });
    const saved = (await scene.mock.store.coaches.find(seed.coach.id))?.profile.photo_url ?? '';
    expect(saved).to.match(/^data:image\/jpeg;base64,/);
    const size = await createImageBitmap(await (await fetch(saved)).blob());
    expect([size.width, size.height]).to.deep.equal([256, 256]);
    choose(new File(['no picture'], 'ana.png', { type: 'image/png' }));
    await waitUntil(() => root(scene.element).textContent?.includes('not a picture'));
    expect(field(scene, 'photo_url')?.localName ?? '', 'the summary leads somewhere').not.to.equal('');
    press(scene, '[data-act=remove-photo]');
    await scene.element.updateComplete;
    press(scene, '[part=submit]');
    await waitUntil(() => !scene.element.dirty, 'it is saved', { timeout: 5000 });
    expect((await scene.mock.store.coaches.find(seed.coach.id))?.profile.photo_url).to.equal(null);
  });

  it('keeps what was written over a sign-in that ended, and goes on with the save', async () => {
    const scene = await open();
    type(field(scene, 'headline'), 'Kept');
    await scene.element.updateComplete;
    scene.interfere = ({ url }) =>
      url.includes('/auth/login')
        ? undefined
        : Response.json({ detail: 'Token expired', code: 'token_expired' }, { status: 401 });
    press(scene, '[part=submit]');
    await seen(scene.element, 'cb-sign-in');
    expect(field(scene, 'headline').value).to.equal('Kept');
    await expect(scene.element).to.be.accessible();
    scene.interfere = undefined;
    const password = await seen<HTMLInputElement>(scene.element, 'input[type=password]');
    expect(find<HTMLInputElement>(root(scene.element), 'input[type=email]')?.value).to.equal('coach@example.com');
    password.focus();
    await sendKeys({ type: 'password123' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !scene.element.dirty, 'it is saved by itself', { timeout: 5000 });
    expect((await scene.mock.store.coaches.find(seed.coach.id))?.profile.headline).to.equal('Kept');
  });

  it('keeps what is typed while a save is on its way', async () => {
    const scene = await open();
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    scene.interfere = ({ method }) => (method === 'PATCH' ? gate.then(() => undefined as never) : undefined);
    type(field(scene, 'headline'), 'One');
    await scene.element.updateComplete;
    press(scene, '[part=submit]');
    await scene.element.updateComplete;
    type(field(scene, 'location'), 'Zagreb');
    go();
    await waitUntil(() => root(scene.element).querySelector('.where')?.textContent === 'Unsaved changes');
    expect(field(scene, 'location').value).to.equal('Zagreb');
    expect((await scene.mock.store.coaches.find(seed.coach.id))?.profile.location).to.equal('Video call');
  });

  it('tells an admin whose profile it is, and a client that there is none', async () => {
    const admin = await open({ email: 'admin@example.com', coach: seed.coaches.lukas });
    expect(root(admin.element).querySelector('.acting')?.textContent).to.contain('Lukas Brandt');
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const own = (request: Request) => mock.fetch(request);
    await sharedClient({ api, fetch: own }).session.logIn({ email: 'client@example.com', password: 'password123' });
    const element = await fixture<CbCoachProfile>(
      html`<cb-coach-profile api=${api} locale="en-GB" .fetch=${own}></cb-coach-profile>`,
    );
    await waitUntil(() => element.shadowRoot?.textContent?.includes('no coach’s profile'));
  });

  it('shows the fields the server refuses, and what a service without profiles lacks', async () => {
    const scene = await open();
    scene.interfere = ({ method }) =>
      method === 'PATCH'
        ? Response.json(
            {
              detail: 'The request is not valid',
              code: 'invalid_request',
              errors: [{ field: 'body.headline', message: 'must be polite' }],
            },
            { status: 422 },
          )
        : undefined;
    type(field(scene, 'headline'), 'Rude');
    await scene.element.updateComplete;
    press(scene, '[part=submit]');
    await waitUntil(() => root(scene.element).querySelector('#field-headline-error'));
    expect(root(scene.element).querySelector('#field-headline-error')?.textContent).to.contain('must be polite');
    scene.interfere = ({ method }) => (method === 'PATCH' ? new Response(null, { status: 404 }) : undefined);
    press(scene, '[part=submit]');
    await waitUntil(() => root(scene.element).querySelector('.bar [role=alert]'));
    expect(root(scene.element).querySelector('.bar [role=alert]')?.textContent).to.contain('keeps no profiles');
  });

  for (const width of [320, 360, 768, 1280]) {
    for (const scheme of schemes) {
      it(`is accessible at ${width} px in ${scheme}, and nothing sticks out`, async () => {
        await setViewport({ width: Math.max(width, 400), height: 800 });
        await useScheme(scheme);
        const scene = await open({ width });
        await expect(scene.element).to.be.accessible();
        expect(scene.element.scrollWidth).to.be.at.most(width);
        await useScheme('light');
        await setViewport({ width: 800, height: 600 });
      });
    }
  }
});

describe('a photo', () => {
  it('is cut to the middle', async () => {
    const address = await photoOf(await picture(900, 300));
    const bitmap = await createImageBitmap(await (await fetch(address)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const brush = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    brush.drawImage(bitmap, 0, 0);
    const at = (x: number) => brush.getImageData(x, 10, 1, 1).data[0] ?? 0;
    expect(at(10)).to.be.greaterThan(120);
    expect(at(bitmap.width - 10)).to.be.lessThan(90);
  });
});
