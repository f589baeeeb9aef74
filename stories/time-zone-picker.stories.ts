import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { register } from '../src/elements/base/register.ts';
import { CbTimeZonePicker } from '../src/elements/time-zone-picker/time-zone-picker.ts';
import { playground } from './playground.ts';

register('cb-time-zone-picker', CbTimeZonePicker);

interface Args {
  readonly timeZone: string;
  readonly coachTimeZone: string;
  readonly onTimeZoneChange: (event: Event) => void;
}

const meta: Meta<Args> = {
  title: 'Elements/Parts to build with/cb-time-zone-picker',
  component: 'cb-time-zone-picker',
  args: { timeZone: 'Europe/Berlin', coachTimeZone: 'America/New_York', onTimeZoneChange: fn() },
  render: ({ timeZone, coachTimeZone, onTimeZoneChange }) => html`
    <cb-time-zone-picker
      style="max-inline-size: 364px; min-block-size: 480px"
      locale="en-GB"
      time-zone=${timeZone}
      coach-time-zone=${coachTimeZone}
      @cb-time-zone-change=${onTimeZoneChange}
    ></cb-time-zone-picker>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-time-zone-picker', {
  attributes: { 'time-zone': 'Europe/Berlin', 'coach-time-zone': 'America/New_York' },
  width: '364px',
});

export const Closed: Story = {};

/** Search, then Enter. */
export const Searched: Story = {
  play: async ({ canvasElement, args }) => {
    const picker = canvasElement.querySelector('cb-time-zone-picker');
    picker?.shadowRoot?.querySelector<HTMLElement>('.zone')?.click();
    const list = () => picker?.shadowRoot?.querySelector('cb-time-zone-list')?.shadowRoot;
    await waitFor(() => expect(list()?.querySelector(':popover-open')).toBeTruthy());
    await userEvent.keyboard('nepal');
    await waitFor(() => expect(list()?.querySelector('.active')?.textContent).toContain('Kathmandu'));
    await userEvent.keyboard('{Enter}');
    await expect(args.onTimeZoneChange).toHaveBeenCalledOnce();
  },
};
