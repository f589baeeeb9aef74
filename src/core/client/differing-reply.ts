import type { Endpoint, EndpointReply } from '../../contract/endpoint.ts';
import { innermost, type ReplyIssue, readMended } from '../../domain/reply/mended-reply.ts';
import { BookingError } from '../errors.ts';
import { tellDeveloper } from './tell-developer.ts';

/** `available_slots[3].end` */
function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}

function describe(issue: ReplyIssue, reply: unknown): string {
  const [{ path, code, message, expected, values } = issue] = innermost(issue);
  const value = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], reply);
  const where = writePath(path) || 'the reply';
  if (value === undefined) return `${where} is missing`;
  const found = JSON.stringify(value).slice(0, 40);
  if (code === 'custom') return `${where} ${message}, not ${found}`;
  if (path.at(-1) === 'status' && values)
    return `${where} is ${found}, not one of ${values.join(', ')}: translate it by mapReplies({ statusWords })`;
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
  const parse = () => (text === '' ? undefined : JSON.parse(text));
  let value: unknown;
  try {
    value = parse();
  } catch (cause) {
    const type = response.headers.get('content-type') ?? 'no content type';
    throw unreadable(`the reply is not JSON (${type}, ${text.length} characters)`, cause);
  }
  const read = readMended(endpoint.reply, value);
  // Faults are described as they came, not as mended.
  const first = read.success ? read.dropped[0] : read.issues[0];
  const detail = first ? describe(first, parse()) : 'the reply is not what the contract says';
  if (!read.success) {
    // Carries the response when there was no body: its `Location` header may tell where to read.
    throw unreadable(detail, text === '' ? response : undefined);
  }
  if (first) tellDeveloper(unreadable(`${detail}: slots that cannot be read are left out`));
  return read.data as EndpointReply<E>;
}
