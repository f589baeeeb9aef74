import { describe, expect, it } from 'vitest';
import { eventKey, googleEventId, transactionId } from '../../../../src/server/integrations/providers/event-key.ts';

describe('the ids of an event', () => {
  it('are the same for the same booking and person, and for no others', async () => {
    const id = await googleEventId(eventKey('b1', 'ana'));
    expect(await googleEventId(eventKey('b1', 'ana'))).toBe(id);
    expect(await googleEventId(eventKey('b1', 'bo'))).not.toBe(id);
    expect(await googleEventId(eventKey('b2', 'ana'))).not.toBe(id);
    expect(await transactionId(eventKey('b1', 'ana'))).toBe(await transactionId(eventKey('b1', 'ana')));
  });

  it('are written as the providers want them', async () => {
    expect(await googleEventId('any')).toMatch(/^[0-9a-v]{52}$/);
    expect(await transactionId('any')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('are base32hex (RFC 4648, 7) of SHA-256', async () => {
    const { createHash } = await import('node:crypto');
    const bits = [...createHash('sha256').update('any').digest()]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('');
    const expected = (bits.match(/.{1,5}/g) ?? [])
      .map((five) => Number.parseInt(five.padEnd(5, '0'), 2).toString(32))
      .join('');
    expect(await googleEventId('any')).toBe(expected);
  });
});
