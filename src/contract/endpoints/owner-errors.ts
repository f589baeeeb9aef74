import type { ErrorCode } from '../problem.ts';

/** Error codes of calls that only the owner may make. */
export const ownerErrors = ['not_authenticated', 'token_expired', 'forbidden'] as const satisfies readonly ErrorCode[];
