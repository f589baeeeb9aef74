import { html, nothing, type TemplateResult } from 'lit';
import type { SessionType } from '../../contract/session-type.ts';
import type { SessionTypesEditorMessages } from '../i18n/desk/session-types-editor.ts';
import type { SessionTypesMessages } from '../i18n/session-types.ts';
import { typeCardWords } from '../words/type-card.ts';

/** The actions on a session type; `up` and `down` are absent at the ends of the list. */
export interface TypeActions {
  readonly edit: () => void;
  readonly up?: () => void;
  readonly down?: () => void;
  readonly archive: () => void;
  readonly restore: () => void;
  readonly copyLink: () => void;
}

interface RowParts {
  readonly texts: SessionTypesEditorMessages;
  readonly cardTexts: SessionTypesMessages;
  readonly locale: string;
  /** Its link, after it was copied or could not be. */
  readonly link: { readonly isCopied: boolean; readonly address: string } | undefined;
  /** True while something is being sent. */
  readonly busy: boolean;
}

/** One session type of the list, with what visitors read of it and its actions. */
export function typeRow(type: SessionType, actions: TypeActions, parts: RowParts): TemplateResult {
  const { texts, cardTexts, locale, link, busy } = parts;
  const { total, facts, refunds } = typeCardWords(type, cardTexts, locale);
  const { archived = false, hidden = false } = type;
  const button = (act: string, words: string, press: (() => void) | undefined, look = 'plain') =>
    press
      ? html`<button
          type="button" class=${look} data-act=${act} aria-disabled=${busy} aria-label=${texts.about(words, type.name)}
          @click=${() => busy || press()}
        >${words}</button>`
      : nothing;
  return html`<li
    class="type" part="type ${archived ? 'archived' : hidden ? 'hidden' : ''}" data-type=${type.id} data-colour=${type.colour ?? ''}
  >
    <div class="words">
      <h3>${type.name}</h3>
      <p class="total">${total}</p>
      ${facts ? html`<p class="quiet">${facts}</p>` : nothing}
      ${refunds ? html`<p class="quiet">${refunds}</p>` : nothing}
      ${hidden && !archived ? html`<p class="quiet"><strong>${texts.hidden}</strong></p>` : nothing}
    </div>
    <div class="buttons">
      ${
        archived
          ? button('restore', texts.restore, actions.restore, 'secondary')
          : html`${button('edit', texts.edit, actions.edit, 'secondary')}
              ${button('up', texts.up, actions.up)} ${button('down', texts.down, actions.down)}
              ${button('copy-link', link?.isCopied ? texts.copied : texts.copyLink, actions.copyLink)}
              ${button('archive', texts.archive, actions.archive)}`
      }
    </div>
    ${
      link && !link.isCopied
        ? html`<input class="address" readonly aria-label=${texts.about(texts.copyLink, type.name)} .value=${link.address}>`
        : nothing
    }
  </li>`;
}
