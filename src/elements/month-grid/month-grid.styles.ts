import { css } from 'lit';

export const monthGridStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 364px);
  }
  .box {
    container-type: inline-size;
  }
  .month {
    /* Square cells from 40 px: seven of them fit into 280 px, so a 320 px phone needs no scrolling. */
    --_widest: max(52px, calc(3.25 * var(--_rem)));
    --_cell: clamp(40px, 100cqi / 7, var(--_widest));
    /* Registered as a color: worked out once for the month, not once a day. */
    --_cb-open: color-mix(in oklab, var(--_accent-edge) 13%, var(--_surface));
    max-inline-size: calc(var(--_widest) * 7);
    margin-inline: auto;
  }
  .header {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 40px;
    margin-block-end: calc(var(--_space) * 2);
  }
  h3 {
    flex: 1;
    margin: 0;
    padding-inline-start: 2px;
    /* Large text leaves room for the buttons beside it. */
    font-size: min(var(--_size-lead), 7.5cqi);
    font-weight: 600;
    line-height: 1.3;
  }
  h3 .year {
    font-weight: 400;
    color: var(--_text-quiet);
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
  }
  th {
    block-size: 32px;
    padding: 0;
    color: var(--_text-quiet);
    /* Large text grows only as far as seven columns allow. */
    font-size: min(var(--_size-small), 5cqi);
    font-weight: 500;
    text-align: center;
  }
  td {
    block-size: var(--_cell);
    padding: 0;
    text-align: center;
  }
  .day {
    display: block;
    inline-size: 100%;
    max-inline-size: var(--_cell);
    block-size: var(--_cell);
    margin-inline: auto;
    padding: 0;
    /* The whole cell takes the press; the transparent border is the visible gap between fills. */
    border: 2px solid transparent;
    border-radius: calc(var(--_radius) + 2px);
    background-clip: padding-box;
    color: var(--_text-quiet);
    font-size: min(1em, 7.5cqi);
    font-variant-numeric: tabular-nums;
    -webkit-user-select: none;
    user-select: none;
  }
  /* Turning the month does not fade: a transition costs a style pass in each frame. */
  .day:not(:hover) {
    transition: none;
  }
  /* No other day has a position: each positioned button is painted separately, which takes longer. */
  .today,
  .day:focus-visible {
    position: relative;
  }
  .day:focus-visible {
    outline-offset: 0;
    z-index: 1;
  }
  /* The first day of a month also names the month, on a second line of its cell. */
  .day[data-month] {
    font-size: min(1em, 6cqi);
    line-height: 1.25;
  }
  /* For the eye: the button's name says the month. */
  .day[data-month]::before {
    content: attr(data-month) / '';
    display: block;
    font-size: 0.75em;
    line-height: 1;
  }
  .past {
    /* As quiet as a contrast of 4.5 to 1 allows. */
    color: color-mix(in oklab, var(--_text-quiet) 86%, var(--_surface));
  }
  .open {
    background-color: var(--_cb-open);
    color: var(--_text);
    font-weight: 500;
  }
  .open:hover {
    background-color: color-mix(in oklab, var(--_accent-edge) 22%, var(--_surface));
  }
  .none:hover {
    background-color: color-mix(in oklab, var(--_text) 5%, transparent);
  }
  .selected,
  .selected:hover {
    background-color: var(--_accent);
    /* An accent as dark or as light as the surface still shows its fill. */
    box-shadow: inset 0 0 0 1px var(--_accent-edge);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .today::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-end: 5px;
    inline-size: 4px;
    block-size: 4px;
    margin-inline: auto;
    border-radius: 50%;
    background: currentColor;
  }
  .today:not(.selected)::after {
    background: var(--_accent-edge);
  }
  [aria-busy='true'] .none:not(.selected) {
    background-color: var(--_bone);
    animation: wait 1.4s ease-in-out infinite alternate;
  }
  /* Only the fill is animated, so that the digits stay readable. */
  @keyframes wait {
    to {
      background-color: color-mix(in oklab, var(--_bone) 55%, transparent);
    }
  }
  @media (pointer: coarse) {
    .month {
      --_cell: clamp(44px, 100cqi / 7, var(--_widest));
    }
    /* 44 px per day for fingers, at the cost of the margin. */
    table {
      inline-size: max(100%, min(100% + 24px, 308px));
      margin-inline: max(-12px, min(0px, (100cqi - 308px) / 2));
    }
    .icon {
      inline-size: 44px;
      block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .day {
      border-color: Canvas;
      color: GrayText;
    }
    .open {
      border-color: ButtonText;
      color: ButtonText;
    }
    .selected {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
    .today::after,
    .today:not(.selected)::after {
      forced-color-adjust: none;
      background: currentColor;
    }
  }
`;
