import { currentName } from '../../../src/elements/time-zone-list/time-zones.ts';

const NAMING = [
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'label',
];

/** Code, and what nobody reads. */
const SILENT = 'style, script, template, code, pre, textarea';

/** All that a person reads or hears inside an element, at any depth of shadow roots. */
export function wordsOf(root: Element | ShadowRoot): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Element && node.matches(SILENT)) return;
    if (node instanceof Text) found.push(node.data);
    if (node instanceof Element) {
      found.push(...NAMING.map((name) => node.getAttribute(name) ?? ''));
      if (node.shadowRoot) visit(node.shadowRoot);
    }
    node.childNodes.forEach(visit);
  };
  visit(root);
  return [...new Set(found.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean))];
}

/** Cities and continents of time zones, by old names and new ones: they have no other names here. */
const PLACES = [...Intl.supportedValuesOf('timeZone').flatMap((zone) => [zone, currentName(zone)])].flatMap((zone) =>
  zone.replaceAll('_', ' ').split('/'),
);

/** Names that are the same in each language. */
const NAMES = ['Google', 'Outlook', 'Microsoft', 'Yahoo', 'GMT', 'UTC', 'EUR', 'ics', 'Meet', 'Stripe'];

/**
 * What is from no table: all of `words` that is neither in brackets (`pseudo-language.ts`) nor among `data`, and has two Latin letters
 * in a row.
 */
export function fromNoTable(words: readonly string[], data: ReadonlySet<string>): readonly string[] {
  const known = [...data, ...PLACES, ...NAMES].sort((a, b) => b.length - a.length);
  return words.filter((text) => {
    let left = text;
    for (let inner = ''; inner !== left; ) {
      inner = left;
      left = left.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    }
    // Initials in place of a photo.
    if (!/[A-Za-z]{2}/.test(left) || /^[A-Z]{2}$/.test(left)) return false;
    for (const each of known) if (left.includes(each)) left = left.replaceAll(each, ' ');
    return /[A-Za-z]{2}/.test(left);
  });
}

/** Addresses of the web and of mail, colors and names: nobody writes them in other digits. */
const CODES = /https?:\/\/\S+|\S+@\S+|#[0-9a-f]{6}|Microsoft 365/g;

/** Texts that have a Latin digit outside of codes and of `data`. */
export function latinDigits(words: readonly string[], data: ReadonlySet<string>): readonly string[] {
  const known = [...data].filter((text) => /\d/.test(text)).sort((a, b) => b.length - a.length);
  return words.filter((text) =>
    /[0-9]/.test(known.reduce((left, each) => left.replaceAll(each, ' '), text.replace(CODES, ' '))),
  );
}

/** Texts that stand outside of the element's box, or are cut off by a box around them. */
export function bursting(host: Element): readonly string[] {
  const limits = host.getBoundingClientRect();
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Element && node.matches(`${SILENT}, .visually-hidden, option, [popover]:not(:popover-open)`))
      return;
    if (node instanceof Element && !node.checkVisibility({ visibilityProperty: true })) return;
    if (node instanceof Text && node.data.trim()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, width } = range.getBoundingClientRect();
      const isOut = width > 1 && (right > limits.right + 1 || left < limits.left - 1);
      if (isOut && !scrolls(node)) found.push(`outside: ${node.data.trim()}`);
      const box = node.parentElement;
      if (
        box &&
        box.clientWidth > 1 &&
        box.scrollWidth > box.clientWidth + 1 &&
        /hidden|clip/.test(getComputedStyle(box).overflowX)
      )
        found.push(`cut: ${node.data.trim()}`);
    }
    if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
    node.childNodes.forEach(visit);
  };
  visit(host);
  return [...new Set(found)];
}

/** True where a box around can be scrolled sideways. */
function scrolls(node: Node): boolean {
  for (
    let around: Node | null = node.parentNode;
    around;
    around = around instanceof ShadowRoot ? around.host : around.parentNode
  ) {
    if (around instanceof Element && /auto|scroll/.test(getComputedStyle(around).overflowX)) return true;
  }
  return false;
}
