import { hearProblems } from '../../core/client/tell-developer.ts';
import { deprecated } from '../../core/deprecated.ts';

/** An event of a widget as plain values, for analytics. */
export interface EventReport {
  /** The event's name without `cb-`: `slot-select`, `booked`. */
  readonly name: string;
  /** The event's own fields: `{ slot, timeZone }`. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The events that are reported: all that a booking and its dialog tell. */
export const reportedEvents = [
  'cb-day-select',
  'cb-month-change',
  'cb-slot-select',
  'cb-time-zone-change',
  'cb-hour-cycle-change',
  'cb-duration-change',
  'cb-step-change',
  'cb-before-book',
  'cb-booked',
  'cb-paid',
  'cb-slot-gone',
  'cb-session-type-select',
  'cb-sign-in-needed',
  'cb-booking-failed',
  'cb-signed-in',
  'cb-bookings-change',
  'cb-open',
  'cb-close',
] as const;

/**
 * Reports every event that reaches `element`, and as `problem` what only the backend's developer can mend. An error in the page's
 * listener never stops a booking.
 */
export function reportEvents(element: HTMLElement, listener: (report: EventReport) => void): void {
  if (Reflect.get(element, 'onEvent')) deprecated(`<${element.localName}>.onEvent`, 'eventListener');
  const report = (name: string, fields: EventReport['fields']) => {
    try {
      listener({ name, fields });
    } catch (error) {
      console.error(error);
    }
  };
  // Held by the element's own listeners alone: problems are heard for as long as the page is open.
  const held = new WeakRef(report);
  hearProblems((error) => held.deref()?.('problem', { error }));
  for (const type of reportedEvents) {
    element.addEventListener(type, (event) => {
      // Own fields are those that our event classes add, and `isTrusted`.
      const { isTrusted: _, ...fields } = { ...event } as unknown as Record<string, unknown>;
      report(type.slice(3), fields);
    });
  }
}
