import { css } from 'lit';

/** Styles of a card at a coach's desk: a heading, a form or a list, and a bar that saves. */
export const deskCard = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .root {
    --_side: calc(var(--_space) * 5);
    --_covered-end: 96px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  header,
  .body,
  .signed-out,
  .state {
    padding: calc(var(--_space) * 5) var(--_side);
  }
  header {
    padding-block-end: 0;
  }
  .signed-out,
  .state {
    max-inline-size: 480px;
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--_size-title);
    font-weight: 600;
  }
  h3 {
    font-size: inherit;
    font-weight: 600;
  }
  .quiet {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  form {
    max-inline-size: 560px;
  }
  .part {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_line);
  }
  .part:first-of-type {
    padding-block-start: 0;
    border-block-start: 0;
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 5);
  }
  .checks label {
    display: inline-flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    min-height: 32px;
    overflow-wrap: anywhere;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    align-items: center;
  }
  /* On a low screen, as at 400 %, it would cover too much. */
  @media (height >= 480px) {
    .bar {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
    }
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) var(--_side);
    border-block-start: 1px solid var(--_line);
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_surface);
  }
  .bar .where {
    flex: 1 1 auto;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  .bar .panel {
    flex: 1 0 100%;
  }
  .panel {
    overflow-wrap: anywhere;
  }
`;
