import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { createElement, type FunctionComponent, type PropsWithChildren, useEffect, useState } from 'react';
import type { Globals } from 'storybook/internal/types';
import { lookOf } from './look.ts';
import { themeOf } from './theme.ts';

/** What a page of documentation is in: it takes the scheme that the toolbar chooses. */
export const SchemedDocs: FunctionComponent<PropsWithChildren<DocsContainerProps>> = (props) => {
  const [globals, setGlobals] = useState<Globals>(initialGlobals);
  useEffect(() => {
    const { channel } = props.context;
    const follow = (news: { globals: Globals }): void => setGlobals(news.globals);
    channel.on('globalsUpdated', follow);
    return () => channel.off('globalsUpdated', follow);
  }, [props.context]);
  const { scheme } = lookOf(globals);
  document.documentElement.style.colorScheme = scheme;
  return createElement(DocsContainer, { ...props, theme: themeOf(scheme) });
};

/** Those of the address: `&globals=scheme:dark`. */
function initialGlobals(): Globals {
  const given = new URLSearchParams(location.search).get('globals') ?? '';
  return Object.fromEntries(given.split(';').map((pair) => pair.split(':')));
}
