import * as z from 'zod/mini';
import type { Endpoint, EndpointReply } from '../../contract/endpoint.ts';
import { BookingError } from '../errors.ts';
import { type Issue, innermost, mendReply } from './mend-reply.ts';

/** `available_slots[3].end` */
function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}

function describe(issue: Issue, reply: unknown): string {
  const [{ path, code, message, expected } = issue] = innermost(issue);
  const value = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], reply);
  const where = writePath(path) || 'the reply';
  if (value === undefined) return `${where} is missing`;
  const found = JSON.stringify(value).slice(0, 40);
  if (code === 'custom') return `${where} ${message}, not ${found}`;
  return expected ? `${where} is ${found}, not ${expected}` : `${where} is ${found}, which the contract does not allow`;
}

/** Reads a success by the row's schema. Throws `unreadable` naming the first field that is wrong. */
export function readReply<E extends Endpoint>(
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
