import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { calendarEndpoints } from '../../contract/endpoints/calendar.ts';
import { createFeedAddress, type FeedAddress } from '../../core/calendar-connect/feed-address.ts';
import type { Client } from '../../core/client/client.ts';
import { webAddress } from '../../domain/calendar/web-address.ts';
import { CbElement } from '../base/element.ts';
import { globe } from '../base/icons.ts';
import type { VisitorClient } from '../context/shared-client.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { Subscriptions } from '../controllers/subscriptions.ts';
import { calendarConnectEnglish } from '../i18n/calendar-connect.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { calendarConnectStyles } from './calendar-connect.styles.ts';
import { problemWords } from './connection-text.ts';

/** A client that has the calls for calendars. */
export type CalendarClient = VisitorClient & Client<typeof calendarEndpoints>;

const COPIED_MS = 3000;

/**
 * The address of a person's private feed, to copy, to open and to change. Part of `<cb-calendar-connect>`; empty when the backend
 * has no feeds.
 *
 * @csspart feed - The whole.
 * @csspart address - The address.
 * @csspart copy - Copies it.
 * @csspart open-feed - Opens it in a calendar app.
 * @csspart reset - Asks whether to change it.
 */
export class CbCalendarFeed extends CbElement {
  static override styles = [tokens, controls, formStyles, calendarConnectStyles];

  /** The client of the feed's owner. */
  @property({ attribute: false }) client: CalendarClient | undefined;

  @state() private asking = false;
  @state() private copied = false;
  @state() private said = '';
  private feed: FeedAddress | undefined;
  private readonly focusNext = new MoveFocus(this, () => ['#feed']);

  constructor() {
    super();
    new Subscriptions(this, () => [this.feed]);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'calendars', 'refusals'];
  }

  private get texts() {
    return this.messages('calendarConnect', calendarConnectEnglish);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('client')) return;
    this.feed = this.client && createFeedAddress(this.client);
    void this.feed?.load();
  }

  protected override render(): unknown {
    const { feed, texts } = this;
    if (!feed || feed.state.status === 'unsupported') return nothing;
    return html`<section class="feed" part="feed" aria-labelledby="feed">
      <span class="sign">${globe}</span>
      <div class="facts">
        <h4 id="feed" tabindex="-1">${texts.feedTitle}</h4>
        <p class="quiet">${texts.feedHelp}</p>
      </div>
      <div class="more">${this.renderAddress(feed)}</div>
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderAddress({ state, load }: FeedAddress): TemplateResult {
    const { texts, asking, copied } = this;
    const problem = 'problem' in state && state.problem ? problemWords(state.problem, texts, this.language) : '';
    if (state.status === 'error') {
      return html`<div class="panel bad" role="alert">
        <p>${problem}</p>
        <div class="buttons"><button type="button" class="secondary" @click=${load}>${texts.tryAgain}</button></div>
      </div>`;
    }
    if (!('url' in state)) return html`<p aria-hidden="true"><span class="bone"></span></p>`;
    const busy = state.status === 'resetting';
    return html`<div class="field">
        <label class="label" for="address">${texts.feedAddress}</label>
        <div class="address">
          <input id="address" part="address" readonly .value=${state.url} aria-describedby="secret" @focus=${selectAll} />
          <button type="button" class="secondary" part="copy" data-act="copy" @click=${this.copy}>${copied ? texts.copied : texts.copy}</button>
        </div>
        <p class="help" id="secret">${texts.feedSecret}</p>
      </div>
      <div class="buttons">
        <a class="link" href=${webAddress(state.url)?.replace(/^https?:/, 'webcal:') ?? nothing} part="open-feed">${texts.openFeed}</a>
        <button
          type="button" class="plain" part="reset" data-act="reset"
          aria-disabled=${busy || asking ? 'true' : 'false'} @click=${() => !busy && this.ask(true)}
        >${busy ? texts.resetting : texts.reset}</button>
      </div>
      ${problem ? html`<p class="bad-words" role="alert">${problem}</p>` : nothing} ${asking ? this.renderQuestion() : nothing}`;
  }

  private renderQuestion(): TemplateResult {
    const { texts } = this;
    const onKeydown = (event: KeyboardEvent) => event.key === 'Escape' && this.ask(false);
    return html`<div class="panel" role="group" aria-labelledby="ask" part="question" @keydown=${onKeydown}>
      <p class="panel-title" id="ask">${texts.resetQuestion}</p>
      <p>${texts.resetMeans}</p>
      <div class="buttons">
        <button type="button" class="primary" data-act="reset-now" @click=${this.reset}>${texts.resetNow}</button>
        <button type="button" class="secondary" data-act="keep" @click=${() => this.ask(false)}>${texts.keep}</button>
      </div>
    </div>`;
  }

  /** Asks whether to change the address, and moves the focus to the question and back. */
  private ask(asking: boolean): void {
    this.asking = asking;
    this.focusNext.on(asking ? '[data-act="keep"]' : '[data-act="reset"]');
  }

  private async reset(): Promise<void> {
    this.asking = false;
    this.focusNext.on('#feed');
    if (await this.feed?.reset()) this.said = this.texts.wasReset;
  }

  private async copy(): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#address');
    if (!field) return;
    try {
      await navigator.clipboard.writeText(field.value);
      this.copied = true;
      this.said = this.texts.copied;
      setTimeout(() => {
        this.copied = false;
        this.said = '';
      }, COPIED_MS);
    } catch {
      // A frame or an old browser cannot write to the clipboard.
      field.focus();
      this.said = this.texts.copyByHand;
    }
  }
}

/** Selects the address on focus, so that it can be copied at once. */
function selectAll(event: FocusEvent): void {
  (event.target as HTMLInputElement).select();
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-calendar-feed': CbCalendarFeed;
  }
}
