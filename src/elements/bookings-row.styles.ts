import { css } from 'lit';

/** A row of the list: facts and status, and what can be done under them. */
export const bookingsRowStyles = css`
  li {
    /* What has the focus is not hidden by the toolbar. */
    scroll-margin-block-end: 96px;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  article {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
  }
  article.cancelled h4 {
    color: var(--_text-quiet);
    text-decoration: line-through;
  }
  .pick {
    grid-column: 1;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    margin-inline-start: calc(var(--_space) * -1);
  }
  .pick input[type='checkbox'] {
    appearance: auto;
    width: 18px;
    height: 18px;
    min-height: 0;
    padding: 0;
    margin: 0;
    accent-color: var(--_accent);
  }
  .facts {
    grid-column: 1 / 3;
    display: grid;
    gap: calc(var(--_space) * 1);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .pick + .facts {
    grid-column: 2;
  }
  h4 {
    font-size: var(--_size-body);
    font-weight: 600;
  }
  .times {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .quiet {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  .status {
    grid-column: 3;
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
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .pick ~ .foot {
    grid-column: 2 / -1;
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
    flex-wrap: nowrap;
  }
  .panel.bad p {
    flex: 1;
  }
  @container (width < 520px) {
    article {
      padding-inline: calc(var(--_space) * 4);
    }
    .times {
      display: block;
      font-weight: 500;
    }
    .pick ~ .foot {
      grid-column: 1 / -1;
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
`;
