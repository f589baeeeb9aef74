import { type BusyReading, type ReadBusyOptions, readBusySteps } from '../../domain/calendar/read-busy.ts';

/** The page's message: the text of a calendar file, and the options of reading. */
export interface ReadRequest {
  readonly text: string;
  readonly options: ReadBusyOptions;
}

/** The worker's messages, in this order: started, progress, result. */
export type ReadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'done'; readonly reading: BusyReading }
  | { readonly kind: 'failed'; readonly isCalendar: boolean; readonly message: string };

const PROGRESS_MS = 100;
const send = (message: ReadMessage) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  try {
    const steps = readBusySteps(data.text, data.options);
    let told = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return send({ kind: 'done', reading: step.value });
      if (performance.now() - told < PROGRESS_MS) continue;
      told = performance.now();
      send({ kind: 'progress', part: step.value });
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return send({ kind: 'failed', isCalendar: !(error instanceof SyntaxError), message });
  }
});

send({ kind: 'ready' });
