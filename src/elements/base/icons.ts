import { nothing, type SVGTemplateResult, svg } from 'lit';

/**
 * An icon of one path on a 20 by 20 grid; its stroke, size and colour come from the styles around it. `look`: `flips` mirrors it on
 * right-to-left pages, see `controls`.
 */
export const icon = (path: string, look?: 'flips'): SVGTemplateResult =>
  svg`<svg viewBox="0 0 20 20" aria-hidden="true" class=${look ?? nothing}><path d=${path}></path></svg>`;

/** Points to the start of the line. */
export const chevronBack: SVGTemplateResult = icon('m12 5-5 5 5 5', 'flips');
/** Points to the end of the line. */
export const chevronOn: SVGTemplateResult = icon('m8 5 5 5-5 5', 'flips');
export const chevronDown: SVGTemplateResult = icon('m6 8 4 4 4-4');
export const globe: SVGTemplateResult = icon(
  'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM3 10h14M10 3c2 2 3 4.3 3 7s-1 5-3 7c-2-2-3-4.3-3-7s1-5 3-7',
);
