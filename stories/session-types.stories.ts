import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define.ts';
import { SEED_PASSWORD, seed } from '../src/mock/index.ts';
import { playground } from './playground.ts';

/** What a coach offers: the list in its order, and the form of one session type with its card. */
const meta: Meta = {
  title: 'Elements/For coaches/cb-session-types',
  component: 'cb-session-types',
  parameters: { mock: { clock: '2025-11-05T10:30:00Z' } },
  render: (_, { id, parameters }) => html`<div dir=${parameters.dir ?? 'ltr'}><cb-session-types
    style="max-width: ${parameters.width ?? 1000}px" api="/api/${id}" coach=${parameters.coach ?? ''} locale="en-GB" theme=${parameters.theme ?? 'light'}
  ></cb-session-types></div>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-session-types', { as: seed.coach.email });

const inside = (canvas: HTMLElement) => canvas.querySelector('cb-session-types')?.shadowRoot as ShadowRoot;

async function found<E extends HTMLElement = HTMLElement>(canvas: HTMLElement, selector: string): Promise<E> {
  return waitFor(() => {
    const element = inside(canvas).querySelector<E>(selector);
    if (!element) throw new Error(`There is no ${selector}`);
    return element;
  });
}

/** Signs in with the form on show and waits for the list. */
async function signIn(canvas: HTMLElement, email: string): Promise<void> {
  const form = await waitFor(() => {
    const element = inside(canvas).querySelector('cb-sign-in')?.shadowRoot?.querySelector('form');
    if (!element) throw new Error('There is no sign-in');
    return element;
  });
  for (const [name, value] of Object.entries({ email, password: SEED_PASSWORD })) {
    const input = form.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (!input) continue;
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  form.requestSubmit();
  await found(canvas, '[data-act=add]');
}

const MAYA = 'maya@example.com';

export const SignedOut: StoryObj = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(canvasElement).querySelector('cb-sign-in')).toBeVisible());
  },
};

export const List: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, MAYA);
    await expect(await found(canvasElement, '.type')).toBeVisible();
  },
};

export const ListOnAPhoneInTheDark: StoryObj = { ...List, parameters: { width: 340, theme: 'dark' } };

export const ListMirrored: StoryObj = { ...List, parameters: { dir: 'rtl' } };

/** A coach who offers lengths can make session types of them. */
export const FromLengths: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, 'isla@example.com');
    await expect(await found(canvasElement, '[part=lengths]')).toBeVisible();
  },
};

export const Form: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, MAYA);
    (await found(canvasElement, `[data-type="${seed.sessionTypes.hour}"] [data-act=edit]`)).click();
    await expect(await found(canvasElement, '#field-name')).toHaveValue('A session of an hour');
  },
};

export const FormOnAPhoneInTheDark: StoryObj = { ...Form, parameters: { width: 340, theme: 'dark' } };

export const SomethingToCorrect: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, MAYA);
    (await found(canvasElement, '[data-act=add]')).click();
    const minutes = await found<HTMLInputElement>(canvasElement, '#field-minutes');
    minutes.value = '3';
    minutes.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (await found(canvasElement, '[part=submit]')).click();
    await waitFor(() => expect(inside(canvasElement).querySelector('[part=error-summary]')).toBeVisible());
  },
};

/** An admin edits what a coach offers, and is told for whom. */
export const ForACoach: StoryObj = {
  parameters: { coach: seed.coaches.maya },
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, seed.admin.email);
    await waitFor(() => expect(inside(canvasElement).querySelector('.acting')).toHaveTextContent('Maya Robinson'));
  },
};
