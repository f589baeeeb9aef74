import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPassword, isPersonName, password, personName } from '../../src/contract/auth.ts';
import { email, isEmail } from '../../src/contract/values.ts';

const pairs = [
  {
    schema: email,
    is: isEmail,
    near: ['a@b.example', 'a b@c.example', 'a@b', `${'a'.repeat(243)}@b.example`, '😀@b.example'],
  },
  {
    schema: password,
    is: isPassword,
    near: ['eight888', 'seven77', ' '.repeat(8), '😀😀😀😀', 'a'.repeat(200), 'a'.repeat(201)],
  },
  {
    schema: personName,
    is: isPersonName,
    near: ['Ana', ' Ana ', ' ', 'Ana\nKeller', 'a'.repeat(120), '😀'.repeat(121)],
  },
];

test('what a form asks about a field is what the contract reads', () => {
  for (const { schema, is, near } of pairs) {
    for (const text of near) expect([text, is(text)]).toEqual([text, schema.safeParse(text).success]);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 260 }),
        (text) => is(text) === schema.safeParse(text).success,
      ),
    );
  }
});
