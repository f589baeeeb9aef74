import { css } from 'lit';

/** Styles of the list: search on top, coaches in as many columns as fit. */
export const coachListStyles = css`
  :host {
    display: block;
  }
  .width {
    grid-template-columns: minmax(0, 1280px);
  }
  .root {
    container-type: inline-size;
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--_size-title);
    font-weight: 600;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 2fr) repeat(3, minmax(0, 1fr));
    gap: calc(var(--_space) * 3);
    align-items: end;
  }
  input[type='search']::-webkit-search-cancel-button {
    appearance: none;
    width: 24px;
    height: 24px;
    margin-inline-start: calc(var(--_space) * 2);
    color: var(--_text-quiet);
    background: currentColor;
    clip-path: polygon(
      30% 26%, 50% 46%, 70% 26%, 74% 30%, 54% 50%, 74% 70%, 70% 74%, 50% 54%, 30% 74%, 26% 70%, 46% 50%, 26% 30%
    );
    cursor: pointer;
  }
  .count {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
    gap: calc(var(--_space) * 4);
  }
  article {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: calc(var(--_space) * 3);
    height: 100%;
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  ul[aria-busy='true'] {
    opacity: 0.6;
    transition: opacity var(--_quick);
  }
  /* The whole headline fits here. */
  cb-coach-card::part(headline) {
    display: block;
    min-height: 0;
    max-height: none;
    overflow: visible;
    white-space: normal;
  }
  cb-coach-card::part(facts) {
    flex-wrap: wrap;
    row-gap: 0;
  }
  .bio {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .quiet {
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }
  .words {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  .secondary {
    width: 100%;
  }
  .none {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 3);
    padding-block-end: calc(var(--_space) * 6);
    color: var(--_text-quiet);
  }
  .none .secondary,
  .end .secondary {
    width: auto;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    justify-self: start;
    min-height: 44px;
    margin-inline-start: -9px;
  }
  .bone {
    min-height: 220px;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_bone);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @container (width < 720px) {
    form {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    form > :first-child {
      grid-column: 1 / -1;
    }
  }
  @container (width < 460px) {
    form {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    form > :last-child {
      grid-column: 1 / -1;
    }
  }
`;
