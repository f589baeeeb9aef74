import { css } from 'lit';

/** Styles of the list of bookings: its header, its days, and the bar for several bookings. */
export const bookingsStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  .root {
    --_covered-end: 96px;
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
  }
  header,
  .toolbar,
  .empty,
  .end,
  .signed-out {
    padding: calc(var(--_space) * 5);
  }
  header {
    display: grid;
    gap: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_line);
  }
  .top,
  .toolbar,
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
  }
  /* Breaks its lines before the button beside it goes to the next one. */
  header > .top:first-child > :first-child {
    flex: 1;
    min-width: min-content;
  }
  h3,
  h4,
  h5,
  p {
    margin: 0;
  }
  h3 {
    font-size: var(--_size-title);
    font-weight: 600;
    line-height: 1.3;
  }
  h3:focus {
    outline: none;
  }
  h4 {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5) calc(var(--_space) * 1);
    font-size: var(--_size-small);
    font-weight: 600;
    color: var(--_text-quiet);
  }
  .acting {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_accent-edge);
    background: var(--_tint);
  }
  .panel-bar {
    display: grid;
    gap: calc(var(--_space) * 3);
    justify-items: start;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5);
  }
  .panel-bar .plain {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    margin-inline-start: calc(var(--_space) * -2);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    padding-inline-start: calc(var(--_space) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
  }
  [aria-pressed='true'].secondary {
    border-color: var(--_accent-edge);
    background: var(--_tint-strong);
  }
  .with-week {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .with-week > .days {
    border-block-start: 1px solid var(--_line);
  }
  @container (min-width: max(1100px, 73.3333em)) {
    .with-week {
      grid-template-columns: minmax(0, 1fr) minmax(0, max(640px, calc(40 * var(--_rem))));
      align-items: start;
    }
    .with-week > cb-bookings-week {
      order: 1;
      position: sticky;
      inset-block-start: var(--_sticky-top);
    }
    .with-week > .days {
      border-block-start: 0;
      border-inline-end: 1px solid var(--_line);
    }
  }
  .day + .day {
    border-block-start: 1px solid var(--_line);
  }
  /* Its text ends at the same edge as the column below. */
  .sign-out {
    flex: none;
    align-self: start;
    margin-inline-end: calc(var(--_space) * -2 - 1px);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1);
  }
  nav button {
    flex: none;
    min-height: 40px;
    padding: 0 calc(var(--_space) * 3);
    border-radius: 999px;
    color: var(--_text-quiet);
    font-weight: 500;
  }
  nav button:hover {
    color: var(--_text);
    background: var(--_tint);
  }
  nav button[aria-current='true'] {
    color: var(--_text);
    background: var(--_tint-strong);
  }
  .count {
    font-variant-numeric: tabular-nums;
    color: var(--_text-quiet);
    font-weight: 400;
  }
  .narrow {
    width: auto;
  }
  .tools {
    justify-content: start;
  }
  .search {
    flex: 0 1 260px;
    min-width: 0;
    min-height: 40px;
    padding-block: calc(var(--_space) * 1.5);
  }
  .all {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-height: 40px;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    cursor: pointer;
  }
  .tools .filter {
    margin-inline-start: auto;
  }
  .filter {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .skeleton {
    height: 20px;
    border-radius: 6px;
    background: var(--_bone);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .skeleton.short {
    width: 60%;
  }
  .skeleton.tall {
    width: 180px;
    height: 44px;
    margin-block-start: calc(var(--_space) * 1);
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .empty {
    color: var(--_text-quiet);
    min-height: 120px;
    display: grid;
    place-items: center;
    place-content: center;
    gap: calc(var(--_space) * 3);
    text-align: center;
  }
  @media (height >= 480px) {
    .toolbar {
      position: sticky;
      inset-block-end: 0;
    }
  }
  .toolbar {
    padding-block: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
    border-end-start-radius: calc(var(--_radius) * 1.5);
    border-end-end-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    animation: appear var(--_quick);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .toolbar > form {
    flex: 1;
  }
  .selected {
    align-self: center;
    font-weight: 500;
  }
  .end {
    border-block-start: 1px solid var(--_line);
  }
  .signed-out:has(h3) {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  @container (width < max(520px, 34.6667em)) {
    header,
    h4,
    .toolbar,
    .end {
      padding-inline: calc(var(--_space) * 4);
    }
    .search {
      flex: 1 1 100%;
      order: -1;
    }
  }
  /* Three views side by side on the narrowest phones. */
  @container (width < 320px) {
    nav button {
      padding-inline: calc(var(--_space) * 1.5);
    }
  }
  .inside {
    border: 0;
    border-radius: 0;
  }
  .inside :is(header, h4, article, .signed-out, .toolbar, .end) {
    padding-inline: 0;
  }
  .inside :is(header, .signed-out) {
    padding-block-start: 0;
  }
  @media print {
    .foot,
    .sign-out {
      display: none;
    }
  }
  .paying {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5);
  }
  .paying .back {
    justify-self: start;
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    margin-inline-start: calc(var(--_space) * -2);
  }
  .inside .paying {
    padding: 0;
  }
  .inside cb-move-booking {
    --_side: 0px;
    --_top: 0px;
  }
  @media (forced-colors: active) {
    nav button[aria-current='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
    nav [aria-current='true'] .count {
      color: inherit;
    }
  }
  @media (pointer: coarse) {
    nav button,
    .plain {
      min-height: 44px;
    }
  }
`;
