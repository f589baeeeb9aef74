import { html, nothing, type TemplateResult } from 'lit';
import type { BookingError } from '../../core/errors.ts';
import { fieldId } from './form-field.ts';

/** Something to correct: in which field (`name`, `email`, `notes`, `answers.goal`), and how, in words. */
export interface FormIssue {
  readonly field: string;
  readonly message: string;
}

const FIELD = /^(?:body\.)?((?:name|email|password|notes)$|answers\.[^.]+)/;

/** The fields a server refused, each with the first of its words about it. */
export function refusedFields({ fields }: BookingError): readonly FormIssue[] {
  const refused: Record<string, string> = {};
  for (const { field, message } of fields) {
    const own = FIELD.exec(field)?.[1];
    if (own) refused[own] ??= message.charAt(0).toLocaleUpperCase() + message.slice(1);
  }
  return Object.entries(refused).map(([field, message]) => ({ field, message }));
}

/** Checks a field again while it is corrected, if it had an error; new errors are shown at the next try to send. */
export function judgeAgain(
  issues: readonly FormIssue[],
  field: string,
  check: () => readonly FormIssue[],
): readonly FormIssue[] {
  const isThis = (issue: FormIssue) => issue.field === field;
  if (!issues.some(isThis)) return issues;
  const wrong = check().filter(isThis);
  return issues.flatMap((issue) => (isThis(issue) ? wrong : [issue]));
}

/** What is wrong with a form, on top of it, with links that lead to the fields. Focus it when it appears. */
export function errorSummary(title: string, issues: readonly FormIssue[]): TemplateResult {
  const links = issues.map(
    ({ field, message }) => html`<li><a href="#${fieldId(field)}" @click=${follow}>${message}</a></li>`,
  );
  return badPanel('error-summary', title, '', html`<ul>${links}</ul>`);
}

/** What went wrong and what to do now, on a panel that takes the focus. */
export function badPanel(part: string, title: string, text: string, rest: unknown): TemplateResult {
  return html`<div
    class="panel bad" part=${part} tabindex="-1" role="group"
    aria-labelledby="${part}-title" aria-describedby=${text ? `${part}-text` : nothing}
  >
    <p class="panel-title" id="${part}-title">${title}</p>
    ${text ? html`<p id="${part}-text">${text}</p>` : nothing} ${rest}
  </div>`;
}

/** Fragments do not reach into a shadow root: the link moves the focus itself. */
function follow(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const root = link.getRootNode() as ShadowRoot;
  const field = root.getElementById(link.hash.slice(1));
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
