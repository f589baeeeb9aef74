import type { StoryObj } from '@storybook/web-components-vite';
import { ref } from 'lit/directives/ref.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import { withActions } from 'storybook/actions/decorator';
import { attributesOf, elementArgTypes, elements, eventsOf } from '../.storybook/element-arg-types.ts';
import { sharedClient } from '../src/elements/context/shared-client.ts';
import { createMockServer, SEED_PASSWORD } from '../src/mock/index.ts';
import '../src/define.ts';

/** How a playground begins. */
interface Beginning {
  /** Attributes at first; the others are empty. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Properties that no attribute sets. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** What is written inside the element, as HTML. */
  readonly content?: string;
  /** The e-mail address of somebody of the seed who is signed in. */
  readonly as?: string;
  /** CSS length of the place on offer. */
  readonly width?: string;
}

const API = 'https://api.example.com';
const CLOCK = '2025-11-05T10:30:00Z';

type Args = Readonly<Record<string, unknown>>;

/** The attributes that are set, as they are written in HTML: true as an empty text. */
function written(tag: string, args: Args): readonly (readonly [name: string, value: string])[] {
  return attributesOf(tag).flatMap((name) => {
    const value = args[name];
    if (value === undefined || value === null || value === '' || value === false || value === 0) return [];
    return [[name, value === true ? '' : String(value)] as const];
  });
}

/** The HTML to copy: each attribute on a line of its own where there are several. */
function source(tag: string, args: Args, content = ''): string {
  const attributes = written(tag, args).map(([name, value]) => (value === '' ? name : `${name}="${value}"`));
  const inside = content === '' ? '' : `\n  ${content}\n`;
  if (attributes.length < 3) return `<${[tag, ...attributes].join(' ')}>${inside}</${tag}>`;
  return `<${tag}\n${attributes.map((each) => `  ${each}\n`).join('')}>${inside}</${tag}>`;
}

/** An element that is set by controls, each attribute by one, with its HTML to copy. Its server is a mock of its own. */
export function playground(tag: string, beginning: Beginning = {}): StoryObj {
  const { attributes = {}, properties = {}, content = '', as, width = '1040px' } = beginning;
  const names = attributesOf(tag);
  const fields = new Set((elements.get(tag)?.members ?? []).map(({ name }) => name));
  const argTypes = elementArgTypes(tag);
  return {
    argTypes,
    args: {
      ...(names.includes('api') && { api: API }),
      ...(names.includes('locale') && { locale: 'en-GB' }),
      ...attributes,
    },
    decorators: [withActions],
    parameters: {
      actions: { handles: eventsOf(tag) },
      // What other stories of the element are set by stays out.
      controls: { include: Object.values(argTypes).map(({ name }) => name) },
      docs: { source: { transform: (_: string, { args }: { args: Args }) => source(tag, args, content) } },
    },
    loaders: [
      async () => {
        if (!fields.has('fetch')) return {};
        const mock = createMockServer({ clock: CLOCK });
        const fetch = (request: Request): Promise<Response> => mock.fetch(request);
        if (!as) return { fetch };
        const { signIn } = sharedClient({ api: API, fetch });
        await signIn.logIn({ email: as, password: SEED_PASSWORD });
        return { fetch, signIn };
      },
    ],
    render: (args, { loaded }) => {
      const apply = (element: Element | undefined): void => {
        if (!element) return;
        const present = new Map(written(tag, args));
        Object.assign(element, properties, loaded);
        if (fields.has('now')) Object.assign(element, { now: () => Date.parse(CLOCK) });
        for (const name of names) {
          const value = present.get(name);
          if (value === undefined) element.removeAttribute(name);
          else element.setAttribute(name, value);
        }
      };
      const name = unsafeStatic(tag);
      return html`<div style="max-width: ${width}"><${name} ${ref(apply)}>${unsafeHTML(content)}</${name}></div>`;
    },
  };
}
