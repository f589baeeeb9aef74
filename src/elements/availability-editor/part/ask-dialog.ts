import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { showModal } from '../../popover/show-modal.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { EditorPart } from './editor-part.ts';
import { partStyles } from './part.styles.ts';

/** A question with answers; the last is the default, the first is the answer of Escape. */
interface Question {
  readonly title: string;
  readonly text: readonly (string | TemplateResult)[];
  readonly answers: readonly { readonly id: string; readonly label: string }[];
}

/** A dialog that asks before an action the coach may not want. */
export class CbAskDialog extends EditorPart {
  static override styles = [tokens, controls, partStyles];

  @state() private question: Question | undefined;
  private answer: ((id: string) => void) | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** Gives the id of the answer. A question that is still open gets its first answer. */
  async ask(question: Question): Promise<string> {
    this.answer?.(this.question?.answers[0]?.id ?? '');
    this.question = question;
    const answered = new Promise<string>((resolve) => {
      this.answer = resolve;
    });
    await this.updateComplete;
    showModal(this.dialog);
    return answered;
  }

  protected override render(): TemplateResult {
    const { question } = this;
    const last = (question?.answers.length ?? 0) - 1;
    return html`<dialog role="alertdialog" aria-labelledby="title" aria-describedby="text" @cancel=${this.onCancel}>
      ${
        question
          ? html`<div class="stack">
              <h3 id="title">${question.title}</h3>
              <div id="text" class="stack">${question.text.map((part) => (typeof part === 'string' ? html`<p>${part}</p>` : part))}</div>
              <div class="actions">
                ${question.answers.map(
                  ({ id, label }, index) =>
                    html`<button type="button" class=${index === last ? 'primary' : 'secondary'} data-answer=${id} ?autofocus=${index === last} @click=${() => this.give(id)}>${label}</button>`,
                )}
              </div>
            </div>`
          : nothing
      }
    </dialog>`;
  }

  private onCancel(event: Event): void {
    event.preventDefault();
    this.give(this.question?.answers[0]?.id ?? '');
  }

  private give(id: string): void {
    this.dialog.close();
    const { answer } = this;
    this.answer = undefined;
    this.question = undefined;
    answer?.(id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-ask-dialog': CbAskDialog;
  }
}
