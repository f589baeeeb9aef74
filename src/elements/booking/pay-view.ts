import { html, type TemplateResult } from 'lit';
import type { Booking } from '../../contract/booking.ts';
import type { Draft } from '../../core/flow/state.ts';
import { register } from '../base/register.ts';
import { loadChunk } from '../chunks/load-chunk.ts';
import { CbPayment } from '../payment/payment.ts';
import type { ChooseAgainEvent } from '../payment/payment-events.ts';
import type { StepScene } from './step-scene.ts';

/** Defines the element of the step and loads the confirmation, which it ends with; rejects when a script does not load. */
export async function prepare(): Promise<void> {
  register('cb-payment', CbPayment);
  await loadChunk('booking-steps');
}

/** The view of visitors who pay. */
export const views = {
  pay({ host, source, held, link, returned, toTimes }: StepScene): TemplateResult {
    const again = ({ booking }: ChooseAgainEvent) => {
      toTimes();
      // The page was loaded again: the form is filled in as before.
      if (returned && booking) source.context?.flow.send({ type: 'edit', draft: draftFrom(booking) });
    };
    return html`<cb-payment
      .booking=${returned ? undefined : held} .link=${link} .how=${returned} .now=${host.now ?? Date.now}
      @cb-choose-again=${again}
    ><slot name="booked"></slot></cb-payment>`;
  },
};

/** The values of the form from which this booking was made. */
function draftFrom({ client_name, client_email, notes, answers, attendee_emails }: Booking): Partial<Draft> {
  return {
    ...(client_name && { name: client_name }),
    ...(client_email && { email: client_email }),
    ...(notes && { notes }),
    ...(answers && { answers }),
    ...(attendee_emails?.length && { attendees: attendee_emails.join(', ') }),
  };
}
