import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FLOOR, featureOf, namesIn, newerScript, newerStyle, stylesIn, versionsOf } from './browser-floor.ts';

const scripts = globSync('dist/cdn/*.js').map((file) => ({ file, code: readFileSync(file, 'utf8') }));
const page = readFileSync('docs/browsers.md', 'utf8');

/** What is used although a browser of the floor lacks it, and how it is there all the same. The page says what it is like without. */
const allowed: Readonly<Record<string, string>> = {
  '.requestIdleCallback()': 'asked for before it is called',
  '.cancelIdleCallback()': 'beside the other',
  '.getWeekInfo()': 'Firefox: asked for before it is called, and the package has a table',
  '.getTimeZones()': 'Firefox: asked for before it is called',
  '.createPolicy()': 'Lit asks for trusted types before it uses them',
  'AbortSignal.timeout()': 'Chrome 103 has it, with AbortError for TimeoutError',
  'user-select': 'Safari has -webkit-user-select, which stands beside it',
  'accent-color': 'color alone',
  'scrollbar-width': 'width alone',
  'forced-color-adjust': 'Safari has no forced colors',
  'overscroll-behavior': 'scrolling of the page behind',
  'field-sizing': 'height alone',
  'animation-range': 'a hint that more follows',
  'animation-timeline': 'a hint that more follows',
  'scroll-timeline': 'a hint that more follows',
  'timeline-scope': 'a hint that more follows',
  'content-visibility': 'speed alone',
  ':-webkit-search-cancel-button': 'hides a button that only some have',
};

const nameOf = (use: string): string => use.replace(/^([a-z-]+): .*$/, '$1');

describe('the script tag in the oldest browsers', () => {
  const own = new Set(scripts.flatMap(({ code }) => [...namesIn(code)]));
  const uses = new Map<string, string>();
  for (const { file, code } of scripts) {
    for (const use of [...newerScript(code, own), ...stylesIn(code).flatMap(newerStyle)]) uses.set(nameOf(use), file);
  }

  test('is read: the build is there, with its styles', () => {
    expect(scripts.length).toBeGreaterThan(20);
    expect(scripts.flatMap(({ code }) => stylesIn(code)).join().length).toBeGreaterThan(50_000);
  });

  test('calls and styles nothing that one of them lacks, but what does no harm', () => {
    expect([...uses].filter(([use]) => !(use in allowed))).toEqual([]);
  });

  test('writes the thickness of a line beside `text-decoration`: with it in the shorthand Safari draws no line', () => {
    const shorthands = scripts.flatMap(
      ({ code }) =>
        stylesIn(code)
          .join('\n')
          .match(/text-decoration:[^;}]*/g) ?? [],
    );
    expect(shorthands.length).toBeGreaterThan(0);
    expect(shorthands.filter((written) => /\d|from-font/.test(written))).toEqual([]);
  });

  test('has no exception that is used nowhere', () => {
    expect(Object.keys(allowed).filter((use) => !uses.has(use))).toEqual([]);
  });
});

test('newer syntax, calls and styles are found', () => {
  expect(() => newerScript('const { a } = x; using b = a;')).toThrow(/Unexpected token/);
  expect(
    newerScript(
      'Promise.try(f); new URLPattern({}); map.getOrInsertComputed(k, f); list.toSorted(); new Set().union(x);',
    ),
  ).toEqual(['.getOrInsertComputed()', 'Promise.try()', 'new URLPattern']);
  const styles = stylesIn('css`a:open { width: sibling-index(); color: red } @view-transition { navigation: auto }`');
  expect(styles.flatMap(newerStyle)).toEqual([':open', '@view-transition', 'sibling-index()']);
});

describe('docs/browsers.md', () => {
  const needed = {
    'light-dark()': 'css.types.color.light-dark',
    'relative colors': 'css.types.color.color.relative_syntax',
    popover: 'api.HTMLElement.popover',
    'color-mix()': 'css.types.color.color-mix',
    'container queries': 'css.at-rules.container',
    ':has()': 'css.selectors.has',
    ':dir()': 'css.selectors.dir',
    inert: 'api.HTMLElement.inert',
    'structuredClone()': 'api.structuredClone',
    'Intl.supportedValuesOf()': 'javascript.builtins.Intl.supportedValuesOf',
  };

  test.each(Object.entries(needed))('says since when there is %s, which the floor has', (name, path) => {
    const feature = featureOf(path);
    if (!feature) throw new Error(`the compatibility data has no ${path}`);
    const { chrome, firefox, safari } = versionsOf(feature);
    const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`) || line.startsWith(`| \`${name}\` |`));
    expect(row).toMatch(new RegExp(`\\| ${chrome} / ${firefox} / ${safari} \\|$`));
    expect([chrome <= FLOOR.chrome, firefox <= FLOOR.firefox, safari <= FLOOR.safari]).toEqual([true, true, true]);
  });

  test('names the floor', () => {
    expect(page).toContain(`Chrome and Edge ${FLOOR.chrome}, Firefox ${FLOOR.firefox} and Safari ${FLOOR.safari}`);
    expect(readFileSync('README.md', 'utf8')).toContain(
      `Chrome and Edge ${FLOOR.chrome}, Firefox ${FLOOR.firefox}, Safari ${FLOOR.safari}`,
    );
  });
});
