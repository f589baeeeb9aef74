import { hearProblems } from '../../core/client/tell-developer.ts';
import { deprecated } from '../../core/deprecated.ts';

/** An event of a widget as plain values, for analytics. */
export interface EventReport {
  /** The event's name without `cb-`: `slot-select`, `booked`. */
  readonly name: string;
  /** The event's own fields: `{ slot, timeZone }`. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Makes the function that passes events of `element` to the page's listener. Also reports, as `problem`, each error that only the
 * backend's developer can mend, earlier ones of this page too. An error in the page's listener never stops a booking.
 */
export function createReporter(element: HTMLElement, listener: (report: EventReport) => void): (event: Event) => void {
  if (Reflect.get(element, 'onEvent')) deprecated(`<${element.localName}>.onEvent`, 'eventListener');
  const report = (name: string, fields: EventReport['fields']) => {
    try {
      listener({ name, fields });
    } catch (error) {
      console.error(error);
    }
  };
  // Only the returned function holds `report`: `hearProblems` keeps its callback for as long as the page is open.
  const held = new WeakRef(report);
  hearProblems((error) => held.deref()?.('problem', { error }));
  return (event) => {
    // Own fields are those that our event classes add, and `isTrusted`.
    const { isTrusted: _, ...fields } = { ...event } as unknown as Record<string, unknown>;
    report(event.type.slice(3), fields);
  };
}
