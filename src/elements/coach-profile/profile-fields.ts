import { html, nothing, type TemplateResult } from 'lit';
import type { ProfileDraft, ProfileFault, ProfileField } from '../../core/coach-profile/profile-draft.ts';
import type { TimeZoneChangeEvent } from '../base/time-zone-change-event.ts';
import { fieldId, labelText, textField } from '../forms/form-field.ts';
import type { CoachProfileMessages } from '../i18n/desk/coach-profile.ts';

/** The data and actions of the profile's fields. */
interface ProfileForm {
  readonly draft: ProfileDraft;
  /** The error of a field, in words. */
  readonly errors: ReadonlyMap<ProfileField, string>;
  readonly locale: string;
  /** Clock, epoch ms. */
  readonly now: () => number;
  readonly texts: CoachProfileMessages;
  readonly change: (field: ProfileField, value: string) => void;
  readonly choosePhoto: (file: File) => void;
  readonly removePhoto: () => void;
}

/** The name of a field, as its label says it. */
export function fieldName(field: ProfileField, texts: CoachProfileMessages): string {
  const names: Readonly<Partial<Record<ProfileField, string>>> = {
    photo_url: texts.photoAddress,
    hourly_rate: texts.price,
    time_zone: texts.zone,
  };
  const own = { ...texts, ...names } as unknown as Readonly<Record<ProfileField, string>>;
  return own[field];
}

/** The error of a field, in words. */
export function faultWords(field: ProfileField, fault: ProfileFault, texts: CoachProfileMessages): string {
  const name = fieldName(field, texts);
  return 'most' in fault ? texts.faults[fault.code](name, fault.most) : texts.faults[fault.code](name);
}

/** The fields of a profile. */
export function profileFields(form: ProfileForm): TemplateResult {
  const { texts, draft, locale, now } = form;
  const text = (
    field: ProfileField,
    more: { readonly help?: string; readonly long?: boolean; readonly needed?: boolean } = {},
  ) =>
    textField({
      field,
      label: fieldName(field, texts),
      value: draft[field],
      change: (value) => form.change(field, value),
      error: form.errors.get(field),
      help: more.help,
      long: more.long,
      optional: more.needed ? undefined : texts.optional,
      autocomplete: field === 'name' ? 'name' : 'off',
    });
  return html`
    ${text('name', { needed: true })} ${text('headline', { help: texts.headlineHelp })} ${photoField(form)}
    ${text('bio', { help: texts.bioHelp, long: true })} ${text('languages', { help: texts.listHelp })}
    ${text('expertise', { help: texts.listHelp })}
    <div class="pair">${text('hourly_rate', { help: texts.priceHelp })} ${text('currency')}</div>
    <div class="field">
      <span class="label" id="zone">${texts.zone}</span>
      <cb-time-zone-picker
        .timeZone=${draft.time_zone} .locale=${locale} .now=${now}
        @cb-time-zone-change=${(event: TimeZoneChangeEvent) => {
          event.stopPropagation();
          form.change('time_zone', event.timeZone);
        }}
      ></cb-time-zone-picker>
      <p class="help">${texts.zoneHelp}</p>
    </div>
    ${text('location', { help: texts.locationHelp })}
  `;
}

function photoField({ texts, draft, errors, change, choosePhoto, removePhoto }: ProfileForm): TemplateResult {
  const isOwn = draft.photo_url.startsWith('data:');
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file can be chosen again.
    input.value = '';
    if (file) choosePhoto(file);
  };
  return html`<div class="field photo-field" role="group" aria-labelledby="photo">
    <span class="label" id="photo">${labelText({ label: texts.photo, optional: texts.optional })}</span>
    <div class="buttons">
      <label class="secondary choose"><span>${texts.choosePhoto}</span>
        <input type="file" class="visually-hidden" accept="image/jpeg,image/png,image/webp,image/*" aria-describedby="photo-help" @change=${chosen}>
      </label>
      ${draft.photo_url ? html`<button type="button" class="plain" data-act="remove-photo" @click=${removePhoto}>${texts.removePhoto}</button>` : nothing}
    </div>
    <p class="help" id="photo-help">${texts.photoHelp}</p>
    ${
      isOwn
        ? errors.get('photo_url')
          ? html`<p class="error" id="${fieldId('photo_url')}">${errors.get('photo_url')}</p>`
          : nothing
        : textField({
            field: 'photo_url',
            label: texts.photoAddress,
            value: draft.photo_url,
            optional: texts.optional,
            change: (value) => change('photo_url', value),
            error: errors.get('photo_url'),
            autocomplete: 'off',
          })
    }
  </div>`;
}
