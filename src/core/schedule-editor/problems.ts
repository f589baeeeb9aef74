import { checkSchedule } from '../../domain/availability/schedule.ts';
import type { ScheduleFault } from '../../domain/availability/schedule-faults.ts';
import type { Draft } from './draft.ts';

/** A fault in a draft that keeps it from being saved. */
export interface DraftProblem {
  /** The key of the part at fault; undefined for a setting. */
  readonly key?: string;
  /** Where in the schedule: `weekly_hours.3`, `daily_limit`. */
  readonly field: string;
  readonly fault: ScheduleFault;
}

const lists = ['weekly_hours', 'date_overrides', 'zone_overrides'] as const;

/** The faults that keep a draft from being saved, each with its part. */
export function problemsOf(draft: Draft): readonly DraftProblem[] {
  return checkSchedule(draft).map(({ field, fault }) => ({ field, fault, ...keyAt(draft, field) }));
}

function keyAt(draft: Draft, field: string): { readonly key?: string } {
  const [, list, index] = /^([a-z_]+)\.(\d+)/.exec(field) ?? [];
  const name = lists.find((known) => known === list);
  const key = name && draft[name][Number(index)]?.key;
  return key ? { key } : {};
}
