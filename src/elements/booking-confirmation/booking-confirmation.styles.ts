import { css } from 'lit';

/** Styles of a confirmation: a heading with a mark, and facts in two columns. */
export const confirmationStyles = css`
  :host {
    display: block;
    max-width: calc(52 * var(--_rem));
    margin-inline: auto;
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  .inner {
    container-type: inline-size;
  }
  header {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 6);
  }
  .mark {
    display: grid;
    place-items: center;
    flex: none;
    width: max(48px, calc(2.25 * var(--_rem)));
    height: max(48px, calc(2.25 * var(--_rem)));
    border-radius: 50%;
    color: var(--_accent-text);
    background: var(--_tint);
  }
  .mark svg {
    width: calc(1.5 * var(--_rem));
    height: calc(1.5 * var(--_rem));
  }
  .confirmed,
  .completed {
    color: var(--_success);
    background: color-mix(in oklab, var(--_success) 12%, var(--_surface));
  }
  .cancelled {
    color: var(--_text-quiet);
  }
  h3 {
    margin: 0;
    font-size: var(--_size-title);
    font-weight: 600;
    line-height: 1.3;
  }
  header div {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
    color: var(--_text-quiet);
  }
  dl {
    display: grid;
    margin: 0;
    border-block-start: 1px solid var(--_line);
  }
  dl > div {
    display: grid;
    gap: 0 calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 3.5);
    border-block-end: 1px solid var(--_line);
  }
  dt {
    color: var(--_text-quiet);
  }
  dd {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 0.5);
    margin: 0;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  dd strong {
    font-weight: 500;
  }
  dd span {
    font-variant-numeric: tabular-nums;
  }
  dd a {
    color: var(--_accent-text);
    font-weight: 500;
    text-underline-offset: 3px;
  }
  .quiet {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  /* In the direction of the visitor's own language. */
  .notes {
    /* Not a grid: plaintext does not reach the box that a grid makes for its text. */
    display: block;
    white-space: pre-line;
    unicode-bidi: plaintext;
    text-align: var(--_start);
  }
  .actions,
  .copy {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
  }
  .actions {
    margin-block-start: calc(var(--_space) * 6);
  }
  @media (pointer: coarse) {
    dd a {
      margin-block: -11px;
      padding-block: 11px;
    }
  }
  @media print {
    .actions,
    .copy {
      display: none;
    }
    /* On paper a link is its address. */
    dd a::after {
      content: ' ' attr(href);
      color: var(--_text-quiet);
      font-size: var(--_size-small);
      overflow-wrap: anywhere;
    }
  }
  @container (min-width: max(440px, 29.3333em)) {
    dl > div {
      grid-template-columns: calc(8 * var(--_rem)) 1fr;
    }
  }
`;
