import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../../contract/index.ts';
import type { BookingError } from '../../core/errors.ts';
import type { Taken } from '../../core/flow/state.ts';
import { comma } from '../../domain/language/listed.ts';
import { backIcon } from '../base/booking-icons.ts';
import { badPanel } from '../forms/error-summary.ts';
import type { FormTexts } from '../i18n/form.ts';
import { refusalText } from '../words/refusal-text.ts';
import { type Reading, timeInWords } from '../words/session-time.ts';

/** The way back, and its label. */
export interface WayBack {
  readonly label: string;
  readonly go: () => void;
  readonly disabled: boolean;
}

/** The chosen time in full, with the way back where there is one. `gone`: somebody else has booked it. */
export function choiceBar(slot: Slot, reading: Reading, back: WayBack | undefined, gone: boolean): TemplateResult {
  const words = timeInWords(slot.start, slot.end, reading);
  return html`<div class="choice" part="choice">
    ${
      back
        ? html`<button
            type="button" class="icon" part="back" aria-label=${back.label}
            aria-disabled=${back.disabled} @click=${back.disabled ? null : back.go}
          >
            ${backIcon}
          </button>`
        : nothing
    }
    <p id="choice"><strong>${words.day}</strong> <span>${gone ? html`<s>${words.times}</s>` : words.times}${comma(reading.locale)}${words.city} (${words.offset})</span></p>
  </div>`;
}

/** Tells that the time was taken, and offers the nearest times. */
export function takenPanel(
  taken: Taken,
  reading: Reading,
  texts: FormTexts,
  choose: (slot: Slot) => void,
  seeAll: (() => void) | undefined,
): TemplateResult {
  const gone = timeInWords(taken.slot.start, taken.slot.end, reading);
  const none = !taken.searching && taken.nearest.length === 0;
  return badPanel(
    'taken',
    texts.takenTitle,
    texts.takenText(gone.shortDay, gone.time),
    html`<p class="help" role="status">
        ${taken.searching ? texts.takenSearching : none ? texts.takenNone : texts.takenNearest}
      </p>
      <div class="nearest">
        ${taken.nearest.map((slot) => {
          const words = timeInWords(slot.start, slot.end, reading);
          return html`<button type="button" class="secondary" part="nearest" @click=${() => choose(slot)}>
            ${words.time} <small>${words.shortDay}</small>
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
      ${seeAll ? html`<div><button type="button" class="link" @click=${seeAll}>${texts.allTimes}</button></div>` : nothing}`,
  );
}

/** Tells that the script of a part of the form did not load. */
export function partsFailed(texts: FormTexts, retry: () => void): TemplateResult {
  return html`<div class="panel bad" part="problem" role="alert" tabindex="-1"><p>${texts.lacking}</p>
    <div><button type="button" class="secondary" @click=${retry}>${texts.tryAgain}</button></div></div>`;
}

/** Tells why the booking failed, and offers a way on; to try again there is the main button. */
export function problemPanel(
  { title, text, way }: ProblemAdvice,
  texts: FormTexts,
  back: (() => void) | undefined,
  leaveAccount: (() => void) | undefined,
): TemplateResult {
  const act = way === 'choose' ? back : way === 'account' ? leaveAccount : undefined;
  const label = way === 'choose' ? texts.changeTime : texts.useAnother;
  const button = html`<div><button type="button" class="secondary" @click=${act}>${label}</button></div>`;
  return badPanel('problem', title, text, act ? button : nothing);
}

/** The message about a failed booking, and what the visitor can do. */
interface ProblemAdvice {
  readonly title: string;
  readonly text: string;
  /** `retry`: try again; `choose`: another time is needed; `account`: another account is needed. */
  readonly way: 'retry' | 'choose' | 'account';
}

/** The message for a failed booking: what happened and what to do now. */
export function adviseOn(problem: BookingError, texts: FormTexts, locale: string, hasAccount = false): ProblemAdvice {
  const { kind, code, request } = problem;
  // The backend may ignore the key: the visitor should check before booking again.
  if (problem.mayHaveBeenDone && kind !== 'offline' && /\/booking$/.test(request)) {
    const look = hasAccount ? texts.lookAtSessions : texts.askCoach;
    return { title: texts.maybeBooked, text: `${texts.problems[kind] ?? ''} ${look}`, way: 'retry' };
  }
  const title = kind === 'offline' ? texts.notSent : texts.problemTitle;
  const advice = (way: ProblemAdvice['way'], text: string): ProblemAdvice => ({ title, text, way });
  if (kind === 'forbidden' || kind === 'unauthenticated' || code === 'invalid_client')
    return advice('account', texts.forbidden);
  if (kind === 'not-found') return advice('choose', texts.notFound);
  if (code === 'in_the_past') return advice('choose', texts.past);
  if (code === 'coach_inactive' || code === 'invalid_coach') return advice('choose', texts.closed);
  return advice('retry', texts.problems[kind] ?? texts.refused(refusalText(problem, locale)));
}
