import type { BookingStatus } from '../../contract/booking.ts';
import { MINUTE_MS } from '../time/units.ts';

/** How long a slot is held when the session type sets no length, minutes. */
export const USUAL_HOLD_MINUTES = 15;

/** A slot kept for a visitor who is paying. */
export interface Hold {
  /** Epoch milliseconds; from then on it may be released. */
  readonly until: number;
  /** True once the hold was renewed; a second renewal is refused. */
  readonly renewed: boolean;
  readonly minutes: number;
}

/** A new hold. It ends at the session's start at the latest. */
export function newHold(minutes: number, start: number, now: number): Hold {
  return { until: Math.min(now + minutes * MINUTE_MS, start), renewed: false, minutes };
}

/** True while the slot is still kept. */
export function isHeld(hold: Hold, now: number): boolean {
  return now < hold.until;
}

/**
 * True while a booking is no more than a slot kept for somebody who is paying, and when such a hold has ended unpaid: nobody but the visitor
 * knows of it.
 */
export function isSlotOnly({ hold, status }: { readonly hold?: Hold; readonly status: BookingStatus }): boolean {
  return hold !== undefined && (status === 'pending' || status === 'cancelled');
}

/** The hold renewed from now for the same length; undefined when it was renewed before or is over. */
export function renewHold(hold: Hold, start: number, now: number): Hold | undefined {
  if (hold.renewed || !isHeld(hold, now)) return undefined;
  const { until } = newHold(hold.minutes, start, now);
  return { ...hold, until: Math.max(hold.until, until), renewed: true };
}
