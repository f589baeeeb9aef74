import type { MailFacts, MailTexts } from '../../../src/server/messages/mail-texts.ts';
import { englishMails } from '../../../src/server/messages/texts/english.ts';

const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשת';

/** English texts in Hebrew letters, one for one: a language that is written from the right, in which a test can find its way. */
export function mirrored(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => HEBREW.charAt((letter.toLowerCase().charCodeAt(0) - 97) % HEBREW.length));
}

/** What stands for a name or a time while the sentence around it is mirrored (private use). */
const mark = (n: number) => String.fromCharCode(0xe000 + n);

/** A sentence of a table, mirrored: what it is told stays as it is. */
function mirrorSentence(write: (told: never) => string) {
  return (told: unknown): string => {
    const names: string[] = [];
    const keep = (value: unknown) => (typeof value === 'string' ? mark(names.push(value) - 1) : value);
    const isFacts = (value: unknown): value is MailFacts => typeof value === 'object' && value !== null;
    const marked = isFacts(told)
      ? Object.fromEntries(Object.entries(told).map(([key, value]) => [key, key === 'by' ? value : keep(value)]))
      : keep(told);
    const sentence = mirrored(write(marked as never));
    return names.reduce((done, name, n) => done.replaceAll(mark(n), name), sentence);
  };
}

function mirrorAll(table: unknown): unknown {
  if (typeof table === 'string') return mirrored(table);
  if (typeof table === 'function') return mirrorSentence(table as (told: never) => string);
  return Object.fromEntries(Object.entries(table as object).map(([key, value]) => [key, mirrorAll(value)]));
}

/** All mails in that language. */
export const mirroredMails = mirrorAll(englishMails) as MailTexts;
