import { css } from 'lit';

/** Styles of a row of the list: facts and status, with actions under them. */
export const rowStyles = css`
  article {
    display: grid;
    grid-template-columns: [when] minmax(min-content, calc(7.25 * var(--_rem))) [facts] minmax(0, 1fr) [status] auto [acts] auto;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    align-items: start;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 5);
  }
  /* A row without a check box keeps the column, so that it does not jump when it is cancelled. */
  article.picks {
    grid-template-columns: [pick] 20px [when] minmax(min-content, calc(7.25 * var(--_rem))) [facts] minmax(0, 1fr) [status] auto [acts] auto;
  }
  article.single {
    grid-template-columns: [when facts] minmax(0, 1fr) [status] auto;
    padding-block: calc(var(--_space) * 4);
  }
  article.cancelled .times {
    color: var(--_text-quiet);
    text-decoration: line-through;
  }
  /* The text of a row is on one line with its buttons. */
  .when,
  .facts,
  .status {
    padding-block-start: calc(var(--_space) * 2);
  }
  .when {
    grid-column: when;
  }
  article.single .when {
    grid-column: facts;
  }
  /* There is room: each fact has a line of its own. */
  article.single :is(.facts, dl) {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }
  article.single .facts {
    grid-column: facts / -1;
    padding-block-start: 0;
  }
  article.single .foot :is(.primary, .secondary) {
    min-height: 44px;
  }
  article.single .foot {
    grid-column: facts / -1;
    gap: calc(var(--_space) * 2);
    justify-content: start;
    margin-block-start: calc(var(--_space) * 3);
  }
  /* The press target is larger than the visible box. */
  .pick {
    grid-column: pick;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: -2px -12px;
    cursor: pointer;
  }
  .facts {
    grid-column: facts;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  h5 {
    font-size: var(--_size-body);
    font-weight: 600;
    border-radius: 4px;
  }
  h5:focus:not(:focus-visible) {
    outline: none;
  }
  /* In one line where there is room for it. */
  .times {
    display: inline-block;
    font-variant-numeric: tabular-nums;
  }
  .quiet,
  dl,
  summary {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    margin: 0;
  }
  dt,
  dd {
    display: inline;
    margin: 0;
  }
  /* A blank, not a margin: in a mirrored layout it stays between two texts that run from left to right. */
  dt::after {
    content: ' ';
  }
  /* People write in the direction of their own language. */
  dd {
    color: var(--_text);
    white-space: pre-line;
    unicode-bidi: plaintext;
    text-align: var(--_start);
  }
  dd a,
  .quiet a {
    color: inherit;
    text-underline-offset: 2px;
  }
  summary {
    width: fit-content;
    padding-block: calc(var(--_space) * 1);
    border-radius: 4px;
    font-weight: 500;
    cursor: pointer;
  }
  details dl {
    padding-block-end: calc(var(--_space) * 1);
  }
  .status {
    grid-column: status;
    justify-self: end;
    font-size: var(--_size-small);
    font-weight: 500;
    color: var(--_text-quiet);
    white-space: nowrap;
  }
  .status.confirmed {
    color: var(--_success);
  }
  .foot {
    grid-column: acts;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: calc(var(--_space) * 1);
  }
  .foot.question,
  .foot.panel,
  p.foot {
    grid-column: facts / -1;
    justify-content: start;
  }
  .foot :is(.primary, .secondary) {
    min-height: 36px;
    padding: 0 calc(var(--_space) * 4);
  }
  .foot .plain {
    min-height: 36px;
    padding: 0 calc(var(--_space) * 3);
    color: var(--_text);
    font-weight: 500;
    text-decoration: none;
  }
  /* As wide as the longer of two words of which one is shown. */
  .foot [data-room-for]::after {
    content: attr(data-room-for) / '';
    display: block;
    height: 0;
    overflow: hidden;
    visibility: hidden;
  }
  .foot .plain:hover {
    background: var(--_tint);
  }
  a.join {
    display: inline-flex;
    align-items: center;
    border-radius: var(--_radius);
    text-decoration: none;
  }
  .status .mark {
    margin-inline-end: calc(var(--_space) * 2);
    vertical-align: bottom;
  }
  .mark svg {
    width: var(--_rem);
    height: var(--_rem);
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    color: var(--_success);
    font-size: var(--_size-small);
    font-weight: 500;
    animation: appear var(--_quick);
  }
  .question {
    display: grid;
    gap: calc(var(--_space) * 3);
    margin-block: calc(var(--_space) * 3) calc(var(--_space) * 2);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .primary.danger {
    border-color: var(--_danger);
    background: var(--_danger);
    color: var(--_surface);
  }
  .seconds {
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }
  /* They keep their space, so that the button next to them does not move away from the pointer. */
  .seconds.held {
    visibility: hidden;
  }
  .panel.bad {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    align-items: center;
  }
  .panel.bad svg {
    color: var(--_danger);
  }
  /* Buttons are below the facts when four columns are too narrow. Text that grows needs more room. */
  @container (width < max(860px, 57.3333em)) {
    article {
      grid-template-columns: [when] minmax(min-content, calc(7.25 * var(--_rem))) [facts] minmax(0, 1fr) [status] auto;
    }
    article.picks {
      grid-template-columns: [pick] 20px [when] minmax(min-content, calc(7.25 * var(--_rem))) [facts] minmax(0, 1fr) [status] auto;
    }
    .foot {
      grid-column: facts / -1;
      justify-content: start;
    }
    .foot > .plain:first-child {
      margin-inline-start: calc(var(--_space) * -3);
    }
  }
  @container (width >= max(520px, 34.6667em)) {
    article.single .status {
      grid-column: status;
      grid-row: 1;
    }
  }
  @container (width < max(520px, 34.6667em)) {
    article {
      grid-template-columns: [when facts] minmax(0, 1fr) [status] auto;
      padding: calc(var(--_space) * 2) calc(var(--_space) * 4) calc(var(--_space) * 4);
    }
    article.picks {
      grid-template-columns: [pick] 20px [when facts] minmax(0, 1fr) [status] auto;
    }
    .when,
    .facts,
    .status {
      grid-column: facts / -1;
      justify-self: start;
      white-space: normal;
      padding-block-start: 0;
    }
    .when {
      padding-block-start: calc(var(--_space) * 2);
    }
    .foot,
    .foot.question,
    .foot.panel {
      grid-column: 1 / -1;
      justify-content: end;
    }
    .panel.bad {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: start;
    }
    .panel.bad .buttons {
      grid-column: 2;
    }
    /* Its text is aligned with the text above. */
    .panel.bad .plain:first-child {
      margin-inline-start: calc(var(--_space) * -2 - 1px);
    }
    .foot > cb-add-to-calendar {
      flex: 1 1 100%;
    }
    cb-add-to-calendar::part(button) {
      width: 100%;
      justify-content: center;
    }
  }
  @media (forced-colors: active) {
    .primary.danger {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media (pointer: coarse) {
    .foot :is(.primary, .secondary, .plain) {
      min-height: 44px;
    }
    summary {
      padding-block: calc(var(--_space) * 3);
    }
    dd a,
    .quiet a {
      display: inline-block;
      padding-block: calc(var(--_space) * 3);
      margin-block: calc(var(--_space) * -3);
    }
  }
`;
