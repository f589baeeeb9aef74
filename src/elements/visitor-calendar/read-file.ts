import type { ReadingControl } from '../../core/visitor-busy/visitor-busy.ts';
import type { BusyReading, ReadBusyOptions } from '../../domain/calendar/read-busy.ts';
import type { ReadMessage, ReadRequest } from './read-file-worker.ts';

/** Limits of reading a file; other values are for tests. */
interface ReadLimits {
  /** The most milliseconds of reading. */
  readonly time: number;
  /** Characters from which a worker reads. Starting one takes longer than reading less than that in slices. */
  readonly workerFrom: number;
  /** The address of the worker's script. */
  readonly workerUrl: string;
}

export const readLimits: ReadLimits = {
  time: 20_000,
  workerFrom: 200_000,
  workerUrl: new URL('./read-file-worker.ts', import.meta.url).href,
};

/** Shorter than a frame, so that the page stays smooth. */
const SLICE_MS = 10;
const WORKER_START_MS = 5000;

/**
 * Reads the busy times of a calendar file without blocking the page: in a worker, or in slices where the text is short or a
 * page's Content-Security-Policy allows no worker.
 * Rejects with a SyntaxError when the text is no calendar, with a `TimeoutError` after the time limit, and with the reason of the
 * signal when that is aborted.
 */
export async function readFile(
  text: string,
  options: ReadBusyOptions,
  control: ReadingControl,
  limits = readLimits,
): Promise<BusyReading> {
  const worker = text.length < limits.workerFrom ? undefined : await startWorker(limits.workerUrl, control.signal);
  control.signal.throwIfAborted();
  if (!worker) return readInSlices(text, options, control, limits);
  try {
    return await readInWorker(worker, { text, options }, control, limits);
  } finally {
    worker.terminate();
  }
}

async function readInSlices(
  text: string,
  options: ReadBusyOptions,
  { signal, progress }: ReadingControl,
  limits: ReadLimits,
): Promise<BusyReading> {
  const { readBusySteps } = await import('../../domain/calendar/read-busy.ts');
  const steps = readBusySteps(text, options);
  // The time spent reading, not the time passed: a background page rarely gets to run.
  let spent = 0;
  for (;;) {
    const begin = performance.now();
    let step = steps.next();
    while (!step.done && performance.now() - begin < SLICE_MS) step = steps.next();
    if (step.done) return step.value;
    spent += performance.now() - begin;
    if (spent > limits.time) throw timedOut();
    progress(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}

function readInWorker(
  worker: Worker,
  request: ReadRequest,
  { signal, progress }: ReadingControl,
  limits: ReadLimits,
): Promise<BusyReading> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    const timer = setTimeout(() => reject(timedOut()), limits.time);
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message));
    };
    worker.onmessage = ({ data }: MessageEvent<ReadMessage>) => {
      if (data.kind === 'progress') return progress(data.part);
      end();
      if (data.kind === 'done') resolve(data.reading);
      if (data.kind === 'failed') reject(data.isCalendar ? new Error(data.message) : new SyntaxError(data.message));
    };
    worker.postMessage(request);
  });
}

/** Starts a worker; undefined when workers are not allowed, its script does not load within five seconds, or the reading is aborted. */
async function startWorker(url: string, signal: AbortSignal): Promise<Worker | undefined> {
  // Browsers start workers only from the page's own origin: a script of another origin is imported by a small script made here.
  const isOwn = new URL(url, location.href).origin === location.origin;
  const address = isOwn
    ? url
    : URL.createObjectURL(new Blob([`import ${JSON.stringify(url)};`], { type: 'text/javascript' }));
  let worker: Worker | undefined;
  try {
    worker = new Worker(trusted(address), { type: 'module' });
    const isRunning = await started(worker, signal);
    if (!isRunning) worker.terminate();
    return isRunning ? worker : undefined;
  } catch {
    worker?.terminate();
    return undefined;
  } finally {
    if (!isOwn) URL.revokeObjectURL(address);
  }
}

function started(worker: Worker, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), WORKER_START_MS);
    const end = (isRunning: boolean) => {
      clearTimeout(timer);
      resolve(isRunning);
    };
    signal.addEventListener('abort', () => end(false), { once: true });
    worker.onmessage = () => end(true);
    worker.onerror = (event) => {
      // The file is read in slices instead, so the page must not report an error.
      event.preventDefault();
      end(false);
    };
  });
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * The address as a trusted URL, for pages with `require-trusted-types-for 'script'`. Throws when the page does not allow the
 * policy.
 */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('culturebridge-booking', { createScriptURL: (url) => url });
  return policy?.createScriptURL(address) ?? address;
}

function timedOut(): DOMException {
  return new DOMException('Reading the file took too long', 'TimeoutError');
}
