import { expect, fixture, html } from '@open-wc/testing';
import { rangeText } from '../../../src/elements/availability-editor/part/schedule-text.ts';
import { editorEnglish } from '../../../src/elements/i18n/editor.ts';
import { languages } from '../../../src/elements/i18n/loading/languages.ts';
import { loadTexts, messagesFor } from '../../../src/elements/i18n/locales.ts';
import { timeInWords } from '../../../src/elements/words/session-time.ts';

/** The lines of a text in a box as narrow as it lets it be. */
async function linesOf(text: string, locale: string): Promise<readonly string[]> {
  const box = await fixture<HTMLElement>(html`<p lang=${locale} style="width: min-content">${text}</p>`);
  const node = [...box.childNodes].find((child) => child instanceof Text && child.data !== '') as Text;
  const lines: { top: number; text: string }[] = [];
  for (let at = 0; at < node.data.length; at++) {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // The last box: WebKit gives the first letter of a line an empty one at the end of the line before, too.
    const { top, width } = [...range.getClientRects()].at(-1) ?? new DOMRect();
    const last = lines.at(-1);
    if (last && (width === 0 || Math.abs(top - last.top) < 8)) last.text += node.data[at];
    else lines.push({ top, text: node.data[at] ?? '' });
  }
  return lines.map((line) => line.text.trim());
}

/** Lines with a time, of which each begins and ends with what belongs to it, and lines with nothing but what stands between two. */
const isTime = (line: string) => /\p{N}{1,2}[:.時]\p{N}{2}/u.test(line.replaceAll('\u2060', ''));
const isBetween = (line: string) => /^([–~～至-]|تا)$/.test(line);

const SESSIONS = [
  ['2025-11-18T09:30:00Z', '2025-11-18T11:00:00Z'],
  ['2025-11-18T09:30:00Z', '2025-11-18T13:00:00Z'],
  ['2025-11-18T23:30:00Z', '2025-11-19T00:30:00Z'],
] as const;

describe('the time of a session is broken between its two times alone', () => {
  it('the measure finds a time that is broken in itself', async () => {
    expect(await linesOf('9:30–11:00 am', 'en')).to.deep.equal(['9:30–', '11:00', 'am']);
    expect((await linesOf('9時30分～', 'ja')).length).to.be.above(1);
  });

  for (const tag of ['en-US', 'en-GB', ...Object.keys(languages), 'ar-EG']) {
    it(tag, async () => {
      await loadTexts(tag, ['desk']);
      const broken: string[] = [];
      for (const hour12 of [true, false]) {
        const reading = { locale: tag, timeZone: 'UTC', hour12 };
        const t = messagesFor('editor', editorEnglish, tag);
        const hours = [
          { start: '09:30', end: '11:00' },
          { start: '09:30', end: '24:00' },
        ];
        for (const text of [
          ...SESSIONS.map(([start, end]) => timeInWords(start, end, reading).times),
          ...hours.map((each) => rangeText(each, { ...reading, t })),
        ]) {
          const lines = await linesOf(text, tag);
          const times = lines.filter(isTime);
          if (times.length > 2 || lines.some((line) => !isTime(line) && !isBetween(line)))
            broken.push(lines.join(' | '));
        }
      }
      expect(broken).to.deep.equal([]);
    });
  }
});
