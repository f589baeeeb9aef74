import type { Globals } from 'storybook/internal/types';
import { addons } from 'storybook/manager-api';
import { lookOf } from './look.ts';
import { themeOf } from './theme.ts';

addons.setConfig({ theme: themeOf(lookOf({}).scheme), sidebar: { collapsedRoots: [] } });

// The frame around follows the scheme that the toolbar chooses.
addons.register('culturebridge/scheme', (api) => {
  const follow = ({ globals }: { readonly globals: Globals }): void => {
    addons.setConfig({ theme: themeOf(lookOf(globals).scheme) });
  };
  api.on('setGlobals', follow);
  api.on('globalsUpdated', follow);
});
