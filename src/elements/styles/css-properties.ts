import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

class CssProperties extends Directive {
  override render(_: Readonly<Record<string, string | number>>): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [properties]: Parameters<this['render']>): unknown {
    if (element instanceof HTMLElement) {
      for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, `${value}`);
    }
    return noChange;
  }
}

/**
 * Sets CSS properties of an element by script: `<div ${cssProperties({ '--at': 3 })}>`. A page with the content security policy
 * `style-src 'self'` refuses `style` attributes, also those bound by a template.
 */
export const cssProperties = directive(CssProperties);
