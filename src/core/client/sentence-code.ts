import { basicProblems, type ErrorCode } from '../../contract/problem.ts';

/** The code that a sentence of the contract belongs to; undefined for any other sentence. */
export function codeOfSentence(detail: string): ErrorCode | undefined {
  const codes = Object.keys(basicProblems) as (keyof typeof basicProblems)[];
  return codes.find((code) => basicProblems[code].detail === detail);
}
