import type { FlowStatus } from '../../core/flow/state.ts';
import { register } from '../base/register.ts';
import { journeyChunks, sellingElements } from '../chunks/lazy-elements.ts';
import { loadElements } from '../chunks/load-elements.ts';

/**
 * The steps a visitor sees; each has its own element. `manage`: a signed link opened a booking that is there already;
 * `types`: what to book is chosen first; `pay`: booked, and held until it is paid.
 */
export type Step = 'choose' | 'types' | 'details' | 'booked' | 'pay' | 'manage';

/** The element of a step; the picker is there from the start. */
export const stepTags = {
  details: 'cb-booking-form',
  booked: 'cb-booking-confirmation',
  manage: 'cb-bookings',
  types: 'cb-session-type-picker',
  pay: 'cb-payment',
} as const;

/** The step on show in a state of the flow. */
export function stepOf(status: FlowStatus | undefined): Step {
  if (status === undefined || status === 'choosing') return 'choose';
  return status === 'booked' ? 'booked' : 'details';
}

/** Loads and defines the element of a step; rejects when the script does not arrive. */
export async function loadStep(step: Step): Promise<void> {
  if (step === 'manage') register(stepTags.manage, (await import('../bookings/bookings.ts')).CbBookings);
  else if (step === 'pay' || step === 'types') {
    const tag = stepTags[step];
    // Paying ends with the confirmation, which travels with the other steps.
    await loadElements({ [tag]: sellingElements[tag], ...(step === 'pay' && journeyChunks['booking-steps']) });
  } else if (step !== 'choose') await loadElements(journeyChunks['booking-steps']);
}

/** Fetches the form ahead when the visitor is about to need it. */
export function preloadDetails(): void {
  loadStep('details').catch(() => undefined);
}
