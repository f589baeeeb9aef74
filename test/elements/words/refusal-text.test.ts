import { expect } from '@open-wc/testing';
import { BookingError } from '../../../src/core/errors.ts';
import { german } from '../../../src/elements/i18n/languages/german.ts';
import { addLanguage } from '../../../src/elements/i18n/locales.ts';
import { refusalText } from '../../../src/elements/words/refusal-text.ts';

const refused = (parts: Partial<BookingError>) =>
  refusalText(
    new BookingError({ kind: 'invalid', request: 'GET /coaches', detail: 'Closed on Sundays', ...parts }),
    'de',
  );

describe('why a call failed, in words', () => {
  before(() => addLanguage('de', german));

  it('is the language’s sentence for the error’s code, and the service’s own for a code that the contract does not have', () => {
    expect(refused({ code: 'coach_inactive' })).to.equal(german.refusals.coach_inactive);
    expect(refused({ code: 'closed_on_sundays' })).to.equal('Closed on Sundays');
    expect(refused({})).to.equal('Closed on Sundays');
  });

  it('is no English of a gateway or framework that answers without a code', () => {
    const without = [
      ['not-found', 404, 'Not Found', german.refusals.not_found],
      ['server', 503, 'the server answered 503 Service Unavailable', german.refusals.internal],
      ['rate-limited', 429, 'Too Many Requests', german.refusals.rate_limited],
    ] as const;
    for (const [kind, status, detail, words] of without) expect(refused({ kind, status, detail })).to.equal(words);
  });
});
