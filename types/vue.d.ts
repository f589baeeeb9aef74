/** Types for the elements in templates of Vue: `import type {} from '@culturebridge/booking/types/vue'`, once in a project. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { ElementTypes, Tag } from '../dist/frameworks/element-types.js';

/** `CbSlotSelect` for `cb-slot-select`. */
type ListenerName<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${ListenerName<Tail>}`
  : Capitalize<Name>;

type Listeners<Events> = {
  [Name in keyof Events & string as `on${ListenerName<Name>}`]?: (event: Events[Name]) => void;
};

type Own<T extends Tag> = ElementTypes[T]['properties'] & Listeners<ElementTypes[T]['events']>;

type Elements = {
  [T in Tag]: new () => ElementTypes[T]['element'] & {
    $props: Own<T> & Omit<HTMLAttributes, keyof Own<T>> & PublicProps;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
