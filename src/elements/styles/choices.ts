import { css } from 'lit';

/** Styles of lists, radio buttons and checkboxes in forms; those of text fields are in `form.ts`. */
export const choiceStyles = css`
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  /* A legend is not a grid item. */
  .field > legend {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  select {
    padding-inline-end: 40px;
  }
  .select {
    position: relative;
    display: block;
  }
  .select svg {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 12px;
    margin-block: auto;
    color: var(--_text-quiet);
    pointer-events: none;
  }
  .options {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .options.short {
    grid-template-columns: repeat(2, minmax(0, 140px));
  }
  .option {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    min-height: 44px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
    transition: background-color var(--_quick);
  }
  .option:hover {
    background: var(--_tint);
  }
  .option:has(:checked) {
    border-color: var(--_accent-edge);
    background: var(--_tint);
  }
  input:is([type='radio'], [type='checkbox']) {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--_accent-edge);
    flex: none;
  }
  @media (forced-colors: active) {
    .option:has(:checked) {
      border-color: Highlight;
    }
  }
`;
