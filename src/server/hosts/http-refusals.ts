import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../../contract/problem.ts';
import { ProblemError, problemResponse } from '../http/problem-error.ts';

/** The error codes of requests that the host refuses because they cannot become a `Request`. */
type HostRefusal = Extract<ErrorCode, 'malformed_http' | 'request_timeout' | 'headers_too_large'>;

/** The reply to a request that is not valid HTTP, or has an invalid Host. */
export function malformedReply(): Response {
  return problemResponse(new ProblemError('malformed_http'));
}

/**
 * Refuses a request whose Host header is missing or invalid (RFC 9112, 3.2), and gives true. Such a request has no address, so it
 * would fail later where the address is read.
 */
export async function refuseBadHost(incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> {
  const { host } = incoming.headers;
  const isMissing = host === undefined && incoming.httpVersion !== '1.0';
  if (!isMissing && (host === undefined || isHost(host))) return false;
  const reply = malformedReply();
  const body = await reply.text();
  const length = Buffer.byteLength(body);
  outgoing.writeHead(reply.status, {
    ...Object.fromEntries(reply.headers),
    'content-length': length,
    connection: 'close',
  });
  outgoing.end(body);
  return true;
}

function isHost(host: string): boolean {
  return /^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`);
}

/** Answers a request that Node's parser rejects with a problem body, and closes the socket. */
export async function refuseBrokenRequest(error: Error & { readonly code?: string }, socket: Duplex): Promise<void> {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const reply = problemResponse(new ProblemError(refusalFor(error.code)));
  const body = await reply.text();
  const type = reply.headers.get('content-type');
  socket.end(
    `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status]}\r\nContent-Type: ${type}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}

function refusalFor(code: string | undefined): HostRefusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request_timeout';
  return code === 'HPE_HEADER_OVERFLOW' ? 'headers_too_large' : 'malformed_http';
}
