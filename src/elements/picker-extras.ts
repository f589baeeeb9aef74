import { register } from './register.ts';

/** What a picker needs only at times, or only after the first times are on the screen: each a chunk of its own. */
const extras = {
  'cb-time-zone-picker': () => import('./time-zone-picker.ts').then(({ CbTimeZonePicker }) => CbTimeZonePicker),
  'cb-week-strip': () => import('./week-strip.ts').then(({ CbWeekStrip }) => CbWeekStrip),
  'cb-next-times': () => import('./next-times.ts').then(({ CbNextTimes }) => CbNextTimes),
  'cb-next-opening': () => import('./next-opening.ts').then(({ CbNextOpening }) => CbNextOpening),
  'cb-duration-picker': () => import('./duration-picker.ts').then(({ CbDurationPicker }) => CbDurationPicker),
  'cb-own-day': () => import('./own-day.ts').then(({ CbOwnDay }) => CbOwnDay),
} as const;

/** Fetches and defines an extra; the picker does without one that does not arrive. */
export function needExtra(tag: keyof typeof extras): void {
  if (customElements.get(tag)) return;
  extras[tag]().then(
    (element) => register(tag, element),
    () => undefined,
  );
}
