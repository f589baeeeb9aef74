/** One row of the table. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** What it must be; a figure without one is for information. */
  readonly limit?: string;
  readonly isFine: boolean;
}

/** A fact without a limit. */
export function told(what: string, measured: string): Figure {
  return { what, measured, isFine: true };
}

/** A number that must be 0. */
export function none(what: string, count: number, note = ''): Figure {
  return { what, measured: `${count}${note}`, limit: '0', isFine: count === 0 };
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The arithmetic mean. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `123`, `12.3`, `1.23`: three digits. */
export function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
