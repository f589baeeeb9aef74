import { expect } from '@open-wc/testing';
import { bookingEnglish } from '../../../src/elements/i18n/booking.ts';
import { bookingsEnglish } from '../../../src/elements/i18n/bookings.ts';
import { confirmationEnglish } from '../../../src/elements/i18n/confirmation.ts';
import { formEnglish } from '../../../src/elements/i18n/form.ts';
import { paymentEnglish } from '../../../src/elements/i18n/payment.ts';

/** Every sentence of a table; functions are called with plain values. */
function sentences(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') return sentences(texts(2, 'Ana Keller', 'Berlin'));
  return texts && typeof texts === 'object' ? Object.values(texts).flatMap(sentences) : [];
}

describe('what a visitor is told', () => {
  for (const [name, texts] of Object.entries({
    ...{ bookingEnglish, bookingsEnglish, confirmationEnglish, formEnglish, paymentEnglish },
  })) {
    it(`promises no message, which a service without mail does not send (${name})`, () => {
      const all = sentences(texts);
      expect(all.length).to.be.greaterThan(5);
      const promising =
        /\b(get|receive|send|sent|write) (you )?an? (message|e-?mail)|we (will )?(write|send)|check your (inbox|e-?mail)/i;
      expect(all.filter((text) => promising.test(text))).to.deep.equal([]);
    });
  }
});
