import { css } from 'lit';

/** Styles of the line under the times, and of the panel it opens. */
export const visitorCalendarStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 480px);
  }
  /* Next to the month the times scroll in their own box: the line is sticky at its end. */
  @container (min-width: 520px) {
    :host(:not([open])) {
      position: sticky;
      inset-block-end: -4px;
      border-block-start: 1px solid var(--_line);
      background: var(--_surface);
    }
  }
  .root,
  .panel,
  .choice,
  .sources {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .compare {
    display: flex;
    align-items: center;
    justify-self: start;
    gap: calc(var(--_space) * 2);
    min-block-size: 44px;
    margin-inline-start: calc(var(--_space) * -2);
    text-align: start;
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }
  .top .icon {
    margin: calc(var(--_space) * -2);
    margin-inline-start: 0;
  }
  h4 {
    margin: 0;
    font-size: var(--_size-body);
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  .panel {
    gap: calc(var(--_space) * 3);
    border: 1px dashed transparent;
  }
  .panel.over {
    border-color: var(--_accent-edge);
    background: var(--_tint-strong);
  }
  .choice {
    justify-items: start;
  }
  .choice .secondary {
    max-inline-size: 100%;
    padding-block: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  .choice cb-calendar-connect,
  .choice progress {
    inline-size: 100%;
  }
  progress {
    accent-color: var(--_accent);
  }
  /* The panel already has a frame. */
  .choice cb-calendar-connect::part(frame) {
    border: 0;
    background: none;
    margin-inline: calc(var(--_space) * -4);
  }
  .quiet,
  .bad-words,
  .legend,
  .source {
    font-size: var(--_size-small);
  }
  .quiet,
  .source {
    color: var(--_text-quiet);
  }
  .bad-words {
    color: var(--_danger);
    font-weight: 500;
  }
  .sources {
    gap: 0;
    padding-block-start: calc(var(--_space) * 2);
  }
  .sources + .compare {
    margin-block-start: calc(var(--_space) * -3);
  }
  .source {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  .source .icon {
    flex: none;
  }
`;
