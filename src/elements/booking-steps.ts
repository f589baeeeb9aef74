import type { FlowStatus } from '../core/flow/state.ts';
import { register } from './register.ts';

/** The steps a visitor sees; each has its own element. */
export type Step = 'choose' | 'details' | 'booked';

/** The step on show in a state of the flow. */
export function stepOf(status: FlowStatus | undefined): Step {
  if (status === undefined || status === 'choosing') return 'choose';
  return status === 'booked' ? 'booked' : 'details';
}

/** Loads and defines the element of a step, and looks ahead to the one after; rejects when the script does not arrive. */
export async function loadStep(step: Step): Promise<void> {
  if (step === 'details') {
    const { CbBookingForm } = await import('./booking-form.ts');
    register('cb-booking-form', CbBookingForm);
  } else if (step === 'booked') {
    const { CbBookingConfirmation } = await import('./booking-confirmation.ts');
    register('cb-booking-confirmation', CbBookingConfirmation);
  }
}
