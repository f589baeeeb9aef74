/** Types for the elements in templates of Svelte: `import type {} from '@culturebridge/booking/types/svelte'`, once in a project. */
import type { HTMLAttributes } from 'svelte/elements';
import type { ElementTypes, Tag } from '../dist/frameworks/element-types.js';

type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}` | `on:${Name}`]?: (event: Events[Name]) => void;
};

type Own<T extends Tag> = ElementTypes[T]['properties'] &
  ElementTypes[T]['attributes'] &
  Listeners<ElementTypes[T]['events']>;

type Elements = {
  [T in Tag]: Own<T> & Omit<HTMLAttributes<ElementTypes[T]['element']>, keyof Own<T>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
