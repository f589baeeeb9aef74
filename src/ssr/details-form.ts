import { html, type TemplateResult } from 'lit';
import type { Slot } from '../contract/availability.ts';
import type { Coach, Question } from '../contract/coach.ts';
import { endpoints } from '../contract/endpoints.ts';
import { hiddenFields, type PostedBooking } from '../contract/forms/booking-form.ts';
import { readRefusal } from '../core/client/refusal.ts';
import type { Details, Draft } from '../core/flow/state.ts';
import { nearestSlots } from '../domain/availability/nearest.ts';
import { webAddress } from '../domain/calendar/web-address.ts';
import { comma } from '../domain/language/listed.ts';
import { checkDraft } from '../elements/booking-form/booking-form-fields.ts';
import { choiceBar } from '../elements/booking-form/booking-form-panels.ts';
import { formView } from '../elements/booking-form/booking-form-view.ts';
import type { BookingContext } from '../elements/context/context.ts';
import { type FormIssue, refusedFields } from '../elements/forms/error-summary.ts';
import { byMailEnglish } from '../elements/i18n/after-booking/by-mail.ts';
import { type FormTexts, formEnglish } from '../elements/i18n/form.ts';
import { messagesFor } from '../elements/i18n/locales.ts';
import { escapeText } from './escape-text.ts';

/** The step of the details in a booking that nobody has sent yet, or that was refused. */
export async function detailsState(
  slot: Slot,
  posted: PostedBooking | undefined,
  open: readonly Slot[],
): Promise<Details> {
  const fields = posted?.fields;
  const draft: Draft = {
    name: fields?.name ?? '',
    email: fields?.email ?? '',
    notes: fields?.notes ?? '',
    attendees: fields?.attendees ?? '',
    answers: fields?.answers ?? {},
    consent: fields?.consent,
  };
  const refusal = posted?.problem;
  if (!refusal) return { status: 'details', slot, draft };
  if (refusal.code === 'slot_unavailable') {
    return { status: 'details', slot, draft, taken: { slot, searching: false, nearest: nearestOf(open, slot) } };
  }
  const { status } = refusal;
  const reply = new Response(null, { status });
  const row = endpoints.createBooking;
  // The refusal is read as a page reads it.
  const problem = await readRefusal(row, 'POST /booking', reply, JSON.stringify(refusal));
  return { status: 'details', slot, draft, problem };
}

/** How many other times are offered. */
const NEAREST = 3;

/** In order of time, for a page that shows them at once. */
const nearestOf = (open: readonly Slot[], { start }: Slot): Slot[] =>
  nearestSlots(
    open.filter((slot) => slot.start !== start),
    start,
    NEAREST,
  ).sort((a, b) => (a.start < b.start ? -1 : 1));

/** The form of the step, as the form's element draws it. */
export function detailsForm(flow: Details, context: BookingContext): TemplateResult {
  const { preferences, locale, signIn, coach: profile } = context;
  const coach = profile.state.status === 'ready' ? profile.state.coach : undefined;
  const reading = { ...preferences.state, locale };
  const texts = messagesFor('form', formEnglish, locale);
  const questions = coach?.questions ?? [];
  const issues = flow.problem?.kind === 'invalid' ? issuesOf(flow, questions, texts, locale) : [];
  const nowhere = () => undefined;
  return html`${choiceBar(flow.slot, reading, { label: texts.changeTime, go: nowhere, disabled: false }, flow.taken !== undefined)}
    ${formView({
      flow,
      signIn,
      questions,
      coach,
      noTotal: false,
      type: undefined,
      person: true,
      issues,
      reading,
      texts,
      wait: 0,
      lacking: undefined,
      signInLoading: false,
      preloadSignIn: nowhere,
      send: nowhere,
      edit: nowhere,
      addAttendees: nowhere,
      choose: nowhere,
      showSignIn: nowhere,
      leaveAccount: nowhere,
      back: nowhere,
    })}`;
}

/** The faults in the sent fields: in the form's words, or in the server's where only the server knows the fault. */
function issuesOf(
  { draft, problem }: Details,
  questions: readonly Question[],
  texts: FormTexts,
  locale: string,
): readonly FormIssue[] {
  const own = checkDraft(draft, questions, false, texts, locale);
  const refused = problem ? refusedFields(problem, locale) : [];
  return [...own, ...refused.filter(({ field }) => !own.some((issue) => issue.field === field))];
}

/** The values that a form needs, besides its fields, to be sent without a script. */
interface FormAddress {
  readonly flow: Details;
  readonly coachId: string;
  readonly coach: Coach | undefined;
  readonly locale: string;
  readonly timeZone: string;
  readonly action: string;
  /** One intent to book: however often it is sent, it makes one booking. */
  readonly key: string;
}

/**
 * Makes the drawn form one that a browser sends by itself: an address, what was chosen, and the values of fields, which Lit sets as
 * properties.
 */
export function sendableForm(
  markup: string,
  { flow, coachId, coach, locale, timeZone, action, key }: FormAddress,
): string {
  const { draft, slot } = flow;
  const { start, duration_minutes: minutes } = slot;
  const fields = Object.entries(hiddenFields({ coachId, start, minutes, key, locale, timeZone }))
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeText(value)}">`)
    .join('');
  const values: Readonly<Record<string, string | undefined>> = {
    name: draft.name,
    email: draft.email,
    notes: draft.notes,
    attendees: draft.attendees,
    ...Object.fromEntries(Object.entries(draft.answers).map(([id, answer]) => [`answers.${id}`, String(answer)])),
  };
  return (
    markup
      .replace(
        /<form\b[^>]*?>/,
        () =>
          `<form id="form" novalidate method="post" action="${escapeText(action)}" aria-labelledby="title">${fields}`,
      )
      .replace(/<textarea\b([^>]*)>\s*<\/textarea>/g, (_, attributes: string) => {
        const text = values[nameIn(attributes)] ?? '';
        // The first line break after the tag is dropped by the parser (HTML, 13.1.2.6).
        return `<textarea${attributes.replace(/\svalue="[^"]*"/, '')}>\n${escapeText(text)}</textarea>`;
      })
      .replace(/<input\b([^>]*?)\/?>/g, (input, attributes: string) => {
        if (/type="hidden"/.test(attributes)) return input;
        const value = values[nameIn(attributes)];
        if (/type="radio"/.test(attributes)) {
          const isChosen = value !== undefined && attributes.includes(`value="${escapeText(value)}"`);
          return `<input${attributes.replace(/\schecked(?:="[^"]*")?/g, '')}${isChosen ? ' checked' : ''}>`;
        }
        const bare = attributes.replace(/\svalue="[^"]*"/, '');
        return `<input${bare} value="${escapeText(value ?? '')}">`;
      })
      // A link to a field in a shadow tree leads nowhere without a script.
      .replace(/<a href="#field-[\w-]+"[^>]*>([\s\S]*?)<\/a>/g, '<span>$1</span>')
      .replace(/<cb-consent\b[^>]*>\s*<\/cb-consent>/, () => consent(coach, draft, locale))
      .replace(/<(?:h3 tabindex="-1" data-heading)(?=[ >])/, (heading) =>
        flow.taken || flow.problem ? heading : `${heading} autofocus`,
      )
      .replace(/<div class="panel bad"/, '$& autofocus')
      // Signing in needs a script.
      .replace(/<p>[^<]*<a\b[^>]*part="sign-in"[^>]*>[\s\S]*?<\/a>\s*<\/p>/, '')
  );
}

const nameIn = (attributes: string): string => /\sname="([^"]*)"/.exec(attributes)?.[1] ?? '';

/** The coach's consent box and privacy notice. */
function consent(coach: Coach | undefined, draft: Draft, locale: string): string {
  const texts = messagesFor('byMail', byMailEnglish, locale);
  const notice = webAddress(coach?.privacy_url);
  const box = coach?.consent
    ? `<label class="option"><input type="checkbox" name="consent" value="${coach.consent.version}"${draft.consent === coach.consent.version ? ' checked' : ''}><span>${escapeText(coach.consent.text)} <small>(${escapeText(texts.consentOptional)})</small></span></label>`
    : '';
  const link = notice
    ? `<p class="help"><a part="privacy" href="${escapeText(notice)}" target="_blank" rel="noopener">${escapeText(texts.privacyNotice(coach?.name ?? ''))}<span class="visually-hidden">${comma(locale)}${escapeText(texts.newTab)}</span></a></p>`
    : '';
  return box + link;
}
