import { css } from 'lit';

/**
 * Styles of the card: a header row on narrow screens, else a column. In the row each text has one line, the headline up to two, and
 * their space is reserved, so that the content below does not move when they arrive. On the narrowest nothing is cut: it takes the lines
 * it needs.
 */
export const coachCardStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 480px);
  }
  .inner {
    container-type: inline-size;
  }
  .card {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(var(--_space) * 4);
    align-content: center;
    min-height: 76px;
  }
  .card.unknown {
    grid-template-columns: minmax(0, 1fr);
  }
  .photo {
    grid-row: 1 / span 3;
    align-self: center;
    display: grid;
    place-items: center;
    width: 64px;
    height: 64px;
    border-radius: 50%;
    object-fit: cover;
    background: var(--_tint-strong);
    color: var(--_text);
    font-size: var(--_size-lead);
    font-weight: 500;
  }
  h2 {
    margin: 0;
    font-size: var(--_size-title);
    font-weight: 600;
    line-height: 1.3;
  }
  p {
    margin: 0;
    color: var(--_text-quiet);
    /* In the direction of the coach's own language. */
    unicode-bidi: plaintext;
    text-align: var(--_start);
  }
  h2,
  p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(1.25 * var(--_rem));
    /* Hides the dot before the first fact of a line. */
    overflow: clip;
    margin: calc(var(--_space) * 0.5) 0 0;
    padding: 0;
    list-style: none;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-variant-numeric: tabular-nums;
  }
  li {
    position: relative;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-width: 0;
  }
  li + li::before {
    content: '·';
    position: absolute;
    inset-inline-start: calc(-0.75 * var(--_rem));
  }
  /* Keeps "60 min" in one piece on right-to-left pages. */
  li span {
    unicode-bidi: plaintext;
  }
  svg {
    display: none;
    width: calc(1.125 * var(--_rem));
    height: calc(1.125 * var(--_rem));
  }
  :host([loading]) svg {
    color: var(--_bone);
  }
  :host([loading]) .photo {
    background: var(--_bone);
  }
  .bone {
    display: inline-block;
    width: 9em;
    max-width: 100%;
    height: 0.7em;
    border-radius: 4px;
    background: var(--_bone);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  p .bone {
    width: 12em;
  }
  li .bone {
    width: 4em;
  }
  li:last-child .bone {
    width: 5em;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @container (width <= 26.6667em) {
    .card {
      column-gap: calc(var(--_space) * 3);
      min-height: 96px;
    }
    p {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-height: 1.35;
      text-wrap: balance;
      white-space: normal;
    }
    ul {
      column-gap: var(--_rem);
    }
    li + li::before {
      inset-inline-start: calc(-0.625 * var(--_rem));
    }
  }
  @container (width <= 22.6667em) {
    .photo {
      grid-row-end: span 2;
      width: 48px;
      height: 48px;
    }
    h2,
    p {
      display: block;
      overflow-wrap: anywhere;
      white-space: normal;
    }
    p:has(.bone) {
      min-block-size: 2lh;
    }
    ul {
      grid-column: 1 / -1;
    }
  }
  /* As tall as the place that is kept for it: lines are not equally tall in every browser. */
  @container (width <= 17.7333em) {
    .card {
      min-height: 108px;
    }
  }
  @container (width <= 14.6667em) {
    .card {
      grid-template-columns: minmax(0, 1fr);
      row-gap: var(--_space);
    }
    .photo {
      grid-row: auto;
      justify-self: start;
      width: 64px;
      height: 64px;
      margin-block-end: calc(var(--_space) * 3);
    }
    ul {
      flex-direction: column;
      gap: calc(var(--_space) * 2);
      margin-block-start: calc(var(--_space) * 3);
    }
    li {
      align-items: start;
    }
    li + li::before {
      content: none;
    }
    li .bone {
      align-self: center;
    }
    svg {
      display: block;
    }
  }
`;
