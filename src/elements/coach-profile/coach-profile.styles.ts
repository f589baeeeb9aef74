import { css } from 'lit';

/** Styles of the profile's form with the visitors' card next to it, used with `deskCard`. */
export const coachProfileStyles = css`
  h3 {
    font-size: var(--_size-small);
    font-weight: 500;
    color: var(--_text-quiet);
  }
  .quiet {
    font-size: inherit;
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
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 128px;
    gap: calc(var(--_space) * 3);
  }
  .buttons {
    gap: calc(var(--_space) * 2);
    align-items: normal;
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
  .bar .where {
    font-variant-numeric: tabular-nums;
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
