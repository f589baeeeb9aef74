import { html, nothing, type TemplateResult } from 'lit';
import type { AccountEvent } from '../accounts/account-events.ts';
import { backIcon, crossIcon } from '../base/booking-icons.ts';
import { chevronDown } from '../base/icons.ts';
import type { ConnectionOptions } from '../context/shared-client.ts';
import type { AdminMessages } from '../i18n/desk/admin.ts';
import type { AdminDesk, Named } from './admin-desk.ts';

/** The tools above an admin's list: the choice of coach and client. */
export function adminTools(desk: AdminDesk, focusOn: (selector: string) => void, texts: AdminMessages): TemplateResult {
  const { coach, client, coaches } = desk;
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    desk.choose({ coach: coaches.find(({ id }) => id === value) });
  };
  const everyClient = () => {
    desk.choose({ client: undefined });
    focusOn('[data-heading]');
  };
  return html`<p class="acting" part="acting">${coach ? texts.actsFor(coach.name) : texts.actsForRows}</p>
    <div class="top admin">
      <label class="filter">${texts.coach}
        <span class="select"><select part="coach" @change=${choose}>
          <option value="" ?selected=${!coach}>${texts.allCoaches}</option>
          ${withChosen(coaches, coach).map(({ id, name }) => html`<option value=${id} ?selected=${coach?.id === id}>${name}</option>`)}
        </select>${chevronDown}</span>
      </label>
      ${client ? html`<span class="chip" part="client">${texts.ofClient(client.name)}<button type="button" class="icon" data-act="every-client" aria-label=${texts.everyClient} title=${texts.everyClient} @click=${everyClient}>${crossIcon}</button></span>` : nothing}
      <span class="buttons">
        ${coach ? html`<button type="button" class="secondary" data-act="hours" @click=${() => open(desk, 'hours', focusOn, coach)}>${texts.hours(coach.name)}</button>` : nothing}
        <button type="button" class="secondary" data-act="people" @click=${() => open(desk, 'people', focusOn)}>${texts.people}</button>
      </span>
    </div>`;
}

/** Adds the chosen coach when missing: the view of people also has coaches that were not read for this list. */
function withChosen(coaches: readonly Named[], chosen: Named | undefined): readonly Named[] {
  return !chosen || coaches.some(({ id }) => id === chosen.id) ? coaches : [...coaches, chosen];
}

function open(desk: AdminDesk, panel: 'people' | 'hours', focusOn: (selector: string) => void, coach?: Named): void {
  void desk.open(panel, coach);
  focusOn('[data-act="close-panel"]');
}

/** The view an admin has opened; hidden while the list is shown. */
export function adminPanels(
  desk: AdminDesk,
  connection: ConnectionOptions & { readonly now: () => number; readonly locale: string },
  focusOn: (selector: string) => void,
  texts: AdminMessages,
): TemplateResult {
  const { panel, hoursOf, hasPeople, failed } = desk;
  const { api, signIn, storage, getToken, fetch, now, locale } = connection;
  const close = () => {
    focusOn(`[data-act="${panel}"], [data-act="people"]`);
    desk.close();
  };
  const named = ({ account: { id, name, email } }: AccountEvent): Named => ({ id, name: name || email });
  const bookings = (event: AccountEvent) => {
    const person = named(event);
    const isCoach = event.account.role === 'coach';
    desk.choose({ coach: isCoach ? person : undefined, client: isCoach ? undefined : person });
    focusOn('[data-heading]');
  };
  return html`
    ${
      panel
        ? html`<div class="panel-bar">
            <button type="button" class="plain" data-act="close-panel" @click=${close}>${backIcon}${texts.back}</button>
            ${panel === 'hours' && hoursOf ? html`<p class="acting" part="acting">${texts.actsOnHours(hoursOf.name)}</p>` : nothing}
            ${failed ? html`<div class="panel bad" role="alert"><p>${texts.editorFailed}</p><button type="button" class="secondary" @click=${() => desk.open(panel)}>${texts.tryAgain}</button></div>` : nothing}
          </div>`
        : nothing
    }
    ${
      hoursOf
        ? html`<cb-availability-editor
            ?hidden=${panel !== 'hours'} .api=${api} .coach=${hoursOf.id} .signIn=${signIn} .storage=${storage} .getToken=${getToken} .fetch=${fetch}
            .now=${now} .locale=${locale}
          ></cb-availability-editor>`
        : nothing
    }
    ${
      hasPeople
        ? html`<cb-accounts
            ?hidden=${panel !== 'people'} .api=${api} .signIn=${signIn} .storage=${storage} .getToken=${getToken} .fetch=${fetch} .locale=${locale}
            @cb-account-bookings=${bookings} @cb-account-hours=${(event: AccountEvent) => open(desk, 'hours', focusOn, named(event))}
          ></cb-accounts>`
        : nothing
    }
  `;
}
