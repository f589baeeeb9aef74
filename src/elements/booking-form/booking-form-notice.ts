import type { Coach } from '../../contract/index.ts';
import type { FormMessages } from '../i18n/form.ts';

const UNITS = [
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const;

/** The coach's rules for a change of plan, in words; empty where a client may change up to the start. */
export function changeNotice(coach: Coach | undefined, texts: FormMessages, locale: string): string {
  const move = coach?.move_notice_minutes || 0;
  const cancel = coach?.cancel_notice_minutes || 0;
  if (move && move === cancel) return texts.moveAndCancel(formatSpan(move, locale));
  return [move && texts.move(formatSpan(move, locale)), cancel && texts.cancel(formatSpan(cancel, locale))]
    .filter(Boolean)
    .join(' ');
}

/** "2 days", "24 hours", "90 minutes": the largest unit of which there are whole ones, and a single day in hours. */
function formatSpan(minutes: number, locale: string): string {
  const [unit, size] = UNITS.find(([, size]) => minutes % size === 0 && (size < 1440 || minutes > 1440)) ?? UNITS[2];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / size);
}
