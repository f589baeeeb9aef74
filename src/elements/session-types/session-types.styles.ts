import { css } from 'lit';

/** Styles of the list of session types and of the form with its card, used with `deskCard`. */
export const sessionTypesStyles = css`
  .lengths,
  .add,
  .list-end,
  .layout {
    padding-inline: var(--_side);
  }
  header {
    padding-block-end: calc(var(--_space) * 4);
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .acting {
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_accent-edge);
    background: var(--_tint);
  }
  .state,
  .signed-out {
    padding-block-start: 0;
  }
  .lengths {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 4);
    background: var(--_tint);
  }
  .type {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4) var(--_side);
    border-block-start: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_mark, transparent);
  }
  .words {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .total {
    font-variant-numeric: tabular-nums;
  }
  .buttons {
    gap: var(--_space);
  }
  .buttons :is(.secondary, .plain) {
    min-height: 36px;
  }
  .address {
    inline-size: 100%;
  }
  .add {
    padding-block: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
  }
  .list-end {
    padding-block-end: calc(var(--_space) * 4);
  }
  summary {
    inline-size: fit-content;
    min-height: 36px;
    padding-block: calc(var(--_space) * 1.5);
    border-radius: 4px;
    font-weight: 500;
    cursor: pointer;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 6);
    padding-block-end: calc(var(--_space) * 5);
  }
  .group {
    display: grid;
    gap: calc(var(--_space) * 4);
    margin: 0;
    padding: calc(var(--_space) * 4) 0 0;
    border: 0;
    border-block-start: 1px solid var(--_line);
    min-inline-size: 0;
  }
  .group > legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0;
    font-weight: 600;
  }
  details.group {
    display: block;
  }
  details.group > .fields {
    padding-block-start: calc(var(--_space) * 2);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
    gap: calc(var(--_space) * 4);
    align-items: end;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 128px;
    gap: calc(var(--_space) * 3);
  }
  .pair.even {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  #field-currency {
    text-transform: uppercase;
  }
  .check {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    min-height: 44px;
    cursor: pointer;
  }
  .colour {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }
  /* A number or an address, which runs from left to right, stands at the start of its field. */
  input {
    text-align: var(--_start);
  }
  input[type='color'] {
    width: 64px;
    min-height: 40px;
    padding: calc(var(--_space) * 1);
  }
  .questions {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .question {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .question > legend {
    padding-inline: calc(var(--_space) * 1);
    font-weight: 500;
  }
  .question > .plain,
  .group > .secondary {
    justify-self: start;
  }
  aside h3 {
    margin-block-end: calc(var(--_space) * 2);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 500;
  }
  .card {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_edge);
    border-inline-start: 4px solid var(--_mark, var(--_accent-edge));
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .name {
    font-weight: 600;
  }
  .bar {
    justify-content: end;
    gap: calc(var(--_space) * 2);
  }
  .skeleton {
    block-size: 72px;
    margin: 0 var(--_side) calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_bone);
  }
  @container (min-width: 640px) {
    .type {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
    }
    .address {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 860px) {
    .layout {
      grid-template-columns: minmax(0, 1fr) 280px;
    }
    aside {
      position: sticky;
      inset-block-start: calc(var(--_sticky-top) + var(--_space) * 4);
      align-self: start;
    }
  }
  @media (pointer: coarse) {
    .buttons :is(.secondary, .plain) {
      min-height: 44px;
    }
  }
`;
