import * as z from 'zod/mini';
import { user } from '../../contract/auth.ts';

const keptTokens = z.object({
  access: z.string(),
  refresh: z.optional(z.string()),
  /** Epoch ms. */
  expiresAt: z.optional(z.number()),
  /** Epoch ms before which there is no need to renew. */
  renewAt: z.optional(z.number()),
  user: z.optional(user),
  /** The token reaches this booking only. */
  bookingId: z.optional(z.string()),
});
/** The tokens and the user of a sign-in, as they are kept. */
export type KeptTokens = z.output<typeof keptTokens>;

/** The place where the tokens of a sign-in are kept. */
export interface TokenStore {
  read(): KeptTokens | undefined;
  write(tokens: KeptTokens | undefined): void;
  /** The `device_token` of the last log-in from here. */
  readDevice(): string | undefined;
  writeDevice(token: string): void;
}

/** Tokens in memory: gone when the page is left. */
export function memoryTokens(): TokenStore {
  let kept: KeptTokens | undefined;
  let device: string | undefined;
  return {
    read: () => kept,
    write(tokens) {
      kept = tokens;
    },
    readDevice: () => device,
    writeDevice(token) {
      device = token;
    },
  };
}

/** The answer of storage; undefined where it is missing, blocked or full (Node, a sandboxed frame). */
function tryStorage<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/**
 * Tokens in `sessionStorage`, which outlasts a reload and ends with the tab. The device token, which signs nobody in, is kept in
 * `localStorage`. Where storage does not work, they are kept in memory.
 */
export function sessionTokens(api: string): TokenStore {
  const key = `cb-session ${api}`;
  const deviceKey = `cb-device ${api}`;
  const memory = memoryTokens();
  const stored = tryStorage(() => JSON.parse(sessionStorage.getItem(key) ?? ''));
  const read = z.safeParse(keptTokens, stored);
  // Otherwise its content is not ours: nobody is signed in.
  if (read.success) memory.write(read.data);
  return {
    read: memory.read,
    write(tokens) {
      memory.write(tokens);
      tryStorage(() => {
        if (tokens) sessionStorage.setItem(key, JSON.stringify(tokens));
        else sessionStorage.removeItem(key);
      });
    },
    readDevice: () => tryStorage(() => localStorage.getItem(deviceKey)) ?? memory.readDevice(),
    writeDevice(token) {
      memory.writeDevice(token);
      tryStorage(() => localStorage.setItem(deviceKey, token));
    },
  };
}
