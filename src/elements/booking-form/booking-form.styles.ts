import { css } from 'lit';

/** Styles of the booking form; those of fields are in `styles/form.ts`. */
export const bookingFormStyles = css`
  [part='add-attendees'] {
    justify-self: start;
  }
  :host {
    display: block;
    max-width: calc(52 * var(--_rem));
    margin-inline: auto;
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  .inner {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 5);
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .choice .icon {
    flex: none;
    width: 44px;
    height: 44px;
    margin-inline-start: -12px;
  }
  .choice p {
    margin: 0;
  }
  .choice strong {
    display: block;
    font-weight: 600;
  }
  .choice span {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-variant-numeric: tabular-nums;
  }
  h3 {
    margin: 0;
    font-size: var(--_size-lead);
    font-weight: 600;
    line-height: 1.3;
  }
  .top,
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 4);
  }
  .top,
  [part='taken'] {
    margin-block-end: calc(var(--_space) * 5);
  }
  .top p,
  .who,
  .who p {
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  .who strong {
    font-weight: 500;
    color: var(--_text);
  }
  cb-sign-in {
    max-width: none;
  }
  .pair {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  .nearest {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr));
    gap: calc(var(--_space) * 2);
  }
  .nearest button {
    padding-block: calc(var(--_space) * 2);
    line-height: 1.3;
  }
  .nearest small {
    display: block;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 400;
  }
  .submit {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .total {
    margin: 0;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .spinner {
    display: inline-block;
    width: 16px;
    height: 16px;
    margin-inline-end: calc(var(--_space) * 2);
    vertical-align: -2px;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @container (min-width: max(440px, 29.3333em)) {
    .pair {
      grid-template-columns: 1fr 1fr;
    }
  }
  /* With large text, the bar would cover too much. */
  @container (14.9333em < width < 440px) {
    /* A focused control is not hidden by the bar. */
    .choice ~ * {
      --_bar: calc(6.5 * var(--_rem));
    }
    .choice {
      position: sticky;
      inset-block-start: var(--_sticky-top);
      z-index: 1;
      padding-block: calc(var(--_space) * 2);
    }
  }
`;
