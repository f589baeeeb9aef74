import { type SVGTemplateResult, svg } from 'lit';

const icon = (paths: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${paths}</svg>`;

export const backIcon = icon(svg`<path d="M16 10H4.5M9 5l-5 5 5 5"></path>`);
export const calendarIcon = icon(
  svg`<rect x="3.25" y="4.25" width="13.5" height="12.5" rx="2"></rect><path d="M3.25 8.25h13.5M7 2.75v3M13 2.75v3"></path>`,
);
export const chevronDownIcon = icon(svg`<path d="m5.5 8 4.5 4.5L14.5 8"></path>`);
export const checkIcon = icon(svg`<path d="m4.75 10.5 3.5 3.5 7-7.5"></path>`);
export const waitIcon = icon(
  svg`<circle cx="10" cy="10" r="6.75"></circle><path d="M7 10h.01M10 10h.01M13 10h.01"></path>`,
);
export const crossIcon = icon(svg`<path d="m5.5 5.5 9 9M14.5 5.5l-9 9"></path>`);
export const alertIcon = icon(
  svg`<circle cx="10" cy="10" r="6.75"></circle><path d="M10 6.5v4.25M10 13.25h.01"></path>`,
);
