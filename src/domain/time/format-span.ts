import { DAY_MINUTES } from './units.ts';

/** Minutes in a unit. */
const UNITS = [
  ['day', DAY_MINUTES],
  ['hour', 60],
  ['minute', 1],
] as const;

/** "2 days", "24 hours", "90 minutes": the largest unit that divides it, but a single day in hours. */
export function formatSpan(minutes: number, locale: string): string {
  const [unit, size] =
    UNITS.find(([, size]) => minutes % size === 0 && (size < DAY_MINUTES || minutes > DAY_MINUTES)) ?? UNITS[2];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / size);
}
