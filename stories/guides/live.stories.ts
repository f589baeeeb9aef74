import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, waitFor } from 'storybook/test';
import { createApp, h } from 'vue';
import '../../src/define.ts';
import type { EventReport } from '../../src/elements/index.ts';
import { createMockServer, type Scenario, scenarios, seed } from '../../src/mock/index.ts';
import { CbBooking } from '../../src/react/index.ts';
import { clock, now, press, seen } from '../booking-setting.ts';
import { themeLab } from './theme-lab.ts';

/** What the guides show live. */
const meta: Meta = {
  title: 'Guides/Live',
  // Shown on the pages of the guides, not in the sidebar.
  tags: ['!autodocs', '!dev'],
  loaders: [
    async () => {
      const mock = createMockServer({ clock });
      return { mock, fetch: (request: Request) => mock.fetch(request) };
    },
  ],
};
export default meta;

const API = 'https://api.example.com';
const common = { api: API, coach: seed.coaches.ana, now, timeZone: 'Europe/London', locale: 'en-GB' } as const;

export const Widget: StoryObj = {
  render: (_, { loaded }) => html`<cb-booking
    api=${API} coach=${seed.coaches.ana} .fetch=${loaded.fetch} .now=${now} time-zone="Europe/London" locale="en-GB"
  ></cb-booking>`,
  play: async ({ canvasElement }) => void (await seen(canvasElement, 'button[part~="time"]')),
};

/** Tokens to try, with the contrast of what is derived from them. */
export const Theming: StoryObj = {
  render: (_, { loaded }) => themeLab({ api: API, coach: seed.coaches.ana, fetch: loaded.fetch, now }),
  play: async ({ canvasElement }) => {
    await seen(canvasElement, 'button[part~="time"]');
    await waitFor(() => expect(canvasElement.querySelectorAll('tr[data-pair][data-enough="true"]')).toHaveLength(6));
  },
};

/** What `eventListener` is told, newest first. */
export const Analytics: StoryObj = {
  render: (_, { loaded, canvasElement }) => {
    const listen = ({ name, fields }: EventReport): void => {
      const line = document.createElement('li');
      line.textContent = `${name} ${JSON.stringify(fields)}`;
      canvasElement.querySelector('[data-reports]')?.prepend(line);
    };
    return html`<cb-booking
        api=${API} coach=${seed.coaches.ana} .fetch=${loaded.fetch} .now=${now} .eventListener=${listen}
        time-zone="Europe/London" locale="en-GB"
      ></cb-booking>
      <h4>What your page is told</h4>
      <ol data-reports reversed style="font: 0.8125rem ui-monospace, monospace; overflow-wrap: anywhere"></ol>`;
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'button[part~="time"]');
    // The listener is loaded by itself: a press before it has come is told by the step that follows.
    await waitFor(() => expect(canvasElement.querySelector('[data-reports]')).toHaveTextContent('step-change'));
  },
};

/** The same widget in each scenario of the mock. */
export const Scenarios: StoryObj = {
  render: (_, { canvasElement }) => {
    const begin = (scenario: Scenario): void => {
      const mock = createMockServer({ clock, scenario });
      const booking = document.createElement('cb-booking');
      Object.assign(booking, common, { fetch: (request: Request) => mock.fetch(request) });
      canvasElement.querySelector('[data-widget]')?.replaceChildren(booking);
    };
    queueMicrotask(() => begin('normal'));
    return html`<p>
        <label>
          Scenario
          <select @change=${({ target }: Event) => begin((target as HTMLSelectElement).value as Scenario)}>
            ${Object.entries(scenarios).map(([name, about]) => html`<option value=${name}>${name}: ${about}</option>`)}
          </select>
        </label>
      </p>
      <div data-widget></div>`;
  },
  play: async ({ canvasElement }) => {
    const select = await seen<HTMLSelectElement>(canvasElement, 'select');
    await seen(canvasElement, 'button[part~="time"]');
    select.value = 'empty';
    select.dispatchEvent(new Event('change'));
    await seen(canvasElement, 'cb-booking');
  },
};

/** The component of `@culturebridge/booking/react`. */
export const InReact: StoryObj = {
  render: (_, { loaded }) => {
    const place = document.createElement('div');
    const told = document.createElement('p');
    told.setAttribute('role', 'status');
    createRoot(place).render(
      createElement(CbBooking, {
        ...common,
        fetch: loaded.fetch,
        metadata: { source: 'react' },
        onCbSlotSelect: ({ slot }) => {
          told.textContent = `React heard of ${slot.start}`;
        },
      }),
    );
    return html`${told}${place}`;
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'button[part~="time"]');
    await waitFor(() => expect(canvasElement).toHaveTextContent('React heard of 2025-'));
  },
};

/** A bare tag in Vue. */
export const InVue: StoryObj = {
  render: (_, { loaded }) => {
    const place = document.createElement('div');
    const told = document.createElement('p');
    told.setAttribute('role', 'status');
    createApp({
      render: () =>
        h('cb-booking', {
          ...common,
          fetch: loaded.fetch,
          'onCb-slot-select': ({ slot }: { slot: { start: string } }) => {
            told.textContent = `Vue heard of ${slot.start}`;
          },
        }),
    }).mount(place);
    return html`${told}${place}`;
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'button[part~="time"]');
    await waitFor(() => expect(canvasElement).toHaveTextContent('Vue heard of 2025-'));
  },
};
