import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ZoneOverride } from '../../../contract/schedule.ts';
import type { LocalDate } from '../../../contract/values.ts';
import { newKey } from '../../../core/schedule-editor/draft.ts';
import { zoneCity } from '../../../domain/time/format.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { localDateAt } from '../../../domain/time/zone.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import type { TimeZoneChangeEvent } from '../../base/time-zone-change-event.ts';
import { MoveFocus } from '../../controllers/move-focus.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { dateField } from '../fields/date-field.ts';
import { EditorPart } from '../part/editor-part.ts';
import { plusIcon, trashIcon } from '../part/icons.ts';
import { partStyles } from '../part/part.styles.ts';

/** The key of the new trip. */
const NEW = 'new';

const keyOf = (trip: ZoneOverride & { readonly key?: string }) => trip.key ?? NEW;

/**
 * Trips: during a trip the hours follow the clock of its zone.
 *
 * @csspart trip - One trip.
 */
export class CbTravel extends EditorPart {
  static override styles = [
    tokens,
    controls,
    partStyles,
    css`
      :host {
        container-type: inline-size;
      }
      li {
        display: grid;
        grid-template-columns: 1fr 1fr auto;
        gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
        align-items: start;
        padding-block: calc(var(--_space) * 3);
        border-block-end: 1px solid var(--_line);
      }
      li > .icon {
        margin-block-start: 22px;
      }
      .zone {
        grid-column: span 2;
      }
      .error {
        grid-column: 1 / -1;
      }
      cb-time-zone-picker::part(clock) {
        display: none;
      }
      @container (min-width: 620px) {
        li {
          grid-template-columns: 160px 160px minmax(0, 1fr) auto;
        }
        .zone {
          grid-column: auto;
        }
      }
    `,
  ];

  /** The new trip: it is not part of the draft until its zone is chosen. */
  @state() private making: ZoneOverride | undefined;
  /** Waits for the draft that has the part to focus. */
  private readonly focusNext = new MoveFocus(this, () => []);

  protected override render() {
    const { draft, texts: t } = this;
    if (!draft) return nothing;
    const trips = [...draft.zone_overrides, ...(this.making ? [this.making] : [])];
    return html`<section class="stack" aria-labelledby="title">
      <div>
        <h3 id="title">${t.travel}</h3>
        <p class="quiet">${t.travelHelp}</p>
      </div>
      ${trips.length > 0 ? html`<ul>${repeat(trips, keyOf, (trip) => this.renderTrip(trip))}</ul>` : nothing}
      <div class="row"><button type="button" class="small" data-do="add" @click=${this.add}>${plusIcon}${t.addTravel}</button></div>
    </section>`;
  }

  /** A trip of the draft, or the new one, which has no key. */
  private renderTrip(trip: ZoneOverride & { readonly key?: string }): TemplateResult {
    const { texts: t } = this;
    const { key = NEW } = trip;
    const name = key === NEW ? t.newTrip : t.trip(zoneCity(trip.time_zone));
    const problems = this.problems.filter((problem) => problem.key === key);
    const date = (part: 'from' | 'until', label: string) => {
      const gesture = `type-${key}-${part}`;
      return dateField({
        name: part,
        label,
        value: trip[part] ?? '',
        entry: `${part}-${key}`,
        wrong: problems.length > 0,
        invalid: this.invalid,
        t,
        change: (to) => this.setDate(key, part, to, gesture),
        ...(part === 'until' && { clear: () => this.setEnd(key, gesture) }),
        left: () => this.endGesture(gesture),
      });
    };
    return html`<li part="trip" aria-label=${name} data-key=${key}>
      ${date('from', t.firstDay)} ${date('until', t.lastDayOptional)}
      <div class="field zone"><span class="label">${t.travelZone}</span>
        <cb-time-zone-picker
          .timeZone=${trip.time_zone} .locale=${this.language} .hour12=${this.hour12} .now=${this.now}
          @cb-time-zone-change=${(event: TimeZoneChangeEvent) => this.setZone(key, event)}
        ></cb-time-zone-picker>
        ${key === NEW ? html`<span class="quiet">${t.chooseZone}</span>` : nothing}
      </div>
      <button type="button" class="icon" aria-label=${t.removeNamed(name)} title=${t.remove} @click=${() => this.drop(key)}>${trashIcon}</button>
      ${this.problemsAt(key).map((message) => html`<p class="error">${alertIcon}${message}</p>`)}
    </li>`;
  }

  private setDate(key: string, part: 'from' | 'until', date: LocalDate, gesture: string): void {
    const trip = key === NEW ? this.making : this.draft?.zone_overrides.find((other) => other.key === key);
    const change = { [part]: date, ...(part === 'from' && trip?.until && trip.until < date ? { until: date } : {}) };
    if (key !== NEW) this.edit({ type: 'change-travel', key, change }, gesture);
    else if (this.making) this.making = { ...this.making, ...change };
  }

  /** Removes the last day of a trip: it then has no end. */
  private setEnd(key: string, gesture: string): void {
    if (key !== NEW) this.edit({ type: 'change-travel', key, change: { until: null } }, gesture);
    else if (this.making) this.making = { ...this.making, until: null };
  }

  private setZone(key: string, event: TimeZoneChangeEvent): void {
    event.stopPropagation();
    const { draft, making } = this;
    const { timeZone: time_zone } = event;
    if (key !== NEW) this.edit({ type: 'change-travel', key, change: { time_zone } });
    // A trip in the coach's own zone has no effect.
    else if (draft && making && time_zone !== draft.time_zone) {
      this.making = undefined;
      const added = newKey(draft);
      this.focusNext.on(`[data-key="${added}"] cb-time-zone-picker`);
      this.edit({ type: 'add-travel', key: added, travel: { ...making, time_zone } });
    }
  }

  private add(): void {
    const { draft } = this;
    if (!draft) return;
    const last = draft.zone_overrides
      .flatMap(({ until }) => until ?? [])
      .sort()
      .at(-1);
    const today = localDateAt(draft.time_zone, this.now());
    const from = addDays(last && last > today ? last : today, 1);
    this.focusNext.on(`[data-key="${NEW}"] input`);
    this.making ??= { from, until: addDays(from, 6), time_zone: draft.time_zone };
  }

  private drop(key: string): void {
    this.focusNext.on('[data-do=add]');
    if (key === NEW) this.making = undefined;
    else this.edit({ type: 'remove-travel', key });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-travel': CbTravel;
  }
}
