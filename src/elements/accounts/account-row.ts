import { html, nothing, type TemplateResult } from 'lit';
import type { AccountChange, ManagedAccount } from '../../contract/desk/account.ts';
import { alertIcon } from '../base/booking-icons.ts';
import type { AdminMessages } from '../i18n/desk/admin.ts';

/** The data of one row of the list of people. */
interface AccountRow {
  readonly account: ManagedAccount;
  /** True for the admin's own account, which cannot be switched off. */
  readonly isYou: boolean;
  /** True while the question about switching it off is open. */
  readonly asking: boolean;
  readonly busy: boolean;
  /** The reason why nothing was changed, in words. */
  readonly problem: string | undefined;
}

/** The actions on an account. */
export interface AccountRowActions {
  readonly bookings: () => void;
  readonly hours: () => void;
  readonly ask: (asking: boolean) => void;
  readonly change: (change: AccountChange) => void;
}

/** A person's name; the e-mail where none is known. */
export const nameOf = ({ name, email }: ManagedAccount): string => name || email;

/** One person: name, status of the account, and the admin's actions. */
export function accountRow(state: AccountRow, actions: AccountRowActions, texts: AdminMessages): TemplateResult {
  const { account, isYou, busy, asking, problem } = state;
  const isOff = account.is_active === false;
  const isCoach = account.role === 'coach';
  const name = nameOf(account);
  const button = (act: string, words: string, press: () => void) =>
    html`<button
      type="button" class="secondary" data-act=${act} aria-label=${texts.about(words, name)} aria-disabled=${busy}
      @click=${() => busy || press()}
    >${words}</button>`;
  return html`<li part=${isOff ? 'account off' : 'account'} data-account=${account.id}>
    <div>
      <h4 tabindex="-1">${name}</h4>
      ${account.name ? html`<p class="quiet">${account.email}</p>` : nothing}
      <p class="states">
        <span>${account.is_guest ? texts.guest : texts.roles[account.role]}</span>
        ${isYou ? html`<span>${texts.you}</span>` : nothing}
        ${isOff ? html`<span class="off">${texts.off}</span>` : nothing}
        ${isCoach && account.is_listed === false ? html`<span>${texts.notListed}</span>` : nothing}
        ${isCoach && !isOff && account.is_bookable === false ? html`<span>${texts.notBookable}</span>` : nothing}
      </p>
    </div>
    <div class="buttons">
      ${account.role === 'admin' ? nothing : button('bookings', texts.showBookings, actions.bookings)}
      ${isCoach ? button('hours', texts.showHours, actions.hours) : nothing}
      ${isCoach && account.is_listed !== undefined ? (account.is_listed ? button('hide', texts.hide, () => actions.change({ is_listed: false })) : button('list', texts.list, () => actions.change({ is_listed: true }))) : nothing}
      ${isCoach && !isOff && account.is_bookable !== undefined ? (account.is_bookable ? button('stop', texts.stopBookings, () => actions.change({ is_bookable: false })) : button('take', texts.takeBookings, () => actions.change({ is_bookable: true }))) : nothing}
      ${isYou ? nothing : isOff ? button('on', texts.switchOn, () => actions.change({ is_active: true })) : button('off', texts.switchOff, () => actions.ask(true))}
    </div>
    ${asking ? question(account, actions, texts) : nothing}
    ${problem ? html`<p class="error" role="alert" part="problem">${alertIcon}${problem}</p>` : nothing}
  </li>`;
}

function question(account: ManagedAccount, { ask, change }: AccountRowActions, texts: AdminMessages): TemplateResult {
  const onKeydown = (event: KeyboardEvent) => event.key === 'Escape' && ask(false);
  return html`<div class="panel" role="group" aria-labelledby="ask" part="question" @keydown=${onKeydown}>
    <p class="panel-title" id="ask">${texts.offQuestion(nameOf(account))}</p>
    <p>${texts.offMeans[account.role === 'coach' ? 'coach' : 'other']}</p>
    <div class="buttons">
      <button type="button" class="primary" data-act="off-now" @click=${() => change({ is_active: false })}>${texts.offNow}</button>
      <button type="button" class="secondary" data-act="keep" @click=${() => ask(false)}>${texts.keep}</button>
    </div>
  </div>`;
}
