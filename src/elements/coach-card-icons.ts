import { type SVGTemplateResult, svg } from 'lit';

const icon = (paths: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${paths}</svg>`;

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
