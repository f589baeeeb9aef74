import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { labelled } from '../../../src/domain/language/labelled.ts';
import { dayAndTime, listed } from '../../../src/domain/language/listed.ts';

describe('parts next to each other', () => {
  test('have the comma of the language between them', () => {
    const parts = ['A', '', undefined, 'B'];
    expect(['en', 'de-AT', 'he', 'hi'].map((locale) => listed(parts, locale))).toEqual(Array(4).fill('A, B'));
    expect(['ar', 'ar-EG', 'fa-IR'].map((locale) => listed(parts, locale))).toEqual(Array(3).fill('A، B'));
    expect([listed(parts, 'ja'), listed(parts, 'zh-TW')]).toEqual(['A、B', 'A，B']);
  });

  test('a day and its time have a blank between them where the language writes one', () => {
    expect(dayAndTime('18 November', '15:00', 'en')).toBe('18 November, 15:00');
    expect(dayAndTime('١٨ نوفمبر', '١٥:٠٠', 'ar-EG')).toBe('١٨ نوفمبر، ١٥:٠٠');
    for (const locale of ['ja', 'ko-KR', 'zh-Hant']) expect(dayAndTime('18', '15:00', locale)).toBe('18 15:00');
  });

  test('a label has the colon of the language', () => {
    expect(labelled('E-mail', 'eva@example.com', 'en')).toBe('E-mail: eva@example.com');
    expect(labelled('E-mail', 'eva@example.com', 'fr-CA')).toBe('E-mail\u00a0: eva@example.com');
    expect(labelled('邮箱', 'eva@example.com', 'zh')).toBe('邮箱：eva@example.com');
  });

  test('no file writes a Latin comma between what people read: it is in a table, or comes from here', () => {
    const files = globSync(['src/elements/**/*.ts', 'src/server/messages/*.ts', 'src/ssr/**/*.ts']).filter(
      (file) => !file.includes('i18n'),
    );
    expect(files.length).toBeGreaterThan(100);
    // Names of attributes, for developers; a field that is read again by its commas; the text of a calendar's entry.
    const machine = /missing\.join|attendees: attendee_emails\.join|manage && `/;
    const glued = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /join\((['"`]), \1\)|[>`}], ?(\$\{|<\/)|\}, <|\}: \$\{/.test(line) && !machine.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(glued).toEqual([]);
  });
});
