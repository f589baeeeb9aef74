import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { register } from '../../../src/elements/base/register.ts';
import { CbBookingForm } from '../../../src/elements/booking-form/booking-form.ts';
import { createMockServer } from '../../../src/mock/index.ts';
import {
  chooseTime,
  fillPerson,
  focused,
  named,
  openScene,
  pressBook,
  type Scene,
  seen,
} from '../booking/booking-scene.ts';

register('cb-booking-form', CbBookingForm);

before(() => emulateMedia({ reducedMotion: 'reduce' }));
after(async () => {
  await emulateMedia({ reducedMotion: 'no-preference' });
  await setViewport({ width: 800, height: 600 });
});

const top = (element: Element | null) => element?.getBoundingClientRect().top ?? Number.NaN;

/** What has the focus stands under the bar that keeps the choice. */
async function expectUnderBar(scene: Scene, name: string): Promise<void> {
  const bar = await seen(scene.element, '[part="choice"]');
  await waitUntil(() => top(focused()) >= bar.getBoundingClientRect().bottom, `${name} is under the bar`);
  expect(top(focused()), `${name} is in view`).to.be.below(innerHeight);
}

/** A booking amid a page, as wide as a phone. */
async function openPhone(width: number, scenario: 'normal' | 'slot-taken' = 'normal'): Promise<Scene> {
  await setViewport({ width, height: 640 });
  const scene = await openScene({ width: width - 16, scenario });
  const gap = () => Object.assign(document.createElement('div'), { style: 'height: 1500px' });
  scene.element.before(gap());
  scene.element.after(gap());
  return scene;
}

for (const width of [360, 320]) {
  describe(`<cb-booking-form>, ${width} px wide`, () => {
    it('hides nothing that takes the focus behind the bar with the chosen time', async () => {
      const scene = await openPhone(width);
      await chooseTime(scene.element);
      await waitUntil(() => focused()?.textContent === 'Your details');
      await expectUnderBar(scene, 'the heading');
      scrollTo(0, document.documentElement.scrollHeight);
      await pressBook(scene.element);
      await waitUntil(() => focused()?.part.contains('error-summary'));
      await expectUnderBar(scene, 'the summary');
      scrollTo(0, document.documentElement.scrollHeight);
      (await named(scene.element, 'Enter your name')).click();
      expect(focused()?.id).to.equal('field-name');
      await expectUnderBar(scene, 'the field');
    });

    it('hides no part of the sign-in either', async () => {
      const scene = await openPhone(width);
      await chooseTime(scene.element);
      (await named(scene.element, 'Sign in')).click();
      await waitUntil(() => focused()?.textContent === 'Sign in');
      await expectUnderBar(scene, 'the heading');
      scrollTo(0, document.documentElement.scrollHeight);
      (await named(scene.element, 'Create one')).click();
      await waitUntil(() => focused()?.textContent === 'Create an account');
      await expectUnderBar(scene, 'the new heading');
    });

    it('hides not that the time was taken', async () => {
      const scene = await openPhone(width, 'slot-taken');
      await chooseTime(scene.element);
      await fillPerson(scene.element);
      scrollTo(0, document.documentElement.scrollHeight);
      await pressBook(scene.element);
      await waitUntil(() => focused()?.part.contains('taken'));
      await expectUnderBar(scene, 'the panel');
    });
  });
}

describe('<cb-booking-form> on a phone', () => {
  it('stays in its card where letters are twice as large', async () => {
    await setViewport({ width: 360, height: 740 });
    document.documentElement.style.fontSize = '200%';
    const mock = createMockServer({ clock: '2025-11-05T10:30:00Z' });
    const element = await fixture<CbBookingForm>(
      html`<cb-booking-form
        style="width: 270px" api="https://api.example.com" coach=${mock.seed.coaches.ana} start="2025-11-12T10:00:00Z"
        locale="en-GB" .fetch=${(request: Request) => mock.fetch(request)}
      ></cb-booking-form>`,
    );
    const notes = await seen(element, '#field-notes');
    expect(notes.getBoundingClientRect().width).to.be.at.most(270);
    await pressBook(element);
    await seen(element, '[part="error-summary"]');
    expect(element.scrollWidth).to.be.at.most(270);
    expect(getComputedStyle(await seen(element, '[part="choice"]')).position).to.equal('static');
    document.documentElement.style.fontSize = '';
  });
});
