import { css } from 'lit';

/** Styles of the week of sessions, on the grid of the availability editor. */
export const bookingsWeekStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 3);
  }
  .head h3 {
    flex: 1 1 auto;
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  .week {
    --_head: 44px;
    max-block-size: min(560px, 70vh);
  }
  .day header {
    flex-direction: column;
    align-items: flex-start;
    justify-content: center;
  }
  .name.now {
    color: var(--_accent-text);
  }
  .column {
    cursor: default;
  }
  .open,
  .busy {
    position: absolute;
    inset-block-start: calc(var(--from) / 60 * var(--_hour));
    block-size: calc((var(--to) - var(--from)) / 60 * var(--_hour));
    inset-inline: 0;
    pointer-events: none;
  }
  .open {
    background: var(--_tint);
  }
  .busy {
    --_stripe: color-mix(in oklab, var(--_text-quiet) 34%, transparent);
    background: linear-gradient(135deg, var(--_stripe) 14%, transparent 0 50%, var(--_stripe) 0 64%, transparent 0) 0 0 / 10px
      10px;
    border-inline-start: 2px solid var(--_text-quiet);
  }
  .block.pending {
    border-inline-start-style: dashed;
  }
  .block.completed {
    border-inline-start-color: var(--_text-quiet);
    background: color-mix(in oklab, var(--_text) 8%, var(--_surface));
    cursor: pointer;
  }
  .block.proposed {
    z-index: 2;
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.25);
  }
  .block.left {
    opacity: 0.55;
  }
  .block span {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  /* Where the week scrolls sideways anyway, a day has room for the times of a session in one line. */
  @container (max-width: 40em) {
    .week {
      --_hour: max(40px, 3.2em);
      grid-template-columns: 60px repeat(7, minmax(8em, 1fr));
    }
  }
  .ask {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .ask .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .bad {
    color: var(--_danger);
    font-weight: 500;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    margin-block-start: calc(var(--_space) * 2);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  /* A gap, not a margin: English words in a mirrored layout have their own direction. */
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .legend i {
    position: static;
    flex: none;
    inline-size: 14px;
    block-size: 14px;
    border: 1px solid var(--_line);
  }
`;
