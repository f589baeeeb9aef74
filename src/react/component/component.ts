import { createComponent } from '@lit/react';
import * as React from 'react';
import type { ElementTypes, Tag } from '../../frameworks/element-types.ts';

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

interface PropertyOptions {
  readonly attribute?: boolean | string;
  readonly state?: boolean;
  readonly type?: unknown;
}

interface LitClass {
  readonly elementProperties: ReadonlyMap<PropertyKey, PropertyOptions>;
}

/** The element's own properties that have no attribute: functions and objects. They are set in the browser alone. */
function ownFields({ elementProperties }: LitClass): CustomElementConstructor {
  const fields = [...elementProperties].filter(([, { attribute, state }]) => attribute === false && !state);
  return { prototype: Object.fromEntries(fields) } as unknown as CustomElementConstructor;
}

/** The attribute of each property that has one, by the property's name; `isFlag` for a boolean attribute. */
function ownAttributes({ elementProperties }: LitClass): ReadonlyMap<string, { attribute: string; isFlag: boolean }> {
  return new Map(
    [...elementProperties]
      .filter(([, { attribute, state }]) => attribute !== false && !state)
      .map(([name, { attribute, type }]) => [
        String(name),
        { attribute: typeof attribute === 'string' ? attribute : String(name).toLowerCase(), isFlag: type === Boolean },
      ]),
  );
}

type Props = Readonly<Record<string, unknown>>;

/** Turns texts, numbers and flags into attributes: a page rendered on a server then has them, and the element starts before React hydrates it. */
function asAttributes(props: Props, attributes: ReturnType<typeof ownAttributes>): Props {
  return Object.fromEntries(
    Object.entries(props).map(([name, value]) => {
      const own = attributes.get(name);
      if (!own) return [name, value];
      return [own.attribute, own.isFlag ? value === true || undefined : (value ?? undefined)];
    }),
  );
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
  const inner = createComponent({
    react,
    tagName,
    elementClass: ownFields(element),
    events,
    displayName: element.name,
  }) as React.ComponentType<Props>;
  const attributes = ownAttributes(element);
  const outer = React.forwardRef<unknown, Props>((props, ref) =>
    React.createElement(inner, { ...asAttributes(props, attributes), ref }),
  );
  outer.displayName = element.name;
  return outer as unknown as ElementComponent<T>;
}
