import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { sharedClient } from '../../../src/elements/context/shared-client.ts';
import { CbFirstSteps } from '../../../src/elements/first-steps/first-steps.ts';
import { createMockServer, seed } from '../../../src/mock/index.ts';
import { schemes, useScheme } from '../media.ts';
import 'chai-a11y-axe';

register('cb-first-steps', CbFirstSteps);

const api = 'https://api.example.com';
const root = (element: CbFirstSteps) => element.shadowRoot as ShadowRoot;
const done = (element: CbFirstSteps) =>
  [...root(element).querySelectorAll<HTMLElement>('[part~="done"]')].map(({ dataset }) => dataset.step);
const sum = (element: CbFirstSteps) => root(element).querySelector('[part="sum"]')?.textContent ?? '';

async function open({ scenario = 'empty' as 'empty' | 'normal', width = 800, email = 'coach@example.com' } = {}) {
  const mock = createMockServer({ clock: '2025-11-05T10:30:00Z', scenario });
  const fetch = (request: Request) => mock.fetch(request);
  await sharedClient({ api, fetch }).session.logIn({ email, password: 'password123' });
  const element = await fixture<CbFirstSteps>(
    html`<cb-first-steps style="width: ${width}px" api=${api} locale="en-GB" script-src="https://cdn.example/cb.js" .fetch=${fetch} .now=${() => mock.clock.now()}></cb-first-steps>`,
  );
  return { element, mock };
}

describe('<cb-first-steps>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('says what is left, and that the page takes bookings once it does', async () => {
    const { element, mock } = await open();
    await waitUntil(() => sum(element), 'the steps', { timeout: 5000 });
    expect(done(element)).not.to.include('hours');
    expect(sum(element)).to.contain('before your page takes bookings');
    expect(
      root(element).querySelector('[data-step="sells"] a')?.getAttribute('href'),
      'lengths are set with hours',
    ).to.equal('#hours');
    await expect(element).to.be.accessible();
    const found = await mock.store.coaches.find(seed.coach.id);
    const weekly_hours = [{ weekday: 2, start: '09:00', end: '17:00' }];
    if (found)
      await mock.store.coaches.saveSchedule(seed.coach.id, found.scheduleVersion, { ...found.schedule, weekly_hours });
    element.hidden = true;
    // What is on the screen is told in the frames that follow.
    await nextFrame();
    await nextFrame();
    element.hidden = false;
    await waitUntil(() => done(element).includes('hours'), 'it looks again when it is seen again', { timeout: 5000 });
    expect(sum(element)).to.match(/^Your page takes bookings\. The first open time is Tuesday/);
  });

  it('gives the lines to paste, with the coach’s own id', async () => {
    const { element } = await open({ scenario: 'normal' });
    await waitUntil(() => sum(element), 'the steps', { timeout: 5000 });
    expect(element.snippet).to.equal(
      `<script type="module" src="https://cdn.example/cb.js"></script>\n<cb-booking api="https://api.example.com" coach="${seed.coach.id}"></cb-booking>`,
    );
    expect(root(element).querySelector('textarea')?.value).to.equal(element.snippet);
    expect(sum(element)).to.contain('Your page takes bookings');
  });

  it('has no page for a client', async () => {
    const { element } = await open({ email: 'client@example.com' });
    await waitUntil(() => root(element).textContent?.includes('no coach’s page'));
  });

  for (const width of [320, 360, 768, 1280]) {
    for (const scheme of schemes) {
      it(`is accessible at ${width} px in ${scheme}, and nothing sticks out`, async () => {
        await setViewport({ width: Math.max(width, 400), height: 800 });
        await useScheme(scheme);
        const { element } = await open({ width });
        await waitUntil(() => sum(element), 'the steps', { timeout: 5000 });
        await expect(element).to.be.accessible();
        expect(element.scrollWidth).to.be.at.most(width);
        await useScheme('light');
        await setViewport({ width: 800, height: 600 });
      });
    }
  }
});
