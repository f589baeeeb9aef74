import { css } from 'lit';

/** Styles of the list of steps. */
export const firstStepsStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  h2,
  h3,
  h4,
  p,
  ol {
    margin: 0;
    padding: 0;
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
  }
  .sum {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_accent-edge);
    background: var(--_tint);
  }
  ol {
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border: 1px solid var(--_edge);
    border-radius: 50%;
    font-size: var(--_size-small);
    font-variant-numeric: tabular-nums;
  }
  .done .sign {
    border-color: transparent;
    color: var(--_success);
  }
  .state {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 400;
  }
  .more {
    grid-column: 2;
    display: grid;
    gap: calc(var(--_space) * 2);
    justify-items: start;
  }
  a {
    display: inline-flex;
    align-items: center;
    min-height: 40px;
    padding-inline: calc(var(--_space) * 4);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    color: inherit;
    font-weight: 500;
    text-decoration: none;
  }
  a:hover {
    background: var(--_tint);
    border-color: var(--_accent-edge);
  }
  textarea {
    width: 100%;
    min-height: 96px;
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: var(--_size-small) / 1.5 ui-monospace, monospace;
    resize: vertical;
    white-space: pre;
    overflow: auto;
  }
  @container (min-width: 640px) {
    li {
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
    }
    .more {
      grid-column: 3;
    }
    .snippet .more {
      grid-column: 2 / -1;
      justify-items: stretch;
    }
    .snippet .more button {
      justify-self: start;
    }
  }
`;
