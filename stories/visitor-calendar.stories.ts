import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { CbAvailabilityPicker } from '../src/elements/availability-picker/availability-picker.ts';
import { register } from '../src/elements/base/register.ts';
import { seed } from '../src/mock/index.ts';

register('cb-availability-picker', CbAvailabilityPicker);

interface Args {
  readonly width: string;
  readonly theme: 'light' | 'dark';
}

const clock = '2025-11-05T10:30:00Z';

const meta: Meta<Args> = {
  title: 'Journeys/Own calendar',
  tags: ['!autodocs'],
  args: { width: '760px', theme: 'light' },
  argTypes: { theme: { control: 'inline-radio', options: ['light', 'dark'] } },
  parameters: { mock: { clock } },
  render: ({ width, theme }, { id }) => html`
    <div style="max-inline-size: ${width}; color-scheme: ${theme}; background: Canvas; padding: 16px">
      <cb-availability-picker
        api="/api/${id}" coach=${seed.coaches.ana} duration="60" locale="en-GB" time-zone="Europe/Berlin" theme=${theme}
        day="2025-11-18" .now=${() => Date.parse(clock)} own-day
      ></cb-availability-picker>
    </div>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const picker = (canvas: HTMLElement) => canvas.querySelector('cb-availability-picker')?.shadowRoot;
const inVisitorCalendar = <E extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<E> =>
  waitFor(() => {
    const found = picker(canvas)?.querySelector('cb-visitor-calendar')?.shadowRoot?.querySelector<E>(selector);
    if (!found) throw new Error(`${selector} is not there yet`);
    return found;
  });

/** A morning of appointments, as a calendar exports it. */
const file = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:story',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20251101T000000Z',
  'DTSTART:20251118T083000Z',
  'DTEND:20251118T100000Z',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

async function open(canvas: HTMLElement): Promise<void> {
  const times = () => picker(canvas)?.querySelector('cb-slot-list')?.shadowRoot?.querySelectorAll('.time').length;
  await waitFor(() => expect(times()).toBeGreaterThan(0));
  await userEvent.click(await inVisitorCalendar(canvas, '.compare'));
  await inVisitorCalendar(canvas, '[part="choose"]');
}

/** A quiet line under the times. */
export const Offered: Story = {
  play: async ({ canvasElement }) => void (await inVisitorCalendar(canvasElement, '.compare')),
};

/** What it opens. */
export const Open: Story = { play: ({ canvasElement }) => open(canvasElement) };

/** A file was chosen: the times it overlaps are marked, and can be chosen all the same. */
export const Compared: Story = {
  play: async ({ canvasElement }) => {
    await open(canvasElement);
    await userEvent.upload(await inVisitorCalendar(canvasElement, 'input[type="file"]'), new File([file], 'mine.ics'));
    const marked = () =>
      picker(canvasElement)?.querySelector('cb-slot-list')?.shadowRoot?.querySelectorAll('[part~="busy"]').length;
    await waitFor(() => expect(marked()).toBe(4));
  },
};

/** The same in a narrow column, dark. */
export const ComparedNarrowDark: Story = {
  args: { width: '320px', theme: 'dark' },
  ...(Compared.play && { play: Compared.play }),
};

/** A file that is no calendar. */
export const WrongFile: Story = {
  play: async ({ canvasElement }) => {
    await open(canvasElement);
    await userEvent.upload(
      await inVisitorCalendar(canvasElement, 'input[type="file"]'),
      new File(['<html>'], 'page.ics'),
    );
    const alert = await inVisitorCalendar(canvasElement, '[role="alert"]');
    await waitFor(() => expect(alert.textContent).toContain('page.ics is not a calendar file'));
  },
};
