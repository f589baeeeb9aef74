import { weekdayOfDay } from './local-date.ts';

/** Day number of the Monday that begins the ISO week of day `number`. */
export function mondayOf(number: number): number {
  return number - weekdayOfDay(number) + 1;
}
