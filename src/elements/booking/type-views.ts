import { html, type TemplateResult } from 'lit';
import { register } from '../base/register.ts';
import type { SessionTypeLoadEvent, SessionTypeSelectEvent } from '../session-type-picker/session-type-events.ts';
import { CbSessionTypePicker } from '../session-type-picker/session-type-picker.ts';
import { CbSessionTypeSummary } from '../session-type-picker/session-type-summary.ts';
import type { StepScene } from './step-scene.ts';

/** Defines the element of the step. */
export function prepare(): void {
  register('cb-session-type-picker', CbSessionTypePicker);
}

/** Widgets whose visitor chose by a press: the focused picker is removed then. A single session type is chosen without a press. */
const chosenByPress = new WeakSet<StepScene['host']>();

/** The view of visitors who choose what to book. */
export const views = {
  types: ({ host, source, language }: StepScene): TemplateResult =>
    html`<cb-session-type-picker
      locale=${language} .client=${source.context?.client} .coach=${host.coach}
      @cb-session-type-select=${({ sessionType, target }: SessionTypeSelectEvent) => {
        if ((target as Element).matches(':focus-within')) chosenByPress.add(host);
        source.chooseType(sessionType);
      }}
    ></cb-session-type-picker>`,
};

/** The session type with its total, shown at every step. */
export function typeSummary({ host, source, language, choosing }: StepScene): TemplateResult {
  register('cb-session-type-summary', CbSessionTypeSummary);
  const { context } = source;
  return html`<cb-session-type-summary
    locale=${language} .client=${context?.client} .coach=${context?.coachId} .sessionType=${source.sessionType}
    .known=${source.chosenType} .takesFocus=${chosenByPress.has(host)} ?changeable=${source.chosenType !== undefined && choosing}
    @cb-session-type-change=${() => {
      chosenByPress.delete(host);
      source.chooseType(undefined);
    }}
    @cb-session-type-load=${({ sessionType }: SessionTypeLoadEvent) => {
      source.namedType = sessionType;
      host.requestUpdate();
    }}
  ></cb-session-type-summary>`;
}
