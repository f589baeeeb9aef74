import type { CSSResultOrNative } from 'lit';
import { remember } from '../domain/time/remember.ts';

/** Elements inside the drawn widget have names of their own, so that a script that defines the real ones leaves them as they are. */
const OWN_TAGS = /\bcb-(?!booking\b(?!-)|availability-picker\b)[a-z]+(?:-[a-z]+)*\b/g;

/** The name of an element in the drawn widget: `cb-month-grid` is `cb-month-grid-drawn`. */
export const drawnTag = (tag: string): string => tag.replace(OWN_TAGS, '$&-drawn');

/**
 * What buttons have by the browser's own styles, for the links in their place: the label stands in the middle. The first comment of
 * `elements/styles/controls.ts` has the rest.
 */
const LINKS = `
a:is([part='time'], [part='go'], .primary, .secondary, .clock *) {
  display: inline-grid; place-content: center; text-align: center
}
a { text-decoration: none }
a.link, dd a, [part='privacy'] { text-decoration: underline }
a[aria-disabled='true'] { cursor: default }
a.day, a.time, li > a { display: grid }
.zone .chevron { visibility: hidden }
`.replace(/\s+/g, ' ');

/**
 * An element's styles for its drawn twin: rules of buttons hold for links too, elements inside have their drawn names, and rules
 * for elements that are not defined yet never match.
 */
const drawnStyles = remember(64, (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/[^{}]*\{/g, (prelude) =>
      prelude.trimStart().startsWith('@')
        ? prelude
        : drawnTag(prelude.replaceAll(':not(:defined)', ':not(*)'))
            .replace(/(?<![\w.#='"-])button(?![\w-])/g, ':is(button, a)')
            .replace(/\[aria-(?:pressed|checked)='true'\]/g, "[aria-current='true']"),
    )
    .replace(/\s+/g, ' '),
);

/**
 * The properties that elements register by script (`elements/base/element.ts`), for the document: in a shadow tree this rule has
 * no effect (CSS Properties and Values 1, 2.1).
 */
const REGISTERED = `@property --_cb-size { syntax: '<length>'; inherits: true; initial-value: 15px }
@property --_cb-open { syntax: '<color>'; inherits: true; initial-value: transparent }`;

const styleTag = (css: string, nonce: string | undefined): string =>
  `<style${nonce ? ` nonce="${nonce.replace(/[^\w+/=-]/g, '')}"` : ''}>${css}</style>`;

/** The style sheet that stands in the document before a drawn element. */
export const documentStyles = (nonce: string | undefined): string => styleTag(REGISTERED, nonce);

/**
 * Shows either the element's own boxes or the drawn ones, once the element is defined; `take-over.ts` swaps them when they show the
 * same. Without that script the element shows its own boxes, never next to the drawn ones.
 */
const ONE_OF_TWO = {
  replaced: ':host(:defined) > .drawn { display: none }',
  kept: ':host > :is(.width, .inner):not(.drawn) { display: none }',
} as const;

/** What becomes of a drawn element once its class is defined; undefined for elements with names of their own. */
export type Fate = keyof typeof ONE_OF_TWO | undefined;

/**
 * The style sheets of a drawn element's shadow root: one for each that the element has, since Chromium reads the same text in several
 * roots once.
 */
export function styleSheets(styles: readonly CSSResultOrNative[], nonce: string | undefined, fate: Fate): string {
  const own = styles.map((style) => ('cssText' in style ? drawnStyles(String(style.cssText)) : ''));
  return [...own, LINKS, ...(fate ? [ONE_OF_TWO[fate]] : [])].map((css) => styleTag(css, nonce)).join('');
}
