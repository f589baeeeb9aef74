/**
 * The moment at which every browser test begins, an instant: a Wednesday morning in the middle of a month, so that no test leans on the
 * day or the hour at which it runs. `CB_TEST_NOW=2026-12-31T22:30:00Z npm test -- journeys` tries another one.
 */
export const TEST_START = process.env.CB_TEST_NOW ?? '2027-06-09T08:30:00Z';

/** `TEST_START` minus the machine's clock, in milliseconds. */
export const untilTestStart = (): number => Date.parse(TEST_START) - Date.now();

/** Runs in each frame before its scripts: its `Date` reads `ahead` milliseconds more than the machine's; timers stay real. */
export function moveClock(ahead: number): void {
  const machine = Date;
  const now = () => machine.now() + ahead;
  globalThis.Date = new Proxy(machine, {
    construct: (date, values, target) => Reflect.construct(date, values.length === 0 ? [now()] : values, target),
    apply: () => String(new machine(now())),
    get: (date, key) => (key === 'now' ? now : Reflect.get(date, key)),
  });
}
