import { type Availability, createAvailability } from '../availability/availability.ts';
import { createStore, type Store } from '../store.ts';
import type { FlowOptions } from './options.ts';
import type { FlowEvent, FlowState } from './state.ts';
import { draftOf, transition } from './transitions.ts';
import { createWork } from './work.ts';

export type { BookingIntent } from './intent.ts';
export type { FlowClient, FlowOptions } from './options.ts';

/** One visitor's steps to one booking: a store of the current step. */
export interface BookingFlow extends Store<FlowState> {
  /** Applies the event if the current state allows it, else ignores it: see `flowTransitions`. */
  send(event: FlowEvent): void;
  /** Aborts the work under way and calls no listener any more. */
  dispose(): void;
}

/**
 * Makes a flow. Its state is the visitor's current step; `send` moves it on.
 *
 * @example
 * const flow = createBookingFlow({ client, coachId });
 * flow.subscribe((state) => render(state));
 * flow.send({ type: 'choose-slot', slot });
 * flow.send({ type: 'submit', draft: { notes: 'Looking forward to it' } });
 */
export function createBookingFlow(options: FlowOptions): BookingFlow {
  const draft = draftOf(options.draft);
  const store = createStore<FlowState>(
    options.slot ? { status: 'details', slot: options.slot, draft } : { status: 'choosing', draft },
  );
  let own: Availability | undefined;
  const work = createWork(options, () => {
    const { client, coachId, now } = options;
    const durationMinutes = 'slot' in store.state ? store.state.slot.duration_minutes : undefined;
    // Any zone will do here: the nearest slots are found by instant.
    own ??= options.availability ?? createAvailability({ client, coachId, durationMinutes, timeZone: 'UTC', now });
    return own;
  });
  let current = { name: work.nameOf(store.state), controller: new AbortController() };
  let disposed = false;

  function send(event: FlowEvent): void {
    if (disposed) return;
    const keyed = event.type === 'submit' ? { ...event, key: event.key ?? newKey() } : event;
    const next = transition(store.state, keyed);
    if (next === store.state) return;
    const name = work.nameOf(next);
    if (name === current.name) {
      store.set(next);
      return;
    }
    current.controller.abort();
    const controller = new AbortController();
    current = { name, controller };
    store.set(next);
    // A listener may already have changed the state.
    if (controller.signal.aborted) return;
    work.start(next, controller.signal, (outcome) => {
      // Ignore results of superseded work.
      if (!controller.signal.aborted) send(outcome);
    });
  }

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    send,
    dispose() {
      disposed = true;
      current.controller.abort();
    },
  };
}

/** An idempotency key. Not `randomUUID`: pages served over plain http lack it. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
