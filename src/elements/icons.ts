import { svg, type TemplateResult } from 'lit';

const icon = (path: TemplateResult) => svg`<svg viewBox="0 0 20 20" aria-hidden="true">${path}</svg>`;

/** Points to where reading starts; mirrored by the element where the page runs right to left. */
export const chevronBack: TemplateResult = icon(svg`<path d="m12 5-5 5 5 5"></path>`);
/** Points to where reading goes on. */
export const chevronOn: TemplateResult = icon(svg`<path d="m8 5 5 5-5 5"></path>`);
export const chevronDown: TemplateResult = icon(svg`<path d="m6 8 4 4 4-4"></path>`);
export const globe: TemplateResult = icon(
  svg`<circle cx="10" cy="10" r="7"></circle><path d="M3 10h14M10 3c2 2 3 4.3 3 7s-1 5-3 7c-2-2-3-4.3-3-7s1-5 3-7"></path>`,
);
