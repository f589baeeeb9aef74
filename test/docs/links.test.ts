import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = globSync(['*.md', 'docs/**/*.md', '.changeset/*.md'], { cwd: root });

const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

/** The links of a page that lead to no file of the repository, or to no heading in it. */
function lostLinks(page: string, text: string): readonly string[] {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(path === '' ? text : textOf(file)).includes(anchor);
    });
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  expect(lostLinks(page, textOf(page))).toEqual([]);
});

test('a link to a missing file or heading is found', () => {
  const text =
    '# A `<b-c>` heading\n[1](#a-b-c-heading) [2](#other) [3](docs/none.md) [4](docs/elements.md#cb-booking)';
  expect(lostLinks('README.md', text)).toEqual(['#other', 'docs/none.md']);
});

test('the README is read in five minutes', () => {
  expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(250);
});
