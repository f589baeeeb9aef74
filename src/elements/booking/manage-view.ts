import { html, type TemplateResult } from 'lit';
import { register } from '../base/register.ts';
import type { StepScene } from './step-scene.ts';

/** Loads and defines the element of the step; rejects when the script does not load. */
export async function prepare(): Promise<void> {
  register('cb-bookings', (await import('../bookings/bookings.ts')).CbBookings);
}

/** The view of visitors who opened a signed link, or who want to see their bookings. */
export const views = {
  /** The booking of a signed link, or all bookings of the signed-in visitor, and the way to make another one. */
  manage({ host, source, link, texts, toTimes }: StepScene): TemplateResult {
    const { api, fetch, locale, timeZone, now = Date.now } = host;
    return html`<cb-bookings
        .api=${api} .fetch=${fetch} .link=${link} .signIn=${link ? undefined : source.context?.signIn}
        .locale=${locale} .timeZone=${timeZone} .now=${now}
      ></cb-bookings>
      <p><button type="button" class="secondary" @click=${toTimes}>${texts.bookAnother}</button></p>`;
  },
};
