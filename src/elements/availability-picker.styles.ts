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
      /* Fades where there is more to scroll to. */
      scroll-padding-block-end: 32px;
      animation-name: more;
      animation-timeline: scroll(self);
      /* Room for the focus ring. */
      padding: 4px 4px 4px calc(var(--_space) * 5);
    }
    .list:dir(rtl) {
      padding: 4px calc(var(--_space) * 5) 4px 4px;
    }
  }
  @keyframes more {
    0%,
    98% {
      mask-image: linear-gradient(#000 calc(100% - 32px), transparent);
    }
    99%,
    100% {
      mask-image: none;
    }
  }
  /* These stand before their chunk arrives. */
  cb-next-times {
    display: block;
    min-block-size: 73px;
  }
  cb-time-zone-picker {
    display: block;
    min-block-size: 48px;
  }
  cb-week-strip {
    display: none;
    scroll-margin-block-start: calc(var(--_space) * 3);
  }
  @container (max-width: 479.9px) {
    .week cb-week-strip:defined {
      display: block;
    }
    .week cb-week-strip:defined + cb-month-grid {
      display: none;
    }
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
  cb-next-opening p {
    margin: 0;
    font-weight: 500;
  }
  [slot='empty'] {
    margin-block-start: calc(var(--_space) * 4);
  }
  .list > [slot='empty'] {
    margin: 0;
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
