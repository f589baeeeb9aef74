import { describe, expect, test } from 'vitest';
import { nearestTags } from '../src/domain/language/nearest-tags.ts';
import { english } from '../src/elements/i18n/languages/english.ts';
import { languages } from '../src/elements/i18n/loading/languages.ts';
import { refusalTextsFor } from '../src/server/http/refusal-languages.ts';
import { mailLanguage } from '../src/server/messages/mail-languages.ts';

/** What functions are called with: numbers that stand in a text by themselves or in the digits of the language. */
const VALUES = [71, 72, 73, 74];

/** Each text by its path; functions are called. */
function textsOf(table: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof table === 'string') return new Map([[path, table]]);
  if (typeof table === 'function') return new Map([[path, table(...VALUES)]]);
  return new Map(
    Object.entries(table as object).flatMap(([name, inner]) => [...textsOf(inner, path ? `${path}.${name}` : name)]),
  );
}

const pattern = textsOf(english);

/** Names of things that are called alike everywhere, and short words that languages share. */
const isShared = (text: string): boolean =>
  !/\p{L}{3,}.*\s.*\p{L}{3,}/u.test(text) || /\.com|Microsoft|Google|Yahoo/.test(text);

test('the English texts are all there to compare with', () => {
  expect(pattern.size).toBeGreaterThan(700);
});

describe.each(Object.entries(languages))('%s', (tag, load) => {
  const whole = async () => {
    if (!load) throw new Error(`${tag} has no texts`);
    const { journey, parts } = await load();
    const rest = await Promise.all([
      parts.selling(),
      parts.visits(),
      parts.calendars(),
      parts.desk(),
      parts.refusals(),
    ]);
    return textsOf(Object.assign({}, journey, ...rest));
  };

  test('has the texts of English and no others', async () => {
    expect([...(await whole()).keys()].sort()).toEqual([...pattern.keys()].sort());
  });

  test('says nothing in English', async () => {
    const same = [...(await whole())].filter(([path, text]) => text === pattern.get(path) && !isShared(text));
    expect(same).toEqual([]);
  });

  test('leaves no text empty and no value out', async () => {
    const digits = new Intl.NumberFormat(tag, { useGrouping: false });
    const missing = [...(await whole())].filter(([path, text]) => {
      const wanted = VALUES.filter((value) => pattern.get(path)?.includes(String(value)));
      return (
        !text.trim() || wanted.some((value) => ![String(value), digits.format(value)].some((n) => text.includes(n)))
      );
    });
    expect(missing).toEqual([]);
  });

  test('is spoken by the server in refusals and mails', () => {
    expect(refusalTextsFor(tag)?.tag).toBe(tag);
    expect(mailLanguage(tag).texts).not.toBe(mailLanguage('en').texts);
  });
});

test.each([
  ['zh', ['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-CN', 'zh-Hans-HK']],
  ['zh-hant', ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-TW']],
])('%s is found by the tags that browsers give for its script', (tag, asked) => {
  for (const each of asked) {
    expect(nearestTags(each).find((near) => languages[near])).toBe(tag);
    expect(refusalTextsFor(each)?.tag).toBe(tag);
    expect(mailLanguage(each).texts).toBe(mailLanguage(tag).texts);
  }
  expect(mailLanguage('zh').texts).not.toBe(mailLanguage('zh-hant').texts);
});
