import { flowEndpoints } from '../../contract/endpoints/flow.ts';
import { type BookingFlow, createBookingFlow } from '../../core/flow/flow.ts';
import type { FlowOptions } from '../../core/flow/options.ts';
import type { FlowState } from '../../core/flow/state.ts';
import { BeforeBookEvent, BookingFailedEvent, StepChangeEvent } from '../base/booking-events.ts';
import { BookedEvent } from '../base/events.ts';
import { MovedEvent } from '../base/moved-event.ts';
import type { VisitorClient } from './shared-client.ts';

/** The options of an element's flow: with the client that loaded the times, and the element that dispatches events. */
export type ElementFlowOptions = Omit<FlowOptions, 'client' | 'beforeBook'> & {
  readonly client: VisitorClient;
  /** The element that dispatches the events. */
  readonly host: HTMLElement;
};

/**
 * Starts a flow; adds the calls for booking and moving to its client. `mirror` gets each state before the page's listeners get the
 * event.
 */
export function startFlow({ host, ...options }: ElementFlowOptions, mirror?: (state: FlowState) => void): BookingFlow {
  const flow = createBookingFlow({
    ...options,
    client: options.client.with(flowEndpoints),
    beforeBook: async (intent) => {
      const event = new BeforeBookEvent(intent);
      return (await event.allowedBy(host)) && event;
    },
  });
  if (mirror) flow.subscribe(mirror);
  flow.subscribe(relay(host, flow.state, options.move ? MovedEvent : BookedEvent));
  return flow;
}

/** Turns changes of the flow into events of the page. */
function relay(
  host: HTMLElement,
  initial: FlowState,
  Done: typeof MovedEvent | typeof BookedEvent,
): (state: FlowState) => void {
  let last = initial;
  return (state) => {
    const before = last;
    last = state;
    if (state.status !== before.status) host.dispatchEvent(new StepChangeEvent(state.status));
    // A held slot is not booked until it is paid.
    const isDone = state.status === 'booked' && before.status !== 'booked' && !state.booking.hold_expires_at;
    if (isDone) host.dispatchEvent(new Done(state.booking));
    const problem = 'problem' in state ? state.problem : undefined;
    const known = 'problem' in before ? before.problem : undefined;
    if (problem && problem !== known) host.dispatchEvent(new BookingFailedEvent(problem));
  };
}
