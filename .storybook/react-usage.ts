import { usageOf } from '../.ci/docs/element-pages.ts';
import { listenerName } from '../.ci/docs/frameworks.ts';
import { elements } from './element-arg-types.ts';

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** An element's usage, written for React: from its usage in HTML. */
export function reactUsage(tag: string): string {
  const usage = usageOf(tag);
  const component = elements.get(tag)?.name ?? '';
  const [, inside = '', content = ''] = new RegExp(`<${tag}([^>]*)>([\\s\\S]*?)</${tag}>`).exec(usage) ?? [];
  const attributes = [...inside.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) =>
    /^\d+$/.test(value) ? `${camel(name)}={${value}}` : `${camel(name)}="${value}"`,
  );
  const listeners = (elements.get(tag)?.events ?? [])
    .slice(0, 1)
    .map(({ name = '' }) => `${listenerName(usageEvent(usage) ?? name)}={(event) => console.log(event)}`);
  const props = [...attributes, ...listeners].map((each) => `  ${each}`).join('\n');
  const text = content.trim();
  const tagText =
    text === '' ? `<${component}\n${props}\n/>;` : `<${component}\n${props}\n>\n  ${text}\n</${component}>;`;
  return `import { ${component} } from '@culturebridge/booking/react';\n\n${props === '' ? `<${component} />;` : tagText}`;
}

/** The event that a usage listens to. */
const usageEvent = (usage: string): string | undefined => /addEventListener\('([\w-]+)'/.exec(usage)?.[1];
