import type * as z from 'zod/mini';
import type { Endpoint } from '../../contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../contract/endpoints.ts';
import { readMended } from '../../domain/reply/mended-reply.ts';
import { findReplyFault } from '../http/validation.ts';

/** A caller: with a bearer token, with headers such as a cookie, or with neither. */
export interface Caller {
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The parts of a call. */
interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Nobody when left out. */
  readonly as?: Caller | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The outcome of a call: a reply, or the reason why there was none. */
export type Outcome =
  | { readonly kind: 'reply'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly kind: 'failed'; readonly why: string };

/** A backend under test. */
export interface Backend {
  call(name: EndpointName, sent?: Sent): Promise<Outcome>;
  /** Sends the preflight that a browser sends before a page's call. */
  preflight(name: EndpointName, headers: readonly string[]): Promise<Outcome>;
}

const TIMEOUT_MS = 15_000;

/** Makes a backend under test. `origin` is that of a calling page. */
export function createBackend(api: string, origin: string, fetch: typeof globalThis.fetch): Backend {
  const base = api.replace(/\/+$/, '');

  const send = async (url: string, init: RequestInit): Promise<Outcome> => {
    try {
      const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
      // A stream of events has no end: that it began is enough.
      if (isEventStream(reply.headers)) await reply.body?.cancel();
      const text = isEventStream(reply.headers) ? '' : await reply.text();
      return { kind: 'reply', status: reply.status, headers: reply.headers, body: readJson(text) };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return { kind: 'failed', why: cause instanceof Error ? cause.message || cause.name : String(cause) };
    }
  };

  const urlOf = (name: EndpointName, { params = {}, query = {} }: Sent) => {
    const row: Endpoint = endpoints[name];
    const path = row.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? 'none'));
    const text = new URLSearchParams(query).toString();
    return base + path + (text && `?${text}`);
  };

  return {
    call(name, sent = {}) {
      const { method }: Endpoint = endpoints[name];
      const headers = {
        origin,
        ...(sent.body !== undefined && { 'content-type': 'application/json' }),
        ...(sent.as?.token !== undefined && { authorization: `Bearer ${sent.as.token}` }),
        ...sent.as?.headers,
        ...sent.headers,
      };
      const body = sent.body === undefined ? {} : { body: JSON.stringify(sent.body) };
      // Only redirects of a GET are followed: others are faults, and following would hide them.
      const redirect = method === 'GET' ? 'follow' : 'manual';
      return send(urlOf(name, sent), { method, headers, redirect, ...body });
    },
    preflight(name, headers) {
      const { method }: Endpoint = endpoints[name];
      const asked = { 'access-control-request-method': method, 'access-control-request-headers': headers.join(',') };
      return send(urlOf(name, {}), { method: 'OPTIONS', redirect: 'manual', headers: { origin, ...asked } });
    },
  };
}

/** The fault of an outcome that should be the row's success; undefined when it has none. */
export function faultOf(name: EndpointName, outcome: Outcome): string | undefined {
  const row: Endpoint = endpoints[name];
  if (outcome.kind === 'failed') return outcome.why;
  const { status, body } = outcome;
  if (status >= 300 && status < 400) return redirected(outcome);
  if (status < 200 || status > 299) return `answered ${status}${detailOf(body)}`;
  if (row.stream) {
    if (isEventStream(outcome.headers)) return undefined;
    return `answered with ${outcome.headers.get('content-type') ?? 'no content-type'}, not with text/event-stream`;
  }
  const reply = body === '' ? undefined : structuredClone(body);
  const fault = findReplyFault(row.reply, reply);
  if (fault === undefined) return undefined;
  // Differences that pages correct are no faults: a null for a missing field, a number for an id.
  const read = readMended(row.reply, reply);
  return read.success && read.dropped.length === 0 ? undefined : together(findReplyFault(row.reply, reply) ?? fault);
}

/** A success as pages read it; undefined where they cannot. */
export function readBody<Schema extends z.ZodMiniType>(schema: Schema, outcome: Outcome): z.output<Schema> | undefined {
  if (outcome.kind === 'failed' || !isSuccess(outcome)) return undefined;
  const read = readMended(schema, structuredClone(outcome.body));
  return read.success ? read.data : undefined;
}

const isEventStream = (headers: Headers): boolean => /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');

/** The target of a redirect, and what browsers do with it. */
function redirected({ status, headers }: Extract<Outcome, { kind: 'reply' }>): string {
  const to = headers.get('location') ?? 'nowhere';
  return `answered ${status}, a redirect to ${to}: browsers turn a redirected POST into a GET or refuse it; answer at this address itself`;
}

/** Joins equal faults of many list entries into one, with their number. */
function together(fault: string): string {
  const counts = new Map<string, number>();
  for (const each of fault.split('; ')) {
    const kind = each.replace(/\.\d+(?=[.:])/g, '[]').replace(/^\d+(?=[.:])/, '[]');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => (count === 1 ? kind : `${kind} (${count} times)`)).join('; ');
}

/** True for a success, whatever its body is. */
export function isSuccess(outcome: Outcome): boolean {
  return outcome.kind === 'reply' && outcome.status >= 200 && outcome.status < 300;
}

/** `409: Time slot is not available`, or the reason why there was no answer. */
export function answerOf(outcome: Outcome): string {
  return outcome.kind === 'failed' ? outcome.why : `${outcome.status}${detailOf(outcome.body)}`;
}

/** True when the outcome means that the call of `path` does not exist, not that it was refused or found nothing. */
export function isAbsent(outcome: Outcome, path = '{}'): boolean {
  if (outcome.kind === 'failed') return false;
  const { status, body } = outcome;
  // "Booking not found" comes from a call that exists, unless the path names nothing that could be missing.
  const isOfPath = !path.includes('{') || /^(: not found)?$/i.test(detailOf(body));
  return status === 405 || status === 501 || (status === 404 && isOfPath);
}

function detailOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('detail' in body)) return '';
  return typeof body.detail === 'string' ? `: ${body.detail}` : '';
}

/** Text that is not JSON stays text: it matches no shape, which is reported as a fault. */
function readJson(text: string): unknown {
  try {
    return text === '' ? '' : JSON.parse(text);
  } catch {
    return text;
  }
}
