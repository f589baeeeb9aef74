/** Types for bare tags in Solid: `import type {} from '@culturebridge/booking/types/solid'`, once in a project. */
import type { JSX } from 'solid-js';
import type { ElementTypes, Tag } from '../dist/frameworks/element-types.js';

type Prefixed<Prefix extends string, Values> = {
  [Name in keyof Values & string as `${Prefix}:${Name}`]?: Values[Name];
};

type Listeners<Events> = { [Name in keyof Events & string as `on:${Name}`]?: (event: Events[Name]) => void };

type Own<T extends Tag> = ElementTypes[T]['properties'] &
  ElementTypes[T]['attributes'] &
  Prefixed<'prop', ElementTypes[T]['properties']> &
  Prefixed<'attr', ElementTypes[T]['attributes']> &
  Listeners<ElementTypes[T]['events']>;

type Elements = {
  [T in Tag]: Own<T> & Omit<JSX.HTMLAttributes<ElementTypes[T]['element']>, keyof Own<T>>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
