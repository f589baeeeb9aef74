import { scryptAsync } from '@noble/hashes/scrypt.js';

/** scrypt's cost (RFC 7914): memory is 128 * N * r bytes. */
export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

const KEY_BYTES = 32;

/**
 * scrypt (RFC 7914) of a password, 32 bytes. In Node it runs in OpenSSL on a thread of libuv's pool, so the event loop
 * stays free; in a browser, where there is no `node:crypto`, in JavaScript.
 */
export function scrypt(password: string, salt: Uint8Array, { N, r, p }: PasswordCost): Promise<Uint8Array> {
  const node = nodeCrypto();
  if (!node) return scryptAsync(password, salt, { N, r, p, dkLen: KEY_BYTES });
  // Node refuses to use more than 32 MiB unless `maxmem` allows it.
  const maxmem = 256 * N * r + 256 * r * p;
  return new Promise((resolve, reject) => {
    node.scrypt(password, salt, KEY_BYTES, { N, r, p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

// Not an import, because this file is also bundled for browsers as part of the mock.
function nodeCrypto() {
  return globalThis.process?.getBuiltinModule?.('node:crypto');
}
