import { css } from 'lit';

export const availabilityPickerStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  .box {
    container-type: inline-size;
    position: relative;
  }
  .layout {
    display: flex;
    flex-direction: column;
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
    /* Keeps the last week and the zone visible when the times are scrolled into view. */
    scroll-margin-block-start: calc(var(--_space) * 24 + var(--_sticky-top));
  }
  .times:focus {
    outline: none;
  }
  /* On narrow screens the zone is drawn above the times, but follows them in tab order. */
  .times {
    order: 1;
  }
  .list {
    display: grid;
    gap: calc(var(--_space) * 5);
    align-content: start;
  }
  @container (min-width: max(520px, 34.6667em)) {
    .layout {
      display: grid;
      grid-template-rows: auto 1fr;
      gap: calc(var(--_space) * 4) calc(var(--_space) * 5);
      grid-template-columns: clamp(280px, 56cqi, max(364px, calc(22.75 * var(--_rem)))) minmax(0, 1fr);
      max-inline-size: max(820px, calc(51.25 * var(--_rem)));
    }
    .times {
      grid-row: 1 / 3;
      grid-column: 2;
      position: relative;
      timeline-scope: --more;
      border-inline-start: 1px solid var(--_line);
    }
    /* The month sets the height; a longer list of times scrolls inside it. */
    .list {
      position: absolute;
      inset: -4px 0;
      overflow-y: auto;
      scrollbar-width: thin;
      scroll-padding-block-end: 48px;
      scroll-timeline: --more;
      /* Room for the focus ring. */
      padding: 4px;
      padding-inline-start: calc(var(--_space) * 5);
    }
    /* A shadow that shows that the list scrolls on. It does not move, so reduced motion needs no exception. */
    .times:not(:has(cb-visitor-calendar))::after {
      content: '↓' / '';
      position: absolute;
      inset: auto 0 -4px;
      padding-top: 40px;
      background: var(--_surface);
      mask: linear-gradient(transparent, #000 64%);
      text-align: center;
      pointer-events: none;
      opacity: 0;
      animation-name: more !important;
      animation-fill-mode: both !important;
      animation-timeline: --more !important;
      animation-range: calc(100% - 64px) 100% !important;
    }
  }
  @keyframes more {
    from {
      opacity: 1;
    }
  }
  /* Space for elements whose chunk has not arrived yet. */
  cb-next-times:not(:defined) {
    display: block;
    min-block-size: calc(var(--_space) * 2 + calc(4.0625 * var(--_rem)));
  }
  cb-time-zone-picker {
    display: block;
    min-block-size: 48px;
    scroll-margin-block-start: calc(var(--_covered, 0px) + var(--_sticky-top));
  }
  cb-week-strip {
    display: none;
  }
  @container not (min-width: max(480px, 32em)) {
    .week:has(cb-week-strip:defined) {
      --_covered: calc(8.5 * var(--_rem));
      .when {
        display: contents;
      }
      /* A sticky bar with the chosen day and the way back, above the times. */
      cb-week-strip {
        display: block;
        position: sticky;
        inset-block-start: var(--_sticky-top);
        z-index: 1;
        padding-block-end: var(--_space);
        border-block-end: 1px solid var(--_line);
        background: var(--_surface);
      }
      cb-month-grid {
        display: none;
      }
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
  cb-next-slot p {
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
