const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';

/** The key of a booking's event in one person's calendar. */
export function eventKey(bookingId: string, userId: string): string {
  return `${bookingId}/${userId}`;
}

/** An event id for Google, which accepts 5 to 1,024 characters of base32hex (RFC 4648): SHA-256 of the key. */
export async function googleEventId(key: string): Promise<string> {
  let id = '';
  let bits = 0;
  let held = 0;
  for (const byte of await sha256(key)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += BASE32HEX[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return id + BASE32HEX[(held << (5 - bits)) & 31];
}

/** An id for Graph's `transactionId` and for finding the event again: the first half of SHA-256 as a UUID. */
export async function transactionId(key: string): Promise<string> {
  const hex = Array.from(await sha256(key), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** SHA-256 of a text. */
export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
