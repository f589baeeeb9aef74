import type { FlowEventType, FlowStatus } from './state.ts';
import { type FlowStep, type FlowSteps, flowSteps } from './transitions.ts';

/** The effect of one event on one state: the statuses it may lead to, and the next state. */
interface Transition<S extends FlowStatus, E extends FlowEventType> {
  readonly to: readonly FlowStatus[];
  /** Pure. Returns the same object when nothing changes. */
  readonly next: FlowStep<S, E>;
}

/** `ignored`: the event has no effect in this state on purpose, such as a late answer or a second press. */
type TransitionCell<S extends FlowStatus, E extends FlowEventType> = Transition<S, E> | 'ignored';

/** Every state with every event. */
type FlowTransitions = {
  readonly [S in FlowStatus]: { readonly [E in FlowEventType]: TransitionCell<S, E> };
};

/** The statuses that each step may lead to: a step without a row does not compile. */
const targets: { readonly [S in FlowStatus]: { readonly [E in keyof FlowSteps[S]]: readonly FlowStatus[] } } = {
  choosing: { 'choose-slot': ['details'], edit: ['choosing'] },
  details: {
    'choose-slot': ['details'],
    edit: ['details'],
    submit: ['submitting', 'details'],
    retry: ['submitting', 'details'],
    back: ['choosing'],
    restart: ['choosing'],
    'nearest-found': ['details'],
  },
  authenticating: {
    back: ['details'],
    restart: ['choosing'],
    authenticated: ['submitting'],
    'sign-in-needed': ['authenticating'],
    'guest-refused': ['authenticating'],
    failed: ['details'],
  },
  submitting: {
    back: ['details'],
    restart: ['choosing'],
    'sign-in-needed': ['authenticating'],
    declined: ['details'],
    failed: ['details'],
    'slot-taken': ['details'],
    confirmed: ['booked'],
  },
  booked: { restart: ['choosing'] },
};

/** All events, in the order of the table: a missing one does not compile. */
const events: Readonly<Record<FlowEventType, unknown>> = {
  'choose-slot': 0,
  edit: 0,
  submit: 0,
  retry: 0,
  back: 0,
  restart: 0,
  authenticated: 0,
  'sign-in-needed': 0,
  'guest-refused': 0,
  declined: 0,
  failed: 0,
  'slot-taken': 0,
  'nearest-found': 0,
  confirmed: 0,
};

function rowOf(status: FlowStatus) {
  const steps: Partial<Record<string, unknown>> = flowSteps[status];
  const to: Partial<Record<string, readonly FlowStatus[]>> = targets[status];
  return Object.keys(events).map((event) => [event, to[event] ? { to: to[event], next: steps[event] } : 'ignored']);
}

/** The whole booking flow as a table: state, event, next state. */
export const flowTransitions = /* @__PURE__ */ Object.fromEntries(
  (Object.keys(flowSteps) as FlowStatus[]).map((status) => [status, Object.fromEntries(rowOf(status))]),
) as FlowTransitions;
