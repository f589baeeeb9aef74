import { email, NOTES_MAX, personName, type Question } from '../../contract/index.ts';
import type { Draft } from '../../core/flow/state.ts';
import { checkAnswers } from '../../domain/booking/answers.ts';
import type { FormIssue } from '../forms/error-summary.ts';
import type { FormMessages } from '../i18n/form.ts';

/** Checks what was typed, in the order of the fields. `identified`: the visitor is signed in, so name and e-mail are known. */
export function checkDraft(
  draft: Draft,
  questions: readonly Question[],
  identified: boolean,
  texts: FormMessages,
): readonly FormIssue[] {
  const issues: FormIssue[] = [];
  const add = (field: string, message: string) => issues.push({ field, message });
  if (!identified) {
    const name = (draft.name ?? '').trim();
    const address = (draft.email ?? '').trim();
    if (!name) add('name', texts.nameMissing);
    else if (!personName.safeParse(name).success) add('name', texts.nameTooLong);
    if (!address) add('email', texts.emailMissing);
    else if (!email.safeParse(address).success) add('email', texts.emailWrong);
  }
  for (const { id, problem } of checkAnswers(questions, draft.answers)) {
    const { label = id, kind } = questions.find((question) => question.id === id) ?? {};
    add(`answers.${id}`, texts.answers[kind === 'phone' ? 'not_a_phone' : problem](label));
  }
  if (draft.notes.length > NOTES_MAX) add('notes', texts.notesTooLong(draft.notes.length - NOTES_MAX));
  return issues;
}
