import type { Draft } from '../../core/flow/state.ts';

const search = (): URLSearchParams => new URLSearchParams(globalThis.location?.search ?? '');

/** What the page's address prefills: `?cb-name=…&cb-email=…&cb-notes=…`. */
export function addressDraft(): Partial<Draft> {
  const parameters = search();
  const [name, email, notes] = ['cb-name', 'cb-email', 'cb-notes'].map((key) => parameters.get(key));
  return { ...(name && { name }), ...(email && { email }), ...(notes && { notes }) };
}

/** What the page's address hands on to the booking: every `utm_…`, and the parameters named (separated by spaces). */
export function addressMetadata(named: string): Readonly<Record<string, string>> {
  const wanted = new Set(named.split(/[\s,]+/));
  return Object.fromEntries([...search()].filter(([key]) => key.startsWith('utm_') || wanted.has(key)));
}
