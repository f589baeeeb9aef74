import { css } from 'lit';

/**
 * The design tokens. A page sets `--cb-*`; each element derives its private `--_*` from them, so that an element alone on a
 * page looks the same as inside `<cb-booking>`. The colour scheme is the page's own (`color-scheme` inherits).
 */
export const tokens = css`
  :host {
    --_accent: var(--cb-accent, light-dark(#2f5bd7, #8fa9ff));
    /* White or black, whichever contrasts more: at a luminance (CIE Y) of 0.179 both have a contrast of 4.6 to 1. */
    --_ink: clamp(0, (0.179 - y) * 100000, 1);
    --_on-accent: var(
      --cb-on-accent,
      color(from var(--_accent) xyz-d65 calc(var(--_ink) * 0.9505) calc(var(--_ink)) calc(var(--_ink) * 1.089))
    );
    /*
     * The accent's hue as text (4.5 to 1) and as edge, ring and tint (3 to 1, WCAG 1.4.11), whatever the accent. Too light for a light
     * scheme: scaled down to a luminance (CIE Y) that contrasts with its tinted surfaces. Too dark for a dark one: mixed with white.
     */
    --_dim-text: min(1, 0.135 / max(y, 0.001));
    --_dim-edge: min(1, 0.22 / max(y, 0.001));
    --_lift-text: max(0, 0.33 - y) / max(1 - y, 0.001);
    --_lift-edge: max(0, 0.2 - y) / max(1 - y, 0.001);
    --_accent-text: var(
      --cb-accent-text,
      light-dark(
        color(from var(--_accent) xyz-d65 calc(x * var(--_dim-text)) calc(y * var(--_dim-text)) calc(z * var(--_dim-text))),
        color(
          from var(--_accent) xyz-d65 calc(x + (0.9505 - x) * var(--_lift-text)) calc(y + (1 - y) * var(--_lift-text))
            calc(z + (1.089 - z) * var(--_lift-text))
        )
      )
    );
    --_accent-edge: light-dark(
      color(from var(--_accent) xyz-d65 calc(x * var(--_dim-edge)) calc(y * var(--_dim-edge)) calc(z * var(--_dim-edge))),
      color(
        from var(--_accent) xyz-d65 calc(x + (0.9505 - x) * var(--_lift-edge)) calc(y + (1 - y) * var(--_lift-edge))
          calc(z + (1.089 - z) * var(--_lift-edge))
      )
    );
    --_surface: var(--cb-surface, light-dark(#ffffff, #16181d));
    --_surface-raised: var(--cb-surface-raised, light-dark(#ffffff, #1e2128));
    --_text: var(--cb-text, light-dark(#1a1d23, #eceef2));
    --_text-quiet: var(--cb-text-quiet, light-dark(#5b6270, #a2a9b6));
    --_line: var(--cb-line, light-dark(#e3e6eb, #2e323b));
    /* Edges of controls need 3 to 1 against the surface (WCAG 1.4.11); hairlines between regions do not. */
    --_edge: color-mix(in oklab, var(--_text-quiet) 75%, var(--_surface));
    /* The fill of the boxes that are shown while something loads. */
    --_bone: color-mix(in oklab, var(--_text) 7%, transparent);
    --_danger: var(--cb-danger, light-dark(#b3261e, #ff8f85));
    --_success: var(--cb-success, light-dark(#1b7a43, #6fd59b));
    --_focus: var(--cb-focus, var(--_accent-edge));
    --_radius: var(--cb-radius, 8px);
    --_space: var(--cb-space, 4px);
    --_sticky-top: var(--cb-sticky-top, 0px);
    --_font: var(--cb-font, inherit);
    --_tint: color-mix(in oklab, var(--_accent-edge) 10%, var(--_surface));
    --_tint-strong: color-mix(in oklab, var(--_accent-edge) 18%, var(--_surface));
    /*
     * Text takes its size from the page's text around it, not from the root, which shop themes set to 62.5%. An element inside
     * another has the size of the outer one.
     */
    --_font-size: var(--cb-font-size, 0.9375em);
    --_cb-size: max(var(--_least, 14px), var(--_cb-outer-size, var(--_font-size)));
    --_rem: calc(var(--_cb-size) / 0.9375);
    --_size-small: calc(var(--_rem) * 0.8125);
    --_size-body: var(--_cb-size);
    --_size-lead: calc(var(--_rem) * 1.0625);
    --_size-title: calc(var(--_rem) * 1.25);
    --_quick: 140ms cubic-bezier(0.2, 0, 0, 1);

    box-sizing: border-box;
    scroll-margin-block-start: var(--_sticky-top);
  }
  /*
   * 7/8 of the text size that somebody set in the browser. In a media query an em is that size, whatever the sizes of the page; a
   * query about the width compares it with px.
   */
  @media not (min-width: calc((1em - 19px) * 9999)) {
    :host {
      --_least: 17.5px;
    }
  }
  @media not (min-width: calc((1em - 23px) * 9999)) {
    :host {
      --_least: 21px;
    }
  }
  @media not (min-width: calc((1em - 31px) * 9999)) {
    :host {
      --_least: 28px;
    }
  }
  @media not (min-width: calc((1em - 39px) * 9999)) {
    :host {
      --_least: 35px;
    }
  }
  .width {
    display: grid;
  }
  /* Resets the page's text styles except the font: the page's rules for the tag or for everything only reach the host. */
  .inner {
    --_cb-outer-size: var(--_cb-size);
    /* Where lines start, also those of a text that runs the other way than the layout. */
    --_start: left;
    color: var(--_text);
    font: normal 400 var(--_size-body) / 1.45 sans-serif;
    font-family: var(--_font);
    font-feature-settings: normal;
    letter-spacing: normal;
    word-spacing: normal;
    word-break: normal;
    /* A word that is wider than its box is broken: it must not stick out, whatever the language and the text size. */
    overflow-wrap: break-word;
    hyphens: manual;
    tab-size: 8;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    text-wrap: wrap;
    white-space: normal;
    list-style: outside;
    border-collapse: separate;
    -webkit-text-size-adjust: 100%;
  }
  .inner:dir(rtl) {
    --_start: right;
  }
  /*
   * Texts that run from left to right in a mirrored layout: each keeps its own order ("60 min", "What?") and stands at its start. Texts that
   * run from right to left have the mark in each element: in Firefox :lang() does not see a language outside of the shadow root.
   */
  .inner:dir(rtl):not([dir='rtl']) {
    text-align: right;
  }
  .inner:dir(rtl):not([dir='rtl']) * {
    unicode-bidi: plaintext;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      /* Overrides the element's own rules. */
      animation: none !important;
      transition: none !important;
    }
  }
`;
