import { css } from 'lit';

/** Styles of the account panel; those of fields are in `styles/form.ts`. */
export const accountStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  details {
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
  }
  summary {
    cursor: pointer;
    border-radius: var(--_radius);
    font-weight: 500;
  }
  summary:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .as {
    margin: calc(var(--_space) * 3) 0;
    color: var(--_text-quiet);
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  form,
  .question {
    max-width: calc(26 * var(--_rem));
    margin-block-start: calc(var(--_space) * 5);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .help,
  .said {
    margin: 0 0 calc(var(--_space) * 4);
  }
  .said:not(:empty) {
    margin-block: calc(var(--_space) * 4) 0;
  }
`;
