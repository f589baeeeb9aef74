import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { register } from '../src/elements/base/register.ts';
import { CbCoachList } from '../src/elements/coach-list/coach-list.ts';
import { fill, press, seen } from './booking-setting.ts';
import { playground } from './playground.ts';

register('cb-coach-list', CbCoachList);

/** Coaches to choose from; choosing one leads into booking. */
const meta: Meta = {
  title: 'Elements/For visitors/cb-coach-list',
  component: 'cb-coach-list',
  render: ({ width = 1040, fetch, api }, { id }) => html`<div style="max-width: ${width}px">
    <cb-coach-list api=${api ?? `/api/${id}`} .fetch=${fetch} locale="en-GB"></cb-coach-list>
  </div>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-coach-list');

export const All: StoryObj = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[part="coach"]');
    await waitFor(async () => expect((await seen(canvasElement, '.count')).textContent).toBe('7 coaches'));
  },
};

export const OnAPhone: StoryObj = { ...All, args: { width: 328 } };

export const Searched: StoryObj = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[part="coach"]');
    await fill(canvasElement, '#q', 'remote');
    await waitFor(async () => expect((await seen(canvasElement, '.count')).textContent).toBe('2 coaches'));
  },
};

export const NoneFits: StoryObj = {
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[part="coach"]');
    await fill(canvasElement, '#q', 'beekeeping');
    await seen(canvasElement, '.count', 'No coach matches.');
    await press(canvasElement, '.none button');
    await waitFor(async () => expect((await seen(canvasElement, '.count')).textContent).toBe('7 coaches'));
  },
};

export const Chosen: StoryObj = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="choose"]');
    await seen(canvasElement, 'button[part~="time"]');
    await press(canvasElement, '[part="back"]');
    await press(canvasElement, '[part="choose"]');
    await seen(canvasElement, 'button[part~="time"]');
  },
};

const coach = (index: number) => ({
  user_id: `623e4567-e89b-12d3-a456-${String(426614174000 + index)}`,
  name: `Coach ${index + 1}`,
  headline: 'One of many',
  languages: [index % 2 ? 'English' : 'German'],
  hourly_rate: 40 + index,
  currency: 'EUR',
});

/** More than a page of them. */
export const Many: StoryObj = {
  args: {
    api: 'https://many.example.com',
    fetch: async ({ url }: Request) => {
      const skip = Number(new URL(url).searchParams.get('skip'));
      return Response.json({ coaches: Array.from({ length: 24 }, (_, index) => coach(skip + index)), total: 48 });
    },
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="more"]');
    const list = await seen(canvasElement, 'cb-coach-list');
    await waitFor(() => expect(list.shadowRoot?.querySelectorAll('[part="coach"]')).toHaveLength(48));
    // The focus goes on with what was asked for.
    await waitFor(() => expect(list.shadowRoot?.activeElement?.getAttribute('data-coach')).toBe(coach(24).user_id));
  },
};

export const Fails: StoryObj = {
  args: {
    api: 'https://failing.example.com',
    fetch: async () => Response.json({ detail: 'Down for repairs' }, { status: 500 }),
  },
  play: async ({ canvasElement }) => {
    await seen(canvasElement, '[role="alert"]', 'has a problem');
  },
};
