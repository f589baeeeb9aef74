import { css } from 'lit';

export const availabilityPickerStyles = css`
  :host {
    display: block;
  }
  .box {
    container-type: inline-size;
    position: relative;
  }
  .layout {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  .when {
    display: grid;
    gap: calc(var(--_space) * 4);
    min-inline-size: 0;
    align-content: start;
  }
  .times {
    min-inline-size: 0;
    /* Leaves the last week and the zone in sight when the times are brought into view. */
    scroll-margin-block-start: calc(var(--_space) * 24);
  }
  .times:focus {
    outline: none;
  }
  .list {
    display: grid;
    gap: calc(var(--_space) * 5);
    align-content: start;
    min-block-size: 240px;
  }
  @container (min-width: 520px) {
    .layout {
      grid-template-columns: clamp(280px, 56cqi, 364px) minmax(0, 1fr);
      max-inline-size: 820px;
    }
    .times {
      position: relative;
      border-inline-start: 1px solid var(--_line);
    }
    /* The month decides the height; a long day scrolls inside it, a short one leaves room. */
    .list {
      position: absolute;
      inset: -4px 0;
      min-block-size: 0;
      overflow-y: auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
      /* Room for the focus ring. */
      padding: 4px 4px 4px calc(var(--_space) * 5);
    }
    .list:dir(rtl) {
      padding: 4px calc(var(--_space) * 5) 4px 4px;
    }
  }
  h3 {
    margin: 0 0 calc(var(--_space) * 2);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 500;
    line-height: 1.3;
  }
  .next ul {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .next li {
    block-size: 48px;
  }
  .next button {
    inline-size: 100%;
    block-size: 100%;
    padding: 0 var(--_space);
    background: color-mix(in oklab, var(--_accent) 13%, var(--_surface));
    font-weight: 500;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .next button:hover {
    background: color-mix(in oklab, var(--_accent) 22%, var(--_surface));
  }
  .next button span {
    display: block;
    overflow: hidden;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .next .bone {
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_text) 7%, transparent);
  }
  .next p {
    display: grid;
    align-items: center;
    block-size: 48px;
    margin: 0;
  }
  .next [hidden] {
    display: none;
  }
  .note {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 3);
  }
  .note p {
    margin: 0;
  }
  .note p:first-child {
    font-weight: 500;
  }
  .note .quiet {
    color: var(--_text-quiet);
  }
  .way-on {
    max-inline-size: 100%;
    padding-block: calc(var(--_space) * 2.5);
    line-height: 1.35;
    text-align: start;
    text-wrap: balance;
  }
  [slot='empty'] {
    margin-block-start: calc(var(--_space) * 4);
  }
  [slot='empty'] p {
    margin: 0;
    color: var(--_text-quiet);
  }
  .note.stale {
    grid-template-columns: 1fr auto;
    align-items: center;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  .note.stale p:first-child {
    font-weight: 400;
  }
`;
