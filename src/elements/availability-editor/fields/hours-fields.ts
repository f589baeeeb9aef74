import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Hours } from '../../../contract/schedule.ts';
import type { Reading } from '../part/schedule-text.ts';
import type { TimeInputEvent } from './time-field.ts';

/** The options of the two time fields of an interval. */
interface HoursFields {
  readonly hours: Hours;
  /** The end of the labels: `Monday`. */
  readonly of: string;
  readonly reading: Reading;
  /** The two times are invalid together. */
  readonly wrong?: boolean;
  /** Minutes of one step of the arrow keys. */
  readonly step: number;
  readonly change: (change: Partial<Hours>) => void;
}

/** Start, end, and the option that the end is on the next day: shown when it is set, or when the end is not after the start. */
export function hoursFields({ hours, of, reading, wrong = false, step, change }: HoursFields): TemplateResult {
  const { t, locale, hour12 } = reading;
  const wraps = hours.ends_next_day || (hours.end <= hours.start && hours.end !== '00:00');
  const field = (part: 'start' | 'end', label: string) => html`<cb-time-field
    data-part=${part}
    .value=${hours[part]}
    .label=${label}
    .locale=${locale}
    .hour12=${hour12}
    .step=${step}
    ?wrong=${wrong}
    @cb-time-input=${({ time }: TimeInputEvent) => change({ [part]: time })}
  ></cb-time-field>`;
  return html`<span class="times">
      ${field('start', t.startOn(of))}<span aria-hidden="true">–</span>${field('end', t.endOn(of))}
    </span>
    ${
      wraps
        ? html`<label class="choice next-day">
            <input
              type="checkbox"
              .checked=${live(hours.ends_next_day ?? false)}
              @change=${(event: Event) => change({ ends_next_day: (event.target as HTMLInputElement).checked })}
            />${t.endsOnNextDay}
          </label>`
        : nothing
    }`;
}
