import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const root = join(import.meta.dirname, '../..');
const api = 'https://api.example.com';
const fetch = async (): Promise<Response> => Response.json({ coaches: [] });

const warned: string[] = [];
beforeEach(() => {
  warned.length = 0;
  // What was said is remembered by the module: each test has its own.
  vi.resetModules();
  vi.spyOn(console, 'warn').mockImplementation((text) => void warned.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const gone = (used: string, instead: string): string => `${used} will go in the next major version: use ${instead}.`;

describe('a name on its way out still works, and says so once', () => {
  test('client.session', async () => {
    const { createBookingClient } = await import('../../src/index.ts');
    const client = createBookingClient({ api, fetch });
    expect(client.session).toBe(client.signIn);
    expect(client.with({}).session).toBe(client.signIn);
    expect(warned).toEqual([gone('client.session', 'client.signIn')]);
  });

  test('createBookingClient({ session })', async () => {
    const { createBookingClient, createSignIn } = await import('../../src/index.ts');
    const signIn = createSignIn({ api, fetch });
    expect(createBookingClient({ api, fetch, session: signIn }).signIn).toBe(signIn);
    expect(createBookingClient({ api, fetch, session: signIn }).signIn).toBe(signIn);
    expect(warned).toEqual([gone('createBookingClient({ session })', 'createBookingClient({ signIn })')]);
  });

  test('createSession', async () => {
    const { createSession } = await import('../../src/index.ts');
    expect(createSession({ api, fetch }).state.status).toBe('signed-out');
    createSession({ api, fetch });
    expect(warned).toEqual([gone('createSession', 'createSignIn')]);
  });

  test('availability.nextOpening', async () => {
    const { createAvailability, createBookingClient } = await import('../../src/index.ts');
    const client = createBookingClient({
      api,
      fetch: async () => Response.json({ coach_id: 'x', available_slots: [] }),
    });
    const availability = createAvailability({ client, coachId: 'x', timeZone: 'Europe/Berlin' });
    expect(await availability.nextOpening()).toBeUndefined();
    expect(await availability.nextOpening()).toBeUndefined();
    expect(warned).toEqual([gone('availability.nextOpening', 'availability.nextSlot')]);
    availability.dispose();
  });
});

test('who uses no such name hears nothing', async () => {
  const { createBookingClient, createSignIn } = await import('../../src/index.ts');
  const client = createBookingClient({ api, fetch, signIn: createSignIn({ api, fetch }) });
  await client.listCoaches();
  expect({ ...client.with({}) }).toHaveProperty('listCoaches');
  expect(warned).toEqual([]);
});

test('every deprecated name is a type, or is held here or in test/elements/base/deprecated.test.ts', () => {
  const held = ['session', 'createSession', 'nextOpening', 'onEvent', 'EarlierMessages'];
  const names = globSync('src/**/*.ts', { cwd: root }).flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /@deprecated[\s\S]*?\*\/\s*(?:@property\([^)]*\)\s*)?((?:export |const |get |readonly |type )*)(\w+)/g,
      ),
    ].flatMap(([, before = '', name = '']) =>
      before.includes('type ') && name !== 'EarlierMessages' ? [] : [`${name} (${file})`],
    ),
  );
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !held.some((each) => name.startsWith(`${each} `)))).toEqual([]);
});
