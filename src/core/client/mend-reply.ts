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
 * for an id, a price without a currency (left out). True when something was changed, so that reading again may succeed.
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
  return mended;
}

type Parts = Record<PropertyKey, unknown>;
