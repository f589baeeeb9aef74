/** What each design token is for; a token without words, or words without a token, is an error. */
const words: Readonly<Record<string, string>> = {
  '--cb-accent': 'The one accent: the chosen day, the main button, open days',
  '--cb-on-accent': 'Text on the accent; computed for contrast when left out',
  '--cb-accent-text': 'Links and marks in the accent; derived for a contrast of 4.5 when left out',
  '--cb-surface': 'Background of the element',
  '--cb-surface-raised': 'Background of what floats: menus, lists, dialogs',
  '--cb-text': 'Text',
  '--cb-text-quiet': 'Help, labels of groups, days without slots',
  '--cb-line': 'Hairlines between regions',
  '--cb-danger': 'Errors',
  '--cb-success': 'What went well',
  '--cb-focus': 'The focus ring',
  '--cb-radius': 'Corners',
  '--cb-space': 'Unit of all spacing',
  '--cb-sticky-top': 'Height of what the page keeps at the top of the window: a sticky header',
  '--cb-font-size':
    'Size of the text, never under 14 px or 7/8 of the size set in the browser; from the text of the page around when left out',
  '--cb-font': "Font family; the page's own when left out",
};

export interface Token {
  readonly name: string;
  readonly fallback: string;
  readonly words: string;
}

/** The text between the parenthesis at `start` and the one that closes it. */
function balanced(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(start + 1, at);
  }
  throw new Error(`tokens.ts: no parenthesis closes the one at ${start}`);
}

/** Reads the public `--cb-*` properties and their fallbacks from the token style sheet. */
export function tokenTable(source: string): readonly Token[] {
  const found = [...source.matchAll(/--_[\w-]+:\s*var(?=\(\s*--cb-)/g)].map(({ 0: text, index }) => {
    const inner = balanced(source, index + text.length);
    const comma = inner.indexOf(',');
    const name = inner.slice(0, comma).trim();
    const fallback = inner
      .slice(comma + 1)
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/\( /g, '(')
      .replace(/ \)/g, ')');
    const about = words[name];
    if (!about) throw new Error(`.ci/docs/tokens.ts has no words for ${name}`);
    // Our own private properties say nothing to a reader.
    return { name, fallback: /var\(--_|from var/.test(fallback) ? 'derived' : fallback, words: about };
  });
  const stray = Object.keys(words).find((name) => !found.some((token) => token.name === name));
  if (stray) throw new Error(`tokens.ts has no ${stray}, which .ci/docs/tokens.ts describes`);
  return found;
}
