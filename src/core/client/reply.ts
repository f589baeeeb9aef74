import * as z from 'zod/mini';
import type { Endpoint, EndpointReply } from '../../contract/endpoint.ts';
import { BookingError } from '../errors.ts';

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** `available_slots[3].end` */
function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}

/** Of a union's branches, the one that came furthest is the one that was meant. */
function innermost(issue: Issue): Issue {
  const branches = (issue.errors ?? []).flatMap((branch) => (branch[0] ? [innermost(branch[0])] : []));
  const deepest = branches.sort((a, b) => b.path.length - a.path.length)[0];
  return deepest ? { ...deepest, path: [...issue.path, ...deepest.path] } : issue;
}

function describe(issue: Issue, reply: unknown): string {
  const { path, code, message, expected } = innermost(issue);
  const value = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], reply);
  const where = writePath(path) || 'the reply';
  if (value === undefined) return `${where} is missing`;
  if (code === 'custom') return `${where} ${message}`;
  const found = JSON.stringify(value).slice(0, 40);
  return expected ? `${where} is ${found}, not ${expected}` : `${where} is ${found}, which the contract does not allow`;
}

/** Reads a success by the row's schema. Throws `unreadable` naming the first field that is wrong. */
export function readReply<E extends Endpoint>(
  endpoint: E,
  request: string,
  response: Response,
  text: string,
): EndpointReply<E> {
  const unreadable = (detail: string, cause?: unknown) =>
    new BookingError({ kind: 'unreadable', request, status: response.status, detail, cause });
  let value: unknown;
  try {
    value = text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    const type = response.headers.get('content-type') ?? 'no content type';
    throw unreadable(`the reply is not JSON (${type}, ${text.length} characters)`, cause);
  }
  const read = z.safeParse(endpoint.reply, value);
  if (read.success) return read.data as EndpointReply<E>;
  // Many backends send null for what they have not got.
  const filled = z.safeParse(endpoint.reply, withoutNulls(value));
  if (filled.success) return filled.data as EndpointReply<E>;
  const [issue] = read.error.issues as readonly Issue[];
  throw unreadable(issue ? describe(issue, value) : 'the reply is not what the contract says');
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(given.map(([key, each]) => [key, withoutNulls(each)]));
}
