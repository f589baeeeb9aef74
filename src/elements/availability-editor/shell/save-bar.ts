import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Editing } from '../../../core/schedule-editor/state.ts';
import { formatTime } from '../../../domain/time/format.ts';
import { EverySecond, secondsUntil } from '../../controllers/every-second.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { refusalText } from '../../words/refusal-text.ts';
import { EditorPart } from '../part/editor-part.ts';
import { redoIcon, undoIcon } from '../part/icons.ts';
import { partStyles } from '../part/part.styles.ts';

/** An action on the whole draft. */
type BarAction = 'undo' | 'redo' | 'save' | 'discard' | 'retry' | 'stop';

/** A button of the bar was pressed. */
export class BarActionEvent extends Event {
  static readonly type = 'cb-bar-action';
  constructor(readonly action: BarAction) {
    super(BarActionEvent.type);
  }
}

/**
 * Undo, redo, save, and the state of saving.
 *
 * @fires cb-bar-action - A button was pressed.
 */
export class CbSaveBar extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: calc(var(--_space) * 2);
        padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      }
      .state {
        flex: 1;
        /* Its longest word: the buttons go on in the next line where it does not fit. */
        min-inline-size: min-content;
        font-size: var(--_size-small);
        color: var(--_text-quiet);
      }
      .state.open {
        color: var(--_text);
        font-weight: 500;
      }
      .state.bad {
        color: var(--_danger);
        font-weight: 500;
      }
      .icon[aria-disabled='true'] {
        opacity: 0.45;
      }
      .icon:dir(rtl) svg {
        transform: scaleX(-1);
      }
      .brief {
        display: none;
      }
      @container (max-width: 520px) {
        .bar {
          flex-wrap: wrap;
        }
        .primary {
          margin-inline-start: auto;
        }
        .full {
          display: none;
        }
        .brief {
          display: inline;
        }
        .state.long {
          order: -1;
          flex-basis: 100%;
        }
        .discard {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) state: Editing | undefined;
  /** The number of invalid texts in fields: while there are any, the draft differs from what is shown. */
  @property({ type: Number }) entries = 0;

  constructor() {
    super();
    new EverySecond(this, () => this.seconds > 0);
  }

  /** Seconds until the next attempt to save. */
  private get seconds(): number {
    const save = this.state?.save;
    return secondsUntil(save?.status === 'waiting' ? save.retryAt : undefined, this.now());
  }

  protected override render() {
    const { state, texts: t } = this;
    if (!state) return nothing;
    const { history, dirty, save } = state;
    const busy = save.status === 'saving' || save.status === 'waiting';
    const open = dirty || this.entries > 0;
    const idle = !open || busy;
    return html`<div class="bar" role="group" aria-label=${t.save}>
      ${this.tool('undo', t.undo, undoIcon, history.past.length > 0, 'Control+Z Meta+Z')}
      ${this.tool('redo', t.redo, redoIcon, history.future.length > 0, 'Control+Shift+Z Meta+Shift+Z')}
      ${this.renderState(state, open)}
      ${
        save.status === 'waiting'
          ? html`<button type="button" class="small" data-do="stop" @click=${() => this.act('stop')}>${t.stopTrying}</button>
              <button type="button" class="small" data-do="retry" @click=${() => this.act('retry')}>${t.retryNow}</button>`
          : nothing
      }
      ${open && !busy ? html`<button type="button" class="plain discard" data-do="discard" @click=${() => this.act('discard')}>${t.discard}</button>` : nothing}
      <button type="button" class="primary" data-do="save" aria-disabled=${idle} @click=${() => idle || this.act('save')}>
        ${save.status === 'saving' ? t.saving : html`<span class="full">${t.saveHours}</span><span class="brief">${t.save}</span>`}
      </button>
    </div>`;
  }

  private tool(action: BarAction, label: string, icon: unknown, enabled: boolean, keys: string): TemplateResult {
    return html`<button
      type="button" class="icon" data-do=${action} aria-label=${label} title=${label} aria-keyshortcuts=${keys}
      aria-disabled=${!enabled} @click=${() => enabled && this.act(action)}
    >${icon}</button>`;
  }

  private renderState({ save, history }: Editing, open: boolean): TemplateResult {
    const { texts: t } = this;
    if (save.status === 'waiting') return html`<span class="state bad long">${t.retrying(this.seconds)}</span>`;
    if (save.status === 'failed') {
      const words =
        save.problem.kind === 'unauthenticated'
          ? t.notSignedIn
          : t.saveFailed(refusalText(save.problem, this.language));
      return html`<span class="state bad long">${words}</span>`;
    }
    if (open) return html`<span class="state open">${t.dirty}</span>`;
    if (save.status !== 'saved')
      return html`<span class="state">${history.past.length > 0 || history.future.length > 0 ? t.clean : t.untouched}</span>`;
    // The time of saving is shown in this machine's zone, not in the schedule's.
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`<span class="state">${t.savedAt(formatTime(save.at, { locale: this.language, timeZone: zone, hour12: this.hour12 }))}</span>`;
  }

  private act(action: BarAction): void {
    this.dispatchEvent(new BarActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-save-bar': CbSaveBar;
  }
}
