import type { Globals } from 'storybook/internal/types';
import { addons } from 'storybook/manager-api';
import { create, type ThemeVars } from 'storybook/theming';
import { type Look, lookOf } from './look.ts';

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

const themeOf = (base: Look['scheme']): ThemeVars =>
  create({
    base,
    fontBase: FONT,
    brandTitle: 'CultureBridge Booking',
    brandUrl: '?path=/docs/guides-introduction--docs',
  });

addons.setConfig({ theme: themeOf(lookOf({}).scheme), sidebar: { collapsedRoots: [] } });

// The frame around follows the scheme that the toolbar chooses.
addons.register('culturebridge/scheme', (api) => {
  const follow = ({ globals }: { readonly globals: Globals }): void => {
    addons.setConfig({ theme: themeOf(lookOf(globals).scheme) });
  };
  api.on('setGlobals', follow);
  api.on('globalsUpdated', follow);
});
