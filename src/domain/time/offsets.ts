import { remember } from './remember.ts';
import { DAY_MS } from './units.ts';

/** A span of time in which a zone keeps one offset: `[start, end)` in epoch ms, `offset` in ms east of UTC. */
export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/**
 * Offsets are asked of `Intl` at the edges of cells this long. Equal edges mean no transition in between, which holds
 * as long as no zone turns its clock and turns it back within a cell: the closest pair on record since 1970 is
 * 6.96 days apart (America/Recife, October 2000).
 */
const CELL_MS = 6 * DAY_MS;

/** Cells kept for each zone: 65 years. */
const CELLS_KEPT = 4000;
const ZONES_KEPT = 48;

interface Cell {
  readonly before: number;
  readonly after: number;
  /** The instant at which `after` begins; the end of the cell if the offset does not change in it. */
  readonly turn: number;
}

type Cells = (index: number) => Cell;

const cellsOf = remember(ZONES_KEPT, (zone): Cells => {
  const ask = offsetReader(zone);
  const kept = new Map<number, Cell>();
  return (index) => {
    const known = kept.get(index);
    if (known) return known;
    const start = index * CELL_MS;
    const before = kept.get(index - 1)?.after ?? ask(start);
    const after = ask(start + CELL_MS);
    const cell = { before, after, turn: before === after ? start + CELL_MS : turnBetween(ask, start, start + CELL_MS) };
    if (kept.size >= CELLS_KEPT) kept.clear();
    kept.set(index, cell);
    return cell;
  };
});

/** Offset of `zone` at an instant, in ms east of UTC; throws a RangeError that names an unknown zone. */
export function offsetAt(zone: string, epochMs: number): number {
  const cell = cellsOf(zone)(Math.floor(epochMs / CELL_MS));
  return epochMs < cell.turn ? cell.before : cell.after;
}

/** The offsets `zone` keeps over `[start, end)`, in order and without gaps; neighbours differ. */
export function offsetSpans(zone: string, start: number, end: number): OffsetSpan[] {
  const cells = cellsOf(zone);
  const spans: OffsetSpan[] = [];
  let from = start;
  let offset = offsetAt(zone, start);
  for (let index = Math.floor(start / CELL_MS); index * CELL_MS < end; index++) {
    const { after, turn } = cells(index);
    if (after === offset || turn <= from || turn >= end) continue;
    spans.push({ start: from, end: turn, offset });
    from = turn;
    offset = after;
  }
  if (from < end) spans.push({ start: from, end, offset });
  return spans;
}

/** First whole second at which the offset is no longer the one at `low`. */
function turnBetween(ask: (epochMs: number) => number, low: number, high: number): number {
  const first = ask(low);
  let [same, other] = [low / 1000, high / 1000];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (ask(middle * 1000) === first) same = middle;
    else other = middle;
  }
  return other * 1000;
}

function offsetReader(zone: string): (epochMs: number) => number {
  const format = clockOf(zone);
  return (epochMs) => {
    const second = Math.floor(epochMs / 1000) * 1000;
    // '11/15/2025, 14:05:09': the clock reading, read back as if it were UTC.
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, seconds = 0] = format
      .format(second)
      .split(/\D+/)
      .map(Number);
    // Not `Date.UTC` alone: it reads the years 0 to 99 as 1900 to 1999.
    const wall = new Date(Date.UTC(2000, 0, 1, hour, minute, seconds));
    return wall.setUTCFullYear(year, month - 1, day) - second;
  };
}

function clockOf(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new RangeError(`"${zone}" is not a time zone known here; use an IANA id such as Europe/Berlin`, { cause });
  }
}
