import type { Schedule } from '../../contract/schedule.ts';
import { canonical, scheduleOf } from './draft.ts';

/** The parts of a schedule that a coach sees, and merges, as one. */
export const sections = {
  hours: ['weekly_hours'],
  exceptions: ['date_overrides'],
  zone: ['time_zone', 'zone_overrides'],
  rules: [
    'minimum_notice_minutes',
    'booking_window',
    'buffer_before_minutes',
    'buffer_after_minutes',
    'daily_limit',
    'weekly_limit',
    'guest_requests_lapse_hours',
  ],
  sessions: ['durations', 'slot_step_minutes', 'slot_alignment'],
  changes: ['cancel_notice_minutes', 'move_notice_minutes'],
} as const satisfies Record<string, readonly (keyof Schedule)[]>;

export type Section = keyof typeof sections;
export const sectionNames = Object.keys(sections) as readonly Section[];

/** Sections in which two schedules differ. */
export function changedSections(a: Schedule, b: Schedule): readonly Section[] {
  const [left, right] = [scheduleOf(a), scheduleOf(b)];
  return sectionNames.filter((name) =>
    sections[name].some((field) => canonical(left[field]) !== canonical(right[field])),
  );
}

/** Which version of a section. */
export type Side = 'mine' | 'theirs';

/** One section in which the other version and mine differ. */
export interface Disagreement {
  readonly section: Section;
  /** Who changed it since it was loaded. The coach chooses only where both did. */
  readonly changedBy: 'mine' | 'theirs' | 'both';
}

/** The sections in which mine and theirs differ, with who changed each since `base`. */
export function disagreements(base: Schedule, mine: Schedule, theirs: Schedule): readonly Disagreement[] {
  const [byMe, byThem] = [changedSections(base, mine), changedSections(base, theirs)];
  return changedSections(mine, theirs).map((section) => ({
    section,
    changedBy: !byThem.includes(section) ? 'mine' : !byMe.includes(section) ? 'theirs' : 'both',
  }));
}

/** The default merge: each section from the side that changed it; undefined where both did. */
export function defaultChoices(found: readonly Disagreement[]): Partial<Record<Section, Side>> {
  return Object.fromEntries(
    found.flatMap(({ section, changedBy }) => (changedBy === 'both' ? [] : [[section, changedBy]])),
  );
}

/** The other version, with the sections chosen from mine. */
export function mergeSchedules(mine: Schedule, theirs: Schedule, choices: Partial<Record<Section, Side>>): Schedule {
  const taken = sectionNames
    .filter((name) => choices[name] === 'mine')
    .flatMap((name): readonly (keyof Schedule)[] => sections[name]);
  return { ...theirs, ...Object.fromEntries(taken.map((field) => [field, mine[field]])) };
}
