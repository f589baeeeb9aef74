import { addons } from 'storybook/manager-api';
import { create, type ThemeVars } from 'storybook/theming';

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

const themeOf = (base: 'light' | 'dark'): ThemeVars =>
  create({
    base,
    fontBase: FONT,
    brandTitle: 'CultureBridge Booking',
    brandUrl: '?path=/docs/guides-introduction--docs',
  });

const systemScheme = (): 'light' | 'dark' => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

addons.setConfig({ theme: themeOf(systemScheme()), sidebar: { collapsedRoots: [] } });

// The frame around follows the scheme that the toolbar chooses.
addons.register('culturebridge/scheme', (api) => {
  const follow = ({ globals }: { readonly globals: Readonly<Record<string, unknown>> }): void => {
    const { scheme } = globals;
    addons.setConfig({ theme: themeOf(scheme === 'light' || scheme === 'dark' ? scheme : systemScheme()) });
  };
  api.on('setGlobals', follow);
  api.on('globalsUpdated', follow);
});
