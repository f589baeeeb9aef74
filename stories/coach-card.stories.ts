import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Coach } from '../src/contract/index.ts';
import '../src/define.ts';
import { playground } from './playground.ts';

const coach: Coach = {
  user_id: '323e4567-e89b-12d3-a456-426614174000',
  name: 'Ana Keller',
  headline: 'Coaching between countries and careers',
  time_zone: 'Europe/Berlin',
  location: 'Video call',
  hourly_rate: 80,
  currency: 'EUR',
};

/** Who is booked: part of `<cb-booking>`, and by itself wherever a page shows a coach. */
const meta: Meta = {
  title: 'Elements/For visitors/cb-coach-card',
  component: 'cb-coach-card',
  render: ({ coach: shown, loading = false, width = '320px' }) => html`<div style="max-width: ${width}">
    <cb-coach-card .coach=${shown} ?loading=${loading} duration="60" locale="en-GB"></cb-coach-card>
  </div>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-coach-card', {
  attributes: { duration: 60 },
  properties: { coach },
  width: '320px',
});

export const Loading: StoryObj = { args: { loading: true } };

/** A backend without profiles. */
export const NameAlone: StoryObj = { args: { coach: { user_id: coach.user_id, name: coach.name } } };
