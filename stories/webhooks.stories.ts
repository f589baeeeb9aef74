import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define.ts';
import { seed } from '../src/mock/index.ts';
import { playground } from './playground.ts';

/** The webhooks of a coach's own programs. */
const meta: Meta = {
  title: 'Elements/For coaches/cb-webhooks',
  component: 'cb-webhooks',
  parameters: { mock: { clock: '2025-11-05T10:30:00Z' } },
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-webhooks', { as: seed.coach.email, width: '760px' });

export const SignedOut: StoryObj = {
  render: (_, { id }) => html`<cb-webhooks api="/api/${id}" locale="en-GB"></cb-webhooks>`,
  play: async ({ canvasElement }) => {
    const signIn = () => canvasElement.querySelector('cb-webhooks')?.shadowRoot?.querySelector('cb-sign-in');
    await waitFor(() => expect(signIn()).toBeVisible());
  },
};
