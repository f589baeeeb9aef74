import { html, nothing, type TemplateResult } from 'lit';
import type { BookingError } from '../../core/errors.ts';
import { fieldRefusalText } from '../words/refusal-text.ts';
import { fieldId } from './form-field.ts';

/** An error to correct: its field (`name`, `email`, `notes`, `attendees`, `answers.goal`), and its message. */
export interface FormIssue {
  readonly field: string;
  readonly message: string;
}

const FIELD = /^(?:body\.)?((?:name|email|password|notes)$|attendee|answers\.[^.]+)/;

/** The text with a capital first letter. */
export const asSentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The fields a server refused, each with its first message. */
export function refusedFields(error: BookingError, locale: string): readonly FormIssue[] {
  const refused: Record<string, string> = {};
  for (const { field, message } of error.fields) {
    const own = FIELD.exec(field)?.[1];
    // All addresses are in one field.
    const shown = own === 'attendee' ? 'attendees' : own;
    if (shown) refused[shown] ??= asSentence(fieldRefusalText(error, message, locale));
  }
  return Object.entries(refused).map(([field, message]) => ({ field, message }));
}

/** Checks a field with an error again while it is corrected; new errors are shown at the next submit. */
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

/** The errors of a form, above it, with links to the fields. Focus it when it appears. */
export function errorSummary(title: string, issues: readonly FormIssue[]): TemplateResult {
  const links = issues.map(
    ({ field, message }) => html`<li><a href="#${fieldId(field)}" @click=${follow}>${message}</a></li>`,
  );
  return badPanel('error-summary', title, '', html`<ul>${links}</ul>`);
}

/** A focusable panel with an error and what to do now. */
export function badPanel(part: string, title: string, text: string, rest: unknown): TemplateResult {
  return html`<div
    class="panel bad" part=${part} tabindex="-1" role="group"
    aria-labelledby="${part}-title" aria-describedby=${text ? `${part}-text` : nothing}
  >
    <p class="panel-title" id="${part}-title">${title}</p>
    ${text ? html`<p id="${part}-text">${text}</p>` : nothing} ${rest}
  </div>`;
}

/** Fragment links do not work in a shadow root: move the focus by script. */
function follow(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const root = link.getRootNode() as ShadowRoot;
  const field = root.getElementById(link.hash.slice(1));
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
