import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readInstant } from '../../contract/values.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { isBookingError } from '../../core/errors.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { webAddress } from '../../domain/calendar/web-address.ts';
import { dayAndTime } from '../../domain/language/listed.ts';
import { formatDay, formatTime } from '../../domain/time/format.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { checkIcon } from '../base/booking-icons.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { localTimeZone } from '../context/preferences.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { SignedIn } from '../controllers/signed-in.ts';
import { type FirstStep, firstStepsEnglish } from '../i18n/desk/first-steps.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { CbSignIn } from '../sign-in/sign-in.ts';
import { signInPanel } from '../sign-in/sign-in-panel.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { firstStepsStyles } from './first-steps.styles.ts';
import { neededSteps, readSteps, type StepsState } from './read-steps.ts';

const STEPS = ['profile', 'hours', 'sells', 'calendar', 'snippet'] as const satisfies readonly FirstStep[];

/**
 * A coach's way from a new account to a page that takes bookings: profile, hours, what is offered, a calendar, and the lines to paste,
 * each with whether it is done. Looks again whenever it comes into view.
 *
 * @csspart step - One step; also `done`.
 * @csspart snippet - The lines to paste.
 * @csspart copy - Copies them.
 */
export class CbFirstSteps extends SignInElement {
  static override styles = [tokens, controls, developerStyles, firstStepsStyles];
  static readonly uses = { 'cb-sign-in': CbSignIn };

  /** Address of the API. */
  @property() api = '';
  /** The address of the script in the lines to paste; that of this page's own script when left out. */
  @property({ attribute: 'script-src' }) scriptSrc = '';
  /** Where the profile is edited. */
  @property({ attribute: 'profile-href' }) profileHref = '#profile';
  /** Where hours are set. */
  @property({ attribute: 'hours-href' }) hoursHref = '#hours';
  /** The page on which a coach chooses what to offer. When left out, the page with the hours, which has the session lengths too. */
  @property({ attribute: 'sells-href' }) sellsHref = '';
  /** Where calendars are connected. */
  @property({ attribute: 'calendar-href' }) calendarHref = '#calendars';
  /** `session` keeps the coach signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private steps: StepsState | undefined;
  @state() private failed = false;
  @state() private copied = false;
  @state() private said = '';
  private readonly focusNext = new MoveFocus(this, () => ['[data-heading]']);
  private readonly sight = new IntersectionObserver((entries) => {
    if (this.steps && entries.some(({ isIntersecting }) => isIntersecting)) void this.refresh();
  });
  private readonly own = new SignedIn(this, {}, () => {
    this.steps = undefined;
    void this.refresh();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight.disconnect();
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus(options);
  }

  /** Looks again at what is done. */
  async refresh(): Promise<void> {
    const { client, user } = this.own;
    if (!client || user?.role !== 'coach') return;
    try {
      const steps = await readSteps(client, user.id, this.now());
      if (this.own.user?.id !== user.id) return;
      this.steps = steps;
      this.failed = false;
    } catch (error) {
      if (!isBookingError(error)) throw error;
      this.failed = true;
    }
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'desk', 'refusals'];
  }

  private get texts() {
    return this.messages('firstSteps', firstStepsEnglish);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.own.follow(changed);
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    if (!this.api) return developerMessage(texts.missing('api'));
    return html`<section class="root" aria-labelledby="title">
      <h2 id="title" tabindex="-1" data-heading>${texts.title}</h2>
      ${this.renderBody()}
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  private renderBody(): TemplateResult {
    const { texts, steps, failed } = this;
    const { account, client, user } = this.own;
    if (account?.status !== 'signed-in')
      return signInPanel(client?.signIn, { needed: texts.signIn, ended: texts.signInAgain }, this.language);
    if (user && user.role !== 'coach') return html`<p>${texts.notCoach}</p>`;
    if (failed && !steps) {
      return html`<div role="alert"><p>${texts.failed}</p><button type="button" class="secondary" @click=${() => this.refresh()}>${texts.tryAgain}</button></div>`;
    }
    if (!steps) return html`<p class="quiet">${texts.loading}</p>`;
    return html`<p class="sum" part="sum">${this.sum(steps)}</p>
      <ol>${STEPS.map((step, index) => this.renderStep(step, index, steps))}</ol>`;
  }

  private sum({ done, next }: StepsState): string {
    const { texts } = this;
    const left = neededSteps.filter((step) => !done.has(step)).length;
    if (left > 0) return texts.left(left);
    if (!next) return texts.noTimes;
    const [timeZone, at] = [localTimeZone(), readInstant(next) ?? 0];
    const day = formatDay(localDateAt(timeZone, at), {
      locale: this.language,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    return texts.ready(dayAndTime(day, formatTime(at, { locale: this.language, timeZone }), this.language));
  }

  private renderStep(step: FirstStep, index: number, { done }: StepsState): TemplateResult {
    const { texts } = this;
    const isDone = done.has(step);
    const state = isDone
      ? texts.done
      : step === 'calendar' || step === 'sells'
        ? texts.optional
        : step === 'snippet'
          ? ''
          : texts.toDo;
    return html`<li class="${step} ${isDone ? 'done' : ''}" part=${isDone ? 'step done' : 'step'} data-step=${step}>
      <span class="sign" aria-hidden="true">${isDone ? checkIcon : (index + 1).toLocaleString(this.language)}</span>
      <div>
        <h3>${texts.steps[step]} ${state ? html`<span class="state">${state}</span>` : nothing}</h3>
        <p class="quiet">${texts.help[step]}</p>
      </div>
      <div class="more">${step === 'snippet' ? this.renderSnippet() : html`<a href=${this.hrefOf(step) ?? nothing}>${texts.go[step]}</a>`}</div>
    </li>`;
  }

  /** The address that a step links to; undefined for one that is not on the web, such as `javascript:`. */
  private hrefOf(step: Exclude<FirstStep, 'snippet'>): string | undefined {
    const hrefs = {
      profile: this.profileHref,
      hours: this.hoursHref,
      sells: this.sellsHref,
      calendar: this.calendarHref,
    };
    const href = hrefs[step] || this.hoursHref;
    return URL.canParse(href, document.baseURI) ? webAddress(new URL(href, document.baseURI).href) && href : undefined;
  }

  /** The lines that book this coach from any page. */
  get snippet(): string {
    const own = document.querySelector<HTMLScriptElement>('script[src$="cb-booking.js"]')?.src;
    const script = this.scriptSrc || own || 'https://cdn.example/@culturebridge/booking/dist/cdn/cb-booking.js';
    const api = new URL(this.api, document.baseURI).href.replace(/\/$/, '');
    const id = this.steps?.coach.user_id ?? '';
    return [
      `<script type="module" src="${attribute(script)}"></script>`,
      `<cb-booking api="${attribute(api)}" coach="${attribute(id)}"></cb-booking>`,
    ].join('\n');
  }

  private renderSnippet(): TemplateResult {
    const { texts, snippet, copied } = this;
    return html`<textarea
        readonly rows="3" part="snippet" spellcheck="false" aria-label=${texts.steps.snippet} .value=${snippet}
        @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
      ></textarea>
      <button type="button" class="secondary" part="copy" data-act="copy" @click=${this.copy}>${copied ? texts.copied : texts.copy}</button>`;
  }

  private async copy(): Promise<void> {
    const { texts } = this;
    try {
      await navigator.clipboard.writeText(this.snippet);
      this.copied = true;
      this.said = texts.copied;
    } catch {
      // A frame or an old browser without access to the clipboard.
      this.said = texts.copyByHand;
      this.focusNext.on('textarea');
    }
  }
}

/** A text escaped for an HTML attribute in double quotes. */
const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

declare global {
  interface HTMLElementTagNameMap {
    'cb-first-steps': CbFirstSteps;
  }
}
