import { css } from 'lit';

/** A row of the list: facts and status, and what can be done under them. */
export const rowStyles = css`
  li {
    /* What has the focus is not hidden by the toolbar. */
    scroll-margin-block-end: 96px;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  article {
    display: grid;
    grid-template-columns: [facts] minmax(0, 1fr) [status] auto;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
  }
  /* A row without a box keeps the column: it would jump when it is cancelled. */
  article.picks {
    grid-template-columns: [pick] 20px [facts] minmax(0, 1fr) [status] auto;
  }
  article.cancelled h4 {
    color: var(--_text-quiet);
    text-decoration: line-through;
  }
  /* What is pressed is larger than the box that is seen. */
  .pick {
    grid-column: pick;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: -11px -12px;
    cursor: pointer;
  }
  .pick input[type='checkbox'] {
    appearance: auto;
    width: 18px;
    height: 18px;
    min-height: 0;
    padding: 0;
    margin: 0;
    accent-color: var(--_accent-edge);
  }
  .facts {
    grid-column: facts;
    display: grid;
    gap: calc(var(--_space) * 1);
    align-content: start;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  h4 {
    font-size: var(--_size-body);
    font-weight: 600;
  }
  .times {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .quiet,
  dl,
  summary {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  dl {
    display: grid;
    gap: calc(var(--_space) * 1);
    margin: 0;
  }
  dt,
  dd {
    display: inline;
    margin: 0;
  }
  dt {
    margin-inline-end: 0.4em;
  }
  dd {
    color: var(--_text);
    white-space: pre-line;
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
    grid-column: facts / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .foot :is(.primary, .secondary) {
    padding: 0 calc(var(--_space) * 4);
  }
  a.join {
    display: inline-flex;
    align-items: center;
    border-radius: var(--_radius);
    text-decoration: none;
  }
  /* As wide as the button in whose place it comes, and as high: nothing moves. */
  .answer,
  .foot .mark {
    min-width: 112px;
    min-height: 44px;
  }
  .status .mark {
    margin-inline-end: calc(var(--_space) * 2);
    vertical-align: bottom;
  }
  .mark svg {
    width: 16px;
    height: 16px;
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
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .primary.danger {
    background: var(--_danger);
    color: var(--_surface);
  }
  .seconds {
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
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
  @container (width < 520px) {
    article {
      padding-inline: calc(var(--_space) * 4);
    }
    .status {
      grid-column: facts / -1;
      justify-self: start;
      white-space: normal;
    }
    .facts {
      grid-column: facts / -1;
    }
    .foot {
      grid-column: 1 / -1;
    }
    .panel.bad {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: start;
    }
    .panel.bad .buttons {
      grid-column: 2;
    }
    /* Its words stand under the others. */
    .panel.bad .plain:first-child {
      margin-inline-start: calc(var(--_space) * -2 - 1px);
    }
    .foot > .mark {
      flex: 1;
      justify-content: center;
    }
    .foot > button,
    .foot > a {
      flex: 1;
      justify-content: center;
    }
    .foot > cb-add-to-calendar {
      flex: 1 1 100%;
    }
    cb-add-to-calendar::part(button) {
      width: 100%;
      justify-content: center;
    }
  }
  @media (pointer: coarse) {
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
