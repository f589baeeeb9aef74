import type { Coach, Question } from '../../contract/coach.ts';

type AskedFields = typeof import('./asked-fields.ts');

let loaded: AskedFields | undefined;

/** The fields that only some coaches ask for, once they are loaded. */
export const askedFields = (): AskedFields | undefined => loaded;

/** Loads these fields; rejects when the script does not load. */
export async function loadAskedFields(): Promise<void> {
  loaded ??= await import('./asked-fields.ts');
}

/** True when a form has such fields: the questions of the session type, else the coach's, or the addresses of guests. */
export function asksMore(coach: Coach | undefined, questions: readonly Question[]): boolean {
  return questions.length > 0 || !!coach?.attendees_max;
}
