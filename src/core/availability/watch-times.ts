import { liveEndpoints } from '../../contract/endpoints/live.ts';
import { backOffMs } from '../../domain/retry/back-off.ts';
import { prepareRequest } from '../client/request.ts';
import { retryAfterSeconds } from '../client/retry-after.ts';

/** How the API is reached: a part of every client. */
interface Reach {
  readonly api: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Reports changes of a coach's times. */
interface TimesWatch {
  /**
   * Calls `changed` after each change of the times, and after a break in the connection in which they changed, until the returned
   * function is called. Also calls it once when the stream begins, if the times on the screen were asked for a while before: at `since`,
   * by `performance.now()`. The returned function gives the `since` for listening again: `Infinity` once the stream has begun, which is then
   * resumed.
   */
  listen(changed: () => void, since: number): () => number;
}

/** Without HTTP/2 a browser opens six connections to a host, over all its tabs: more streams would block the calls. */
const MOST_STREAMS = 2;
/** The server sends a line every 15 seconds; a connection that is silent for this long is broken. */
const SILENCE_MS = 45_000;
const LONGEST_WAIT_MS = 60_000;
/** Times that were asked for this long before the stream began may have changed in between. */
const FRESH_MS = 1000;
/** Statuses of a server that lacks the call, or refuses it to this page; all others are temporary. */
const LACKS_IT = [400, 401, 403, 404, 405, 406, 410, 501];

// By the client's `fetch`, then by API and coach: pickers of one page share a stream.
const watches = new WeakMap<Reach['fetch'], Map<string, TimesWatch>>();
let open = 0;
const queue = new Set<() => void>();

/** The watch on one coach's times, shared by all who reach the API in the same way. */
export function watchTimes(reach: Reach, coachId: string): TimesWatch {
  const known = watches.get(reach.fetch) ?? new Map<string, TimesWatch>();
  watches.set(reach.fetch, known);
  const key = `${reach.api} ${coachId}`;
  const watch = known.get(key) ?? createWatch(reach, coachId);
  known.set(key, watch);
  return watch;
}

function createWatch({ api, fetch }: Reach, coachId: string): TimesWatch {
  const { url } = prepareRequest(api, liveEndpoints.watchAvailability, { params: { coach_id: coachId } });
  /** Each listener, with the moment at which its times were asked for, by `performance.now()`; undefined once the stream has begun. */
  const listeners = new Map<() => void, number | undefined>();
  let isOpen = false;
  let ending: AbortController | undefined;
  let isLacking = false;
  /** The id of the last event, also kept while nobody listens. */
  let lastId: string | undefined;
  /** False once a request with `Last-Event-ID` has failed: without it, changes may be missed between two connections. */
  let sendsId = true;

  const tell = () => {
    for (const listener of [...listeners.keys()]) listener();
  };

  /** The stream has begun: from here on no change is missed. */
  const begin = () => {
    isOpen = true;
    for (const [listener, since = Number.POSITIVE_INFINITY] of [...listeners]) {
      listeners.set(listener, undefined);
      if (performance.now() - since > FRESH_MS) listener();
    }
  };

  /** Reads one connection to its end. Gives the milliseconds to wait at least before the next. */
  async function read(signal: AbortSignal): Promise<number> {
    const asked = new AbortController();
    let cancel: (() => Promise<void>) | undefined;
    const leave = () => {
      asked.abort();
      // A page's own fetch may ignore signals.
      cancel?.().catch(() => undefined);
    };
    signal.addEventListener('abort', leave);
    let silence = setTimeout(leave, SILENCE_MS);
    try {
      const headers = { accept: 'text/event-stream', ...(lastId && sendsId && { 'last-event-id': lastId }) };
      const response = await fetch(new Request(url, { headers, signal: asked.signal })).catch((error: unknown) => {
        // The network is down, or the preflight does not allow the header: the next request leaves it out.
        sendsId &&= asked.signal.aborted;
        throw error;
      });
      const isStream = response.ok && /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
      if (!isStream || !response.body) {
        isLacking = response.ok || LACKS_IT.includes(response.status);
        leave();
        return (retryAfterSeconds(response) ?? 5) * 1000;
      }
      sendsId = true;
      let waitMs = 0;
      const readLine = lineReader(
        (id) => {
          const isNews = lastId !== undefined && lastId !== id;
          lastId = id;
          begin();
          return isNews;
        },
        tell,
        (ms) => {
          waitMs = ms;
        },
      );
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      cancel = () => reader.cancel();
      if (asked.signal.aborted) leave();
      for (let rest = ''; ; ) {
        const { done, value } = await reader.read();
        if (done || asked.signal.aborted) return waitMs;
        clearTimeout(silence);
        silence = setTimeout(leave, SILENCE_MS);
        const lines = (rest + value).split(/\r\n|\n|\r/);
        rest = lines.pop() ?? '';
        lines.forEach(readLine);
      }
    } finally {
      isOpen = false;
      clearTimeout(silence);
      signal.removeEventListener('abort', leave);
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (let failures = 1; !signal.aborted && !isLacking; failures += 1) {
      const startedAt = performance.now();
      const waitMs = await read(signal).catch(() => 0);
      // The connection worked for a while: count failures anew.
      if (performance.now() - startedAt > SILENCE_MS) failures = 1;
      if (isLacking || signal.aborted) return;
      const ms = Math.max(
        waitMs,
        backOffMs(failures, { firstMs: 1000, longestMs: LONGEST_WAIT_MS, random: Math.random }),
      );
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  const start = () => {
    if (listeners.size === 0 || ending) return;
    if (open >= MOST_STREAMS) {
      queue.add(start);
      return;
    }
    open += 1;
    const own = new AbortController();
    ending = own;
    void run(own.signal).finally(() => {
      open -= 1;
      for (const next of [...queue]) {
        queue.delete(next);
        next();
      }
    });
  };

  return {
    listen(changed, since) {
      listeners.set(changed, since);
      if (isOpen) begin();
      else if (!isLacking) start();
      return () => {
        const missed = listeners.get(changed) ?? Number.POSITIVE_INFINITY;
        listeners.delete(changed);
        if (listeners.size === 0) {
          ending?.abort();
          ending = undefined;
        }
        return missed;
      };
    },
  };
}

/** Reads an event stream line by line (https://html.spec.whatwg.org/multipage/server-sent-events.html, 9.2.6). */
function lineReader(
  /** Called with the id of each event; returns true when it differs from the last one. */
  isNew: (id: string) => boolean,
  changed: () => void,
  retry: (ms: number) => void,
): (line: string) => void {
  let id: string | undefined;
  let hasData = false;
  return (line) => {
    const [, field, value = ''] = /^(\w+)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'id') id = value;
    if (field === 'data') hasData = true;
    if (field === 'retry' && /^\d+$/.test(value)) retry(Number(value));
    if (line !== '') return;
    const isOther = id !== undefined && isNew(id);
    if (hasData || isOther) changed();
    id = undefined;
    hasData = false;
  };
}
