import { css } from 'lit';

/** Styles of the sign-in; those of fields are in `styles/form.ts`. */
export const signInStyles = css`
  :host {
    display: block;
    max-width: calc(26 * var(--_rem));
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  h3 {
    margin: 0 0 calc(var(--_space) * 5);
    font-size: var(--_size-lead);
    font-weight: 600;
    line-height: 1.3;
  }
  .note {
    margin: calc(var(--_space) * -4) 0 calc(var(--_space) * 5);
    color: var(--_text-quiet);
  }
  .password {
    position: relative;
  }
  .reveal {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    font-size: var(--_size-small);
  }
  @media (pointer: coarse) {
    /* Above the field, not over it. */
    .reveal {
      margin-block: -16px;
      padding-block-start: 8px;
    }
  }
  .forgotten {
    justify-self: start;
  }
  .other {
    margin: calc(var(--_space) * 5) 0 0;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
`;
