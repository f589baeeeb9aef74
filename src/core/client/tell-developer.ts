import type { BookingError } from '../errors.ts';

/** Called with each problem that only the backend's developer can mend. */
type HearProblem = (problem: BookingError) => void;

const told = new Map<string, BookingError>();
const hearing: HearProblem[] = [];

/** Reports an error that only the backend's developer can mend: on the console and to all listeners, once for each message. */
export function tellDeveloper(problem: BookingError): void {
  const { message } = problem;
  if (told.has(message)) return;
  told.set(message, problem);
  console.error(message);
  for (const hear of hearing) hear(problem);
}

/** Calls `hear` with each such problem of this page: those told already, and those to come. */
export function hearProblems(hear: HearProblem): void {
  hearing.push(hear);
  told.forEach(hear);
}
