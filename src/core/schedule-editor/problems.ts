import { checkSchedule } from '../../domain/availability/schedule.ts';
import type { Draft } from './draft.ts';

/** Something in a draft that cannot be saved, in words for the coach. */
export interface DraftProblem {
  /** The part it is about; undefined when it is about a setting. */
  readonly key?: string;
  /** Where in the schedule: `weekly_hours[3].end`, `daily_limit`. */
  readonly field: string;
  readonly message: string;
}

const lists = ['weekly_hours', 'date_overrides', 'zone_overrides'] as const;

/** What keeps a draft from being saved, each at the part it is about. */
export function problemsOf(draft: Draft): readonly DraftProblem[] {
  return checkSchedule(draft).map(({ field, message }) => problemAt(draft, field, message));
}

/** Names the part that a field path such as `weekly_hours[3].end` or `body.weekly_hours.3.end` points to. */
export function problemAt(draft: Draft, path: string, message: string): DraftProblem {
  const field = path.replace(/^body\./, '');
  const [, list, index] = /^([a-z_]+)(?:\[|\.)(\d+)/.exec(field) ?? [];
  const name = lists.find((known) => known === list);
  const key = name && draft[name][Number(index)]?.key;
  return { field, message, ...(key ? { key } : {}) };
}
