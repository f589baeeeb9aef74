import type { WeeklyHours } from '../../../contract/schedule.ts';
import type { Keyed } from '../../../core/schedule-editor/draft.ts';
import { spanOf } from '../../../domain/availability/hours.ts';
import { DAY_MINUTES } from '../../../domain/time/units.ts';

/** A block of the grid: hours, or their part on the next day. */
export interface Block {
  readonly hours: Keyed<WeeklyHours>;
  /** True for the part after midnight. */
  readonly tail: boolean;
  /** Minutes of the day it is drawn on; at least a quarter of an hour, so that invalid hours are visible. */
  readonly start: number;
  readonly end: number;
  /** Overlapping blocks are side by side: the index of this one's lane, and the number of lanes. */
  readonly lane: number;
  readonly lanes: number;
}

/** Blocks of one weekday (Monday 1 to Sunday 7), earliest first. */
export function blocksOf(weeklyHours: readonly Keyed<WeeklyHours>[], weekday: number): readonly Block[] {
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  const heads = weeklyHours
    .filter((hours) => hours.weekday === weekday)
    .map((hours) => ({ hours, tail: false, ...visible(spanOf(hours)) }));
  const tails = weeklyHours
    .filter((hours) => hours.weekday === dayBefore && spanOf(hours).end > DAY_MINUTES)
    .map((hours) => ({ hours, tail: true, start: 0, end: Math.min(DAY_MINUTES, spanOf(hours).end - DAY_MINUTES) }));
  return lanesOf([...heads, ...tails].sort((a, b) => a.start - b.start || b.end - a.end));
}

function visible({ start, end }: { readonly start: number; readonly end: number }) {
  const from = Math.min(start, DAY_MINUTES - 15);
  return { start: from, end: Math.max(from + 15, Math.min(DAY_MINUTES, end)) };
}

type Placed = Omit<Block, 'lane' | 'lanes'>;

/** Gives each block the first free lane; all blocks of one overlapping group have the same number of lanes. */
function lanesOf(sorted: readonly Placed[]): readonly Block[] {
  const blocks: Block[] = [];
  let pile: (Placed & { readonly lane: number })[] = [];
  const close = () => {
    const lanes = Math.max(0, ...pile.map(({ lane }) => lane)) + 1;
    blocks.push(...pile.map((block) => ({ ...block, lanes })));
    pile = [];
  };
  for (const block of sorted) {
    if (pile.every(({ end }) => end <= block.start)) close();
    const taken = new Set(pile.filter(({ end }) => end > block.start).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane++;
    pile.push({ ...block, lane });
  }
  close();
  return blocks;
}
