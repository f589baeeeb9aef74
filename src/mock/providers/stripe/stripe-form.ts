/** The values of a form-encoded body or query: texts, lists and objects of them. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };

/** Stripe's answer to a body it cannot read: `line_items[0` without its bracket, or a name used in two ways. */
export class FormFault extends Error {
  override readonly name = 'FormFault';
}

/**
 * Reads `line_items[0][price_data][currency]=eur&expand[]=payment_intent` the way Stripe does: names in brackets are
 * fields of an object, whole numbers and `[]` are entries of a list. Throws `FormFault`.
 */
export function readForm(text: string): Record<string, FormValue> {
  const root: Record<string, FormValue> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = readName(name);
    if (keys.some((key) => ['__proto__', 'constructor', 'prototype'].includes(key))) throw new FormFault(name);
    insert(root, keys, value, name);
  }
  return asLists(root) as Record<string, FormValue>;
}

function readName(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  const [, head, rest = ''] = match ?? [];
  if (head === undefined) throw new FormFault(name);
  return [head, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, key = '']) => key)];
}

function insert(object: Record<string, FormValue>, keys: readonly string[], value: string, name: string): void {
  const [head = '', ...rest] = keys;
  // `expand[]` may come several times: each is the next entry.
  const key = head === '' ? String(Object.keys(object).length) : head;
  if (rest.length === 0) {
    if (key in object) throw new FormFault(name);
    object[key] = value;
    return;
  }
  const inner = object[key] ?? {};
  if (typeof inner === 'string' || Array.isArray(inner)) throw new FormFault(name);
  object[key] = inner;
  insert(inner, rest, value, name);
}

/** Objects whose names count up from 0 become lists. */
function asLists(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, asLists(inner)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
