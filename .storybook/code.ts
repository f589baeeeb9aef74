import { Source, type SourceProps } from '@storybook/addon-docs/blocks';
import { createElement, type FunctionComponent } from 'react';
import { useTheme } from 'storybook/theming';

/** Code to copy, in the scheme of the page: Storybook's own block is light wherever it is not told. */
export const Code: FunctionComponent<Pick<SourceProps, 'code' | 'language'>> = (props) =>
  createElement(Source, { ...props, dark: useTheme().base === 'dark' });
