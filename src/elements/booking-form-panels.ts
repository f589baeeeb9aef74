import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../contract/index.ts';
import type { BookingError } from '../core/errors.ts';
import type { Taken } from '../core/flow/state.ts';
import { backIcon } from './booking-icons.ts';
import { adviseOn } from './booking-problem.ts';
import type { FormMessages } from './i18n/form.ts';
import { describeWhen, type Reading } from './when.ts';

/** The way back, and what it is called. */
export interface WayBack {
  readonly label: string;
  readonly go: () => void;
  readonly disabled: boolean;
}

/** The chosen time restated in full, with the way back where there is one. `gone`: somebody else has it. */
export function choiceBar(slot: Slot, reading: Reading, back: WayBack | undefined, gone: boolean): TemplateResult {
  const when = describeWhen(slot.start, slot.end, reading);
  return html`<div class="choice ${gone ? 'gone' : ''}" part="choice">
    ${
      back
        ? html`<button
            type="button" class="icon" part="back" aria-label=${back.label} title=${back.label}
            aria-disabled=${back.disabled ? 'true' : 'false'} @click=${back.disabled ? () => {} : back.go}
          >
            ${backIcon}
          </button>`
        : nothing
    }
    <p id="choice"><strong>${when.day}</strong> <span>${when.times}, ${when.city} (${when.offset})</span></p>
  </div>`;
}

/** Somebody else was faster: says so, and offers the nearest times. */
export function takenPanel(
  taken: Taken,
  reading: Reading,
  texts: FormMessages,
  choose: (slot: Slot) => void,
  seeAll: (() => void) | undefined,
): TemplateResult {
  const gone = describeWhen(taken.slot.start, taken.slot.end, reading);
  const none = !taken.searching && taken.nearest.length === 0;
  return html`<div class="panel bad taken-panel" part="taken" tabindex="-1" role="group" aria-labelledby="taken-title" aria-describedby="taken-text">
    <p class="panel-title" id="taken-title">${texts.takenTitle}</p>
    <p id="taken-text">${texts.takenText(gone.shortDay, gone.time)}</p>
    <p class="help" role="status">
      ${taken.searching ? texts.takenSearching : none ? texts.takenNone : texts.takenNearest}
    </p>
    <div class="nearest">
      ${taken.nearest.map((slot) => {
        const when = describeWhen(slot.start, slot.end, reading);
        return html`<button type="button" class="secondary" part="nearest" @click=${() => choose(slot)}>
          ${when.time} <small>${when.shortDay}</small>
        </button>`;
      })}
      ${
        taken.searching
          ? [1, 2, 3].map(
              () =>
                html`<button type="button" class="secondary" aria-hidden="true" disabled>&nbsp;<small>&nbsp;</small></button>`,
            )
          : nothing
      }
    </div>
    ${seeAll ? html`<div><button type="button" class="link" @click=${seeAll}>${texts.allTimes}</button></div>` : nothing}
  </div>`;
}

/** What a problem panel offers. */
export interface ProblemActions {
  readonly retry: () => void;
  readonly back: (() => void) | undefined;
  readonly otherAccount: (() => void) | undefined;
  /** Seconds until the server lets us try again. */
  readonly wait: number;
}

/** The booking failed: what happened, and the way on. */
export function problemPanel(problem: BookingError, texts: FormMessages, actions: ProblemActions): TemplateResult {
  const { text, way } = adviseOn(problem, texts);
  const [label, act] =
    way === 'choose'
      ? [texts.changeTime, actions.back]
      : way === 'account'
        ? [texts.useAnother, actions.otherAccount]
        : [actions.wait ? texts.tryAgainIn(actions.wait) : texts.tryAgain, actions.wait ? () => {} : actions.retry];
  return html`<div class="panel bad" part="problem" tabindex="-1" role="group" aria-labelledby="problem-title" aria-describedby="problem-text">
    <p class="panel-title" id="problem-title">${texts.problemTitle}</p>
    <p id="problem-text">${text}</p>
    ${
      act
        ? html`<div>
            <button type="button" class="secondary" part="retry" aria-disabled=${actions.wait && way === 'retry' ? 'true' : 'false'} @click=${act}>
              ${label}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}
