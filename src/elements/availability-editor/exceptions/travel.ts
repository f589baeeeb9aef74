import { css, html, nothing, type TemplateResult } from 'lit';
import type { ZoneOverride } from '../../../contract/schedule.ts';
import type { LocalDate } from '../../../contract/values.ts';
import { type Keyed, newKey } from '../../../core/schedule-editor/draft.ts';
import { zoneCity } from '../../../domain/time/format.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { localDateAt } from '../../../domain/time/zone.ts';
import { alertIcon } from '../../base/booking-icons.ts';
import type { TimeZoneChangeEvent } from '../../base/events.ts';
import { controls } from '../../styles/controls.ts';
import { tokens } from '../../styles/tokens.ts';
import { dateField } from '../fields/date-field.ts';
import { EditorPart } from '../part/editor-part.ts';
import { plusIcon, trashIcon } from '../part/icons.ts';
import { partStyles } from '../part/part.styles.ts';

/**
 * Trips: while they last, the hours follow the clock there.
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

  private focusNext = '';

  protected override render() {
    const { draft, texts: t } = this;
    if (!draft) return nothing;
    return html`<section class="stack" aria-labelledby="title">
      <div>
        <h3 id="title">${t.travel}</h3>
        <p class="quiet">${t.travelHelp}</p>
      </div>
      ${draft.zone_overrides.length > 0 ? html`<ul>${draft.zone_overrides.map((trip) => this.renderTrip(trip))}</ul>` : nothing}
      <div class="row"><button type="button" class="small" data-do="add" @click=${this.add}>${plusIcon}${t.addTravel}</button></div>
    </section>`;
  }

  private renderTrip(trip: Keyed<ZoneOverride>): TemplateResult {
    const { texts: t } = this;
    const name = t.trip(zoneCity(trip.time_zone));
    const date = (part: 'from' | 'until', label: string) => {
      const gesture = `type-${trip.key}-${part}`;
      return dateField({
        name: part,
        label,
        value: trip[part] ?? '',
        change: (to) => this.setDate(trip.key, part, to, gesture),
        left: () => this.endGesture(gesture),
      });
    };
    return html`<li part="trip" aria-label=${name} data-key=${trip.key}>
      ${date('from', t.firstDay)} ${date('until', t.lastDay)}
      <div class="field zone"><span class="label">${t.travelZone}</span>
        <cb-time-zone-picker
          .timeZone=${trip.time_zone} .locale=${this.language} .hour12=${this.hour12} .now=${this.now}
          @cb-time-zone-change=${(event: TimeZoneChangeEvent) => this.setZone(trip, event)}
        ></cb-time-zone-picker>
      </div>
      <button type="button" class="icon" aria-label=${t.removeNamed(name)} title=${t.remove} @click=${() => this.drop(trip.key)}>${trashIcon}</button>
      ${this.problemsAt(trip.key).map((message) => html`<p class="error">${alertIcon}${message}</p>`)}
    </li>`;
  }

  protected override updated(): void {
    if (this.focusNext) this.renderRoot.querySelector<HTMLElement>(this.focusNext)?.focus();
    this.focusNext = '';
  }

  private setDate(key: string, part: 'from' | 'until', date: LocalDate, gesture: string): void {
    const trip = this.draft?.zone_overrides.find((other) => other.key === key);
    const carried = part === 'from' && trip?.until && trip.until < date ? { until: date } : {};
    this.edit({ type: 'change-travel', key, change: { [part]: date, ...carried } }, gesture);
  }

  private setZone({ key }: Keyed<ZoneOverride>, event: TimeZoneChangeEvent): void {
    event.stopPropagation();
    this.edit({ type: 'change-travel', key, change: { time_zone: event.timeZone } });
  }

  private add(): void {
    const { draft } = this;
    if (!draft) return;
    const key = newKey(draft);
    const last = draft.zone_overrides
      .flatMap(({ until }) => until ?? [])
      .sort()
      .at(-1);
    const today = localDateAt(draft.time_zone, this.now());
    const from = addDays(last && last > today ? last : today, 1);
    this.focusNext = `[data-key="${key}"] input`;
    this.edit({ type: 'add-travel', key, travel: { from, until: addDays(from, 6), time_zone: draft.time_zone } });
  }

  private drop(key: string): void {
    this.focusNext = '[data-do=add]';
    this.edit({ type: 'remove-travel', key });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cb-travel': CbTravel;
  }
}
