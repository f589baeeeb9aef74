import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define.ts';
import type { CbAvailabilityEditor } from '../src/elements/availability-editor/availability-editor.ts';
import { SEED_PASSWORD, seed } from '../src/mock/index.ts';
import { settled } from './booking-setting.ts';
import { playground } from './playground.ts';

/** A coach's hours: a week to drag, type and copy, exceptions, rules and trips, and beside it what a client sees. */
const meta: Meta = {
  title: 'Elements/For coaches/cb-availability-editor',
  component: 'cb-availability-editor',
  parameters: { mock: { clock: '2025-11-05T10:30:00Z' } },
  render: (_, { id, parameters }) => html`<cb-availability-editor
    api="/api/${id}"
    coach=${parameters.coach ?? seed.coach.id}
    locale="en-GB"
    preview-time-zone="America/New_York"
    theme=${parameters.theme ?? 'light'}
    .now=${() => Date.parse('2025-11-05T10:30:00Z')}
  ></cb-availability-editor>`,
};
export default meta;

/** Every attribute has a control. */
export const Playground: StoryObj = playground('cb-availability-editor', {
  as: seed.coach.email,
  attributes: { 'preview-time-zone': 'America/New_York' },
});

/** Every element below `root`, through open shadow roots. */
function* everything(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** The first element that matches, once it is there. */
function find(root: ParentNode, selector: string): Promise<HTMLElement> {
  return waitFor(() => {
    for (const element of everything(root)) if (element.matches(selector)) return element;
    throw new Error(`Nothing matches ${selector}`);
  });
}

async function type(root: ParentNode, selector: string, text: string): Promise<void> {
  const field = (await find(root, selector)) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

async function signIn(root: ParentNode, email: string = seed.coach.email): Promise<void> {
  await type(root, 'input[type=email]', email);
  await type(root, 'input[type=password]', SEED_PASSWORD);
  (await find(root, 'cb-sign-in')).shadowRoot?.querySelector('form')?.requestSubmit();
  await find(root, '[role=tablist]');
}

export const SignedOut: StoryObj = {
  play: async ({ canvasElement }) => {
    await expect(await find(canvasElement, 'input[type=email]')).toBeVisible();
    await settled();
  },
};

export const Week: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement);
    (await find(canvasElement, '[data-view=grid]')).click();
    await expect(await find(canvasElement, '.column[data-weekday="1"] button.block')).toBeVisible();
    await settled();
  },
};

/** Hours that end on the next day, in a zone of five hours and three quarters. */
export const PastMidnight: StoryObj = {
  parameters: { coach: seed.coaches.sunita },
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, seed.admin.email);
    (await find(canvasElement, '[data-view=list]')).click();
    await expect(await find(canvasElement, '.next-day')).toBeVisible();
    await settled();
  },
};

export const AlternateWeeksInTheDark: StoryObj = {
  parameters: { coach: seed.coaches.maya, theme: 'dark' },
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, seed.admin.email);
    (await find(canvasElement, '[data-view=grid]')).click();
    await expect(await find(canvasElement, 'button.alternate')).toBeVisible();
    await settled();
  },
};

export const Exceptions: StoryObj = {
  parameters: { coach: seed.coaches.isla },
  play: async ({ canvasElement }) => {
    await signIn(canvasElement, seed.admin.email);
    (await find(canvasElement, '[data-tab=exceptions]')).click();
    await expect(await find(canvasElement, '[part=exception]')).toBeVisible();
    await settled();
  },
};

export const SomethingToCorrect: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement);
    (await find(canvasElement, '[data-view=list]')).click();
    const field = (await find(canvasElement, 'cb-time-field[data-part=end]')).shadowRoot?.querySelector('input');
    if (!field) throw new Error('The field is empty.');
    field.value = '8';
    field.dispatchEvent(new Event('change'));
    await expect(await find(canvasElement, '#problems')).toBeVisible();
    await settled();
  },
};

/** Somebody else saved meanwhile: nothing is overwritten. */
export const Conflict: StoryObj = {
  play: async ({ canvasElement }) => {
    await signIn(canvasElement);
    const editor = canvasElement.querySelector('cb-availability-editor') as CbAvailabilityEditor;
    const other = editor.cloneNode() as CbAvailabilityEditor;
    other.hidden = true;
    canvasElement.append(other);
    for (const [element, limit] of [
      [other, '8'],
      [editor, '3'],
    ] as const) {
      const root = element.shadowRoot as ShadowRoot;
      (await find(root, '[data-tab=rules]')).click();
      const field = (await find(root, 'input[name=daily_limit]')) as HTMLInputElement;
      field.value = limit;
      field.dispatchEvent(new Event('change'));
      // Drawn anew first: a press on the button as it was would do nothing.
      await waitFor(() => expect(element.dirty).toBe(true));
      const bar = (await find(root, 'cb-save-bar')) as HTMLElement & { readonly updateComplete: Promise<boolean> };
      await element.updateComplete;
      await bar.updateComplete;
      bar.shadowRoot?.querySelector<HTMLElement>('[data-do=save]')?.click();
      if (element === other) await waitFor(() => expect(other.dirty).toBe(false));
    }
    other.remove();
    const rules = await find(canvasElement, 'fieldset[data-section=rules]');
    await waitFor(() => expect(rules).toBeVisible());
    await settled();
  },
};
