import type { BookingFlow } from '../../core/flow/flow.ts';
import type { FlowEvent, FlowState } from '../../core/flow/state.ts';
import { createStore } from '../../core/store.ts';
import type { ElementFlowOptions } from '../context/start-flow.ts';

/** A flow whose code is loaded with the first event, because it is not needed before a time is chosen. */
export function deferFlow(options: ElementFlowOptions): BookingFlow {
  const store = createStore<FlowState>({ status: 'choosing', draft: { notes: '', answers: {}, ...options.draft } });
  const waiting: FlowEvent[] = [];
  let flow: BookingFlow | undefined;
  let disposed = false;

  async function start(): Promise<void> {
    try {
      const { startFlow } = await import('../context/start-flow.ts');
      if (disposed) return;
      flow ??= startFlow(options, store.set);
      for (const event of waiting.splice(0)) flow.send(event);
    } catch {
      // The script did not load: the step that needs it shows that and offers another try.
      waiting.length = 0;
    }
  }

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    send(event) {
      if (flow) flow.send(event);
      else if (waiting.push(event) === 1) void start();
    },
    dispose() {
      disposed = true;
      flow?.dispose();
    },
  };
}
