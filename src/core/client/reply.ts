import * as z from 'zod/mini';
import type { Endpoint, EndpointReply } from '../../contract/endpoint.ts';
import { BookingError } from '../errors.ts';

/**
 * Reads a success by the row's schema. Most replies match the schema; the module that reads the others and describes their faults is
 * loaded when the first of them arrives. Throws `unreadable`.
 */
export async function readReply<E extends Endpoint>(
  endpoint: E,
  request: string,
  response: Response,
  text: string,
): Promise<EndpointReply<E>> {
  const read = tryToRead(endpoint.reply, text);
  if (read?.success) return read.data as EndpointReply<E>;
  const { readDifferingReply } = await import('./differing-reply.ts').catch((cause) => {
    throw new BookingError({
      kind: 'unreadable',
      request,
      status: response.status,
      detail: 'the reply is not what the contract says',
      // Without a body, the `Location` header of the response may tell where to read.
      cause: text === '' ? response : cause,
      mayHaveBeenDone: endpoint.method !== 'GET',
    });
  });
  return readDifferingReply(endpoint, request, response, text);
}

/** Undefined where `text` is not JSON. */
function tryToRead(schema: Endpoint['reply'], text: string) {
  try {
    return z.safeParse(schema, text === '' ? undefined : JSON.parse(text));
  } catch {
    return undefined;
  }
}
