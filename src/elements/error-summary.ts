import { html, type TemplateResult } from 'lit';
import { fieldId } from './form-field.ts';

/** Something to correct: in which field (`name`, `email`, `notes`, `answers.goal`), and how, in words. */
export interface FormIssue {
  readonly field: string;
  readonly message: string;
}

/** What is wrong with a form, on top of it, with links that lead to the fields. Focus it when it appears. */
export function errorSummary(title: string, issues: readonly FormIssue[]): TemplateResult {
  return html`<div class="panel bad" part="error-summary" tabindex="-1" role="group" aria-labelledby="summary-title">
    <p class="panel-title" id="summary-title">${title}</p>
    <ul>
      ${issues.map(({ field, message }) => html`<li><a href="#${fieldId(field)}" @click=${follow}>${message}</a></li>`)}
    </ul>
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
