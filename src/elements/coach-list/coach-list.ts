import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Coach } from '../../contract/coach.ts';
import { coachesEndpoints } from '../../contract/endpoints/coaches.ts';
import type { ClientOptions } from '../../core/client/client.ts';
import { type BookingError, isBookingError } from '../../core/errors.ts';
import type { SignInSettings } from '../../core/sign-in/sign-in.ts';
import { listed } from '../../domain/language/listed.ts';
import { backIcon } from '../base/booking-icons.ts';
import { developerMessage, developerStyles } from '../base/developer-message.ts';
import { isAnother } from '../base/is-another.ts';
import { register } from '../base/register.ts';
import { CbCoachCard } from '../coach-card/coach-card.ts';
import { sharedClient } from '../context/shared-client.ts';
import { SignInElement } from '../context/sign-in-element.ts';
import { MoveFocus } from '../controllers/move-focus.ts';
import { coachesEnglish } from '../i18n/coaches.ts';
import type { TextPart } from '../i18n/loading/text-parts.ts';
import { choiceStyles } from '../styles/choices.ts';
import { controls } from '../styles/controls.ts';
import { formStyles } from '../styles/form.ts';
import { tokens } from '../styles/tokens.ts';
import { refusalText } from '../words/refusal-text.ts';
import { coachListStyles } from './coach-list.styles.ts';
import {
  type CoachSearch,
  coachSearch,
  everything,
  noChoices,
  type SearchChoices,
  withChoices,
} from './coach-search.ts';
import { CoachSelectEvent } from './coach-select-event.ts';

const PAGE = 24;

/**
 * A list of coaches: search by words, language, topic and price; choosing one opens the booking.
 *
 * @fires cb-coach-select - A coach was chosen; `preventDefault()` keeps the list when the page handles it itself.
 * @csspart coach - One coach.
 * @csspart search - The search form.
 * @csspart choose - The button that chooses a coach.
 * @csspart more - Loads more coaches.
 * @csspart back - The way back to the list.
 */
export class CbCoachList extends SignInElement {
  static override styles = [tokens, controls, formStyles, choiceStyles, developerStyles, coachListStyles];
  static readonly uses = { 'cb-coach-card': CbCoachCard };

  /** Address of the API. */
  @property() api = '';
  /** Length of a session in minutes; the coach's first offer when left out. */
  @property({ type: Number }) duration = 0;
  /** `light`, `dark`, or `auto` for the visitor's setting; the page's own `color-scheme` when left out. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** `session` keeps the visitor signed in over a reload of this tab; in memory when left out. */
  @property() storage: SignInSettings['storage'];
  /** The page's own users: gives a bearer token. */
  @property({ attribute: false }) getToken: SignInSettings['getToken'];
  /** Used instead of the global `fetch`. */
  @property({ attribute: false }) fetch: ClientOptions['fetch'];

  @state() private search: CoachSearch = everything;
  @state() private coaches: readonly Coach[] | undefined;
  @state() private total = 0;
  @state() private problem: BookingError | undefined;
  @state() private chosen: Coach | undefined;
  /** Every coach that was opened: what was typed there is kept. */
  @state() private visited: readonly Coach[] = [];
  @state() private busy = false;
  @state() private settled = false;
  /** Collected from all coaches loaded so far, so that a search does not reduce the choices. */
  @state() private choices: SearchChoices = noChoices;

  private asking = new AbortController();
  /** The number of coaches skipped by the last request. */
  private skip = 0;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private readonly focusNext = new MoveFocus(this, () => ['[data-title]']);

  override connectedCallback(): void {
    super.connectedCallback();
    // The element was moved while loading, which aborted the request.
    if (this.busy) void this.ask(this.skip);
    // Frameworks set attributes just after they insert an element, so check for missing ones later.
    setTimeout(() => {
      this.settled = true;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking.abort();
    clearTimeout(this.typing);
  }

  protected override get textParts(): readonly TextPart[] {
    return ['journey', 'visits', 'refusals'];
  }

  private get texts() {
    return this.messages('coaches', coachesEnglish);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const keys = ['api', 'signIn', 'storage', 'getToken', 'fetch'] as const;
    if (this.api && isAnother(changed, this, keys)) void this.ask(0);
  }

  private async ask(skip: number): Promise<void> {
    this.skip = skip;
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const { api, signIn, storage } = this;
    const getToken = this.steady('getToken', this.getToken);
    const fetch = this.steady('fetch', this.fetch);
    const client = sharedClient({ api, signIn, storage, getToken, fetch }).with(coachesEndpoints);
    this.busy = true;
    const wanted = Object.fromEntries(Object.entries(this.search).filter(([, value]) => value !== ''));
    try {
      const query = { ...wanted, skip: String(skip), limit: String(PAGE) };
      const { coaches, total } = await client.listCoaches({ query }, { signal });
      this.problem = undefined;
      this.coaches = skip === 0 ? coaches : [...(this.coaches ?? []), ...coaches];
      this.total = total ?? this.coaches.length;
      this.choices = withChoices(this.choices, coaches);
      const first = skip > 0 ? coaches[0] : undefined;
      if (first) this.focusNext.on(`[data-coach="${CSS.escape(first.user_id)}"]`);
    } catch (error) {
      if (signal.aborted) return;
      if (!isBookingError(error)) throw error;
      this.problem = error;
    } finally {
      if (!signal.aborted) this.busy = false;
    }
  }

  private narrow(change: Partial<CoachSearch>, wait = 0): void {
    this.search = { ...this.search, ...change };
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.ask(0), wait);
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    if (!this.api && this.settled) return developerMessage(texts.missing('api'));
    return html`<section class="root" aria-labelledby="title">
      ${this.chosen ? this.renderBack(this.chosen) : this.renderList()}
      ${repeat(
        this.visited,
        ({ user_id }) => user_id,
        (coach) => this.renderBooking(coach),
      )}
    </section>`;
  }

  private renderBack(coach: Coach): TemplateResult {
    const { texts } = this;
    return html`
      <button type="button" class="plain back" part="back" @click=${this.back}>${backIcon}${texts.back}</button>
      <h2 id="title" class="visually-hidden" tabindex="-1" data-title>${texts.bookWith(coach.name ?? '')}</h2>
    `;
  }

  private renderBooking(coach: Coach): TemplateResult {
    return html`
      <cb-booking
        ?hidden=${coach !== this.chosen} api=${this.api} coach=${coach.user_id} duration=${this.duration} locale=${this.locale || nothing}
        .storage=${this.storage} .signIn=${this.signIn} .getToken=${this.getToken} .fetch=${this.fetch}
      ></cb-booking>
    `;
  }

  private renderList(): TemplateResult {
    const { texts, coaches, problem } = this;
    return html`
      <h2 id="title" tabindex="-1" data-title>${texts.title}</h2>
      ${coachSearch(this.search, this.choices, this.language, (change, wait) => this.narrow(change, wait), texts)}
      ${problem ? this.renderProblem(problem) : nothing}
      ${
        coaches
          ? html`<p class="count" role="status">${problem ? '' : coaches.length ? texts.found(this.total) : texts.none}</p>
              ${coaches.length === 0 && !problem ? html`<div class="none"><button type="button" class="secondary" @click=${this.clear}>${texts.clear}</button></div>` : nothing}
              <ul aria-busy=${this.busy ? 'true' : 'false'}>${coaches.map((coach) => this.renderCoach(coach))}</ul>
              ${coaches.length < this.total ? html`<p class="end"><button type="button" class="secondary" part="more" @click=${() => this.ask(coaches.length)}>${texts.more}</button></p>` : nothing}`
          : problem
            ? nothing
            : html`<p class="visually-hidden" role="status">${texts.loading}</p>
                <ul aria-hidden="true">${[1, 2, 3].map(() => html`<li class="bone"></li>`)}</ul>`
      }
    `;
  }

  private renderCoach(coach: Coach): TemplateResult {
    const { texts } = this;
    const minutes = coach.durations?.[0]?.minutes ?? 60;
    return html`<li>
      <article part="coach">
        <cb-coach-card .coach=${coach} duration=${this.duration || minutes} locale=${this.language}></cb-coach-card>
        <div class="words">
          ${coach.bio ? html`<p class="bio" dir="auto">${coach.bio}</p>` : nothing}
          ${coach.languages?.length ? html`<p class="quiet">${texts.speaks} ${listed(coach.languages, this.language)}</p>` : nothing}
          ${coach.expertise?.length ? html`<p class="quiet"><bdi>${coach.expertise.join(' · ')}</bdi></p>` : nothing}
        </div>
        <button
          type="button" class="secondary" part="choose" data-coach=${coach.user_id} aria-label=${texts.bookWith(coach.name ?? '')}
          @click=${() => this.choose(coach)} @pointerenter=${preload} @focus=${preload}
        >${texts.book}</button>
      </article>
    </li>`;
  }

  private renderProblem(problem: BookingError): TemplateResult {
    const { texts } = this;
    return html`<div class="none" role="alert"><p>${texts.problems[problem.kind] ?? texts.refused(refusalText(problem, this.language))}</p>
      <button type="button" class="secondary" @click=${() => this.ask(0)}>${texts.tryAgain}</button></div>`;
  }

  /** The button is removed with the search: focus the search field. */
  private clear(): void {
    this.narrow(everything);
    this.renderRoot.querySelector<HTMLElement>('#q')?.focus();
  }

  private choose(coach: Coach): void {
    if (!this.dispatchEvent(new CoachSelectEvent(coach))) return;
    preload();
    const known = this.visited.find(({ user_id }) => user_id === coach.user_id);
    this.chosen = known ?? coach;
    if (!known) this.visited = [...this.visited, coach];
    this.focusNext.on('[data-title]');
  }

  private back(): void {
    const id = this.chosen?.user_id ?? '';
    this.chosen = undefined;
    this.focusNext.on(`[data-coach="${CSS.escape(id)}"]`);
  }
}

async function loadBooking(): Promise<void> {
  const { CbBooking } = await import('../booking/booking.ts');
  register('cb-booking', CbBooking);
}

/** Loads the booking element when it is about to be needed. */
function preload(): void {
  loadBooking().catch((error) => console.error('<cb-booking> could not be loaded.', error));
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-coach-list': CbCoachList;
  }
}
