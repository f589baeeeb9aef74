import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { loadElements } from '../../../src/elements/chunks/load-elements.ts';
import { pageElements } from '../../../src/elements/definitions/page-elements.ts';
import { bookingsWeekEnglish } from '../../../src/elements/i18n/desk/bookings-week.ts';
import { addLanguage, loadTexts, messagesFor } from '../../../src/elements/i18n/locales.ts';
import { isChromium } from '../engine.ts';
import { englishIn } from './english-in.ts';
import { pseudoLanguage, textNames } from './pseudo-language.ts';
import { notWalked, type Subject, spokenIn, subjects } from './texts-to-walk.ts';
import { type Language, textsShown } from './walk.ts';
import { fromNoTable, latinDigits } from './words-on-show.ts';

/** A language that has its own letters, so that dates of `Intl` are told from English. */
const PSEUDO = 'el';

const longer: Language = { tag: PSEUDO, strange: fromNoTable, sizes: [1], isPattern: true };

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

const WITH_LONGER_TEXTS = [async () => longer, 'with texts that are 40 % longer'] as const;

const LANGUAGES = [
  WITH_LONGER_TEXTS,
  [() => real('de'), 'in German, with large text too'],
  [() => real('ar'), 'in Arabic, with large text too'],
  [() => real('ja'), 'in Japanese, with large text too'],
  [() => ownDigits('ar-EG'), 'in the digits of Egypt'],
  [() => ownDigits('fa'), 'in the digits of Iran'],
  [() => ownDigits('hi-u-nu-deva'), 'in Hindi with digits of Devanagari'],
] as const;

/** Milliseconds for one walk: each looks at many boxes, on machines that are busy with others. */
const LONGEST = 90_000;

/** A page of 320 px with all elements, in the languages of the walks. */
function preparePage(): void {
  const own = { width: window.innerWidth, height: window.innerHeight };
  before(async () => {
    addLanguage(PSEUDO, pseudoLanguage);
    await loadElements(pageElements);
    await setViewport({ width: 320, height: 900 });
  });
  after(() => setViewport(own));
}

type Walks = (language: () => Promise<Language>) => void;

interface Walked {
  /** In each language. */
  readonly everywhere?: Walks;
  /** With the longer texts, and in German, Arabic and Japanese; outside Chromium in one of these, by `spokenIn`: all three would take minutes. */
  readonly inWords?: Walks;
  /**
   * With the longer texts, and in Chromium in the same three languages: sentences that stand in the place of others, in boxes that were seen
   * in all languages.
   */
  readonly withLongerTexts?: Walks;
}

/**
 * Declares tests for each language, on a page of 320 px with all elements: that no word is from elsewhere than the tables, and no box
 * bursts; and that the walks have shown each text of the subject but those that `texts-to-walk.ts` names.
 */
export function walkThrough(subject: Subject, { everywhere, inWords, withLongerTexts }: Walked): void {
  preparePage();
  for (const each of LANGUAGES) {
    const [language, about] = each;
    describe(`no word on the page is from elsewhere than the tables, and no box bursts, ${about}`, function () {
      this.timeout(LONGEST);
      everywhere?.(language);
      const isLonger = each === WITH_LONGER_TEXTS;
      const isReal = about.endsWith('with large text too');
      if (isLonger || (isReal && isChromium) || about.startsWith(`in ${spokenIn[subject]},`)) inWords?.(language);
      if (isLonger || (isReal && isChromium)) withLongerTexts?.(language);
      if (!isLonger) return;
      it(`and each text about ${subject} was shown`, () => {
        const isOfSubject = (name: string) => subjects[subject].some((group) => name.startsWith(`${group}.`));
        const hidden = textNames.filter((name) => isOfSubject(name) && !textsShown.has(name));
        const known = new Set(notWalked.flatMap(({ texts }) => texts));
        expect(hidden.filter((name) => !known.has(name))).to.deep.equal([]);
      });
    });
  }
}
