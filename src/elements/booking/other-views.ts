import { html, type TemplateResult } from 'lit';
import type { Booking } from '../../contract/booking.ts';
import type { Draft } from '../../core/flow/state.ts';
import { register } from '../base/register.ts';
import { journeyChunks } from '../chunks/lazy-elements.ts';
import { loadElements } from '../chunks/load-elements.ts';
import { sellingElements } from '../chunks/selling-elements.ts';
import type { ChooseAgainEvent } from '../payment/payment-events.ts';
import type { SessionTypeLoadEvent, SessionTypeSelectEvent } from '../session-type-picker/session-type-events.ts';
import type { StepScene } from './step-scene.ts';

/** Steps of visitors who opened a signed link, choose what to book, or pay. */
export type OtherStep = keyof typeof otherViews;

/** Loads and defines the element of such a step; rejects when the script does not load. */
export async function loadOtherStep(step: OtherStep): Promise<void> {
  if (step === 'manage') return register('cb-bookings', (await import('../bookings/bookings.ts')).CbBookings);
  const tag = step === 'pay' ? 'cb-payment' : 'cb-session-type-picker';
  // Paying ends with the confirmation, which is in the chunk of the other steps.
  await loadElements({ [tag]: sellingElements[tag], ...(step === 'pay' && journeyChunks['booking-steps']) });
}

/** The views of these steps. */
export const otherViews = {
  /** The booking of a signed link, or all bookings of the signed-in visitor, and the way to make another one. */
  manage({ host, source, link, texts, toTimes }: StepScene): TemplateResult {
    const { api, fetch, locale, timeZone, now = Date.now } = host;
    return html`<cb-bookings
        .api=${api} .fetch=${fetch} .link=${link} .signIn=${link ? undefined : source.context?.signIn}
        .locale=${locale} .timeZone=${timeZone} .now=${now}
      ></cb-bookings>
      <p><button type="button" class="secondary" @click=${toTimes}>${texts.bookAnother}</button></p>`;
  },
  types: ({ host, source, language }: StepScene): TemplateResult =>
    html`<cb-session-type-picker
      locale=${language} .client=${source.context?.client} .coach=${host.coach}
      @cb-session-type-select=${({ sessionType }: SessionTypeSelectEvent) => source.chooseType(sessionType)}
    ></cb-session-type-picker>`,
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

/** What the visitor had typed for this booking. */
function draftFrom({ client_name, client_email, notes, answers, attendee_emails }: Booking): Partial<Draft> {
  return {
    ...(client_name && { name: client_name }),
    ...(client_email && { email: client_email }),
    ...(notes && { notes }),
    ...(answers && { answers }),
    ...(attendee_emails?.length && { attendees: attendee_emails.join(', ') }),
  };
}

/** The session type with its total, shown at every step. */
export function typeSummary({ host, source, language, choosing }: StepScene): TemplateResult {
  loadElements({ 'cb-session-type-summary': sellingElements['cb-session-type-summary'] }).catch(() => undefined);
  const { context } = source;
  return html`<cb-session-type-summary
    locale=${language} .client=${context?.client} .coach=${context?.coachId} .sessionType=${source.sessionType}
    .known=${source.chosenType} ?changeable=${source.chosenType !== undefined && choosing}
    @cb-session-type-change=${() => source.chooseType(undefined)}
    @cb-session-type-load=${({ sessionType }: SessionTypeLoadEvent) => {
      source.namedType = sessionType;
      host.requestUpdate();
    }}
  ></cb-session-type-summary>`;
}
