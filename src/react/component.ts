import { createComponent } from '@lit/react';
import * as React from 'react';
import type { ElementTypes, Tag } from '../frameworks/element-types.ts';

/** `onCbSlotSelect` for `cb-slot-select`. */
type ListenerName<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${ListenerName<Tail>}`
  : Capitalize<Name>;

type Listeners<Events> = {
  readonly [Name in keyof Events & string as `on${ListenerName<Name>}`]?: (event: Events[Name]) => void;
};

type Own<T extends Tag> = ElementTypes[T]['properties'] & Listeners<ElementTypes[T]['events']>;

/** What the React component of an element takes: its properties, `onCb…` for its events, and what any HTML element takes. */
export type ElementProps<T extends Tag> = Own<T> &
  Omit<React.HTMLAttributes<ElementTypes[T]['element']>, keyof Own<T>> &
  React.RefAttributes<ElementTypes[T]['element']>;

/** The React component of an element; works in React 18 and 19. */
export type ElementComponent<T extends Tag> = React.ForwardRefExoticComponent<ElementProps<T>>;

interface LitClass {
  readonly elementProperties: ReadonlyMap<PropertyKey, { readonly state?: boolean }>;
}

/**
 * What is set as a property: the element's own. All else, `id` and `lang` too, is React's, on the server as in the browser, so that a
 * page made on a server has the same attributes when it is taken over.
 */
function ownProperties({ elementProperties }: LitClass): CustomElementConstructor {
  const own = [...elementProperties].filter(([, { state }]) => !state).map(([name]) => [name, undefined]);
  return { prototype: Object.fromEntries(own) } as CustomElementConstructor;
}

// On a server there is no layout, and React 18 complains about the hook; properties and listeners are set in the browser.
const react = {
  ...React,
  useLayoutEffect: typeof window === 'undefined' ? React.useEffect : React.useLayoutEffect,
};

/** Makes the React component of an element, whose listeners are named in `events`. */
export function component<T extends Tag>(
  tagName: T,
  element: LitClass & { readonly name: string },
  events: Readonly<Record<string, string>>,
): ElementComponent<T> {
  return createComponent({
    react,
    tagName,
    elementClass: ownProperties(element),
    events,
    displayName: element.name,
  }) as ElementComponent<T>;
}
