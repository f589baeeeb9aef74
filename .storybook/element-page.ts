import {
  Canvas,
  Controls,
  Description,
  DocsContext,
  Heading,
  Subheading,
  Title,
  useOf,
} from '@storybook/addon-docs/blocks';
import { createElement, Fragment, type FunctionComponent, useContext } from 'react';
import { usageOf } from '../.ci/docs/element-pages.ts';
import { Code } from './code.ts';
import { reactUsage } from './react-usage.ts';

const h = createElement;

/** The page of an element: what it is for, how it is used, a playground with its code, all it takes and gives, its states. */
export const ElementPage: FunctionComponent = () => {
  const { csfFile } = useOf('meta', ['meta']);
  const tag = String(csfFile.meta.component);
  // In the order of the file, as the sidebar has them.
  const stories = useContext(DocsContext).componentStories();
  const playground = stories.find(({ name }) => name === 'Playground');
  const states = stories.filter((story) => story !== playground);
  const name = tag.replace('cb-', '');
  return h(
    Fragment,
    null,
    h(Title, null, `<${tag}>`),
    h(Description),
    h(Heading, null, 'Usage'),
    h(Subheading, null, 'In a page with the script tag'),
    h(Code, { language: 'html', code: usageOf(tag) }),
    h(Subheading, null, 'From npm'),
    h(Code, { language: 'typescript', code: `import '@culturebridge/booking/define/${name}';` }),
    h(Subheading, null, 'In React'),
    h(Code, { language: 'tsx', code: reactUsage(tag) }),
    h(Heading, null, 'Try it'),
    playground && h(Canvas, { of: playground.moduleExport, sourceState: 'shown' }),
    h(Heading, null, 'Attributes, properties, events, slots, parts, tokens'),
    playground && h(Controls, { of: playground.moduleExport }),
    states.length > 0 && h(Heading, null, 'States'),
    h(
      'ul',
      null,
      states.map((story) =>
        h('li', { key: story.id }, h('a', { href: `?path=/story/${story.id}`, target: '_top' }, story.name)),
      ),
    ),
  );
};
