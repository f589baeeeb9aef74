import { css } from 'lit';

/** Styles of fields with labels, help and errors, and of the panels above a form. */
export const formStyles = css`
  * {
    scroll-margin-block-start: calc(var(--_bar, 0px) + var(--_sticky-top));
  }
  form,
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 5);
  }
  .field {
    align-content: start;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .label {
    padding: 0;
    font-weight: 500;
    /* A question of the coach, in the direction of its language. */
    unicode-bidi: plaintext;
    text-align: var(--_start);
  }
  .label small {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 400;
  }
  .help,
  .error {
    margin: 0;
    font-size: var(--_size-small);
    color: var(--_text-quiet);
    overflow-wrap: anywhere;
  }
  .error {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    color: var(--_danger);
    font-weight: 500;
  }
  .error svg {
    width: var(--_rem);
    height: var(--_rem);
    margin-block-start: 1px;
  }
  .counted {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 3);
    font-variant-numeric: tabular-nums;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    appearance: none;
    width: 100%;
    min-height: 44px;
    margin: 0;
    padding: calc(var(--_space) * 2.25) calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    /* Below 16 px, iOS zooms into a field on focus and does not zoom back. */
    font-size: max(16px, var(--_size-body));
    /* People write in the direction of their own language. */
    unicode-bidi: plaintext;
    transition: border-color var(--_quick);
  }
  /* Firefox shows no placeholder from right to left where it is plaintext. */
  :is(input, textarea):placeholder-shown {
    unicode-bidi: normal;
  }
  textarea {
    min-height: 96px;
    resize: vertical;
    field-sizing: content;
    max-height: 320px;
  }
  input:not([type='radio'], [type='checkbox']):hover,
  select:hover,
  textarea:hover {
    border-color: var(--_text-quiet);
  }
  [aria-invalid='true']:not([type='radio'], fieldset) {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .panel {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_tint);
    overflow-wrap: anywhere;
  }
  .panel.bad {
    background: color-mix(in oklab, var(--_danger) 8%, var(--_surface));
  }
  .panel > * {
    margin: 0;
  }
  .panel ul {
    padding: 0;
    list-style: none;
    display: grid;
    gap: var(--_space);
  }
  .panel-title {
    font-size: var(--_size-body);
    font-weight: 600;
  }
  .panel.bad .panel-title {
    color: var(--_danger);
  }
  .panel a {
    color: inherit;
    text-underline-offset: 2px;
  }
  .link {
    min-height: 24px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    color: var(--_accent-text);
    font-weight: 500;
    /* Not the shorthand: the build would take the thickness into it, and Safari would read none of it. */
    text-decoration-line: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .link:hover {
    text-decoration-thickness: 2px;
  }
  .wide {
    width: 100%;
    padding-block: calc(var(--_space) * 2.5);
    line-height: 1.4;
    text-wrap: balance;
  }
  @media (pointer: coarse) {
    .link {
      min-height: 44px;
      margin-block: -10px;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border: 1px solid CanvasText;
    }
  }
`;
