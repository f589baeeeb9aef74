import { type SVGTemplateResult, svg } from 'lit';

const icon = (paths: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${paths}</svg>`;

export const backIcon = icon(svg`<path d="M16 10H4.5M9 5l-5 5 5 5"></path>`);
export const clockIcon = icon(svg`<circle cx="10" cy="10" r="6.75"></circle><path d="M10 6.25V10l2.5 1.75"></path>`);
export const placeIcon = icon(
  svg`<path d="M10 17.25s5.25-4.5 5.25-9a5.25 5.25 0 0 0-10.5 0c0 4.5 5.25 9 5.25 9Z"></path><circle cx="10" cy="8.25" r="1.75"></circle>`,
);
export const videoIcon = icon(
  svg`<rect x="2.5" y="5.25" width="10" height="9.5" rx="2"></rect><path d="m12.5 8.75 5-2.5v7.5l-5-2.5"></path>`,
);
export const priceIcon = icon(
  svg`<path d="M3 9.2V4.25C3 3.56 3.56 3 4.25 3H9.2c.33 0 .65.13.88.37l6.55 6.55a1.25 1.25 0 0 1 0 1.77l-4.94 4.94a1.25 1.25 0 0 1-1.77 0L3.37 10.08A1.25 1.25 0 0 1 3 9.2Z"></path><circle cx="6.5" cy="6.5" r=".75"></circle>`,
);
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
