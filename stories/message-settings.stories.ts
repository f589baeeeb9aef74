import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define.ts';

/** A coach's messages and privacy, and the webhooks of the coach's own programs. */
const meta: Meta = {
  title: 'Coach/Messages',
  component: 'cb-message-settings',
  parameters: { mock: { clock: '2025-11-05T10:30:00Z' } },
};
export default meta;

const signInIn = (canvas: HTMLElement, tag: string) =>
  canvas.querySelector(tag)?.shadowRoot?.querySelector('cb-sign-in');

export const Messages: StoryObj = {
  render: (_, { id }) => html`<cb-message-settings api="/api/${id}" locale="en-GB"></cb-message-settings>`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(signInIn(canvasElement, 'cb-message-settings')).toBeVisible());
  },
};

export const Webhooks: StoryObj = {
  render: (_, { id }) => html`<cb-webhooks api="/api/${id}" locale="en-GB"></cb-webhooks>`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(signInIn(canvasElement, 'cb-webhooks')).toBeVisible());
  },
};
