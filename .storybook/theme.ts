import { create, type ThemeVars } from 'storybook/theming';
import type { Look } from './look.ts';

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** The theme of Storybook's own frame and of the pages in it: the same font in both. */
export const themeOf = (base: Look['scheme']): ThemeVars =>
  create({
    base,
    fontBase: FONT,
    brandTitle: 'CultureBridge Booking',
    brandUrl: '?path=/docs/guides-introduction--docs',
  });
