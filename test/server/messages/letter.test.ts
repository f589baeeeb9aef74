import { expect, test } from 'vitest';
import { plainText } from '../../../src/server/messages/isolates.ts';
import { type Letter, letterHtml, letterText } from '../../../src/server/messages/letter.ts';
import { mailLanguage, preferredLanguage } from '../../../src/server/messages/mail-languages.ts';
import { plainLine } from '../../../src/server/messages/plain-line.ts';
import { englishMails } from '../../../src/server/messages/texts/english.ts';

const hostile = '<script>alert(1)</script>"\' onclick=x \u202egnp\r\nBcc: a@b.example';
const letter: Letter = {
  language: 'en',
  direction: 'ltr',
  subject: hostile,
  heading: hostile,
  hello: hostile,
  intro: hostile,
  words: hostile,
  facts: [['Notes', hostile]],
  actions: [{ label: 'Open', address: 'https://a.example/?a=1&b="2"' }],
  footer: [hostile],
  look: { color: 'red;background:url(https://x.example)', logo: 'javascript:alert(1)', name: hostile },
};

test('nothing that people wrote is markup, runs, or turns the text around', () => {
  const html = letterHtml(letter);
  expect(html).not.toMatch(/<script|<img|javascript:|url\(|\u202e/);
  expect(html).not.toContain('b="2"');
  expect(letterText(letter)).not.toMatch(/\u202e|\r/);
});

test('lines of people become one line, their texts keep their lines, and half a character becomes its mark', () => {
  expect(plainLine(' a\r\nBcc: b\u0000\u2028c ')).toBe('a Bcc: b c');
  expect(plainText('a\r\nb\u202ec\n\n')).toBe('a\nb c');
  expect(plainLine('=?utf-8?q?=0d=0aBcc:_a?= 1=?2')).toBe('= ?utf-8?q?=0d=0aBcc:_a?= 1=?2');
  expect(plainLine(`x${'😀'.slice(0, 1)}`)).toBe('x\uFFFD');
});

test('a language is found by the nearest tag, and a language that is written from the right says so', () => {
  expect(mailLanguage('de-CH').tag).toBe('de-CH');
  expect(mailLanguage('de-CH').texts.labels.when).toBe('Wann');
  expect(mailLanguage('eo').tag).toBe('en');
  expect(mailLanguage(undefined).texts).toBe(englishMails);
  const arabic = mailLanguage('ar-EG', { ar: englishMails });
  expect([arabic.direction, arabic.tag]).toEqual(['rtl', 'ar-EG']);
  expect(letterHtml({ ...letter, direction: arabic.direction, language: arabic.tag })).toContain(
    '<html lang="ar-EG" dir="rtl">',
  );
});

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
  ['fr;q=0.4, en-GB', 'en-GB'],
  ['*', undefined],
  ['en;q=0, sv', 'sv'],
  ['x'.repeat(5000), undefined],
  [null, undefined],
])('of Accept-Language %j the best one is %j', (header, tag) => {
  expect(preferredLanguage(header)).toBe(tag);
});
