import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent } from 'storybook/test';
import { register } from '../src/elements/base/register.ts';
import { CbMonthGrid } from '../src/elements/month-grid/month-grid.ts';
import { playground } from './playground.ts';

register('cb-month-grid', CbMonthGrid);

interface Args {
  readonly month: string;
  readonly selected: string;
  readonly locale: string;
  readonly loading: boolean;
  readonly dir: 'ltr' | 'rtl';
  readonly onDaySelect: (event: Event) => void;
}

const days = new Map(
  [6, 7, 10, 11, 12, 13, 17, 18, 19, 24, 27].map((day) => [`2025-11-${String(day).padStart(2, '0')}`, (day % 5) + 1]),
);

const meta: Meta<Args> = {
  title: 'Elements/Parts to build with/cb-month-grid',
  component: 'cb-month-grid',
  args: { month: '2025-11', selected: '2025-11-18', locale: 'en-GB', loading: false, dir: 'ltr', onDaySelect: fn() },
  render: ({ month, selected, locale, loading, dir, onDaySelect }) => html`
    <div style="max-inline-size: 364px" dir=${dir}>
      <cb-month-grid
        month=${month}
        selected=${selected}
        locale=${locale}
        today="2025-11-05"
        ?loading=${loading}
        .days=${loading ? undefined : days}
        @cb-day-select=${onDaySelect}
      ></cb-month-grid>
    </div>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-month-grid', {
  attributes: { month: '2025-11', selected: '2025-11-18', today: '2025-11-05' },
  properties: { days },
  width: '364px',
});

/** Arrows move, Enter chooses. */
export const Month: Story = {
  play: async ({ canvasElement, args }) => {
    const grid = canvasElement.querySelector('cb-month-grid');
    grid?.focus();
    await userEvent.keyboard('{ArrowRight}');
    await grid?.updateComplete;
    await userEvent.keyboard('{Enter}');
    await expect(args.onDaySelect).toHaveBeenCalledOnce();
    await expect(grid?.selected).toBe('2025-11-19');
  },
};

export const Loading: Story = { args: { loading: true, selected: '' } };

export const SundayFirst: Story = { args: { locale: 'en-US' } };

export const Arabic: Story = { args: { locale: 'ar-EG', dir: 'rtl' } };
