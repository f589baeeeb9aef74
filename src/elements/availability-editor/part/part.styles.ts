import { css } from 'lit';

/** Styles that the editor's parts share: compact fields in rows, small buttons, dialogs. */
export const partStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  :where(h2, h3, h4, p, fieldset, ul, ol, dl, dd, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  :where(ul, ol) {
    list-style: none;
  }
  :is(h3, h4, legend) {
    font-size: var(--_size-body);
    font-weight: 600;
  }
  h3.lead,
  dialog h3 {
    font-size: var(--_size-lead);
    line-height: 1.3;
  }
  /* The box between a details element and its content inherits nothing. */
  details > * {
    box-sizing: border-box;
  }
  .quiet {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    align-content: start;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    align-content: start;
    min-inline-size: 0;
  }
  .label,
  legend.label {
    font-size: var(--_size-small);
    font-weight: 500;
  }
  :where(input:not([type='radio'], [type='checkbox']), select) {
    appearance: none;
    inline-size: 100%;
    min-block-size: 40px;
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: inherit;
    font: inherit;
    /* Below 16 px, iOS zooms into a field on focus and does not zoom back. */
    font-size: max(16px, var(--_size-body));
    font-variant-numeric: tabular-nums;
    transition: border-color var(--_quick);
  }
  @media (hover: hover) and (pointer: fine) {
    :where(input:not([type='radio'], [type='checkbox']), select) {
      font-size: var(--_size-body);
      min-block-size: 36px;
    }
  }
  :is(input, select):hover {
    border-color: var(--_text-quiet);
  }
  select {
    padding-inline-end: 32px;
    background-image: linear-gradient(45deg, transparent 50%, var(--_text-quiet) 50%),
      linear-gradient(-45deg, transparent 50%, var(--_text-quiet) 50%);
    background-size: 5px 5px;
    background-repeat: no-repeat;
    background-position:
      right 17px center,
      right 12px center;
  }
  select:dir(rtl) {
    background-position:
      left 12px center,
      left 17px center;
  }
  input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  :where(input[type='radio'], input[type='checkbox']) {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent-edge);
    flex: none;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 32px;
    cursor: pointer;
  }
  .error {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    color: var(--_danger);
    font-size: var(--_size-small);
    font-weight: 500;
  }
  .small {
    min-block-size: 36px;
    padding: 0 calc(var(--_space) * 3);
    border-color: var(--_edge);
    font-weight: 500;
    font-size: var(--_size-small);
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .small:hover {
    background: var(--_tint);
    border-color: var(--_accent-edge);
  }
  .small svg {
    inline-size: 16px;
    block-size: 16px;
  }
  :is(.primary, .secondary) {
    min-block-size: 40px;
    padding-inline: calc(var(--_space) * 4);
  }
  .icon {
    inline-size: 36px;
    block-size: 36px;
  }
  .icon svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .link {
    min-block-size: 24px;
    padding: 0 2px;
    border-radius: 4px;
    color: var(--_accent-text);
    font-weight: 500;
    /* Not the shorthand: the build would take the thickness into it, and Safari would read none of it. */
    text-decoration-line: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  @media (pointer: coarse) {
    .icon,
    .small {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
    .choice {
      min-block-size: 44px;
    }
    .link {
      min-block-size: 44px;
    }
  }
  dialog {
    inline-size: min(420px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface-raised);
    color: inherit;
    box-shadow: 0 12px 40px rgb(0 0 0 / 18%);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 24%);
  }
  dialog[open] {
    animation: rise 140ms cubic-bezier(0.2, 0, 0, 1);
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    justify-content: flex-end;
  }
  @media (max-width: 480px) {
    .actions > * {
      padding-inline: calc(var(--_space) * 3);
    }
  }
  .actions > .first {
    margin-inline-end: auto;
  }
`;
