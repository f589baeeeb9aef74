import { flowTransitions } from './flow-transitions.ts';
import type { FlowEventType, FlowStatus } from './state.ts';

/** One arrow of the flow's diagram: from a state, by an event, to a state. */
export interface FlowArrow {
  readonly from: FlowStatus;
  readonly event: FlowEventType;
  readonly to: FlowStatus;
}

/** The flow as a list of arrows, for diagrams and for tests. */
export const transitionTable: readonly FlowArrow[] = Object.entries(flowTransitions).flatMap(([from, row]) =>
  Object.entries<'ignored' | { readonly to: readonly FlowStatus[] }>(row).flatMap(([event, cell]) =>
    cell === 'ignored' ? [] : cell.to.map((to) => ({ from, event, to }) as FlowArrow),
  ),
);
