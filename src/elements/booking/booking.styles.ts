import { css } from 'lit';

/** Three regions: coach, month, times. The coach is a column from 840 px of the element's own width, else a row. */
export const bookingStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  .inner {
    container-type: inline-size;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto 1fr;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  .notes {
    grid-column: 1 / -1;
  }
  .banner {
    margin: 0;
  }
  .banner:not(:empty) {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5 - 1px) calc(var(--_radius) * 1.5 - 1px) 0 0;
    background: var(--_tint);
  }
  .who {
    padding: calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_line);
  }
  /* Keeps the space of the card, which arrives a moment later. */
  cb-coach-card:not(:defined) {
    display: block;
    min-height: 76px;
  }
  /* Steps overlay each other: the frame keeps the height of the tallest, so nothing jumps. */
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-height: 420px;
  }
  .pane {
    grid-area: 1 / 1;
    min-width: 0;
    padding: calc(var(--_space) * 4);
  }
  .pane[inert] {
    visibility: hidden;
  }
  .pane.step {
    animation: appear 160ms ease-out;
  }
  .failed {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 3);
  }
  .failed p {
    margin: 0;
  }
  .bones {
    display: grid;
    gap: calc(var(--_space) * 5);
    max-width: calc(36 * var(--_rem));
  }
  .bones span {
    height: 44px;
    border-radius: var(--_radius);
    background: var(--_bone);
    /* A chunk that arrives quickly shows no skeleton. */
    animation: appear 160ms 200ms ease-out backwards;
  }
  .bones span:first-child {
    width: 60%;
    height: 24px;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @container (max-width: 519.9px) {
    .pane[inert] {
      display: none;
    }
  }
  @media print {
    .frame {
      display: block;
      border: 0;
    }
    .frame .who {
      border-inline-end: 0;
    }
    .pane[inert] {
      display: none;
    }
  }
  /* The loaded card is at most 400 px wide here, and then this tall: the space is kept until it has loaded. */
  @container (max-width: max(434px, 28.9333em)) {
    cb-coach-card:not(:defined) {
      min-height: 96px;
    }
  }
  /* So narrow, one of the card's lines wraps into two. */
  @container (max-width: 20em) {
    cb-coach-card:not(:defined) {
      min-height: 108px;
    }
  }
  @container (min-width: 520px) {
    .who,
    .pane {
      padding: calc(var(--_space) * 6);
    }
  }
  @container (min-width: max(840px, 56em)) {
    .frame {
      grid-template-columns: 240px minmax(0, 1fr);
      grid-template-rows: auto 1fr;
    }
    .who {
      border-block-end: 0;
      border-inline-end: 1px solid var(--_line);
    }
    .stage {
      min-height: 480px;
    }
  }
`;
