import { css, html, type TemplateResult } from 'lit';

const said = new Set<string>();

/** A message for the page's developer, such as a missing attribute: shown in place of the element, and once in the console. */
export function developerMessage(text: string): TemplateResult {
  if (!said.has(text)) console.error(text);
  said.add(text);
  return html`<p class="developer" part="developer">${text}</p>`;
}

export const developerStyles = css`
  .developer {
    margin: 0;
    padding: calc(var(--_space) * 4);
    border: 1px dashed var(--_danger);
    border-radius: var(--_radius);
    color: var(--_danger);
  }
`;
