import { css } from 'lit';

/** Styles of rows with hairlines between; the buttons are below the facts on a phone, and next to them on wide screens. */
export const calendarConnectStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  .root {
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    overflow: clip;
  }
  header,
  li,
  .feed,
  .alone,
  .signed-out {
    padding: calc(var(--_space) * 5);
  }
  header,
  .facts {
    display: grid;
    gap: var(--_space);
  }
  h3,
  h4,
  p {
    margin: 0;
  }
  h3 {
    font-size: var(--_size-title);
    font-weight: 600;
    line-height: 1.3;
  }
  h4 {
    font-size: var(--_size-body);
    font-weight: 600;
  }
  header p {
    color: var(--_text-quiet);
    max-inline-size: 60ch;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li,
  .feed,
  header + .alone {
    border-block-start: 1px solid var(--_line);
  }
  li,
  .feed {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: start;
    gap: calc(var(--_space) * 3);
  }
  .sign {
    margin-block-start: 1px;
    color: var(--_text-quiet);
  }
  .facts {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .status {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-quiet);
  }
  .status svg {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 3px;
  }
  .status.connected {
    color: var(--_success);
  }
  .status.reconnect_needed,
  .bad-words {
    color: var(--_danger);
  }
  .quiet,
  .bad-words {
    font-size: var(--_size-small);
  }
  .quiet {
    color: var(--_text-quiet);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  /* A button without a border is aligned with the text around it. */
  .buttons > .plain:first-child,
  .feed .plain {
    margin-inline-start: calc(var(--_space) * -2);
  }
  li > .buttons > .plain:last-child {
    margin-inline-end: calc(var(--_space) * -2);
  }
  .feed .buttons {
    column-gap: calc(var(--_space) * 5);
  }
  .more {
    grid-column: 2 / -1;
  }
  .more .panel {
    gap: calc(var(--_space) * 2);
  }
  .panel p {
    max-inline-size: 60ch;
  }
  .primary.danger {
    background: var(--_danger);
    color: var(--_surface);
  }
  .address {
    display: flex;
    gap: calc(var(--_space) * 2);
  }
  .address input {
    flex: 1;
    min-inline-size: 0;
    color: var(--_text-quiet);
    text-overflow: ellipsis;
  }
  .feed .facts {
    grid-column: 2 / -1;
  }
  .feed .more {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .label {
    font-size: var(--_size-small);
  }
  a.link {
    display: inline-flex;
    align-items: center;
  }
  .alone {
    color: var(--_text-quiet);
  }
  .bone {
    display: inline-block;
    block-size: 1em;
    inline-size: 11em;
    max-inline-size: 100%;
    border-radius: 4px;
    background: var(--_bone);
    animation: wait 1.4s ease-in-out infinite alternate;
  }
  .bone.short {
    inline-size: 7em;
  }
  @keyframes wait {
    to {
      opacity: 0.55;
    }
  }
  @container (width < 520px) {
    header,
    li,
    .feed,
    .alone,
    .signed-out {
      padding-inline: calc(var(--_space) * 4);
    }
    li {
      grid-template-columns: auto minmax(0, 1fr);
    }
    li > .buttons {
      grid-column: 2;
    }
  }
  @container (width < 400px) {
    .more {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`;
