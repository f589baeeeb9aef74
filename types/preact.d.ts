/** Types for bare tags in Preact: `import type {} from '@culturebridge/booking/types/preact'`, once in a project. */
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { ElementTypes, Tag } from '../dist/frameworks/element-types.js';

type Listeners<Events> = { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void };

type Own<T extends Tag> = ElementTypes[T]['properties'] &
  ElementTypes[T]['attributes'] &
  Listeners<ElementTypes[T]['events']>;

type Elements = {
  [T in Tag]: Own<T> &
    Omit<HTMLAttributes<ElementTypes[T]['element']>, keyof Own<T>> &
    ClassAttributes<ElementTypes[T]['element']>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
