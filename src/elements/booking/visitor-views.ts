import { html, type TemplateResult } from 'lit';
import type { Booking } from '../../contract/booking.ts';
import { asksMore, loadAskedFields } from '../booking-form/load-asked-fields.ts';
import type { EmailCorrectedEvent } from '../mail-note/mail-note.ts';
import type { BookingSource } from './booking-source.ts';
import type { StepScene } from './step-scene.ts';

/** The steps of every visitor after the times, in the chunk of their elements. */
export const visitorViews = {
  details: ({ source }: StepScene): TemplateResult =>
    html`<cb-booking-form ?no-total=${source.sessionType !== ''} .sessionType=${source.chosenType ?? source.namedType}></cb-booking-form>`,
  booked({ host, source, manage }: StepScene): TemplateResult {
    const flow = source.context?.flow.state;
    const booked = flow?.status === 'booked' ? flow : undefined;
    return html`<cb-booking-confirmation
      .booking=${booked?.booking} .chosen=${booked?.slot.start ?? ''} @cb-manage=${manage}
      @cb-email-corrected=${({ booking }: EmailCorrectedEvent) => keepAgain(host, booking)}
    ><slot name="booked"></slot></cb-booking-confirmation>`;
  },
};

/** The booking has another link since its address was corrected. */
function keepAgain(host: StepScene['host'], booked: Booking): void {
  const kept = host.renderRoot.querySelector('cb-kept-booking');
  if (kept) kept.booked = booked;
}

/** Loads the fields that only some coaches ask for, so that the form is whole when it opens. */
export async function loadFields({ context, chosenType, namedType }: BookingSource): Promise<void> {
  const profile = context?.coach.state;
  const coach = profile?.status === 'ready' ? profile.coach : undefined;
  if (asksMore(coach, (chosenType ?? namedType ?? coach)?.questions ?? [])) await loadAskedFields();
}
