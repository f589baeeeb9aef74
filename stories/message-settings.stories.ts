import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define.ts';
import { seed } from '../src/mock/index.ts';
import { playground } from './playground.ts';

/** A coach's messages and privacy. */
const meta: Meta = {
  title: 'Elements/For coaches/cb-message-settings',
  component: 'cb-message-settings',
  parameters: { mock: { clock: '2025-11-05T10:30:00Z' } },
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-message-settings', { as: seed.coach.email, width: '760px' });

export const SignedOut: StoryObj = {
  render: (_, { id }) => html`<cb-message-settings api="/api/${id}" locale="en-GB"></cb-message-settings>`,
  play: async ({ canvasElement }) => {
    const signIn = () => canvasElement.querySelector('cb-message-settings')?.shadowRoot?.querySelector('cb-sign-in');
    await waitFor(() => expect(signIn()).toBeVisible());
  },
};
