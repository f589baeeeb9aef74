import type { VisitorClient } from './shared-client.ts';

const typed = new WeakMap<VisitorClient, Map<string, VisitorClient>>();

type Sent = { readonly query?: object; readonly body?: object };
type AnyCall = (input: Sent, ...rest: unknown[]) => unknown;

/** The part of each call that takes the session type. */
const places = { getAvailability: 'query', getNextAvailability: 'query', createBooking: 'body' } as const;

/** The same client, but with one session type in its calls. */
export function clientForType(client: VisitorClient, typeId: string): VisitorClient {
  const known = typed.get(client) ?? new Map<string, VisitorClient>();
  typed.set(client, known);
  const found = known.get(typeId) ?? withType(client, typeId);
  known.set(typeId, found);
  return found;
}

function withType<C extends object>(client: C, typeId: string): C {
  const changed: Record<string, unknown> = {};
  for (const [name, place] of Object.entries(places)) {
    const call = (client as Record<string, unknown>)[name] as AnyCall | undefined;
    if (call) {
      changed[name] = (input: Sent, ...rest: unknown[]) =>
        call({ ...input, [place]: { ...input[place], session_type_id: typeId } }, ...rest);
    }
  }
  const { with: more } = client as { with?: (rows: unknown) => object };
  if (more) changed.with = (rows: unknown) => withType(more(rows), typeId);
  return { ...client, ...changed };
}
