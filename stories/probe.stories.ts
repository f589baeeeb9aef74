import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';

const meta: Meta = { title: 'Probe', render: () => html`<p>Probe</p>` };
export default meta;
export const Plain: StoryObj = {
  play: async () => {
    const reply = await fetch('/api/coaches');
    const { coaches } = await reply.json();
    await expect(coaches[0].user_id).toBe('323e4567-e89b-12d3-a456-426614174000');
  },
};
export const Empty: StoryObj = {
  parameters: { mock: { scenario: 'empty' } },
  play: async () => {
    const reply = await fetch('/api/booking/coach/323e4567-e89b-12d3-a456-426614174000/availability/next');
    await expect((await reply.json()).available_slots).toEqual([]);
  },
};
