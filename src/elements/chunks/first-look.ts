import type { ElementClasses } from '../base/register.ts';
import { CbCoachCard } from '../coach-card/coach-card.ts';
import { CbNextTimes } from '../next-times/next-times.ts';
import { CbTimeZonePicker } from '../time-zone-picker/time-zone-picker.ts';
import { CbWeekStrip } from '../week-strip/week-strip.ts';

/** Shown next to the times, loaded after them. */
export const elements = {
  'cb-coach-card': CbCoachCard,
  'cb-next-times': CbNextTimes,
  'cb-time-zone-picker': CbTimeZonePicker,
  'cb-week-strip': CbWeekStrip,
} as const satisfies ElementClasses;
