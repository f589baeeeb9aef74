import type { TemplateResult } from 'lit';
import type { FlowStatus } from '../../core/flow/state.ts';
import { loadChunk } from '../chunks/load-chunk.ts';
import type { BookingSource } from './booking-source.ts';
import type { StepScene } from './step-scene.ts';

/**
 * The steps a visitor sees; each has its own element. `manage`: a signed link opened an existing booking, or a signed-in visitor wants
 * to move or cancel; `types`: a session type is chosen first; `pay`: the slot is held until it is paid.
 */
export type Step = 'choose' | 'types' | 'details' | 'booked' | 'pay' | 'manage';

/** The views of the steps whose elements are loaded; `choose` needs no loading. */
export const stepViews: { [S in Exclude<Step, 'choose'>]?: (scene: StepScene) => TemplateResult } = {};

/** The steps that few visitors see: each module has the view, and `prepare`, which loads what the view needs. */
const otherSteps = {
  types: () => import('./type-views.ts'),
  pay: () => import('./pay-view.ts'),
  manage: () => import('./manage-view.ts'),
};

/** The step on show in a state of the flow. */
export function stepOf(status: FlowStatus | undefined): Step {
  if (status === undefined || status === 'choosing') return 'choose';
  return status === 'booked' ? 'booked' : 'details';
}

/** Loads the view of a step and its element; rejects when a script does not arrive. */
export async function loadStep(step: Step, source: BookingSource): Promise<void> {
  if (step === 'choose') return;
  if (step === 'details' || step === 'booked') {
    const [{ visitorViews, loadFields }] = await Promise.all([
      import('./visitor-views.ts'),
      loadChunk('booking-steps'),
    ]);
    await loadFields(source);
    Object.assign(stepViews, visitorViews);
  } else {
    const { prepare, views } = await otherSteps[step]();
    await prepare();
    Object.assign(stepViews, views);
  }
}

/** Loads the form when the visitor is about to need it. */
export function preloadDetails(source: BookingSource): void {
  loadStep('details', source).catch(() => undefined);
}
