/** `@lit/react` is built into the modules that are shipped; its types stay out of theirs. */
declare module '@lit/react' {
  export function createComponent(options: {
    readonly react: object;
    readonly tagName: string;
    readonly elementClass: CustomElementConstructor;
    readonly events: Readonly<Record<string, string>>;
    readonly displayName: string;
  }): unknown;
}
