import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define.ts';

const coach = '323e4567-e89b-12d3-a456-426614174000';

/** A whole journey: from the first open time to the confirmation, against the mock server. */
const meta: Meta = {
  title: 'Journeys/A visitor books',
  component: 'cb-booking',
  render: (_, { id }) => html`<cb-booking api="/api/${id}" coach=${coach}></cb-booking>`,
};
export default meta;

/** Every element below `root`, through open shadow roots. */
function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** The first element that matches, once it is there. */
function find<E extends HTMLElement>(root: ParentNode, selector: string, text = /(?:)/): Promise<E> {
  return waitFor(
    () => {
      for (const element of everything(root)) {
        if (element.matches(selector) && text.test(element.textContent ?? '')) return element as E;
      }
      throw new Error(`No ${selector} ${text}`);
    },
    { timeout: 5000 },
  );
}

async function type(root: ParentNode, selector: string, text: string): Promise<void> {
  const field = await find<HTMLInputElement>(root, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

export const Booked: StoryObj = {
  play: async ({ canvasElement, step }) => {
    await step('a time', async () => {
      (await find(canvasElement, 'button', /^\s*\d?\d:\d\d/)).click();
    });
    await step('who books', async () => {
      await type(canvasElement, 'input[autocomplete="name"]', 'Mira Okafor');
      await type(canvasElement, 'input[type="email"]', 'mira@example.com');
      (await find(canvasElement, 'button', /^\s*Book /)).click();
    });
    await step('booked', async () => {
      const heading = await find(canvasElement, 'h3', /Your session is/);
      await expect(heading).toBeVisible();
    });
  },
};

export const Dark: StoryObj = {
  ...Booked,
  render: (_, { id }) => html`
    <div style="color-scheme: dark; background: #101214; padding: 24px">
      <cb-booking api="/api/${id}" coach=${coach}></cb-booking>
    </div>
  `,
};

/** Nobody has open times: the widget says so, and what to do. */
export const NothingOpen: StoryObj = { parameters: { mock: { scenario: 'empty' } } };

/** Every answer takes seconds: the skeleton has the shape of what replaces it. */
export const SlowServer: StoryObj = { parameters: { mock: { scenario: 'slow' } } };
