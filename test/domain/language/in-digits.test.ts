import { describe, expect, it } from 'vitest';
import { inDigits } from '../../../src/domain/language/in-digits.ts';

const table = {
  size: 'MB ≤ 20',
  color: 'such as #0a5c7a',
  office: 'Microsoft 365',
  part: {
    count: (count: number, of: string) => `${count} of ${of}, 1,000 at most`,
    about: (name: string, address: string) => `5 from ${name} (${address})`,
  },
};
const read = (locale: string) => inDigits(table, locale) as typeof table;

describe('the digits of a table', () => {
  it('are those of the region, with its comma, and names of products keep theirs', () => {
    const { size, color, office, part } = read('ar-EG');
    expect([size, color, office, part.count(12, '٣٠')]).toEqual([
      'MB ≤ ٢٠',
      'such as #0a5c7a',
      'Microsoft 365',
      '١٢ of ٣٠, ١٬٠٠٠ at most',
    ]);
    expect(read('hi-u-nu-deva').part.count(12, '३०')).toBe('१२ of ३०, १,००० at most');
  });

  it('leave what a text is given as it is', () => {
    expect(read('fa').part.about('Studio 54', 'a1@example.com')).toBe('۵ from Studio 54 (a1@example.com)');
    expect(read('fa').part.about('', '')).toBe('۵ from  ()');
  });

  it('are the table’s own where the language has Latin ones', () => {
    for (const locale of ['en', 'de', 'ar', 'he', 'hi', 'ja']) expect(inDigits(table, locale)).toBe(table);
  });
});
