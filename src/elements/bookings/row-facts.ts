import { html, nothing, type TemplateResult } from 'lit';
import { mailto } from '../../domain/calendar/web-address.ts';
import { labelAlone } from '../../domain/language/label-alone.ts';
import { listed } from '../../domain/language/listed.ts';
import type { BookingsMessages } from '../i18n/bookings.ts';
import type { BookingRow } from './row-state.ts';

type Fact = readonly [label: string, value: unknown];

/** The number of answers shown; more are folded away. */
const FEW = 2;

/** The texts of a booking: notes, other people's addresses, the reasons of a move and of a cancellation; for the coach also the client's address and answers. */
export function rowFacts(state: BookingRow, texts: BookingsMessages): TemplateResult {
  const { booking, as } = state;
  const answers = as === 'coach' ? answersOf(state, texts) : [];
  const email = as === 'coach' ? booking.client?.email : '';
  const facts: readonly Fact[] = [
    [
      texts.email,
      email &&
        html`<a href=${mailto(email) ?? nothing}>${email}</a>${booking.undelivered ? html` · ${texts.undelivered}` : nothing}`,
    ],
    [state.paymentLabel, state.payment],
    [texts.notes, booking.notes],
    [texts.attendees, listed(booking.attendee_emails ?? [], state.locale)],
    [texts.movedBecause, booking.move_reason],
    [texts.reason, booking.cancellation_reason],
    ...(answers.length > FEW ? [] : answers),
  ];
  return html`${definitions(facts, state.locale)}
  ${
    answers.length > FEW
      ? html`<details part="answers"><summary>${texts.answers(answers.length)}</summary>${definitions(answers, state.locale)}</details>`
      : nothing
  }`;
}

/** Sorted as the coach's questions; an answer to a removed question is labelled by its id. */
function answersOf({ booking, coach }: BookingRow, texts: BookingsMessages): readonly Fact[] {
  const answers = booking.answers ?? {};
  const asked = (coach?.questions ?? []).filter(({ id }) => id in answers);
  const known = new Set(asked.map(({ id }) => id));
  const given = [
    ...asked.map(({ id, label }) => [label, answers[id]] as const),
    ...Object.entries(answers).filter(([id]) => !known.has(id)),
  ];
  return given.map(([label, answer]) => [
    label,
    typeof answer === 'boolean' ? (answer ? texts.yes : texts.no) : answer,
  ]);
}

function definitions(facts: readonly Fact[], locale: string): TemplateResult | typeof nothing {
  const said = facts.filter(([, value]) => value);
  if (said.length === 0) return nothing;
  return html`<dl>${said.map(([label, value]) => html`<div><dt>${/[?:？：؟]$/.test(label) ? label : labelAlone(label, locale)}</dt><dd>${value}</dd></div>`)}</dl>`;
}
