/** Types for bare tags in React 19: `import type {} from '@culturebridge/booking/types/react'`, once in a project. */
import type { HTMLAttributes, RefAttributes } from 'react';
import type { ElementTypes, Tag } from '../dist/frameworks/element-types.js';

type Listeners<Events> = { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void };

type Own<T extends Tag> = ElementTypes[T]['properties'] &
  ElementTypes[T]['attributes'] &
  Listeners<ElementTypes[T]['events']>;

type Elements = {
  [T in Tag]: Own<T> &
    Omit<HTMLAttributes<ElementTypes[T]['element']>, keyof Own<T>> &
    RefAttributes<ElementTypes[T]['element']> & { class?: string };
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
