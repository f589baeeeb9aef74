import { css } from 'lit';

/** Styles of the button and the dialog: the whole screen on a phone, else a panel in the middle. */
export const bookingButtonStyles = css`
  :host {
    display: inline-block;
  }
  :host([floating]) {
    position: fixed;
    inset-block-end: max(calc(var(--_space) * 5), env(safe-area-inset-bottom));
    inset-inline-end: calc(var(--_space) * 5);
    z-index: 10;
  }
  :host([floating]) .open {
    border-radius: 999px;
    box-shadow: 0 6px 24px rgb(0 0 0 / 22%);
  }
  dialog {
    width: min(1040px, 100vw - 48px);
    max-width: none;
    max-height: min(860px, 100dvh - 48px);
    margin: auto;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface-raised);
    color: inherit;
    box-shadow: 0 24px 80px rgb(0 0 0 / 32%);
    overscroll-behavior: contain;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: appear var(--_quick);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  .bar {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 6);
    border-block-end: 1px solid var(--_line);
  }
  .icon {
    width: 44px;
    height: 44px;
  }
  h2 {
    margin: 0;
    font-size: var(--_size-body);
    font-weight: 600;
  }
  .failed {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5);
  }
  .failed p {
    margin: 0;
  }
  /* The dialog already has a frame. */
  cb-booking::part(frame) {
    border: 0;
    border-radius: 0;
  }
  .content {
    /* Its own height is the basis: of 0% WebKit makes no height at all in a dialog, whose height is fit-content. */
    flex: 1 1 auto;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    --cb-surface: var(--_surface-raised);
  }
  /* The dialog fills the viewport, so the viewport's width decides. */
  @media (width < 600px) {
    dialog {
      width: 100vw;
      height: 100dvh;
      max-height: none;
      border-radius: 0;
    }
    .bar {
      padding-inline-start: calc(var(--_space) * 4);
    }
  }
`;
