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
}

/** Tokens that are gone with the page. */
export function memoryTokens(): TokenStore {
  let kept: KeptTokens | undefined;
  return {
    read: () => kept,
    write(tokens) {
      kept = tokens;
    },
  };
}

/**
 * Tokens in `sessionStorage`: they outlast a reload and end with the tab. Where it is missing or blocked (Node,
 * a sandboxed frame, a full quota), memory serves.
 */
export function sessionTokens(api: string): TokenStore {
  const key = `cb-session ${api}`;
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
  };
}
