import { css } from 'lit';

/** Styles of the profile's form, with the visitors' card next to it. */
export const coachProfileStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .root {
    --_side: calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  header {
    padding: calc(var(--_space) * 5) var(--_side) 0;
  }
  h2,
  h3,
  h4,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--_size-title);
    font-weight: 600;
  }
  h3 {
    font-size: var(--_size-small);
    font-weight: 500;
    color: var(--_text-quiet);
  }
  .quiet {
    color: var(--_text-quiet);
  }
  .acting {
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_accent-edge);
    background: var(--_tint);
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 6);
    padding: calc(var(--_space) * 5) var(--_side);
  }
  .signed-out,
  .state {
    padding: calc(var(--_space) * 5) var(--_side);
    max-inline-size: 480px;
  }
  form {
    max-inline-size: 560px;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 128px;
    gap: calc(var(--_space) * 3);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .choose {
    display: inline-flex;
    align-items: center;
    position: relative;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choose:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .choose:has(input:not(:focus-visible)) {
    outline: none;
  }
  #field-currency {
    text-transform: uppercase;
  }
  cb-time-zone-picker::part(clock) {
    display: none;
  }
  aside {
    display: grid;
    gap: calc(var(--_space) * 3);
    align-content: start;
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_line);
  }
  .words {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .bio {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
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
    font-variant-numeric: tabular-nums;
  }
  .bar .panel {
    flex: 1 0 100%;
  }
  .skeleton {
    block-size: 44px;
    border-radius: var(--_radius);
    background: var(--_bone);
  }
  @container (min-width: 760px) {
    .layout {
      grid-template-columns: minmax(0, 1fr) 280px;
    }
    aside {
      position: sticky;
      inset-block-start: calc(var(--_sticky-top) + 16px);
      align-self: start;
      padding-block-start: 0;
      padding-inline-start: calc(var(--_space) * 6);
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
`;
