import { CbCoachCard } from '../coach-card/coach-card.ts';
import { CbDurationPicker } from '../duration-picker/duration-picker.ts';
import { CbNextOpening } from '../next-opening/next-opening.ts';
import { CbNextTimes } from '../next-times/next-times.ts';
import { CbTimeZonePicker } from '../time-zone-picker/time-zone-picker.ts';
import { CbWeekStrip } from '../week-strip/week-strip.ts';

/** What stands beside the times and completes the first look: it comes after them, in one chunk. */
export const beside = {
  'cb-coach-card': CbCoachCard,
  'cb-duration-picker': CbDurationPicker,
  'cb-next-opening': CbNextOpening,
  'cb-next-times': CbNextTimes,
  'cb-time-zone-picker': CbTimeZonePicker,
  'cb-week-strip': CbWeekStrip,
} as const;
