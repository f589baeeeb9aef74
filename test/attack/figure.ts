/** One line of the report. */
export interface Figure {
  readonly attack: string;
  readonly what: string;
  readonly measured: string;
  /** What it must be; a figure without one is for information. */
  readonly limit?: string;
  readonly isFine: boolean;
}

/** How hard to attack: 1 is the full size, 0.1 a tenth of it. */
export type Attack = (scale: number) => Promise<readonly Figure[]>;

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
