import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { clock, fill, press, seen } from './booking-setting.ts';
import { playground } from './playground.ts';

/** Signs a visitor in, or up. */
const meta: Meta = {
  title: 'Elements/For visitors/cb-sign-in',
  component: 'cb-sign-in',
  args: { mode: 'in' },
  argTypes: { mode: { control: 'inline-radio', options: ['in', 'up'] } },
  parameters: { mock: { clock } },
  render: ({ mode }, { id }) => html`<cb-sign-in api="/api/${id}" mode=${mode} locale="en-GB"></cb-sign-in>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-sign-in', { width: '440px' });

export const SignIn: StoryObj = {};
export const SignUp: StoryObj = { args: { mode: 'up' } };

export const WrongPassword: StoryObj = {
  play: async ({ canvasElement }) => {
    await fill(canvasElement, '#field-email', 'client@example.com');
    await fill(canvasElement, '#field-password', 'not this one');
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, '[part="problem"]', 'do not belong together');
  },
};

export const WithErrors: StoryObj = {
  args: { mode: 'up' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="submit"]');
    await seen(canvasElement, '[part="error-summary"]');
  },
};
