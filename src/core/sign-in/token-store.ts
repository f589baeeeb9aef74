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
/** What a session remembers. */
export type KeptTokens = z.output<typeof keptTokens>;

/** Where a session remembers it. */
export interface TokenStore {
  read(): KeptTokens | undefined;
  write(tokens: KeptTokens | undefined): void;
  /** The `device_token` of the last log-in from here. */
  readDevice(): string | undefined;
  writeDevice(token: string): void;
}

/** Tokens that are gone with the page. */
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

/**
 * Tokens in `sessionStorage`: they outlast a reload and end with the tab; the device token, which signs nobody in, in
 * `localStorage`. Where it is missing or blocked (Node,
 * a sandboxed frame, a full quota), memory serves.
 */
export function sessionTokens(api: string): TokenStore {
  const key = `cb-session ${api}`;
  const deviceKey = `cb-device ${api}`;
  const memory = memoryTokens();
  try {
    const stored = globalThis.sessionStorage.getItem(key);
    const read = z.safeParse(keptTokens, stored === null ? undefined : JSON.parse(stored));
    if (read.success) memory.write(read.data);
  } catch {
    // Blocked, or not ours: nobody is signed in yet.
  }
  return {
    read: memory.read,
    write(tokens) {
      memory.write(tokens);
      try {
        if (tokens) globalThis.sessionStorage.setItem(key, JSON.stringify(tokens));
        else globalThis.sessionStorage.removeItem(key);
      } catch {
        // Memory has them.
      }
    },
    readDevice() {
      try {
        return globalThis.localStorage.getItem(deviceKey) ?? undefined;
      } catch {
        return memory.readDevice();
      }
    },
    writeDevice(token) {
      memory.writeDevice(token);
      try {
        globalThis.localStorage.setItem(deviceKey, token);
      } catch {
        // Memory has it.
      }
    },
  };
}
