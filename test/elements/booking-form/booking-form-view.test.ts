import { expect } from '@open-wc/testing';
import 'chai-a11y-axe';
import { changeNotice } from '../../../src/elements/booking-form/booking-form-view.ts';
import { formEnglish } from '../../../src/elements/i18n/form.ts';
import { seed } from '../../../src/mock/index.ts';
import { chooseTime, find, openScene, seen } from '../booking/booking-scene.ts';

const say = (move: number | null, cancel: number | null, locale = 'en-GB') =>
  changeNotice(
    { user_id: seed.coaches.ana, move_notice_minutes: move, cancel_notice_minutes: cancel },
    formEnglish,
    locale,
  );

describe('how late one may move or cancel', () => {
  it('is one sentence where both are the same', () => {
    expect(say(1440, 1440)).to.equal('You can move or cancel up to 24 hours before.');
    expect(say(60, 60)).to.equal('You can move or cancel up to 1 hour before.');
    expect(say(2880, 2880)).to.equal('You can move or cancel up to 2 days before.');
    expect(say(90, 90)).to.equal('You can move or cancel up to 90 minutes before.');
  });

  it('is two sentences where they differ', () => {
    expect(say(1440, 2880)).to.equal(
      'You can move the session up to 24 hours before. You can cancel up to 2 days before.',
    );
  });

  it('names the one that has a limit, and neither where there is none or the coach is unknown', () => {
    expect(say(null, 120)).to.equal('You can cancel up to 2 hours before.');
    expect(say(120, 0)).to.equal('You can move the session up to 2 hours before.');
    expect(say(0, null)).to.equal('');
    expect(changeNotice(undefined, formEnglish, 'en')).to.equal('');
  });

  it('says spans in the visitor’s language', () => {
    expect(say(1440, 1440, 'de')).to.contain('24 Stunden');
  });

  it('is said beside the button before one books', async () => {
    const { element } = await openScene({ coach: seed.coaches.isla });
    await chooseTime(element);
    const notice = await seen(element, '[part="notice"]');
    expect(notice.textContent).to.equal('You can move or cancel up to 24 hours before.');
    expect((await seen(element, '[part="submit"]')).getAttribute('aria-describedby')?.split(' ')).to.include(notice.id);
    await expect(element).to.be.accessible();
  });

  it('names the price in all beside the button', async () => {
    const { element } = await openScene({ coach: seed.coaches.tomas, set: { duration: 90 } });
    await chooseTime(element);
    const total = await seen(element, '[part="total"]');
    expect((await seen(element, '[part="facts"]')).textContent).to.contain('US$120 (US$80 an hour)');
    expect(total.textContent).to.equal('Total for 90 minutes: US$120');
    const submit = await seen(element, '[part="submit"]');
    expect(submit.getAttribute('aria-describedby')?.split(' ')).to.include(total.id);
    expect(total.getBoundingClientRect().bottom).to.be.at.most(submit.getBoundingClientRect().top);
  });

  it('takes no room where there is nothing to say', async () => {
    const { element } = await openScene();
    await chooseTime(element);
    expect(find(element.shadowRoot as ShadowRoot, '[part="notice"]')).to.equal(undefined);
  });
});
