import { css } from 'lit';

export const timeZoneListStyles = css`
  :host {
    display: contents;
  }
  .panel {
    position: fixed;
    inset: auto;
    margin: 0;
    inline-size: 360px;
    max-inline-size: calc(100vi - 16px);
    /* A fixed height, so that nothing moves while typing. */
    block-size: 400px;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface-raised);
    color: var(--_text);
    font-size: var(--_size-body);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.06),
      0 12px 32px rgb(0 0 0 / 0.16);
  }
  .panel:popover-open {
    display: flex;
    flex-direction: column;
  }
  .search {
    flex: none;
    padding: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
  }
  input {
    inline-size: 100%;
    min-block-size: 40px;
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    /* iOS zooms into fields whose text is smaller than 16 px. */
    font: inherit;
    font-size: var(--_rem);
  }
  input:focus-visible {
    outline-offset: 0;
    border-color: transparent;
  }
  input::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }
  [role='listbox'] {
    flex: 1;
    min-block-size: 120px;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: var(--_space);
  }
  .title {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2) var(--_space);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 500;
  }
  [role='option'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_space) * 3);
    align-items: center;
    min-block-size: 44px;
    padding: var(--_space) calc(var(--_space) * 2);
    border-radius: var(--_radius);
    cursor: pointer;
    content-visibility: auto;
    contain-intrinsic-size: auto 44px;
  }
  [role='option']:hover {
    background: color-mix(in oklab, var(--_text) 5%, transparent);
  }
  [role='option'].active {
    background: var(--_tint);
    box-shadow: inset 0 0 0 2px var(--_focus);
  }
  .city {
    font-weight: 500;
  }
  [aria-selected='true'] .city::after {
    content: '✓' / '';
    padding-inline-start: 0.5em;
    color: var(--_accent-text);
  }
  .about,
  .offset {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    line-height: 1.3;
  }
  .about {
    grid-row: 2;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .time,
  .offset {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  p {
    margin: 0;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 3);
    color: var(--_text-quiet);
  }
  @media (forced-colors: active) {
    .panel {
      border-color: CanvasText;
    }
    [role='option'].active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
