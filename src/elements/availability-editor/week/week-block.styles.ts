import { css } from 'lit';

/** Styles of the intervals on the week grid, and of their edges for dragging. */
export const weekBlockStyles = css`
  /* Booked sessions are behind the hours, which can be dragged: a dashed outline at the end of the column. */
  .booked {
    position: absolute;
    inset-block-start: calc(var(--from) / 60 * var(--_hour) + 1px);
    block-size: calc((var(--to) - var(--from)) / 60 * var(--_hour) - 2px);
    inset-inline: 40% 6px;
    z-index: 1;
    border: 1px dashed var(--_text-quiet);
    border-radius: 4px;
    background: color-mix(in oklab, var(--_text) 8%, transparent);
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
    border-inline-start: 3px solid var(--_accent-edge);
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
    background: color-mix(in oklab, var(--_accent-edge) 26%, var(--_surface));
  }
  .block:focus-visible {
    z-index: 1;
    outline-offset: 1px;
  }
  /* A finger scrolls the week; only a focused block can be dragged by finger. */
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
    --_stripe: color-mix(in oklab, var(--_accent-edge) 15%, var(--_surface));
    background: linear-gradient(-45deg, var(--_tint) 39%, var(--_stripe) 0 50%, var(--_tint) 0 89%, var(--_stripe) 0) 0 0 /
      13px 13px;
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
    overflow-wrap: anywhere;
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
`;
