import type { Answers, Question } from '../../contract/index.ts';

/** The most characters of a text answer, by the kind of its question. */
const ANSWER_MAX = { text: 200, long_text: 1000, phone: 30 } as const;

/** The reason why an answer is refused. */
export type AnswerProblem = 'required' | 'too_long' | 'not_an_option' | 'not_yes_or_no' | 'not_a_phone' | 'unknown';

/** One refused answer. */
interface AnswerIssue {
  /** The question's id. */
  readonly id: string;
  readonly problem: AnswerProblem;
}

/** Digits with the usual spacing, brackets and an optional leading `+`; six to fifteen digits (E.164 allows fifteen). */
const PHONE = /^\+?(?:[\s().\-/]*\d){6,15}[\s().\-/]*$/;

/**
 * Checks the answers to a coach's questions. The form and the server both use this.
 * An optional question may be left out or answered with an empty text.
 */
export function checkAnswers(questions: readonly Question[], answers: Answers): readonly AnswerIssue[] {
  const known = new Set(questions.map((question) => question.id));
  const issues = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((id): AnswerIssue => ({ id, problem: 'unknown' }));
  for (const question of questions) {
    const problem = checkAnswer(question, answers[question.id]);
    if (problem) issues.push({ id: question.id, problem });
  }
  return issues;
}

/** Checks one answer; undefined when it is valid. */
export function checkAnswer(question: Question, answer: string | boolean | undefined): AnswerProblem | undefined {
  if (answer === undefined || (typeof answer === 'string' && answer.trim() === '')) {
    return question.required ? 'required' : undefined;
  }
  if (question.kind === 'yes_no') return typeof answer === 'boolean' ? undefined : 'not_yes_or_no';
  if (typeof answer !== 'string') return question.kind === 'choice' ? 'not_an_option' : 'required';
  if (question.kind === 'choice') return question.options?.includes(answer) ? undefined : 'not_an_option';
  if (answer.length > ANSWER_MAX[question.kind]) return 'too_long';
  return question.kind === 'phone' && !PHONE.test(answer.trim()) ? 'not_a_phone' : undefined;
}

/** The same problem in English, for an error body: "must be answered". */
export const answerProblemText: Readonly<Record<AnswerProblem, string>> = {
  required: 'must be answered',
  too_long: 'is too long',
  not_an_option: 'must be one of the options',
  not_yes_or_no: 'must be true or false',
  not_a_phone: 'must be a phone number such as +49 30 123456',
  unknown: 'is not a question of this coach',
};
