/** A span of time `[start, end)` in epoch ms. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** True when the two have an instant in common; touching is no overlap. */
export function overlaps(one: Interval, other: Interval): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The same time as sorted intervals: overlapping and touching ones joined, empty ones left out. */
export function normalise(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** The time that lies in any of the lists, normalised. */
export function union(...lists: readonly (readonly Interval[])[]): Interval[] {
  return normalise(lists.flat());
}

/** The time in `from` that is not in `taken`; both must be normalised. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let next = 0;
  for (const { start, end } of from) {
    let at = start;
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    for (let index = next; at < end; index++) {
      const hole = taken[index];
      const free = Math.min(end, hole?.start ?? end);
      if (at < free) rest.push({ start: at, end: free });
      at = Math.max(at, hole?.end ?? end);
    }
  }
  return rest;
}

/** The time that lies in both; both must be normalised. */
export function intersect(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  for (let i = 0, j = 0; ; ) {
    const [a, b] = [one[i], other[j]];
    if (!a || !b) return both;
    const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
    if (start < end) both.push({ start, end });
    if (a.end < b.end) i++;
    else j++;
  }
}
