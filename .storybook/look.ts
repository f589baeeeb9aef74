import type { Globals } from 'storybook/internal/types';

/** How a page looks that an element is put on: what the toolbar chooses. */
export interface Look {
  readonly scheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
}

/** What the toolbar chooses; the scheme is the reader's own at first. */
export function lookOf({ scheme, direction }: Globals): Look {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    scheme: scheme === 'dark' || (scheme !== 'light' && prefersDark) ? 'dark' : 'light',
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
  };
}
