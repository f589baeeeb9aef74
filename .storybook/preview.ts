import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { configure } from 'storybook/test';
import { createMockServer, type MockServerOptions } from '../src/mock/index.ts';
import { bookingHandlers } from '../src/mock/msw.ts';
import { SchemedDocs } from './docs-container.ts';
import { elementArgTypes, elements } from './element-arg-types.ts';
import { ElementPage } from './element-page.ts';
import { lookOf } from './look.ts';

/** The worker that answers for the mock servers, beside the page: a built Storybook may be in any folder of a host. */
async function startWorker() {
  const worker = setupWorker();
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', location.href).pathname },
  });
  return worker;
}

// A story waits for what is loaded, drawn or refused after its retries, on a busy machine too: what comes is seen at once all the same.
configure({ asyncUtilTimeout: 30_000 });

const preview: Preview = {
  // Every element has a page: what it is for, how it is used, controls, and all that its class documents.
  tags: ['autodocs'],
  loaders: [mswLoader(startWorker)],
  beforeEach({ msw, parameters, id }) {
    // A freshly seeded server for each story; `parameters.mock` sets its clock, scenario and latency. It answers at
    // /api/<id of the story>, since elements on one page share a client and its session by the address of the API, and at
    // /api for those that bring a `fetch` of their own.
    const options: MockServerOptions = parameters.mock ?? {};
    const mock = createMockServer(options);
    msw.use(...bookingHandlers(`/api/${id}`, mock), ...bookingHandlers('/api', mock));
  },
  globalTypes: {
    scheme: {
      description: 'The scheme of the page around',
      toolbar: {
        title: 'Scheme',
        icon: 'contrast',
        items: [
          { value: 'auto', title: 'As the system' },
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'The direction of the page around',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { scheme: 'auto', direction: 'ltr' },
  decorators: [
    (story, { globals, viewMode }) => {
      const { scheme, direction } = lookOf(globals);
      if (viewMode === 'docs') return html`<div dir=${direction} style="color-scheme: ${scheme}">${story()}</div>`;
      document.documentElement.dir = direction;
      document.documentElement.style.colorScheme = scheme;
      return story();
    },
  ],
  parameters: {
    // An accessibility violation fails the story's test.
    a11y: { test: 'error' },
    layout: 'padded',
    // The page's own scheme is in the toolbar.
    backgrounds: { disable: true },
    docs: {
      container: SchemedDocs,
      page: ElementPage,
      extractArgTypes: elementArgTypes,
      extractComponentDescription: (tag: string) => elements.get(tag)?.description,
      source: { excludeDecorators: true },
    },
    options: {
      storySort: {
        method: '',
        order: [
          'Guides',
          [
            'Introduction',
            'Getting started',
            'Theming',
            'Languages',
            'Frameworks',
            'Analytics',
            'Security headers',
            'Server rendering',
            'Errors and recovery',
            'Mock and scenarios',
            'Your backend',
          ],
          'Elements',
          [
            'For visitors',
            [
              'cb-booking',
              'cb-booking-button',
              'cb-coach-list',
              'cb-coach-card',
              'cb-bookings',
              'cb-account',
              'cb-sign-in',
              'cb-add-to-calendar',
            ],
            'For coaches',
            [
              'cb-first-steps',
              'cb-coach-profile',
              'cb-availability-editor',
              'cb-session-types',
              'cb-message-settings',
              'cb-webhooks',
              'cb-calendar-connect',
              'cb-accounts',
            ],
            'Parts to build with',
            [
              'cb-availability-picker',
              'cb-month-grid',
              'cb-slot-list',
              'cb-time-zone-picker',
              'cb-booking-form',
              'cb-booking-confirmation',
            ],
          ],
          'Journeys',
          ['Booking', 'Paying', 'Own calendar'],
        ],
      },
    },
  },
};

export default preview;
