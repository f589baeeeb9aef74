import { connect } from 'node:net';

/** What came back on a socket, up to its end; `reset` when it did not end by itself. */
export interface RawReply {
  readonly text: string;
  readonly reset: boolean;
}

/** Sends bytes as they are and reads until the other side closes. `feed` may send more meanwhile. */
export function sendRaw(
  port: number,
  bytes: string,
  feed?: (write: (more: string) => void) => void,
): Promise<RawReply> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes);
      feed?.((more) => {
        if (socket.writable) socket.write(more);
      });
    });
    let text = '';
    let reset = false;
    socket.on('data', (chunk) => (text += chunk));
    socket.on('error', () => (reset = true));
    socket.on('close', () => resolve({ text, reset }));
  });
}
