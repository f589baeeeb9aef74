import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { CbAvailabilityPicker } from '../src/elements/availability-picker/availability-picker.ts';
import { register } from '../src/elements/base/register.ts';
import { seed } from '../src/mock/index.ts';
import { playground } from './playground.ts';

register('cb-availability-picker', CbAvailabilityPicker);

interface Args {
  readonly coach: string;
  readonly duration: number;
  readonly width: string;
  readonly dir: 'ltr' | 'rtl';
  readonly locale: string;
  readonly onSlotSelect: (event: Event) => void;
}

const clock = '2025-11-05T10:30:00Z';

const meta: Meta<Args> = {
  title: 'Elements/Parts to build with/cb-availability-picker',
  component: 'cb-availability-picker',
  args: { coach: seed.coaches.ana, duration: 0, width: '760px', dir: 'ltr', locale: 'en-GB', onSlotSelect: fn() },
  parameters: { mock: { clock } },
  argTypes: {
    coach: { control: 'select', options: Object.values(seed.coaches) },
    dir: { control: 'inline-radio', options: ['ltr', 'rtl'] },
  },
  render: ({ coach, duration, width, dir, locale, onSlotSelect }, { id }) => html`
    <div style="max-inline-size: ${width}" dir=${dir}>
      <cb-availability-picker
        api="/api/${id}"
        coach=${coach}
        duration=${duration}
        locale=${locale}
        time-zone="Europe/Berlin"
        .now=${() => Date.parse(clock)}
        @cb-slot-select=${onSlotSelect}
      ></cb-availability-picker>
    </div>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-availability-picker', {
  attributes: { coach: seed.coaches.ana, 'time-zone': 'Europe/London' },
  width: '760px',
});

const inPicker = (canvas: HTMLElement, selector: string) =>
  canvas.querySelector('cb-availability-picker')?.shadowRoot?.querySelector(selector);

async function firstTime(canvas: HTMLElement): Promise<HTMLElement> {
  return waitFor(() => {
    const time = inPicker(canvas, 'cb-slot-list')?.shadowRoot?.querySelector<HTMLElement>('.time');
    if (!time) throw new Error('no time is shown yet');
    return time;
  });
}

/** One press on a time fires `cb-slot-select`. */
export const Month: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await firstTime(canvasElement));
    await expect(args.onSlotSelect).toHaveBeenCalledOnce();
  },
};

export const Phone: Story = { args: { width: '328px' } };

/** On a phone the week of the chosen day takes the month's place. */
export const WeekOnPhone: Story = {
  args: { width: '328px' },
  play: async ({ canvasElement }) => {
    await firstTime(canvasElement);
    await customElements.whenDefined('cb-week-strip');
    const day = inPicker(canvasElement, 'cb-month-grid')?.shadowRoot?.querySelector<HTMLElement>(
      '[data-date="2025-11-18"]',
    );
    await userEvent.click(day ?? canvasElement);
    const week = () => inPicker(canvasElement, 'cb-week-strip')?.shadowRoot?.querySelectorAll('.day').length;
    await waitFor(() => expect(week()).toBe(7));
  },
};

export const RightToLeft: Story = { args: { dir: 'rtl', locale: 'ar-EG' } };

export const LengthsAndPrices: Story = {
  args: { coach: seed.coaches.isla },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(inPicker(canvasElement, 'cb-duration-picker')?.shadowRoot?.textContent).toContain('A$150'),
    );
  },
};

export const Loading: Story = { parameters: { mock: { clock, latency: 600_000 } } };

export const NothingOpen: Story = {
  parameters: { mock: { clock, scenario: 'empty' } },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(inPicker(canvasElement, 'cb-next-slot')?.shadowRoot?.textContent).toContain('No times are open'),
    );
  },
};

export const NotReached: Story = {
  parameters: { mock: { clock, scenario: 'offline' } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inPicker(canvasElement, '[role="alert"]')?.textContent).toContain('Try again'));
  },
};

export const CoachTakesNoBookings: Story = { args: { coach: seed.coaches.claire } };
