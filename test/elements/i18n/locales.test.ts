import { expect } from '@open-wc/testing';
import { bookingsEnglish } from '../../../src/elements/i18n/bookings.ts';
import { german } from '../../../src/elements/i18n/languages/german.ts';
import { addLanguage, defineLocale, hasTexts, loadTexts, messagesFor } from '../../../src/elements/i18n/locales.ts';
import { nextTimesEnglish } from '../../../src/elements/i18n/next-times.ts';
import { pickerEnglish } from '../../../src/elements/i18n/picker.ts';
import { visitorCalendarEnglish } from '../../../src/elements/i18n/visitor-calendar.ts';

describe('a language that was added', () => {
  const nextTimes = { ...nextTimesEnglish, lookAgain: 'Kig igen' };
  const visitorCalendar = { ...visitorCalendarEnglish, compare: 'Sammenlign' };

  it('gives its texts by group, and for its regions too', () => {
    defineLocale('da', { nextTimes });
    expect(messagesFor('nextTimes', nextTimesEnglish, 'da-DK')).to.deep.equal(nextTimes);
    expect(messagesFor('visitorCalendar', visitorCalendarEnglish, 'da-DK')).to.equal(visitorCalendarEnglish);
  });

  it('may name two groups as in 0.1', () => {
    defineLocale('da', { openings: nextTimes, ownDay: visitorCalendar });
    expect(messagesFor('nextTimes', nextTimesEnglish, 'da')).to.deep.equal(nextTimes);
    expect(messagesFor('visitorCalendar', visitorCalendarEnglish, 'da')).to.deep.equal(visitorCalendar);
  });

  it('is English where it says nothing, text by text and in tables inside', () => {
    defineLocale('fo', { picker: { morning: 'Fyrrapartur' }, bookings: { title: { client: 'Tínir tímar' } } });
    const picker = messagesFor('picker', pickerEnglish, 'fo');
    expect([picker.morning, picker.afternoon]).to.deep.equal(['Fyrrapartur', 'Afternoon']);
    const { title } = messagesFor('bookings', bookingsEnglish, 'fo');
    expect([title.client, title.coach]).to.deep.equal(['Tínir tímar', 'Bookings']);
  });

  it('changes English the same way', () => {
    defineLocale('en', { picker: { morning: 'Before noon' } });
    expect(messagesFor('picker', pickerEnglish, 'en-GB').morning).to.equal('Before noon');
    defineLocale('en', {});
    expect(messagesFor('picker', pickerEnglish, 'en-GB').morning).to.equal('Morning');
  });

  it('changes one word of a language of the package and leaves the others, in one region alone if it says so', async () => {
    defineLocale('de-CH', { picker: { evening: 'Obig' } });
    await loadTexts('de-CH', ['journey']);
    const [swiss, german] = ['de-CH', 'de-DE'].map((tag) => messagesFor('picker', pickerEnglish, tag));
    expect([swiss?.evening, swiss?.morning]).to.deep.equal(['Obig', 'Vormittag']);
    expect(german?.evening).to.equal('Abend');
  });

  it('is whole where an application imports it, so that nothing is loaded', () => {
    addLanguage('gsw', german);
    expect(hasTexts('gsw-CH')).to.equal(true);
    expect(messagesFor('picker', pickerEnglish, 'gsw').evening).to.equal('Abend');
  });
});

describe('a language of the package', () => {
  it('comes in parts, each once', async () => {
    await loadTexts('de', ['journey']);
    expect(messagesFor('picker', pickerEnglish, 'de').morning).to.equal('Vormittag');
    expect(loadTexts('de-AT', ['journey']), 'nothing is left to wait for').to.equal(undefined);
    const visits = loadTexts('de', ['journey', 'visits']);
    expect(visits).to.be.a('promise');
    await visits;
    expect(messagesFor('bookings', bookingsEnglish, 'de').title.client).to.equal('Ihre Termine');
  });

  it('is never shown in place of a nearer one that is still to come', async () => {
    await loadTexts('zh-CN', ['journey']);
    expect([hasTexts('zh'), hasTexts('zh-TW')]).to.deep.equal([true, false]);
    expect(messagesFor('picker', pickerEnglish, 'zh-TW')).to.equal(pickerEnglish);
    defineLocale('zh', { picker: { morning: '早上' } });
    await loadTexts('zh-TW', ['journey']);
    const [simplified, traditional] = ['zh-CN', 'zh-TW'].map((tag) => messagesFor('picker', pickerEnglish, tag));
    expect([simplified?.morning, traditional?.morning]).to.deep.equal(['早上', '上午']);
    expect(hasTexts('zh-TW')).to.equal(true);
  });

  it('is not waited for where the package has none', () => {
    expect(loadTexts('da', ['journey', 'desk'])).to.equal(undefined);
    expect(loadTexts('en-GB', ['journey', 'desk'])).to.equal(undefined);
  });
});
