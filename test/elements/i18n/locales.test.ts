import { expect } from '@open-wc/testing';
import { defineLocale, messagesFor } from '../../../src/elements/i18n/locales.ts';
import type { EarlierMessages, Messages } from '../../../src/elements/i18n/messages.ts';
import { nextTimesEnglish } from '../../../src/elements/i18n/next-times.ts';
import { visitorCalendarEnglish } from '../../../src/elements/i18n/visitor-calendar.ts';

describe('a language that was added', () => {
  const nextTimes = { ...nextTimesEnglish, lookAgain: 'Kijk opnieuw' };
  const visitorCalendar = { ...visitorCalendarEnglish, compare: 'Vergelijk' };

  it('gives its texts by group, and for its regions too', () => {
    defineLocale('nl', { nextTimes } as Messages);
    expect(messagesFor('nextTimes', nextTimesEnglish, 'nl-BE')).to.equal(nextTimes);
    expect(messagesFor('visitorCalendar', visitorCalendarEnglish, 'nl-BE')).to.equal(visitorCalendarEnglish);
  });

  it('may name two groups as in 0.1', () => {
    defineLocale('nl', { openings: nextTimes, ownDay: visitorCalendar } as EarlierMessages);
    expect(messagesFor('nextTimes', nextTimesEnglish, 'nl')).to.equal(nextTimes);
    expect(messagesFor('visitorCalendar', visitorCalendarEnglish, 'nl')).to.equal(visitorCalendar);
  });
});
