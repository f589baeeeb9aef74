import { css } from 'lit';

export const availabilityEditorStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  .inner {
    container-type: inline-size;
  }
  .frame,
  .said {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
  }
  .frame {
    --_covered-end: 80px;
    display: grid;
    gap: calc(var(--_space) * 6);
    padding: calc(var(--_space) * 4);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
  }
  /* Its inline size does not depend on its content. */
  .top cb-time-zone-picker {
    flex: 0 1 360px;
    min-inline-size: min(100%, 300px);
  }
  h2 {
    font-size: var(--_size-title);
    font-weight: 600;
    line-height: 1.3;
  }
  h2:focus,
  h3:focus {
    outline: none;
  }
  .main {
    display: grid;
    gap: calc(var(--_space) * 4);
    align-content: start;
    min-inline-size: 0;
  }
  [role='tablist'] {
    /* Holds what is hidden in the tabs for screen readers: otherwise it would widen the page. */
    position: relative;
    display: flex;
    gap: calc(var(--_space) * 5);
    border-block-end: 1px solid var(--_line);
    overflow-x: auto;
    scrollbar-width: none;
  }
  [role='tab'] {
    min-block-size: 44px;
    padding: 0 2px;
    border-radius: 4px 4px 0 0;
    color: var(--_text-quiet);
    font-weight: 500;
    white-space: nowrap;
  }
  [role='tab']:hover {
    color: var(--_text);
  }
  [role='tab']:focus-visible {
    outline-offset: -2px;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--_text);
    box-shadow: inset 0 -2px 0 var(--_accent-edge);
  }
  [role='tab'] .mark {
    display: inline-block;
    inline-size: 6px;
    block-size: 6px;
    margin-inline-start: 6px;
    border-radius: 50%;
    background: var(--_danger);
    vertical-align: middle;
  }
  [role='tabpanel'] {
    min-block-size: 620px;
  }
  .notice {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .notice.bad {
    background: color-mix(in oklab, var(--_danger) 8%, var(--_surface));
  }
  .notice h3 {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    font-size: var(--_size-body);
  }
  .notice.bad h3 {
    color: var(--_danger);
  }
  .notice ul {
    display: grid;
    gap: 2px;
    max-block-size: 168px;
    overflow: auto;
    font-variant-numeric: tabular-nums;
  }
  .notice .link {
    color: inherit;
    text-align: start;
  }
  @media (height >= 480px) {
    .bar {
      position: sticky;
      inset-block-end: 0;
      z-index: 4;
    }
  }
  .bar {
    border-block-start: 1px solid var(--_line);
    background: var(--_surface-raised);
  }
  aside {
    min-inline-size: 0;
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_line);
  }
  .said {
    max-inline-size: 560px;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 4);
  }
  .said cb-sign-in {
    margin-block-start: calc(var(--_space) * 4);
  }
  .bones {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
    gap: calc(var(--_space) * 2);
    block-size: 620px;
  }
  .bones span,
  .bone {
    border-radius: var(--_radius);
    background: var(--_bone);
    animation: wait 1.4s ease-in-out infinite alternate;
  }
  @keyframes wait {
    to {
      opacity: 0.55;
    }
  }
  @container (max-width: 420px) {
    [role='tablist'] {
      gap: calc(var(--_space) * 3);
    }
  }
  /* The preview next to the hours, on tablets too. */
  @container (min-width: 660px) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 212px;
      gap: calc(var(--_space) * 5) calc(var(--_space) * 4);
    }
    .top {
      grid-column: 1 / -1;
    }
    aside {
      padding-block-start: 0;
      padding-inline-start: calc(var(--_space) * 4);
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
  @container (min-width: 960px) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 300px;
      gap: calc(var(--_space) * 5) calc(var(--_space) * 6);
      padding: calc(var(--_space) * 6);
    }
    aside {
      padding-inline-start: calc(var(--_space) * 6);
    }
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='true'] {
      border-block-end: 3px solid Highlight;
    }
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;
