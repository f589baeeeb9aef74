import { css } from 'lit';

export const slotListStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 480px);
  }
  .box {
    container-type: inline-size;
  }
  h3 {
    margin: 0 0 calc(var(--_space) * 3);
    font-size: var(--_size-lead);
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
  }
  h3:focus {
    outline: none;
  }
  h3:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 4px;
    border-radius: 2px;
  }
  h4 {
    margin: 0 0 calc(var(--_space) * 2);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 500;
  }
  .group + .group {
    margin-block-start: calc(var(--_space) * 4);
  }
  ul {
    display: grid;
    grid-template-columns: 1fr;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  @container (min-width: 13.8667em) {
    ul {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 21.3333em) {
    ul {
      grid-template-columns: 1fr 1fr 1fr;
    }
  }
  h3,
  .time {
    /* A sticky bar at the top must not hide the focused time. */
    scroll-margin-block-start: calc(var(--_covered, 0px) + var(--_sticky-top));
  }
  .time {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 44px;
    padding: var(--_space) calc(var(--_space) * 2);
    border-color: var(--_edge);
    background: var(--_surface);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  [part~='busy'] {
    background: color-mix(in oklab, var(--_text) 7%, transparent);
  }
  /* Touch has no hover: a time that moves under the finger must not look hovered. */
  @media (hover: hover) {
    .time:hover {
      border-color: var(--_accent-edge);
      background: var(--_tint);
    }
  }
  .time[aria-pressed='true'] {
    border-color: var(--_accent-edge);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .offset {
    display: block;
    font-size: var(--_size-small);
    font-weight: 400;
    line-height: 1.2;
  }
  .time:not([aria-pressed='true']) .offset {
    color: var(--_text-quiet);
  }
  p {
    margin: 0;
    color: var(--_text-quiet);
  }
  .bone {
    border-radius: var(--_radius);
    background: var(--_bone);
    animation: wait 1.4s ease-in-out infinite alternate;
  }
  h3.bone,
  h4.bone {
    border-radius: 4px;
    color: transparent;
    inline-size: fit-content;
    -webkit-user-select: none;
    user-select: none;
  }
  li {
    min-block-size: 44px;
  }
  @keyframes wait {
    from {
      opacity: 1;
    }
    to {
      opacity: 0.55;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
    .time[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
