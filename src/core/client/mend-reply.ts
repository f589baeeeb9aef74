import { tellDeveloper } from './tell-developer.ts';

/** What a schema found wrong, as zod reports it. */
export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  /** Of a union: what each branch found wrong. */
  readonly errors?: readonly (readonly Issue[])[];
}

/** The issues behind a union's: those of the branch that came furthest, which is the one that was meant. */
export function innermost(issue: Issue): readonly Issue[] {
  const branches = (issue.errors ?? []).map((branch) =>
    branch.flatMap(innermost).sort((a, b) => b.path.length - a.path.length),
  );
  const [meant] = branches.sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0));
  return meant?.[0] ? meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) : [issue];
}

/**
 * Changes in `reply` what other backends write differently and what leaves no doubt: a null where a field may be left out, a number
 * for an id, a price without a currency (left out). A slot that cannot be read is dropped. True when something was changed, so that reading again may succeed.
 */
export function mendReply(reply: unknown, issues: readonly Issue[]): boolean {
  let mended = false;
  for (const { path, expected } of issues.flatMap(innermost)) {
    const key = path.at(-1);
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((part, step) => (part as Parts | undefined)?.[step], reply) as Parts;
    const value = key === undefined || Array.isArray(parent) ? undefined : parent?.[key];
    if (key === undefined || value === undefined) continue;
    if (value === null || (key === 'price' && typeof value === 'number')) delete parent[key];
    else if (typeof value === 'number' && expected === 'string') parent[key] = String(value);
    else continue;
    mended = true;
  }
  return mended || dropSlots(reply, issues);
}

/**
 * Drops the slots that cannot be read from `available_slots`, so that one of them does not cost the whole month. True when some
 * were dropped; the console says so.
 */
function dropSlots(reply: unknown, issues: readonly Issue[]): boolean {
  const slots = (reply as Parts | null | undefined)?.available_slots;
  const broken = new Set(issues.map(({ path }) => (path[0] === 'available_slots' ? path[1] : undefined)));
  if (!Array.isArray(slots)) return false;
  const kept = slots.filter((_, index) => !broken.has(index));
  // Not one can be read: that is another shape, and no reason to say that nothing is open.
  if (kept.length === slots.length || kept.length === 0) return false;
  tellDeveloper({
    message:
      'Some slots of a reply cannot be read and are left out: start and end must be instants, duration_minutes a number',
  });
  (reply as Parts).available_slots = kept;
  return true;
}

type Parts = Record<PropertyKey, unknown>;
