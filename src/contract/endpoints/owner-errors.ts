import type { ErrorCode } from '../problem.ts';

/** Refusals of calls that are somebody's own affair. */
export const ownerErrors = ['not_authenticated', 'token_expired', 'forbidden'] as const satisfies readonly ErrorCode[];
