import type { SealKey } from './config.ts';

/** Encrypts secrets for storage. */
export interface TokenSeal {
  /** `context` names the secret's owner; an encrypted text moved to another row cannot be opened there. */
  seal(text: string, context: string): Promise<string>;
  /** Throws when the text was encrypted with an unknown key or for another context, or was changed. */
  open(sealed: string, context: string): Promise<string>;
}

/**
 * AES-256-GCM through WebCrypto, with the key's id in front (`id.nonce.ciphertext`): the first key encrypts, all decrypt. Without
 * keys it makes one that lasts as long as the process.
 */
export function createTokenSeal(keys: readonly SealKey[]): TokenSeal {
  const ring: readonly SealKey[] =
    keys.length > 0 ? keys : [{ id: 'process', secret: toBase64(crypto.getRandomValues(new Uint8Array(32))) }];
  const imported = new Map(ring.map(({ id, secret }) => [id, importKey(secret)]));
  const sealer = ring[0]?.id ?? '';

  return {
    async seal(text, context) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const key = await keyOf(imported, sealer);
      const sealed = await crypto.subtle.encrypt(parameters(iv, context), key, new TextEncoder().encode(text));
      return [sealer, toBase64(iv), toBase64(new Uint8Array(sealed))].join('.');
    },
    async open(sealed, context) {
      const [id = '', iv = '', ciphertext = ''] = sealed.split('.');
      const key = await keyOf(imported, id);
      const opened = await crypto.subtle.decrypt(parameters(fromBase64(iv), context), key, fromBase64(ciphertext));
      return new TextDecoder().decode(opened);
    },
  };
}

function importKey(secret: string): Promise<CryptoKey> {
  const key = crypto.subtle.importKey('raw', fromBase64(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);
  // An invalid key rejects at its first use; unused it must not end the process by an unhandled rejection.
  key.catch(() => undefined);
  return key;
}

async function keyOf(ring: ReadonlyMap<string, Promise<CryptoKey>>, id: string): Promise<CryptoKey> {
  const key = ring.get(id);
  if (!key) throw new Error(`There is no sealing key "${id}"; keep old keys in CALENDAR_TOKEN_KEYS behind the new one`);
  return key;
}

function parameters(iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(context) };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
