import { css } from 'lit';

export const exceptionCalendarStyles = css`
  header {
    display: flex;
    align-items: center;
    gap: var(--_space);
    margin-block-end: var(--_space);
  }
  header h3 {
    flex: 1;
    padding-inline-start: calc(var(--_space) * 2);
  }
  table {
    inline-size: 100%;
    max-inline-size: 364px;
    table-layout: fixed;
    border-collapse: collapse;
    -webkit-user-select: none;
    user-select: none;
  }
  th {
    block-size: 28px;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 500;
  }
  td {
    block-size: 44px;
    padding: 0;
    text-align: center;
  }
  .day {
    position: relative;
    inline-size: 100%;
    block-size: 44px;
    padding: 0;
    border: 2px solid transparent;
    border-radius: calc(var(--_radius) + 2px);
    background-clip: padding-box;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }
  .day:focus-visible {
    outline-offset: 0;
    z-index: 1;
  }
  .open {
    background-color: var(--_tint);
    color: var(--_text);
  }
  .closed {
    --_stripe: color-mix(in oklab, var(--_text) 9%, transparent);
    background-image: linear-gradient(-45deg, var(--_stripe) 13%, transparent 0 50%, var(--_stripe) 0 63%, transparent 0);
    background-size: 8px 8px;
    color: var(--_text);
    text-decoration: line-through;
  }
  .different {
    font-weight: 600;
    border-color: color-mix(in oklab, var(--_accent-edge) 45%, var(--_surface));
  }
  .different.closed {
    border-color: color-mix(in oklab, var(--_text-quiet) 45%, var(--_surface));
  }
  .day:hover {
    background-color: var(--_tint-strong);
  }
  .day.selected,
  .day.selected:hover {
    border-color: transparent;
    background-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .today::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-end: 4px;
    inline-size: 4px;
    block-size: 4px;
    margin-inline: auto;
    border-radius: 50%;
    background: currentColor;
  }
  @media (forced-colors: active) {
    .day.selected {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .different {
      border-color: ButtonText;
    }
  }
`;
