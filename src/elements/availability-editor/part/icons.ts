import type { SVGTemplateResult } from 'lit';
import { icon } from '../../base/icons.ts';

export const plusIcon: SVGTemplateResult = icon('M10 4.5v11M4.5 10h11');
export const copyIcon: SVGTemplateResult = icon(
  'M8.75 7h5.5a1.75 1.75 0 0 1 1.75 1.75v5.5a1.75 1.75 0 0 1-1.75 1.75h-5.5a1.75 1.75 0 0 1-1.75-1.75v-5.5a1.75 1.75 0 0 1 1.75-1.75ZM13 4.75A1.75 1.75 0 0 0 11.25 4h-5.5A1.75 1.75 0 0 0 4 5.75v5.5c0 .8.5 1.45 1.2 1.66',
);
export const trashIcon: SVGTemplateResult = icon(
  'M4 6h12M8 6V4.25h4V6M5.5 6l.7 9.3c.05.68.6 1.2 1.28 1.2h5.04c.68 0 1.23-.52 1.28-1.2L14.5 6',
);
export const repeatIcon: SVGTemplateResult = icon(
  'M4.5 9V8a3 3 0 0 1 3-3h8M13 2.5 15.5 5 13 7.5M15.5 11v1a3 3 0 0 1-3 3h-8M7 17.5 4.5 15 7 12.5',
);
export const undoIcon: SVGTemplateResult = icon('M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5');
export const redoIcon: SVGTemplateResult = icon('M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5');
export const pencilIcon: SVGTemplateResult = icon(
  'm4 16 .6-3L13.2 4.4a1.4 1.4 0 0 1 2 0 1.4 1.4 0 0 1 0 2L6.6 15 4 16Z',
);
