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

/** Reports every event that reaches `element`. An error in the page's listener never stops a booking. */
export function reportEvents(element: HTMLElement, listener: (report: EventReport) => void): void {
  if (Reflect.get(element, 'onEvent')) deprecated(`<${element.localName}>.onEvent`, 'eventListener');
  for (const type of reportedEvents) {
    element.addEventListener(type, (event) => {
      // Own fields are those that our event classes add, and `isTrusted`.
      const { isTrusted: _, ...fields } = { ...event } as unknown as Record<string, unknown>;
      try {
        listener({ name: type.slice(3), fields });
      } catch (error) {
        console.error(error);
      }
    });
  }
}
