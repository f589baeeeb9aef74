import { bookingsEndpoints } from '../contract/endpoints/bookings.ts';
import { type BookingFlow, createBookingFlow } from '../core/flow/flow.ts';
import type { FlowOptions } from '../core/flow/options.ts';
import type { VisitorClient } from './shared-client.ts';

/** A flow as an element asks for it: with the client that showed the times. */
export type ElementFlowOptions = Omit<FlowOptions, 'client'> & { readonly client: VisitorClient };

/** Starts a flow; its client gets the calls that booking and moving take. */
export function startFlow(options: ElementFlowOptions): BookingFlow {
  return createBookingFlow({ ...options, client: options.client.with(bookingsEndpoints) });
}
