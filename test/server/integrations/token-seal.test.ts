import { describe, expect, it } from 'vitest';
import { createTokenSeal } from '../../../src/server/integrations/token-seal.ts';

const key = (id: string, byte: number) => ({ id, secret: Buffer.alloc(32, byte).toString('base64') });

describe('sealing a token', () => {
  it('hides it, differently each time, under the id of the key', async () => {
    const seal = createTokenSeal([key('k1', 1)]);
    const one = await seal.seal('ya29.secret', 'ana');
    expect(one).toMatch(/^k1\./);
    expect(one).not.toContain('ya29');
    expect(await seal.seal('ya29.secret', 'ana')).not.toBe(one);
    expect(await seal.open(one, 'ana')).toBe('ya29.secret');
  });

  it('opens with an older key after a rotation, and seals with the new one', async () => {
    const old = await createTokenSeal([key('k1', 1)]).seal('ya29.secret', 'ana');
    const rotated = createTokenSeal([key('k2', 2), key('k1', 1)]);
    expect(await rotated.open(old, 'ana')).toBe('ya29.secret');
    expect(await rotated.seal('x', 'ana')).toMatch(/^k2\./);
  });

  it('does not open what was changed, moved to another row, or sealed by a key that is gone', async () => {
    const seal = createTokenSeal([key('k1', 1)]);
    const sealed = await seal.seal('ya29.secret', 'ana');
    await expect(seal.open(sealed, 'bo')).rejects.toThrow();
    await expect(seal.open(`${sealed.slice(0, -4)}AAAA`, 'ana')).rejects.toThrow();
    await expect(createTokenSeal([key('k2', 2)]).open(sealed, 'ana')).rejects.toThrow('no sealing key "k1"');
    await expect(createTokenSeal([key('k1', 2)]).open(sealed, 'ana')).rejects.toThrow();
  });

  it('makes a key of its own where none is given', async () => {
    const seal = createTokenSeal([]);
    expect(await seal.open(await seal.seal('🔑', 'ana'), 'ana')).toBe('🔑');
  });
});
