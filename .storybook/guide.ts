import { Markdown } from '@storybook/addon-docs/blocks';
import { createElement, type FunctionComponent } from 'react';
import { elementGroups } from '../.ci/docs/element-pages.ts';

const REPOSITORY = 'https://github.com/culturebridge/booking/blob/main';

/** Pages of docs/ that are pages here. */
const guides: Readonly<Record<string, string>> = {
  'analytics.md': 'analytics',
  'errors.md': 'errors-and-recovery',
  'frameworks.md': 'frameworks',
  'getting-started.md': 'getting-started',
  'languages.md': 'languages',
  'mock.md': 'mock-and-scenarios',
  'security-headers.md': 'security-headers',
  'server-rendering.md': 'server-rendering',
  'theming.md': 'theming',
  'your-backend.md': 'your-backend',
};

/** The page of an element: `elements-for-visitors-cb-booking`. */
export function elementPath(tag: string): string | undefined {
  const [group] = Object.entries(elementGroups).find(([, usages]) => tag in usages) ?? [];
  return group && `elements-${group.toLowerCase().replaceAll(' ', '-')}-${tag}`;
}

/** Where a link of a page in docs/ leads in Storybook; else to the repository. Links to other sites and headings stay. */
export function storybookLink(link: string): string {
  if (/^(https?:|#|\?)/.test(link)) return link;
  const [path = '', anchor = ''] = link.split('#');
  const guide = guides[path];
  if (guide) return `?path=/docs/guides-${guide}--docs`;
  if (path === 'elements.md') {
    const page = elementPath(anchor) ?? elementPath('cb-booking');
    return `?path=/docs/${page}--docs`;
  }
  const file = path.startsWith('../') ? path.slice(3) : `docs/${path}`;
  return `${REPOSITORY}/${file}${anchor && `#${anchor}`}`;
}

/** `your-backend.md` is called "Your backend" here. */
function titleOf(words: string): string {
  const guide = guides[words];
  if (words === 'elements.md') return 'the page of an element';
  return guide ? `${guide.charAt(0).toUpperCase()}${guide.slice(1).replaceAll('-', ' ')}` : words;
}

/** A page of docs/ without its heading and without what is said to readers elsewhere, its links leading to pages here. */
export function guideText(text: string): string {
  return text
    .replace(/^# .*\n/, '')
    .replace(/<!-- elsewhere -->.*?<!-- \/elsewhere -->/gs, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (_, words: string, link: string) => {
      return `[${titleOf(words)}](${storybookLink(link)})`;
    });
}

/** A page of docs/, or its part between two headings. */
export const Guide: FunctionComponent<{ readonly text: string }> = ({ text }) =>
  createElement(Markdown, null, guideText(text));
