import { html, nothing, type TemplateResult } from 'lit';
import type { FeedState } from '../core/calendar-connect/feed-address.ts';
import { globe } from './icons.ts';
import type { CalendarConnectMessages } from './i18n/calendar-connect.ts';

/** What the part on the private feed shows. */
export interface FeedView {
  readonly state: FeedState;
  /** The person is being asked whether to change the address. */
  readonly asking: boolean;
  readonly copied: boolean;
  /** Why the last act failed, in words. */
  readonly failure: string;
}

/** What can be done with the feed. */
export interface FeedActions {
  readonly copy: () => void;
  readonly ask: (asking: boolean) => void;
  readonly reset: () => void;
  readonly load: () => void;
}

/** The address of the private feed, to copy, to open, and to change. */
export function feedPanel(view: FeedView, actions: FeedActions, t: CalendarConnectMessages): unknown {
  const { state } = view;
  if (state.status === 'unsupported') return nothing;
  return html`<section class="feed" part="feed" aria-labelledby="feed">
    <span class="sign">${globe}</span>
    <div class="facts">
      <h4 id="feed" tabindex="-1">${t.feedTitle}</h4>
      <p class="quiet">${t.feedHelp}</p>
    </div>
    <div class="more">${body(view, actions, t)}</div>
  </section>`;
}

function body({ state, asking, copied, failure }: FeedView, actions: FeedActions, t: CalendarConnectMessages): unknown {
  if (state.status === 'error') {
    return html`<div class="panel bad" role="alert">
      <p>${failure || t.feedFailed}</p>
      <div class="buttons"><button type="button" class="secondary" @click=${actions.load}>${t.tryAgain}</button></div>
    </div>`;
  }
  if (state.status === 'loading' || state.status === 'unsupported') {
    return html`<p aria-hidden="true"><span class="bone"></span></p>`;
  }
  const busy = state.status === 'resetting';
  return html`<div class="field">
      <label class="label" for="address">${t.feedAddress}</label>
      <div class="address">
        <input id="address" part="address" readonly .value=${state.url} aria-describedby="secret" @focus=${selectAll} />
        <button type="button" class="secondary" part="copy" data-act="copy" @click=${actions.copy}>${copied ? t.copied : t.copy}</button>
      </div>
      <p class="help" id="secret">${t.feedSecret}</p>
    </div>
    <div class="buttons">
      <a class="link" href=${state.url.replace(/^https?:/, 'webcal:')} part="open-feed">${t.openFeed}</a>
      <button type="button" class="plain" part="reset" data-act="reset" aria-disabled=${busy || asking ? 'true' : 'false'} @click=${() => !busy && actions.ask(true)}>
        ${busy ? t.resetting : t.reset}
      </button>
    </div>
    ${failure ? html`<p class="bad-words" role="alert">${failure}</p>` : nothing} ${asking ? question(actions, t) : nothing}`;
}

function question(actions: FeedActions, t: CalendarConnectMessages): TemplateResult {
  return html`<div class="panel" role="group" aria-labelledby="ask-feed" part="question">
    <p class="panel-title" id="ask-feed">${t.resetQuestion}</p>
    <p>${t.resetMeans}</p>
    <div class="buttons">
      <button type="button" class="primary" data-act="reset-now" @click=${actions.reset}>${t.resetNow}</button>
      <button type="button" class="secondary" data-act="keep-feed" @click=${() => actions.ask(false)}>${t.keep}</button>
    </div>
  </div>`;
}

/** Whoever comes to the address by keyboard can copy it at once. */
function selectAll(event: FocusEvent): void {
  (event.target as HTMLInputElement).select();
}
