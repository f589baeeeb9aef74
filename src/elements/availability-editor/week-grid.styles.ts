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
  /* The ring of a button here must not vanish under the next day's header. */
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
    inline-size: 28px;
    block-size: 32px;
    min-inline-size: 0;
  }
  .tools .icon svg {
    inline-size: 16px;
    block-size: 16px;
  }
  .column {
    position: relative;
    block-size: calc(24 * var(--_hour));
    border-inline-start: 1px solid var(--_line);
    background: repeating-linear-gradient(
      to bottom,
      transparent 0 calc(var(--_hour) - 1px),
      color-mix(in oklab, var(--_line) 70%, transparent) calc(var(--_hour) - 1px) var(--_hour)
    );
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
  .block {
    position: absolute;
    inset-block-start: calc(var(--from) / 60 * var(--_hour) + 1px);
    block-size: calc((var(--to) - var(--from)) / 60 * var(--_hour) - 2px);
    inset-inline-start: calc(100% / var(--lanes) * var(--lane) + 3px);
    inline-size: calc(100% / var(--lanes) - 6px);
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 1px;
    padding: 3px 5px 3px 8px;
    border: 0;
    border-inline-start: 3px solid var(--_accent);
    border-radius: 5px;
    background: var(--_tint-strong);
    color: var(--_text);
    font-size: var(--_size-small);
    line-height: 1.3;
    text-align: start;
    overflow: hidden;
    cursor: grab;
    touch-action: manipulation;
    transition: background-color var(--_quick);
  }
  .block:hover {
    background: color-mix(in oklab, var(--_accent) 26%, var(--_surface));
  }
  .block:focus-visible {
    z-index: 1;
    outline-offset: 1px;
  }
  /* A finger scrolls the week; the block it chose is the one it drags. */
  .block:focus,
  .block:focus .handle {
    touch-action: none;
  }
  .block[data-short] {
    padding-block: 0;
    flex-direction: row;
    align-items: center;
  }
  .alternate {
    border-inline-start-style: dashed;
    background: repeating-linear-gradient(
      -45deg,
      var(--_tint) 0 7px,
      color-mix(in oklab, var(--_accent) 15%, var(--_surface)) 7px 9px
    );
  }
  .wrong {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1.5px var(--_danger);
    background: color-mix(in oklab, var(--_danger) 10%, var(--_surface));
  }
  .tail {
    border-start-start-radius: 0;
    border-start-end-radius: 0;
    opacity: 0.8;
  }
  .time {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    max-inline-size: 100%;
  }
  .note {
    display: flex;
    gap: 3px;
    align-items: baseline;
    color: var(--_text);
    font-size: var(--_size-small);
    line-height: 1.25;
  }
  .note svg {
    inline-size: 12px;
    block-size: 12px;
    align-self: start;
    margin-block-start: 2px;
  }
  .handle {
    position: absolute;
    inset-inline: 0;
    block-size: 8px;
    cursor: ns-resize;
  }
  .handle[data-grip='start'] {
    inset-block-start: 0;
  }
  .handle[data-grip='end'] {
    inset-block-end: 0;
  }
  .handle[data-grip='end']::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-end: 2px;
    inline-size: 18px;
    block-size: 2px;
    margin-inline: auto;
    border-radius: 1px;
    background: var(--_accent);
    opacity: 0;
    transition: opacity var(--_quick);
  }
  :is(.block:hover, .block:focus-visible) .handle::after {
    opacity: 1;
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
  /* Seven days beside the preview of a tablet; on a phone they scroll. */
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
    /* Past the end of the week a finger scrolls the page: hours may fill all there is to touch. */
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
