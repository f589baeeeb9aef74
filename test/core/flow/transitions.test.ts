import { describe, expect, it } from 'vitest';
import { flowDiagram } from '../../../.ci/docs/flow-diagram.ts';
import { BookingError } from '../../../src/core/errors.ts';
import { flowTransitions } from '../../../src/core/flow/flow-transitions.ts';
import type {
  EventOf,
  FlowEvent,
  FlowEventType,
  FlowState,
  FlowStatus,
  StateOf,
} from '../../../src/core/flow/state.ts';
import { transitionTable } from '../../../src/core/flow/transition-table.ts';
import { transition } from '../../../src/core/flow/transitions.ts';
import { freeze } from '../../../src/core/store.ts';
import { bookingOf, hourAt } from '../client/raw-server.ts';

const slot = hourAt('2025-11-15T14:00:00Z');
const other = hourAt('2025-11-16T14:00:00Z');
const draft = { name: 'Kim', email: 'kim@example.com', notes: 'Hello', answers: { goal: 'x' } };
const attempt = { key: 'key-1', slot, draft };
const problem = new BookingError({ kind: 'offline', request: 'POST /booking', detail: 'no answer came' });
const booking = { ...bookingOf(slot.start), status: 'pending' as const };

const states: { readonly [S in FlowStatus]: StateOf<S> } = freeze({
  choosing: { status: 'choosing', draft },
  details: { status: 'details', slot, draft, attempt, problem },
  authenticating: { status: 'authenticating', slot, draft, attempt, way: 'guest', reason: 'needed' },
  submitting: { status: 'submitting', slot, draft, attempt },
  booked: { status: 'booked', slot, draft, booking },
});

const events: { readonly [E in FlowEventType]: EventOf<E> } = {
  'choose-slot': { type: 'choose-slot', slot: other },
  edit: { type: 'edit', draft: { notes: 'Changed' } },
  submit: { type: 'submit', key: 'key-2' },
  retry: { type: 'retry' },
  back: { type: 'back' },
  restart: { type: 'restart' },
  authenticated: { type: 'authenticated' },
  'sign-in-needed': { type: 'sign-in-needed', way: 'ask', reason: 'expired' },
  'guest-refused': { type: 'guest-refused', problem },
  declined: { type: 'declined' },
  failed: { type: 'failed', problem },
  'slot-taken': { type: 'slot-taken' },
  'nearest-found': { type: 'nearest-found', nearest: [other] },
  confirmed: { type: 'confirmed', booking },
};

const statuses = Object.keys(states) as FlowStatus[];
const types = Object.keys(events) as FlowEventType[];

describe('the table', () => {
  it.each(statuses)('says for every event what it does to "%s", or that it is ignored', (status) => {
    expect(Object.keys(flowTransitions[status]).sort()).toEqual([...types].sort());
  });

  it.each(statuses.flatMap((status) => types.map((type) => [status, type] as const)))(
    'leads from "%s" by "%s" only where it says',
    (status, type) => {
      const before: FlowState = states[status];
      const after = transition(before, events[type]);
      const to = transitionTable
        .filter((arrow) => arrow.from === status && arrow.event === type)
        .map((arrow) => arrow.to);
      if (flowTransitions[status][type] === 'ignored') {
        expect(after).toBe(before);
        expect(to).toEqual([]);
      } else expect(to).toContain(after.status);
    },
  );

  it.each(statuses.flatMap((status) => types.map((type) => [status, type] as const)))(
    'loses nothing the visitor typed, from "%s" by "%s"',
    (status, type) => {
      const after = transition(states[status], events[type]);
      const kept = status === 'booked' && type === 'restart' ? { ...draft, notes: '', answers: {} } : draft;
      expect(after.draft).toEqual(type === 'edit' && after !== states[status] ? { ...kept, notes: 'Changed' } : kept);
    },
  );

  it('leads from every state to booked or back to choosing', () => {
    for (const goal of ['booked', 'choosing'] as const) {
      const reached = new Set<FlowStatus>([goal]);
      for (let grown = -1; grown !== reached.size; ) {
        grown = reached.size;
        for (const { from, to } of transitionTable) if (reached.has(to)) reached.add(from);
      }
      expect([...reached].sort()).toEqual([...statuses].sort());
    }
  });
});

describe('the key of an attempt', () => {
  const send = (state: FlowState, ...sent: FlowEvent[]) => sent.reduce(transition, state);
  const keyOf = (state: FlowState) => ('attempt' in state ? state.attempt?.key : undefined);

  it('is the same for a retry, and for a submit that says the same', () => {
    expect(keyOf(send(states.details, { type: 'retry' }))).toBe('key-1');
    expect(keyOf(send(states.details, { type: 'submit', key: 'key-2' }))).toBe('key-1');
    expect(keyOf(send(states.details, { type: 'submit', key: 'key-2', draft: { notes: 'Hello' } }))).toBe('key-1');
  });

  it('is new when the visitor says something else', () => {
    expect(keyOf(send(states.details, { type: 'submit', key: 'key-2', draft: { notes: 'Changed' } }))).toBe('key-2');
    expect(keyOf(send(states.details, events.edit, events.submit))).toBe('key-2');
  });

  it('is the old one again when the visitor takes the change back', () => {
    const back: FlowEvent = { type: 'edit', draft: { notes: 'Hello' } };
    expect(keyOf(send(states.details, events.edit, back, events.submit))).toBe('key-1');
  });

  it('is new after a slot was taken, for another slot and for the same', () => {
    const taken = send(states.submitting, { type: 'slot-taken' });
    expect(keyOf(send(taken, events.submit))).toBe('key-2');
    expect(keyOf(send(taken, events['choose-slot'], events.submit))).toBe('key-2');
  });

  it('is kept through signing in', () => {
    expect(keyOf(send(states.submitting, events['sign-in-needed'], events.authenticated))).toBe('key-1');
  });
});

describe('a retry', () => {
  it('does nothing where nothing failed', () => {
    const fresh: FlowState = { status: 'details', slot, draft };
    expect(transition(fresh, { type: 'retry' })).toBe(fresh);
  });
});

describe('the diagram', () => {
  it('shows every arrow of the table', () => {
    const diagram = flowDiagram();
    expect(diagram.startsWith('stateDiagram-v2\n    [*] --> choosing\n')).toBe(true);
    for (const { from, event, to } of transitionTable) {
      expect(diagram).toMatch(new RegExp(`^ {4}${from} --> ${to}: (.*, )?${event}(,|$)`, 'm'));
    }
  });
});
