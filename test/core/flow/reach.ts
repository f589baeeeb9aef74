import type { BookingFlow } from '../../../src/core/flow/flow.ts';
import type { FlowState, FlowStatus, StateOf } from '../../../src/core/flow/state.ts';
import { until } from '../client/raw-server.ts';

function isIn<S extends FlowStatus>(state: FlowState, status: S): state is StateOf<S> {
  return state.status === status;
}

/** Waits until a flow is in a state, and `when` of it is true. */
export function reach<S extends FlowStatus>(
  flow: BookingFlow,
  status: S,
  when: (state: StateOf<S>) => unknown = () => true,
): Promise<StateOf<S>> {
  return until((): StateOf<S> | false => {
    const { state } = flow;
    return isIn(state, status) && Boolean(when(state)) && state;
  });
}
