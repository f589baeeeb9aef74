import type { CSSResult } from 'lit';

/** Adds a style sheet to a page or a shadow root that is there already, unless it has it. */
export function adoptStyles(root: DocumentOrShadowRoot, { styleSheet }: CSSResult): void {
  const present = root.adoptedStyleSheets;
  if (styleSheet && !present.includes(styleSheet)) root.adoptedStyleSheets = [...present, styleSheet];
}
