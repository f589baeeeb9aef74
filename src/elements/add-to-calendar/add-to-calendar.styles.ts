import { css } from 'lit';

/** Styles of the button and its menu. */
export const addToCalendarStyles = css`
  :host {
    display: inline-block;
  }
  #button {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    /* On its baseline, large text leaves a gap below. */
    vertical-align: top;
  }
  #button svg:last-child {
    width: var(--_rem);
    height: var(--_rem);
    color: var(--_text-quiet);
  }
  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: calc(var(--_space) * 1.5);
    min-width: 220px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: 0 8px 24px rgb(0 0 0 / 0.14);
  }
  [role='menuitem'] {
    display: flex;
    align-items: center;
    min-height: 44px;
    padding: 0 calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) - 2px);
    color: inherit;
    text-decoration: none;
  }
  [role='menuitem']:is(:hover, :focus) {
    background: var(--_tint);
  }
  [role='menuitem']:focus-visible {
    outline-offset: -2px;
  }
  hr {
    margin: calc(var(--_space) * 1.5) 0;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
`;
