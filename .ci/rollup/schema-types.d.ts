/**
 * The types of the schemas that declarations for pages name, under zod's names: what a schema takes and gives, which is all that
 * the types of the core and the elements follow from. Shipped in place of zod's own declarations, so that pages are typed without
 * zod being installed; a schema of zod is one of these, too. A test holds the types that follow to those of the sources.
 */
interface Internals<Output, Input> {
  readonly output: Output;
  readonly input: Input;
  /** `optional`: the key of an object may be left out. */
  readonly optout?: 'optional' | undefined;
  readonly optin?: 'optional' | undefined;
}

export interface ZodMiniType<out Output = unknown, out Input = unknown> {
  readonly _zod: Internals<Output, Input>;
}

export type output<S extends ZodMiniType> = S['_zod']['output'];
export type input<S extends ZodMiniType> = S['_zod']['input'];

interface Inner<Output, Input, Optout, Optin> {
  readonly _zod: { readonly output: Output; readonly input: Input; readonly optout: Optout; readonly optin: Optin };
}

export interface ZodMiniString<Input = unknown> extends ZodMiniType<string, Input> {}
export interface ZodMiniNumber<Input = unknown> extends ZodMiniType<number, Input> {}
export interface ZodMiniInt extends ZodMiniType<number, number> {}
export interface ZodMiniBoolean<Input = unknown> extends ZodMiniType<boolean, Input> {}
export interface ZodMiniUnknown extends ZodMiniType {}
export interface ZodMiniUndefined extends Inner<undefined, undefined, 'optional', 'optional'> {}
export interface ZodMiniTransform<Output = unknown, Input = unknown> extends ZodMiniType<Output, Input> {}

export interface ZodMiniEnum<Entries extends Readonly<Record<string, string>>>
  extends ZodMiniType<Entries[keyof Entries], Entries[keyof Entries]> {}

export interface ZodMiniArray<Item extends ZodMiniType> extends ZodMiniType<output<Item>[], input<Item>[]> {}

export interface ZodMiniUnion<Options extends readonly ZodMiniType[]>
  extends ZodMiniType<output<Options[number]>, input<Options[number]>> {}

export interface ZodMiniRecord<Key extends ZodMiniType<PropertyKey>, Value extends ZodMiniType>
  extends ZodMiniType<Record<output<Key>, output<Value>>, Record<input<Key> & PropertyKey, input<Value>>> {}

export interface ZodMiniOptional<S extends ZodMiniType>
  extends Inner<output<S> | undefined, input<S> | undefined, 'optional', 'optional'> {}

export interface ZodMiniNullable<S extends ZodMiniType>
  extends Inner<output<S> | null, input<S> | null, S['_zod']['optout'], S['_zod']['optin']> {}

export interface ZodMiniPipe<From extends ZodMiniType, To extends ZodMiniType>
  extends Inner<output<To>, input<From>, To['_zod']['optout'], From['_zod']['optin']> {}

type Shape = Readonly<Record<string, ZodMiniType>>;
type Flat<T> = { [K in keyof T]: T[K] } & {};
type MayBeGiven<S> = S extends { readonly _zod: { readonly optout: 'optional' } } ? true : false;
type MayBeTaken<S> = S extends { readonly _zod: { readonly optin: 'optional' } } ? true : false;

export interface ZodMiniObject<S extends Shape, _Unknown = core.$strip>
  extends ZodMiniType<
    Flat<
      { -readonly [K in keyof S as MayBeGiven<S[K]> extends true ? never : K]: output<S[K]> } & {
        -readonly [K in keyof S as MayBeGiven<S[K]> extends true ? K : never]?: output<S[K]>;
      }
    >,
    Flat<
      { -readonly [K in keyof S as MayBeTaken<S[K]> extends true ? never : K]: input<S[K]> } & {
        -readonly [K in keyof S as MayBeTaken<S[K]> extends true ? K : never]?: input<S[K]>;
      }
    >
  > {}

export declare namespace core {
  /** Unknown keys are dropped. */
  type $strip = unknown;
}
