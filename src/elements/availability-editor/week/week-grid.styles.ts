import { css } from 'lit';

export const weekGridStyles = css`
  :host {
    --_hour: 40px;
    --_head: 44px;
    container-type: inline-size;
  }
  .week {
    position: relative;
    display: grid;
    grid-template-columns: 60px repeat(7, minmax(64px, 1fr));
    max-block-size: min(620px, 72vh);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    -webkit-user-select: none;
    user-select: none;
    scroll-padding-block-start: 84px;
  }
  .week:focus-visible {
    outline-offset: -2px;
  }
  .hours {
    position: sticky;
    inset-inline-start: 0;
    z-index: 3;
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
  }
  .corner {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: block;
    block-size: var(--_head);
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .hour {
    position: absolute;
    inset-inline-end: calc(var(--_space) * 2);
    inset-block-start: calc(var(--_head) + var(--at) * var(--_hour));
    transform: translateY(-50%);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    white-space: nowrap;
  }
  .day {
    display: grid;
    grid-template: var(--_head) auto / minmax(0, 1fr);
    min-inline-size: 0;
  }
  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 2px;
    padding-inline: calc(var(--_space) * 2) 2px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  /* A focus ring here must not be hidden by the next day's header. */
  header:focus-within {
    z-index: 3;
  }
  .name {
    font-size: var(--_size-small);
    font-weight: 600;
  }
  .tools {
    display: flex;
  }
  .tools .icon {
    inline-size: 36px;
    block-size: 36px;
    min-inline-size: 0;
  }
  .tools .icon svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .column {
    position: relative;
    block-size: calc(24 * var(--_hour));
    border-inline-start: 1px solid var(--_line);
    background: linear-gradient(to top, color-mix(in oklab, var(--_line) 70%, transparent) 1px, transparent 0) 0 0 / 100%
      var(--_hour);
    cursor: cell;
  }
  .closed {
    position: sticky;
    inset-block-start: calc(var(--_head) + 12px);
    display: block;
    padding-block-start: calc(var(--_space) * 3);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    text-align: center;
    pointer-events: none;
  }
  :host([dragging]) .week {
    cursor: grabbing;
  }
  :host([dragging='start']) .week,
  :host([dragging='end']) .week {
    cursor: ns-resize;
  }
  :host([dragging]) .block {
    cursor: inherit;
  }
  @container (max-width: 700px) {
    .week {
      --_head: 72px;
    }
    header {
      flex-direction: column;
      justify-content: center;
      padding-inline: 2px;
      gap: 0;
    }
  }
  /* Seven days next to the preview on a tablet; on a phone they scroll. */
  @container (min-width: 400px) and (max-width: 500px) {
    .week {
      grid-template-columns: 48px repeat(7, minmax(49px, 1fr));
    }
    .tools .icon {
      inline-size: 24px;
    }
    .block {
      padding-inline: 4px 2px;
    }
  }
  @media (pointer: coarse) {
    /* At the end of the week a finger scrolls the page, because hours may fill the whole grid. */
    .week {
      overscroll-behavior: auto;
    }
    .handle {
      block-size: 14px;
    }
  }
  @media (forced-colors: active) {
    .block {
      border: 2px solid ButtonText;
    }
    .wrong {
      border-style: double;
    }
  }
`;
