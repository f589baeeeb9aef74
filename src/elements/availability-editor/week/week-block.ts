import { html, nothing, type TemplateResult } from 'lit';
import { unbroken } from '../../../domain/language/unbroken.ts';
import { cssProperties } from '../../styles/css-properties.ts';
import { repeatIcon } from '../part/icons.ts';
import { conditions, describeHours, fieldTime, type Reading } from '../part/schedule-text.ts';
import type { Block } from './week-layout.ts';

/** A block of the week grid: a button with edges to drag above and below; its part after midnight is not focusable. */
export function weekBlock(
  { hours, tail, start, end, lane, lanes }: Block,
  problems: readonly string[],
  reading: Reading,
): TemplateResult {
  const { t } = reading;
  const notes = conditions(hours, reading);
  const names = ['block', notes.length > 0 && 'alternate', problems.length > 0 && 'wrong'].filter(Boolean).join(' ');
  const place = cssProperties({ '--from': start, '--to': end, '--lane': lane, '--lanes': lanes });
  const [opens, closes] = [fieldTime(hours.start, reading), fieldTime(hours.end, reading)];
  if (tail) {
    return html`<div class="${names} tail" ${place} data-key=${hours.key} aria-hidden="true">
      <span class="time">${t.until(closes)}</span><span class="handle" data-grip="end"></span>
    </div>`;
  }
  const label = [describeHours(hours, reading), ...problems.map((message) => t.problem(message))].join('; ');
  const alternates = (hours.every_weeks ?? 1) > 1;
  return html`<button
    type="button"
    class=${names}
    part=${names}
    ${place}
    data-key=${hours.key}
    data-short=${end - start < 60 ? 'true' : nothing}
    aria-label=${label}
    aria-describedby="keys"
    title=${problems.join('\n') || nothing}
  >
    <span class="handle" data-grip="start" aria-hidden="true"></span>
    <span class="time">${unbroken(t.range(opens, closes))}</span>
    ${hours.ends_next_day ? html`<span class="note">${t.nextDay}</span>` : nothing}
    ${notes.map((note, index) => html`<span class="note">${index === 0 && alternates ? repeatIcon : nothing}${note}</span>`)}
    <span class="handle" data-grip="end" aria-hidden="true"></span>
  </button>`;
}
