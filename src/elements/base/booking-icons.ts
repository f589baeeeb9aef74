import { icon } from './icons.ts';

/** Points to the start of the line. */
export const backIcon = icon('M16 10H4.5M9 5l-5 5 5 5', 'flips');
export const calendarIcon = icon(
  'M5.25 4.25h9.5a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-9.5a2 2 0 0 1-2-2v-8.5a2 2 0 0 1 2-2ZM3.25 8.25h13.5M7 2.75v3M13 2.75v3',
);
export const checkIcon = icon('m4.75 10.5 3.5 3.5 7-7.5');
export const waitIcon = icon('M10 3.25a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 0 1 0-13.5ZM7 10h.01M10 10h.01M13 10h.01');
export const crossIcon = icon('m5.5 5.5 9 9M14.5 5.5l-9 9');
export const alertIcon = icon('M10 3.25a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 0 1 0-13.5ZM10 6.5v4.25M10 13.25h.01');
