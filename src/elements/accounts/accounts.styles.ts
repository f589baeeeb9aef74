import { css } from 'lit';

/** Styles of the list of people. */
export const accountsStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .root {
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  .root.inside {
    border: 0;
  }
  header,
  .signed-out,
  .state,
  .end {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5);
  }
  h3,
  h4,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  h3 {
    font-size: var(--_size-title);
    font-weight: 600;
  }
  h4 {
    font-size: inherit;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .quiet {
    color: var(--_text-quiet);
    overflow-wrap: anywhere;
  }
  .tools {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
  }
  ul {
    list-style: none;
  }
  li {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_line);
  }
  .states {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  .states .off {
    color: var(--_danger);
    font-weight: 500;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .buttons .secondary {
    min-height: 40px;
  }
  .panel {
    grid-template-columns: minmax(0, 1fr);
  }
  @media (pointer: coarse) {
    .buttons .secondary {
      min-height: 44px;
    }
  }
  @container (min-width: 640px) {
    .tools {
      grid-template-columns: minmax(0, 1fr) 200px;
    }
    li {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
    }
    .panel {
      grid-column: 1 / -1;
    }
    .buttons {
      justify-content: end;
    }
    .panel .buttons {
      justify-content: start;
    }
  }
`;
