import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Coach } from '../../contract/index.ts';
import { pictureAddress } from '../../domain/calendar/web-address.ts';
import { describePrice, formatPrice } from '../../domain/money/format-price.ts';
import { sessionPrice } from '../../domain/money/session-price.ts';
import { CbElement } from '../base/element.ts';
import { icon } from '../base/icons.ts';
import { coachCardEnglish } from '../i18n/parts/coach-card.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { coachCardStyles } from './coach-card.styles.ts';

const clockIcon = icon('M10 3.25a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 0 1 0-13.5ZM10 6.25V10l2.5 1.75');
const placeIcon = icon(
  'M10 17.25s5.25-4.5 5.25-9a5.25 5.25 0 0 0-10.5 0c0 4.5 5.25 9 5.25 9ZM10 6.5a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Z',
);
const videoIcon = icon(
  'M4.5 5.25h6a2 2 0 0 1 2 2v5.5a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2v-5.5a2 2 0 0 1 2-2ZM12.5 8.75l5-2.5v7.5l-5-2.5',
);
const priceIcon = icon(
  'M3 9.2V4.25C3 3.56 3.56 3 4.25 3H9.2c.33 0 .65.13.88.37l6.55 6.55a1.25 1.25 0 0 1 0 1.77l-4.94 4.94a1.25 1.25 0 0 1-1.77 0L3.37 10.08A1.25 1.25 0 0 1 3 9.2ZM6.5 5.75a0.75 0.75 0 1 1 0 1.5 0.75 0.75 0 0 1 0-1.5Z',
);

/**
 * The coach: photo or initials, name, headline, and the session's length, price and place.
 *
 * @csspart photo - The photo, or the initials in its place.
 * @csspart name - The coach's name.
 * @csspart headline - The line under it.
 * @csspart facts - Duration, price and place.
 */
export class CbCoachCard extends CbElement {
  static override styles = [tokens, controls, coachCardStyles];

  /** The profile; undefined while it loads or when the backend has none. */
  @property({ attribute: false }) coach: Coach | undefined;
  /** Draws a placeholder. */
  @property({ type: Boolean, reflect: true }) loading = false;
  /** Length of the session in minutes. */
  @property({ type: Number }) duration = 0;

  @state() private brokenPhoto = '';

  private get texts() {
    return this.messages('booking', coachCardEnglish);
  }

  protected override render(): TemplateResult {
    const { coach, texts } = this;
    const name = coach?.name || texts.bookSession;
    const known = this.loading || coach?.name;
    return html`<div class="card ${known ? '' : 'unknown'}">
      ${known ? this.renderPhoto(coach) : nothing}
      <h2 part="name">${this.loading ? html`${this.renderBone()}<span class="visually-hidden">${texts.loadingCoach}</span>` : name}</h2>
      ${this.loading || coach?.headline ? html`<p part="headline">${this.loading ? this.renderBone() : html`<bdi>${coach?.headline}</bdi>`}</p>` : nothing}
      <ul part="facts">
        ${this.renderFacts(coach)}
      </ul>
    </div>`;
  }

  private renderBone(): TemplateResult {
    return html`<span class="bone"></span>`;
  }

  private renderPhoto(coach: Coach | undefined): TemplateResult {
    const photo = pictureAddress(coach?.photo_url);
    const name = coach?.name ?? '';
    if (!photo || photo === this.brokenPhoto) {
      return html`<span class="photo" part="photo" aria-hidden="true">${initialsOf(name)}</span>`;
    }
    return html`<img
      class="photo" part="photo" src=${photo} alt="" width="64" height="64" decoding="async"
      @error=${() => {
        this.brokenPhoto = photo;
      }}
    />`;
  }

  private renderFacts(coach: Coach | undefined): TemplateResult {
    const { texts } = this;
    const minutes = this.duration ? html`<li>${clockIcon}<span>${texts.minutes(this.duration)}</span></li>` : nothing;
    if (this.loading) {
      return html`${minutes}
        <li>${priceIcon}${this.renderBone()}</li>
        <li>${placeIcon}${this.renderBone()}</li>`;
    }
    const price = this.priceOf(coach);
    const place = coach?.location;
    return html`${minutes}
    ${price ? html`<li>${priceIcon}<span>${price}</span></li>` : nothing}
    ${place ? html`<li>${/video|online|zoom|meet|teams/i.test(place) ? videoIcon : placeIcon}<span>${place}</span></li>` : nothing}`;
  }

  /** The total price of this length, and the hourly rate where the coach has one. */
  private priceOf(coach: Coach | undefined): string {
    const { texts, language, duration } = this;
    const own = coach?.durations?.some(({ minutes, price }) => minutes === duration && price);
    const price = sessionPrice(coach, duration);
    const total = price ? describePrice(price, language, texts.free) : '';
    if (own || !coach?.hourly_rate || !coach.currency) return total;
    const hour = texts.anHour(formatPrice(coach.hourly_rate, coach.currency, language, false));
    return duration && duration !== 60 ? `${total} (${hour})` : hour;
  }
}

/** "Ana Keller" is "AK". */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-coach-card': CbCoachCard;
  }
}
