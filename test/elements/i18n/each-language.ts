import { waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { loadElements } from '../../../src/elements/chunks/load-elements.ts';
import { pageElements } from '../../../src/elements/definitions/page-elements.ts';
import { bookingsWeekEnglish } from '../../../src/elements/i18n/desk/bookings-week.ts';
import { addLanguage, loadTexts, messagesFor } from '../../../src/elements/i18n/locales.ts';
import { englishIn } from './english-in.ts';
import { pseudoLanguage } from './pseudo-language.ts';
import type { Language } from './walk.ts';
import { fromNoTable, latinDigits } from './words-on-show.ts';

/** A language that has its own letters, so that dates of `Intl` are told from English. */
const PSEUDO = 'el';

const longer: Language = { tag: PSEUDO, strange: fromNoTable, sizes: [1] };

/** An element waits four seconds for its texts, which a machine that is busy with others may not have: all of them are here before. */
const allTexts = async (tag: string): Promise<void> => {
  await loadTexts(tag, ['journey', 'selling', 'visits', 'calendars', 'desk', 'refusals']);
  await waitUntil(() => messagesFor('bookingsWeek', bookingsWeekEnglish, tag).show !== bookingsWeekEnglish.show, tag, {
    timeout: 60_000,
  });
};

/** The text twice as large too: nothing is cut. */
const real = async (tag: string): Promise<Language> => {
  const strange = await englishIn(tag);
  await allTexts(tag);
  return { tag, strange, sizes: [1, 2] };
};

/** A language with digits of its own: no Latin digit is on the page but in what the server said and people typed. */
const ownDigits = async (tag: string): Promise<Language> => {
  await allTexts(tag);
  return { tag, strange: latinDigits, sizes: [] };
};

const LANGUAGES = [
  [async () => longer, 'with texts that are 40 % longer'],
  [() => real('de'), 'in German, with large text too'],
  [() => real('ar'), 'in Arabic, with large text too'],
  [() => real('ja'), 'in Japanese, with large text too'],
  [() => ownDigits('ar-EG'), 'in the digits of Egypt'],
  [() => ownDigits('fa'), 'in the digits of Iran'],
  [() => ownDigits('hi-u-nu-deva'), 'in Hindi with digits of Devanagari'],
] as const;

/** Milliseconds for one walk: each looks at many boxes, on machines that are busy with others. */
const LONGEST = 90_000;

/**
 * Declares the same tests for each language, on a page of 320 px with all elements: that no word is from elsewhere than the tables, and
 * no box bursts.
 */
export function inEachLanguage(walks: (language: () => Promise<Language>) => void): void {
  const own = { width: window.innerWidth, height: window.innerHeight };
  before(async () => {
    addLanguage(PSEUDO, pseudoLanguage);
    await loadElements(pageElements);
    await setViewport({ width: 320, height: 900 });
  });
  after(() => setViewport(own));
  for (const [language, about] of LANGUAGES) {
    describe(`no word on the page is from elsewhere than the tables, and no box bursts, ${about}`, function () {
      this.timeout(LONGEST);
      walks(language);
    });
  }
}
