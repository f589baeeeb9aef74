import * as z from 'zod/mini';
import type { Endpoint, EndpointReply } from '../../contract/endpoint.ts';
import { BookingError } from '../errors.ts';
import { tellDeveloper } from './tell-developer.ts';

/** A fault that a schema found, as zod reports it. */
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  /** Of a union: the faults found by each branch. */
  readonly errors?: readonly (readonly Issue[])[];
}

/** The issues inside a union's issue: those of the branch that matched furthest, most likely the intended one. */
function innermost(issue: Issue): readonly Issue[] {
  const branches = (issue.errors ?? []).map((branch) =>
    branch.flatMap(innermost).sort((a, b) => b.path.length - a.path.length),
  );
  const [meant] = branches.sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0));
  return meant?.[0] ? meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) : [issue];
}

/**
 * Corrects in `reply` what other backends write differently, where the meaning is certain: a null where a field may be left out, a
 * number for an id, a price without a currency (left out). A slot that cannot be read is dropped. True when something was changed,
 * so that reading again may succeed.
 */
function mendReply(reply: unknown, issues: readonly Issue[]): boolean {
  let mended = false;
  for (const { path, expected } of issues.flatMap(innermost)) {
    const key = path.at(-1);
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((part, step) => (part as Parts | undefined)?.[step], reply) as Parts;
    const value = key === undefined || Array.isArray(parent) ? undefined : parent?.[key];
    if (key === undefined || value === undefined) continue;
    if (value === null || (key === 'price' && typeof value === 'number')) delete parent[key];
    else if (typeof value === 'number' && expected === 'string') parent[key] = String(value);
    else continue;
    mended = true;
  }
  return mended || dropSlots(reply, issues);
}

/**
 * Removes unreadable slots from `available_slots`, so that one of them does not hide the whole month. True when some were removed;
 * the console names them.
 */
function dropSlots(reply: unknown, issues: readonly Issue[]): boolean {
  const slots = (reply as Parts | null | undefined)?.available_slots;
  const broken = new Set(issues.map(({ path }) => (path[0] === 'available_slots' ? path[1] : undefined)));
  if (!Array.isArray(slots)) return false;
  const kept = slots.filter((_, index) => !broken.has(index));
  // When no slot can be read, the reply has another shape: report that instead of an empty month.
  if (kept.length === slots.length || kept.length === 0) return false;
  tellDeveloper({
    message:
      'Some slots of a reply cannot be read and are left out: start and end must be instants, duration_minutes a number',
  });
  (reply as Parts).available_slots = kept;
  return true;
}

type Parts = Record<PropertyKey, unknown>;

/** `available_slots[3].end` */
function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}

function describe(issue: Issue, reply: unknown): string {
  const [{ path, code, message, expected } = issue] = innermost(issue);
  const value = path.reduce<unknown>((part, key) => (part as Parts | undefined)?.[key], reply);
  const where = writePath(path) || 'the reply';
  if (value === undefined) return `${where} is missing`;
  const found = JSON.stringify(value).slice(0, 40);
  if (code === 'custom') return `${where} ${message}, not ${found}`;
  return expected ? `${where} is ${found}, not ${expected}` : `${where} is ${found}, which the contract does not allow`;
}

/**
 * Reads a success that differs from the row's schema, mended where the meaning is certain. Throws `unreadable` naming the first field
 * that is wrong.
 */
export function readDifferingReply<E extends Endpoint>(
  endpoint: E,
  request: string,
  response: Response,
  text: string,
): EndpointReply<E> {
  const mayHaveBeenDone = endpoint.method !== 'GET';
  const unreadable = (detail: string, cause?: unknown) =>
    new BookingError({ kind: 'unreadable', request, status: response.status, detail, cause, mayHaveBeenDone });
  let value: unknown;
  try {
    value = text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    const type = response.headers.get('content-type') ?? 'no content type';
    throw unreadable(`the reply is not JSON (${type}, ${text.length} characters)`, cause);
  }
  for (;;) {
    const read = z.safeParse(endpoint.reply, value);
    if (read.success) return read.data as EndpointReply<E>;
    const issues = read.error.issues as readonly Issue[];
    // Each mend removes a fault, so the loop ends.
    if (mendReply(value, issues)) continue;
    const [issue] = issues;
    // Carries the response when there was no body: its `Location` header may tell where to read.
    throw unreadable(
      // Describes the reply as it came, not as mended.
      issue ? describe(issue, text === '' ? undefined : JSON.parse(text)) : 'the reply is not what the contract says',
      text === '' ? response : undefined,
    );
  }
}
