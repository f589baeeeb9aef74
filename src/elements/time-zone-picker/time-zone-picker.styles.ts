import { css } from 'lit';

export const timeZonePickerStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 480px);
  }
  .inner {
    container-type: inline-size;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    /* The height that a picker reserves for it. */
    min-block-size: 48px;
  }
  .zone {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    flex: 1 1 calc(9 * var(--_rem));
    max-inline-size: max-content;
    min-block-size: 44px;
    padding: var(--_space) calc(var(--_space) * 2);
    margin-inline-start: calc(var(--_space) * -2);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    line-height: 1.35;
    text-align: start;
  }
  .zone:hover {
    color: var(--_text);
    background: var(--_tint);
  }
  .zone > span {
    min-inline-size: 0;
  }
  .zone svg {
    inline-size: calc(1.125 * var(--_rem));
    block-size: calc(1.125 * var(--_rem));
  }
  .chevron svg {
    inline-size: var(--_rem);
    block-size: var(--_rem);
  }
  /* Two lines for nearly every zone, so that nothing moves when the zone changes. */
  strong {
    display: block;
    color: var(--_text);
    font-weight: 500;
  }
  @container (width <= 22.6667em) {
    .zone > svg {
      display: none;
    }
  }
  /* The narrowest phones: two lines still. */
  @container (width <= 17.5em) {
    .row,
    .zone {
      gap: var(--_space);
      padding-inline-end: 0;
    }
    .clock button {
      min-inline-size: 36px;
      padding: 0 calc(var(--_space) / 2);
    }
  }
  .now {
    font-variant-numeric: tabular-nums;
  }
  .now,
  .offset {
    white-space: nowrap;
  }
  .clock {
    display: flex;
    flex: none;
    padding: 2px;
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_text) 6%, transparent);
  }
  .clock button {
    min-inline-size: 44px;
    min-block-size: 36px;
    padding: 0 calc(var(--_space) * 2);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 500;
    white-space: nowrap;
  }
  .clock button:hover {
    color: var(--_text);
  }
  .clock [aria-checked='true'] {
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: 0 0 0 1px var(--_line);
  }
  p {
    margin: var(--_space) 0 0;
    color: var(--_danger);
    font-size: var(--_size-small);
  }
  @media (pointer: coarse) {
    .clock button {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .clock [aria-checked='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
