import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../src/elements/', import.meta.url));

/** Attributes that load or open what they name. */
const LINK = /(?<![\w@.-])(?:href|src|srcset|action|formaction|xlink:href|poster|data)=(?:"([^"]*)"|'([^']*)'|(\$\{))/g;
/** The same as properties. */
const ASSIGNED = /\.(?:href|src|srcset|action|formAction|poster)\s*=(?!=)\s*([^;\n]+)/g;

/** What was made by code of this package from parts that are not addresses; each with its reason. */
const known: Readonly<Record<string, string>> = {
  // `googleLink` and its siblings: a fixed site, the event as encoded query.
  'add-to-calendar/add-to-calendar.ts link': 'a calendar site',
  // The file is made here.
  'add-to-calendar/add-to-calendar.ts URL.createObjectURL(file)': 'a file of our own',
  // This page's address with a query parameter.
  'booking-confirmation/booking-confirmation.ts link': 'this page',
  // Resolved and given to `webAddress` there.
  'first-steps/first-steps.ts this.hrefOf(step) ?? nothing': 'an address of the page',
  // Text to copy, not a template.
  'first-steps/first-steps.ts ${attribute(script)}': 'text to copy',
  // Where the text under error leads: an id in this element.
  'forms/error-summary.ts #${fieldId(field)}': 'a place on this page',
};

/** Names that hold what `webAddress`, `pictureAddress` or `mailto` gave. */
function checkedNames(source: string): Set<string> {
  const names = source.matchAll(/const (\w+) = (?:webAddress|pictureAddress|mailto)\(/g);
  return new Set([...names].map(([, name = '']) => name));
}

/** From after `${` to its closing brace. */
function expressionAt(source: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < source.length; end += 1) {
    if (source[end] === '{') depth += 1;
    if (source[end] === '}') depth -= 1;
  }
  return source.slice(start, end - 1).trim();
}

/** The source without its block comments: an example in a doc comment renders nothing. */
const withoutComments = (source: string) => source.replace(/^\s*\/\*\*[\s\S]*?\*\//gm, '');

function faultsIn(file: string, whole: string): string[] {
  const source = withoutComments(whole);
  const checked = checkedNames(source);
  const isFine = (expression: string) =>
    /^(?:webAddress|pictureAddress|mailto)\(/.test(expression) ||
    checked.has(expression) ||
    known[`${file} ${expression}`] !== undefined;
  const faults: string[] = [];
  for (const match of source.matchAll(LINK)) {
    const text = match[1] ?? match[2];
    const expression = text ?? expressionAt(source, match.index + match[0].length);
    const isFixed = text !== undefined && !text.includes('${') && /^#|^$/.test(text);
    if (!isFixed && !isFine(expression)) faults.push(`${file}: ${match[0]} ${expression}`);
  }
  for (const [, expression = ''] of source.matchAll(ASSIGNED)) {
    if (!isFine(expression.trim())) faults.push(`${file}: = ${expression}`);
  }
  return faults;
}

test('every address in a template goes through the function that says what a web address is', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(100);
  const faults = files.flatMap((file) => faultsIn(file, readFileSync(join(root, file), 'utf8')));
  expect(faults).toEqual([]);
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: source text of templates
test('an address that does not is found', () => {
  expect(faultsIn('x.ts', 'html`<a href=${booking.meeting_link}>`')).toHaveLength(1);
  expect(faultsIn('x.ts', 'html`<a href="mailto:${email}">`')).toHaveLength(1);
  expect(faultsIn('x.ts', 'frame.src = url;')).toHaveLength(1);
  expect(faultsIn('x.ts', 'const link = webAddress(url); html`<a href=${link}>`')).toEqual([]);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: source text of templates
