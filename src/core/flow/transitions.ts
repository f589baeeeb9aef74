import type { Slot } from '../../contract/availability.ts';
import type {
  Attempt,
  Details,
  Draft,
  EventOf,
  FlowEvent,
  FlowEventType,
  FlowState,
  FlowStatus,
  StateOf,
} from './state.ts';

/** The effect of one event on one state: the statuses it may lead to, and the next state. */
interface Transition<S extends FlowStatus, E extends FlowEventType> {
  readonly to: readonly FlowStatus[];
  /** Pure. Returns the same object when nothing changes. */
  readonly next: (state: StateOf<S>, event: EventOf<E>) => FlowState;
}

/** `ignored`: the event has no effect in this state on purpose, such as a late answer or a second press. */
type TransitionCell<S extends FlowStatus, E extends FlowEventType> = Transition<S, E> | 'ignored';

/** Every state with every event: a missing pair does not compile. */
type FlowTransitions = {
  readonly [S in FlowStatus]: { readonly [E in FlowEventType]: TransitionCell<S, E> };
};

const emptyDraft: Draft = { notes: '', answers: {} };

/** A whole draft from the known parts. */
export function draftOf(known: Partial<Draft> = {}): Draft {
  return { ...emptyDraft, ...known };
}

function edited(draft: Draft, changes: Partial<Draft> | undefined): Draft {
  const next = { ...draft, ...changes };
  return JSON.stringify(next) === JSON.stringify(draft) ? draft : next;
}

/** True when sending would repeat the last attempt: the key is then kept, so the server sees one intent. */
function repeats(attempt: Attempt | undefined, slot: Slot, draft: Draft): attempt is Attempt {
  return attempt !== undefined && JSON.stringify([attempt.slot, attempt.draft]) === JSON.stringify([slot, draft]);
}

const detailsOf = ({ slot, draft, attempt }: Extract<FlowState, { attempt: Attempt }>): Details => ({
  status: 'details',
  slot,
  draft,
  attempt,
});

const restart = {
  to: ['choosing'],
  next: ({ draft }: FlowState): FlowState => ({ status: 'choosing', draft }),
} as const satisfies Transition<FlowStatus, 'restart'>;

const failed = {
  to: ['details'],
  next: (state: StateOf<'authenticating' | 'submitting'>, { problem, retryAt }: EventOf<'failed'>): FlowState => ({
    ...detailsOf(state),
    problem,
    ...(retryAt === undefined ? {} : { retryAt }),
  }),
} as const satisfies Transition<'authenticating' | 'submitting', 'failed'>;

const signInNeeded = {
  to: ['authenticating'],
  next: (
    { slot, draft, attempt }: StateOf<'authenticating' | 'submitting'>,
    event: EventOf<'sign-in-needed'>,
  ): FlowState => ({
    status: 'authenticating',
    slot,
    draft,
    attempt,
    way: event.way,
    reason: event.reason,
  }),
} as const satisfies Transition<'authenticating' | 'submitting', 'sign-in-needed'>;

/** The cells of events that a state ignores. */
const ignoring = <E extends FlowEventType>(...events: readonly E[]) =>
  Object.fromEntries(events.map((event) => [event, 'ignored'])) as Readonly<Record<E, 'ignored'>>;

/** The whole booking flow as a table: state, event, next state. */
export const flowTransitions: FlowTransitions = {
  choosing: {
    'choose-slot': { to: ['details'], next: ({ draft }, { slot }) => ({ status: 'details', slot, draft }) },
    edit: { to: ['choosing'], next: (state, event) => ({ ...state, draft: edited(state.draft, event.draft) }) },
    ...ignoring(
      'submit',
      'retry',
      'back',
      'restart',
      'authenticated',
      'sign-in-needed',
      'guest-refused',
      'declined',
      'failed',
      'slot-taken',
      'nearest-found',
      'confirmed',
    ),
  },
  details: {
    // Another slot is another intent, so the attempt is dropped.
    'choose-slot': { to: ['details'], next: ({ draft }, { slot }) => ({ status: 'details', slot, draft }) },
    edit: { to: ['details'], next: (state, event) => ({ ...state, draft: edited(state.draft, event.draft) }) },
    submit: {
      to: ['submitting', 'details'],
      next: (state, event) => {
        const { slot } = state;
        const draft = edited(state.draft, event.draft);
        if (repeats(state.attempt, slot, draft)) return { status: 'submitting', slot, draft, attempt: state.attempt };
        if (event.key === undefined) return state;
        return { status: 'submitting', slot, draft, attempt: { key: event.key, slot, draft } };
      },
    },
    retry: {
      to: ['submitting', 'details'],
      // Sends the last attempt again unchanged; later edits are sent by `submit`.
      next: (state) => {
        const { problem, attempt } = state;
        if (!problem || !attempt) return state;
        return { status: 'submitting', slot: attempt.slot, draft: state.draft, attempt };
      },
    },
    back: { to: ['choosing'], next: ({ draft }) => ({ status: 'choosing', draft }) },
    restart,
    'nearest-found': {
      to: ['details'],
      next: (state, { nearest }) =>
        state.taken ? { ...state, taken: { ...state.taken, searching: false, nearest } } : state,
    },
    ...ignoring('authenticated', 'sign-in-needed', 'guest-refused', 'declined', 'failed', 'slot-taken', 'confirmed'),
  },
  authenticating: {
    back: { to: ['details'], next: detailsOf },
    restart,
    authenticated: {
      to: ['submitting'],
      next: ({ slot, draft, attempt }) => ({ status: 'submitting', slot, draft, attempt }),
    },
    'sign-in-needed': signInNeeded,
    'guest-refused': {
      to: ['authenticating'],
      next: (state, { problem }) => ({ ...state, way: 'ask', problem }),
    },
    failed,
    ...ignoring('choose-slot', 'edit', 'submit', 'retry', 'declined', 'slot-taken', 'nearest-found', 'confirmed'),
  },
  submitting: {
    back: { to: ['details'], next: detailsOf },
    restart,
    'sign-in-needed': signInNeeded,
    declined: { to: ['details'], next: detailsOf },
    failed,
    'slot-taken': {
      to: ['details'],
      next: ({ slot, draft }) => ({ status: 'details', slot, draft, taken: { slot, searching: true, nearest: [] } }),
    },
    confirmed: {
      to: ['booked'],
      next: ({ slot, draft }, { booking }) => ({ status: 'booked', slot, draft, booking }),
    },
    ...ignoring('choose-slot', 'edit', 'submit', 'retry', 'authenticated', 'guest-refused', 'nearest-found'),
  },
  booked: {
    restart: {
      to: ['choosing'],
      // Name and e-mail are kept; notes and answers belonged to the session just booked.
      next: ({ draft: { name, email } }) => ({ status: 'choosing', draft: { ...emptyDraft, name, email } }),
    },
    ...ignoring(
      'choose-slot',
      'edit',
      'submit',
      'retry',
      'back',
      'authenticated',
      'sign-in-needed',
      'guest-refused',
      'declined',
      'failed',
      'slot-taken',
      'nearest-found',
      'confirmed',
    ),
  },
};

/** The state after an event; the same object when the event is ignored. */
export function transition(state: FlowState, event: FlowEvent): FlowState {
  // Each cell matches its own state and event, but the compiler cannot follow two keys at once.
  const cell = flowTransitions[state.status][event.type] as TransitionCell<FlowStatus, FlowEventType>;
  return cell === 'ignored' ? state : cell.next(state, event);
}
