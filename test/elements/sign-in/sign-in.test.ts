import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'chai-a11y-axe';
import { register } from '../../../src/elements/base/register.ts';
import { CbSignIn } from '../../../src/elements/sign-in/sign-in.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import { API, focused, named, seen, type } from '../booking/booking-scene.ts';

register('cb-sign-in', CbSignIn);

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(() => emulateMedia({ reducedMotion: 'no-preference' }));

async function show(intercept: (request: Request) => Response | undefined = () => undefined) {
  const mock = createMockServer();
  const requests: string[] = [];
  const fetch = async (request: Request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return intercept(request) ?? mock.fetch(request);
  };
  const element = await fixture<CbSignIn>(html`<cb-sign-in api=${API} locale="en-GB" .fetch=${fetch}></cb-sign-in>`);
  const field = (name: string) => seen<HTMLInputElement>(element, `#field-${name}`);
  const press = async () => (await seen(element, '[part="submit"]')).click();
  return { element, requests, field, press };
}

const missing = () => Response.json({ detail: 'Not Found' }, { status: 404 });

describe('<cb-sign-in>', () => {
  it('turns to signing in, and offers no account any more, once the backend has shown that it opens none', async () => {
    const { element, field, press } = await show((request) =>
      request.url.endsWith('/auth/signup') ? missing() : undefined,
    );
    (await named(element, 'Create one')).click();
    type(await field('name'), 'Eva Marsh');
    type(await field('email'), 'eva@example.com');
    type(await field('password'), 'a long enough password');
    await press();
    const problem = await seen(element, '[part="problem"]');
    expect(problem.textContent).to.equal('No account can be created here. Sign in with one that you have.');
    expect(element.mode).to.equal('in');
    expect((await field('email')).value).to.equal('eva@example.com');
    expect(element.shadowRoot?.textContent).not.to.contain('Create');
    await expect(element).to.be.accessible();
  });

  it('signs in, says so, and passes axe', async () => {
    const { element, field, press } = await show();
    await expect(element).to.be.accessible();
    expect((await field('email')).autocomplete).to.equal('username');
    expect((await field('password')).autocomplete).to.equal('current-password');
    type(await field('email'), 'client@example.com');
    type(await field('password'), 'password123');
    const signedIn = new Promise<string | undefined>((done) => {
      element.addEventListener('cb-signed-in', ({ user }) => done(user?.email));
    });
    await press();
    expect(await signedIn).to.equal('client@example.com');
  });

  it('says in words that e-mail and password do not fit, and keeps both', async () => {
    const { element, field, press } = await show();
    type(await field('email'), 'client@example.com');
    type(await field('password'), 'wrong password');
    await press();
    const problem = await seen(element, '[part="problem"]');
    await waitUntil(() => focused() === problem);
    expect(problem.textContent).to.contain('do not belong together');
    expect((await field('password')).value).to.equal('wrong password');
    await expect(element).to.be.accessible();
  });

  it('creates an account, and checks the password before it asks the server', async () => {
    const { element, requests, field, press } = await show();
    (await named(element, 'Create one')).click();
    await waitUntil(() => focused()?.textContent === 'Create an account');
    expect((await field('password')).autocomplete).to.equal('new-password');
    type(await field('name'), 'Eva Marsh');
    type(await field('email'), 'eva@example.com');
    type(await field('password'), 'short');
    await press();
    const summary = await seen(element, '[part="error-summary"]');
    await waitUntil(() => focused() === summary);
    expect(summary.textContent).to.contain('at least 8 characters');
    expect(requests).to.have.length(0);
    await expect(element).to.be.accessible();
    type(await field('password'), 'long enough');
    const signedIn = new Promise((done) => element.addEventListener('cb-signed-in', done));
    await press();
    await signedIn;
    expect(requests).to.include('POST /auth/signup');
  });

  it('says at the field that an address has an account already', async () => {
    const { element, field, press } = await show();
    (await named(element, 'Create one')).click();
    type(await field('name'), 'Eva Marsh');
    type(await field('email'), 'client@example.com');
    type(await field('password'), 'long enough');
    await press();
    const summary = await seen(element, '[part="error-summary"]');
    expect(summary.textContent).to.contain('has an account already');
    expect((await field('email')).getAttribute('aria-invalid')).to.equal('true');
  });

  it('shows the password on request, and says whether it does', async () => {
    const { element, field } = await show();
    const reveal = await named(element, 'Show password');
    expect((await field('password')).type).to.equal('password');
    reveal.click();
    await waitUntil(() => reveal.getAttribute('aria-pressed') === 'true');
    expect((await field('password')).type).to.equal('text');
  });

  it('sends one request however often the button is pressed', async () => {
    const { element, requests, field, press } = await show();
    type(await field('email'), 'client@example.com');
    type(await field('password'), 'password123');
    const signedIn = new Promise((done) => element.addEventListener('cb-signed-in', done));
    await press();
    await press();
    await signedIn;
    expect(requests.filter((request) => request === 'POST /auth/login')).to.have.length(1);
  });

  it('says how long to wait when there were too many tries', async () => {
    const { element, field, press } = await show(() =>
      Response.json({ detail: 'no' }, { status: 429, headers: { 'retry-after': '45' } }),
    );
    type(await field('email'), 'client@example.com');
    type(await field('password'), 'password123');
    await press();
    expect((await seen(element, '[part="problem"]')).textContent).to.contain('45 seconds');
  });
});
