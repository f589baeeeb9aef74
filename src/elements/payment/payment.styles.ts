import { css } from 'lit';

/** Styles of the pay step: facts, the countdown, and one button. */
export const paymentStyles = css`
  :host {
    display: block;
  }
  .inner {
    display: grid;
    grid-template-columns: minmax(0, calc(36 * var(--_rem)));
    align-content: start;
    gap: calc(var(--_space) * 4);
  }
  h3,
  p,
  dl,
  dd {
    margin: 0;
  }
  h3 {
    font-size: var(--_size-title);
    font-weight: 600;
    line-height: 1.3;
  }
  dl {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 4);
    border-block: 1px solid var(--_line);
  }
  dt {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  .amount {
    font-size: var(--_size-lead);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  /* The coach's own words may run the other way than the amount before them. */
  dd > * {
    unicode-bidi: isolate;
  }
  .quiet {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  .hold {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
  }
  .note {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .problem {
    color: var(--_danger);
    font-weight: 500;
  }
  .bar {
    block-size: 3px;
    border-radius: 2px;
    background: linear-gradient(90deg, transparent, var(--_accent-edge), transparent) 0 0 / 50% 100% no-repeat var(--_line);
    animation: pass 1.6s linear infinite;
  }
  @keyframes pass {
    from {
      background-position: -100% 0;
    }
    to {
      background-position: 200% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar {
      animation: none;
    }
  }
`;
