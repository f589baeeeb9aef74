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

/** The next state after one event in one state. Pure. Returns the same object when nothing changes. */
export type FlowStep<S extends FlowStatus, E extends FlowEventType> = (
  state: StateOf<S>,
  event: EventOf<E>,
) => FlowState;

/** Answers to an attempt to book; in a state without an attempt under way they are late and ignored. */
type AttemptAnswer =
  | 'authenticated'
  | 'sign-in-needed'
  | 'guest-refused'
  | 'declined'
  | 'failed'
  | 'slot-taken'
  | 'confirmed';

/** Events that have no effect in a state on purpose, such as a late answer or a second press. */
interface Ignored {
  readonly choosing: AttemptAnswer | 'submit' | 'retry' | 'back' | 'restart' | 'nearest-found';
  readonly details: AttemptAnswer;
  readonly authenticating:
    | 'choose-slot'
    | 'edit'
    | 'submit'
    | 'retry'
    | 'declined'
    | 'slot-taken'
    | 'nearest-found'
    | 'confirmed';
  readonly submitting:
    | 'choose-slot'
    | 'edit'
    | 'submit'
    | 'retry'
    | 'authenticated'
    | 'guest-refused'
    | 'nearest-found';
  readonly booked: Exclude<FlowEventType, 'restart'>;
}

/** Every state with every event that it does not ignore: a missing pair does not compile. */
export type FlowSteps = {
  readonly [S in FlowStatus]: { readonly [E in Exclude<FlowEventType, Ignored[S]>]: FlowStep<S, E> };
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

const restart = ({ draft }: FlowState): FlowState => ({ status: 'choosing', draft });

const chooseSlot = ({ draft }: StateOf<'choosing' | 'details'>, { slot }: EventOf<'choose-slot'>): FlowState => ({
  status: 'details',
  slot,
  draft,
});

const edit = (state: StateOf<'choosing' | 'details'>, event: EventOf<'edit'>): FlowState => ({
  ...state,
  draft: edited(state.draft, event.draft),
});

const failed = (
  state: StateOf<'authenticating' | 'submitting'>,
  { problem, retryAt }: EventOf<'failed'>,
): FlowState => ({
  ...detailsOf(state),
  problem,
  ...(retryAt === undefined ? {} : { retryAt }),
});

const signInNeeded = (
  { slot, draft, attempt }: StateOf<'authenticating' | 'submitting'>,
  { way, reason }: EventOf<'sign-in-needed'>,
): FlowState => ({ status: 'authenticating', slot, draft, attempt, way, reason });

/**
 * The whole booking flow: state, event, next state. The events that a state ignores are in the type `Ignored` only, and the states that
 * each step may lead to are in `flow-transitions.ts`: a page that only books loads neither.
 */
export const flowSteps: FlowSteps = {
  choosing: {
    'choose-slot': chooseSlot,
    edit,
  },
  details: {
    // Another slot is another intent, so the attempt is dropped.
    'choose-slot': chooseSlot,
    edit,
    submit: (state, event) => {
      const { slot } = state;
      const draft = edited(state.draft, event.draft);
      if (repeats(state.attempt, slot, draft)) return { status: 'submitting', slot, draft, attempt: state.attempt };
      if (event.key === undefined) return state;
      return { status: 'submitting', slot, draft, attempt: { key: event.key, slot, draft } };
    },
    // Sends the last attempt again unchanged; later edits are sent by `submit`.
    retry: (state) => {
      const { problem, attempt } = state;
      if (!problem || !attempt) return state;
      return { status: 'submitting', slot: attempt.slot, draft: state.draft, attempt };
    },
    back: restart,
    restart,
    'nearest-found': (state, { nearest }) =>
      state.taken ? { ...state, taken: { ...state.taken, searching: false, nearest } } : state,
  },
  authenticating: {
    back: detailsOf,
    restart,
    authenticated: ({ slot, draft, attempt }) => ({ status: 'submitting', slot, draft, attempt }),
    'sign-in-needed': signInNeeded,
    'guest-refused': (state, { problem }) => ({ ...state, way: 'ask', problem }),
    failed,
  },
  submitting: {
    back: detailsOf,
    restart,
    'sign-in-needed': signInNeeded,
    declined: detailsOf,
    failed,
    'slot-taken': ({ slot, draft }) => ({
      status: 'details',
      slot,
      draft,
      taken: { slot, searching: true, nearest: [] },
    }),
    confirmed: ({ slot, draft }, { booking }) => ({ status: 'booked', slot, draft, booking }),
  },
  booked: {
    // Name and e-mail are kept; notes and answers belonged to the session just booked.
    restart: ({ draft: { name, email } }) => ({ status: 'choosing', draft: { ...emptyDraft, name, email } }),
  },
};

/** The state after an event; the same object when the event is ignored. */
export function transition(state: FlowState, event: FlowEvent): FlowState {
  // Each step matches its own state and event, but the compiler cannot follow two keys at once.
  const steps = flowSteps[state.status] as Partial<Record<FlowEventType, FlowStep<FlowStatus, FlowEventType>>>;
  return steps[event.type]?.(state, event) ?? state;
}
