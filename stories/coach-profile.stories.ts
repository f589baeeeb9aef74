import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define.ts';
import { SEED_PASSWORD, seed } from '../src/mock/index.ts';
import { playground } from './playground.ts';

/** A coach's profile: its fields, and beside them the card as visitors see it. */
const meta: Meta = {
  title: 'Elements/For coaches/cb-coach-profile',
  component: 'cb-coach-profile',
  parameters: { mock: { clock: '2025-11-05T10:30:00Z' } },
  render: (_, { id, parameters }) => html`<cb-coach-profile
    style="max-width: ${parameters.width ?? 1000}px" api="/api/${id}" coach=${parameters.coach ?? ''} locale="en-GB" theme=${parameters.theme ?? 'light'}
    .now=${() => Date.parse('2025-11-05T10:30:00Z')}
  ></cb-coach-profile>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-coach-profile', { as: seed.coach.email });

const inside = (canvas: HTMLElement) => canvas.querySelector('cb-coach-profile')?.shadowRoot as ShadowRoot;

async function field(canvas: HTMLElement, name: string): Promise<HTMLInputElement> {
  return waitFor(() => {
    const found = inside(canvas).querySelector<HTMLInputElement>(`#field-${name}`);
    if (!found) throw new Error(`There is no field ${name}`);
    return found;
  });
}

/** Signs in with the form on show and waits for the profile. */
async function signIn(canvas: HTMLElement, email: string): Promise<void> {
  const form = await waitFor(() => {
    const found = inside(canvas).querySelector('cb-sign-in')?.shadowRoot?.querySelector('form');
    if (!found) throw new Error('There is no sign-in');
    return found;
  });
  for (const [name, value] of Object.entries({ email, password: SEED_PASSWORD })) {
    const input = form.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (!input) continue;
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  form.requestSubmit();
  await field(canvas, 'name');
}

function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

export const SignedOut: StoryObj = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(canvasElement).querySelector('cb-sign-in')).toBeVisible());
  },
};

export const Profile: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, seed.coach.email);
    await expect(await field(canvasElement, 'headline')).toBeVisible();
  },
};

export const NarrowInTheDark: StoryObj = {
  ...Profile,
  parameters: { width: 360, theme: 'dark' },
};

export const SomethingToCorrect: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, seed.coach.email);
    type(await field(canvasElement, 'name'), '');
    type(await field(canvasElement, 'hourly_rate'), 'ninety');
    const save = await waitFor(() => {
      const button = inside(canvasElement).querySelector<HTMLElement>('[part=submit][aria-disabled=false]');
      if (!button) throw new Error('Nothing to save');
      return button;
    });
    save.click();
    await waitFor(() => expect(inside(canvasElement).querySelector('[part=error-summary]')).toBeVisible());
  },
};

/** An admin edits a coach's profile, and is told for whom. */
export const ForACoach: StoryObj = {
  parameters: { coach: seed.coaches.lukas },
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, seed.admin.email);
    await waitFor(() => expect(inside(canvasElement).querySelector('.acting')).toHaveTextContent('Lukas Brandt'));
  },
};
