const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text for a place between tags or in a quoted attribute (HTML, 13.3: escaping a string), with the same entities as Lit writes on a server:
 * the form compares the values of its radio buttons with it.
 */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
