import { afterEach, describe, expect, test } from 'vitest';
import { seed } from '../../../src/mock/index.ts';
import { isolate, plainSentence } from '../../../src/server/messages/isolates.ts';
import { mailLanguage } from '../../../src/server/messages/mail-languages.ts';
import type { MailTexts } from '../../../src/server/messages/mail-texts.ts';
import { englishMails } from '../../../src/server/messages/texts/english.ts';
import { startMailing, stopMailing } from './mailing.ts';
import { mirrored, mirroredMails } from './mirrored-mails.ts';
import { invitationIn } from './smtp-stand-in.ts';

afterEach(stopMailing);

const ISOLATED = /\u2068[^\u2068\u2069\n]*\u2069/g;
/** Latin letters that stand in a line of Hebrew ones without being isolated; addresses stand on lines of their own. */
const loose = (text: string) =>
  text.split('\n').filter((line) => /[\u05d0-\u05ea]/.test(line) && /[a-z]/i.test(line.replace(ISOLATED, '')));

describe('a mail in a language that is written from the right', () => {
  test('says so, and names, times and notes of the other direction are isolated, in subject, text and HTML', async () => {
    const mailing = await startMailing({ mail: { languages: { he: mirroredMails } } });
    const coach = await mailing.logIn(seed.coach.email);
    const token = await mailing.guest({ name: 'Jo (Ríos) 3', email: 'jo@example.com' }, { language: 'he' });
    const { id } = (await mailing.book(token, undefined, { notes: 'First line: (a)\nשורה' })).body;
    await mailing.settle();
    await mailing.call('PATCH', `/booking/${id}/status`, { token: coach, json: { status: 'confirmed' } });
    await mailing.settle();
    await mailing.call('PATCH', `/booking/${id}`, {
      token,
      json: { session_datetime: '2025-11-19T14:00:00Z', reason: 'Zug' },
    });
    await mailing.settle();
    await mailing.call('DELETE', `/booking/${id}?reason=ill`, { token: coach });
    await mailing.settle();
    const mails = mailing.smtp.to('jo@example.com');
    expect(mails).toHaveLength(4);
    for (const { parsed, raw } of mails) {
      expect(parsed.subject).toContain('\u2068Ana Keller\u2069');
      expect(loose(parsed.subject ?? '')).toEqual([]);
      expect(loose(parsed.text ?? '')).toEqual([]);
      const html = String(parsed.html);
      expect(html).toContain('<html lang="he" dir="rtl">');
      expect(html).toMatch(/<table role="presentation" class="page" lang="he" dir="rtl"/);
      expect(html).toContain(`${mirrored('Hello')} \u2068Jo (Ríos) 3\u2069,`);
      // No mail program reads the style as a side: all of it follows the direction.
      expect(html).not.toMatch(/(text-align|float):(left|right)|(padding|margin)-(left|right):/);
      expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toMatch(/[^\r\n\t\x20-\x7e]/);
    }
    const [requested, confirmed] = mails;
    expect(requested?.parsed.html).toContain(
      '<span dir="auto" style="unicode-bidi:isolate">First line: (a)<br>שורה</span>',
    );
    expect(requested?.parsed.text).toContain('\u2068First line: (a)\u2069\n  שורה');
    // The zone's brackets stay around it, wherever the line breaks.
    expect(requested?.parsed.html).toContain('\u2068(Berlin, GMT+1)\u2069');
    // A calendar's title is no sentence of ours.
    expect(invitationIn(confirmed ?? fail())?.text).toContain(`SUMMARY:${mirrored('Session with')} Ana Keller`);
  });

  test('keeps names of the other direction from turning a sentence around, from the left, too', async () => {
    const mailing = await startMailing();
    await mailing.book(await mailing.guest({ name: 'דוד (3)' }));
    await mailing.settle();
    const [mail] = mailing.smtp.to(seed.coach.email);
    expect(mail?.parsed.subject).toMatch(/ with \u2068דוד \(3\)\u2069$/);
    expect(mail?.parsed.text).toContain('\u2068דוד (3)\u2069 asks for a session');
    expect(mail?.parsed.text?.match(/\u2068/g)).toHaveLength(2);
    // Only where it is needed: some old programs draw a box for it.
    expect(mailing.smtp.to('gast@example.com')[0]?.parsed.subject).not.toMatch(/\u2068/);
  });
});

test.each([
  ['ar-EG', 'rtl'],
  ['fa', 'rtl'],
  ['pa-Arab-PK', 'rtl'],
  ['ur-Latn', 'ltr'],
  ['de-CH', 'ltr'],
] as const)('mails in %s are written %s', (tag, direction) => {
  expect(mailLanguage(tag, { [tag]: englishMails }).direction).toBe(direction);
});

test('text is isolated where its letters run against the sentence, and a name cannot end an isolate', () => {
  expect([isolate('Ana', 'ltr'), isolate('14:00', 'rtl'), isolate('דוד', 'rtl')]).toEqual(['Ana', '14:00', 'דוד']);
  expect([isolate('Ana', 'rtl'), isolate('علي', 'ltr')]).toEqual(['\u2068Ana\u2069', '\u2068علي\u2069']);
  expect(plainSentence('with \u2068Ana\u2069, today')).toBe('with \u2068Ana\u2069, today');
  expect(plainSentence('with \u2069Ana\u2068\r\n\u202e!')).toBe('with Ana !');
  expect(plainSentence('a\u2068\u202eb\u0000c\u2069')).toBe('a\u2068b c\u2069');
});

test('a table of texts that lacks one does not compile', () => {
  const { hello: _, ...incomplete } = englishMails;
  // @ts-expect-error `hello` is missing
  const table: MailTexts = incomplete;
  // @ts-expect-error a mail is missing
  const client: MailTexts['booking']['client'] = { requested: englishMails.booking.client.requested };
  expect([table, client]).toHaveLength(2);
});

function fail(): never {
  throw new Error('no such mail');
}
