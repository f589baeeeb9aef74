import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent } from 'storybook/test';
import type { Slot } from '../src/contract/index.ts';
import { register } from '../src/elements/base/register.ts';
import { CbSlotList } from '../src/elements/slot-list/slot-list.ts';
import { playground } from './playground.ts';

register('cb-slot-list', CbSlotList);

interface Args {
  readonly day: string;
  readonly slots: readonly Slot[];
  readonly timeZone: string;
  readonly hour12: boolean;
  readonly loading: boolean;
  readonly onSlotSelect: (event: Event) => void;
}

const slot = (start: string): Slot => ({
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString().replace('.000', ''),
  duration_minutes: 60,
});
const hours = [8, 9, 10, 12, 13, 15, 17, 18];

const meta: Meta<Args> = {
  title: 'Elements/Parts to build with/cb-slot-list',
  component: 'cb-slot-list',
  args: {
    day: '2025-11-18',
    slots: hours.map((hour) => slot(`2025-11-18T${String(hour).padStart(2, '0')}:00:00Z`)),
    timeZone: 'Europe/Berlin',
    hour12: false,
    loading: false,
    onSlotSelect: fn(),
  },
  render: ({ day, slots, timeZone, hour12, loading, onSlotSelect }) => html`
    <cb-slot-list
      style="max-inline-size: 280px"
      locale="en-GB"
      day=${day}
      time-zone=${timeZone}
      ?loading=${loading}
      .slots=${slots}
      .hour12=${hour12}
      @cb-slot-select=${onSlotSelect}
    ></cb-slot-list>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-slot-list', {
  attributes: { day: '2025-11-18', 'time-zone': 'Europe/Berlin' },
  properties: { slots: meta.args?.slots },
  width: '280px',
});

/** One press chooses. */
export const Day: Story = {
  play: async ({ canvasElement, args }) => {
    const times = canvasElement.querySelector('cb-slot-list')?.shadowRoot?.querySelectorAll<HTMLElement>('.time') ?? [];
    await expect(times).toHaveLength(hours.length);
    if (times[1]) await userEvent.click(times[1]);
    await expect(args.onSlotSelect).toHaveBeenCalledOnce();
    await expect(times[1]).toHaveAttribute('aria-pressed', 'true');
  },
};

export const TwelveHours: Story = { args: { hour12: true } };

/** The night the clocks go back: 02:30 comes twice, and each says its offset. */
export const RepeatedHour: Story = {
  args: {
    day: '2025-10-26',
    slots: ['2025-10-25T23:30:00Z', '2025-10-26T00:30:00Z', '2025-10-26T01:30:00Z', '2025-10-26T02:30:00Z'].map(slot),
  },
};

export const Loading: Story = { args: { loading: true, day: '' } };

export const NoTimes: Story = { args: { slots: [] } };
