import * as z from 'zod/mini';

/** A fault that a schema found, as zod reports it. */
export interface ReplyIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  /** For a choice: the allowed values. */
  readonly values?: readonly unknown[];
  /** For a union: the faults found by each branch. */
  readonly errors?: readonly (readonly ReplyIssue[])[];
}

/** The result of reading. `dropped`: the first fault of each slot that was left out because it cannot be read. */
type MendedReply<Data> =
  | { readonly success: true; readonly data: Data; readonly dropped: readonly ReplyIssue[] }
  | { readonly success: false; readonly issues: readonly ReplyIssue[] };

type Parts = Record<PropertyKey, unknown>;

/** The issues inside a union's issue: those of the branch that matched furthest, most likely the intended one. */
export function innermost(issue: ReplyIssue): readonly ReplyIssue[] {
  const branches = (issue.errors ?? []).map((branch) =>
    branch.flatMap(innermost).sort((a, b) => b.path.length - a.path.length),
  );
  const [meant] = branches.sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0));
  return meant?.[0] ? meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) : [issue];
}

/**
 * Corrects in `reply` what other backends write differently, where the meaning is certain: a null where a field may be left out, a
 * number for an id, a price without a currency (left out). True when something was changed, so that reading again may succeed.
 */
function mend(reply: unknown, issues: readonly ReplyIssue[]): boolean {
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
  return mended;
}

/** Removes unreadable slots from `available_slots`, so that one of them does not hide the whole month; gives their first faults. */
function dropSlots(reply: unknown, issues: readonly ReplyIssue[]): readonly ReplyIssue[] {
  const slots = (reply as Parts | null | undefined)?.available_slots;
  if (!Array.isArray(slots)) return [];
  const broken = new Map(
    issues.map((issue) => [issue.path[0] === 'available_slots' ? issue.path[1] : undefined, issue]),
  );
  const kept = slots.filter((_, index) => !broken.has(index));
  // When no slot can be read, the reply has another shape: report that instead of an empty month.
  if (kept.length === slots.length || kept.length === 0) return [];
  (reply as Parts).available_slots = kept;
  broken.delete(undefined);
  return [...broken.values()];
}

/** Reads a reply that differs from its schema, mended where the meaning is certain. Changes `reply`. */
export function readMended<Schema extends z.ZodMiniType>(
  schema: Schema,
  reply: unknown,
): MendedReply<z.output<Schema>> {
  const dropped: ReplyIssue[] = [];
  for (;;) {
    const read = z.safeParse(schema, reply);
    if (read.success) return { success: true, data: read.data, dropped };
    const issues = read.error.issues as readonly ReplyIssue[];
    // Each mend removes a fault, so the loop ends.
    if (mend(reply, issues)) continue;
    const slots = dropSlots(reply, issues);
    if (slots.length === 0) return { success: false, issues };
    dropped.push(...slots);
  }
}
