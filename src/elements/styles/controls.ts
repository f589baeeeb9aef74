import { css } from 'lit';

/** Styles of buttons, links, fields and the focus ring, shared by all elements. */
export const controls = css`
  :is(button, a, input, select, textarea, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    /* Not hidden by the bar at the end of the element around it (WCAG 2.4.11). */
    scroll-margin-block-end: var(--_covered-end, 0px);
  }
  /* A focused heading needs no ring: it takes the focus for screen readers and cannot be pressed. */
  :is(h2, h3, h4)[tabindex]:focus-visible {
    outline: none;
  }
  /* In WebKit an option that is longer than the box would let the page scroll sideways. */
  select {
    overflow: clip;
  }
  button {
    appearance: none;
    margin: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition:
      background-color var(--_quick),
      border-color var(--_quick),
      color var(--_quick),
      opacity var(--_quick);
  }
  button:disabled,
  button[aria-disabled='true'] {
    cursor: default;
  }
  .primary {
    min-height: 44px;
    padding: 0 calc(var(--_space) * 5);
    border-color: var(--_accent-edge);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 90%, var(--_text));
  }
  .primary[aria-disabled='true'] {
    opacity: 0.65;
  }
  .secondary {
    min-height: 44px;
    padding: 0 calc(var(--_space) * 4);
    border-color: var(--_edge);
    background: var(--_surface);
    font-weight: 500;
  }
  .secondary:hover {
    background: var(--_tint);
    border-color: var(--_accent-edge);
  }
  .plain {
    min-height: 32px;
    padding: 0 calc(var(--_space) * 2);
    color: var(--_text-quiet);
    font-weight: 500;
  }
  .plain:hover {
    color: var(--_text);
    background: var(--_tint);
  }
  .icon {
    display: inline-grid;
    place-items: center;
    width: max(40px, calc(1.75 * var(--_rem)));
    height: max(40px, calc(1.75 * var(--_rem)));
    padding: 0;
    color: var(--_text-quiet);
  }
  .icon:is(:disabled, [aria-disabled='true']) {
    color: color-mix(in oklab, var(--_text-quiet) 38%, transparent);
  }
  .icon:hover:not(:disabled, [aria-disabled='true']) {
    color: var(--_text);
    background: var(--_tint);
  }
  svg {
    display: block;
    width: calc(1.25 * var(--_rem));
    height: calc(1.25 * var(--_rem));
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
  }
  .flips:dir(rtl) {
    transform: scaleX(-1);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
    button:is(:disabled, [aria-disabled='true']) {
      border-color: GrayText;
      color: GrayText;
    }
    .primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
