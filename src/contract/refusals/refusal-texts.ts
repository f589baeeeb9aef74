import type { ErrorCode } from '../problem.ts';

/** Failures without an answer that can be read, which have no code, and a field that was refused. */
type WithoutCode = 'offline' | 'timeout' | 'aborted' | 'unreadable' | 'unsupported' | 'wrong_field';

/**
 * Why a call failed, for people: a sentence for each code of the contract and for each failure without one. No full stop at the end,
 * and no values, which only the server knows.
 */
export type RefusalTexts = Readonly<Record<ErrorCode | WithoutCode, string>>;
