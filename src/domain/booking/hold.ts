/** How long a time is held when the session type does not say. */
export const USUAL_HOLD_MINUTES = 15;

/** A time that is kept for somebody who is paying. */
export interface Hold {
  /** Epoch milliseconds; from then on it may be released. */
  readonly until: number;
  /** A hold is renewed once. */
  readonly renewed: boolean;
  readonly minutes: number;
}

/** A new hold. It never reaches past the session's start: what has begun cannot be booked. */
export function newHold(minutes: number, start: number, now: number): Hold {
  return { until: Math.min(now + minutes * 60_000, start), renewed: false, minutes };
}

/** Whether the time is still kept. */
export function isHeld(hold: Hold, now: number): boolean {
  return now < hold.until;
}

/** The hold for as long again from now, or `undefined` when it was renewed before or is over. */
export function renewHold(hold: Hold, start: number, now: number): Hold | undefined {
  if (hold.renewed || !isHeld(hold, now)) return undefined;
  const { until } = newHold(hold.minutes, start, now);
  return { ...hold, until: Math.max(hold.until, until), renewed: true };
}
