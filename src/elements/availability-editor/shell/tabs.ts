import type { DraftProblem } from '../../../core/schedule-editor/problems.ts';

/** The parts of the schedule, in the order they are shown. */
export const tabs = ['week', 'exceptions', 'rules', 'zone'] as const;
export type Tab = (typeof tabs)[number];

/** The tab on which a problem can be mended. */
export function tabOf({ field }: DraftProblem): Tab {
  if (field.startsWith('weekly_hours')) return 'week';
  if (field.startsWith('date_overrides')) return 'exceptions';
  return field.startsWith('zone_overrides') || field === 'time_zone' ? 'zone' : 'rules';
}
