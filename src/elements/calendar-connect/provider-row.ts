import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarConnection } from '../../contract/calendar.ts';
import type { CalendarConnections } from '../../core/calendar-connect/connections.ts';
import type { ConnectPhase } from '../../core/calendar-connect/phase.ts';
import { alertIcon, calendarIcon, checkIcon } from '../base/booking-icons.ts';
import type { CalendarConnectMessages } from '../i18n/calendar-connect.ts';
import { problemWords } from './connection-text.ts';

/** The data of one provider's row. */
interface ConnectRow {
  readonly connection: CalendarConnection;
  readonly phase: ConnectPhase | undefined;
  readonly side: 'client' | 'coach';
  /** The time of the last update, in words; '' when there was none. */
  readonly lastSync: string;
  /** True while the question about disconnecting is open. */
  readonly asking: boolean;
  /** The reason why the last action failed, in words. */
  readonly failure: string;
  /** True when the provider's window is open. */
  readonly windowOpen: boolean;
}

/** The actions on a row. */
interface ConnectActions {
  readonly connect: () => void;
  readonly ask: (asking: boolean) => void;
  readonly disconnect: () => void;
  readonly showWindow: () => void;
  readonly dismiss: () => void;
}

/** One provider: its name, its status, and its actions. */
export function connectRow(row: ConnectRow, actions: ConnectActions, t: CalendarConnectMessages): TemplateResult {
  const { provider, configured, status } = row.connection;
  return html`<li part="connection ${provider} ${configured ? status : 'not-configured'}">
    <span class="sign">${calendarIcon}</span>
    <div class="facts">
      <h4 id=${provider} tabindex="-1">${t.provider[provider]}</h4>
      ${configured ? facts(row, t) : html`<p class="quiet">${t.notConfigured}</p>`}
    </div>
    ${configured ? html`<div class="buttons">${buttons(row, actions, t)}</div>` : nothing} ${more(row, actions, t)}
  </li>`;
}

function facts({ connection, lastSync }: ConnectRow, t: CalendarConnectMessages): TemplateResult {
  const { status, account, last_error } = connection;
  const words = {
    connected: account ? t.connectedAs(account) : t.connected,
    reconnect_needed: t.reconnectNeeded,
    disconnected: t.notConnected,
  }[status];
  const icon = { connected: checkIcon, reconnect_needed: alertIcon, disconnected: nothing }[status];
  return html`<p class="status ${status}" part="status ${status}">${icon}<span>${words}</span></p>
    ${status === 'connected' ? html`<p class="quiet" part="last-sync">${lastSync ? t.lastSync(lastSync) : t.neverSynced}</p>` : nothing}
    ${last_error && status !== 'disconnected' ? html`<p class="bad-words" part="last-error">${t.lastError(last_error)}</p>` : nothing}`;
}

function buttons(row: ConnectRow, actions: ConnectActions, t: CalendarConnectMessages): unknown {
  const { connection, phase, asking } = row;
  const { provider, status } = connection;
  const name = t.provider[provider];
  const busy = phase !== undefined && phase.kind !== 'failed';
  if (phase?.kind === 'waiting' || asking) return nothing;
  const act = status === 'reconnect_needed' ? t.reconnect : t.connect;
  const working = { opening: t.opening, finishing: t.finishing, disconnecting: t.disconnecting, failed: '' };
  const connect = (kind: string) => html`<button
    type="button" class=${kind} part="connect" data-act="connect" aria-label=${t.about(act, name)}
    aria-disabled=${busy ? 'true' : 'false'} @click=${() => !busy && actions.connect()}
  >${(phase && working[phase.kind]) || act}</button>`;
  const disconnect = html`<button
    type="button" class="plain" part="disconnect" data-act="disconnect" data-provider=${provider} aria-label=${t.about(t.disconnect, name)}
    aria-disabled=${busy ? 'true' : 'false'} @click=${() => !busy && actions.ask(true)}
  >${phase?.kind === 'disconnecting' ? working.disconnecting : t.disconnect}</button>`;
  if (status === 'disconnected') return connect('secondary');
  return status === 'reconnect_needed' ? [connect('primary'), disconnect] : disconnect;
}

function more(row: ConnectRow, actions: ConnectActions, t: CalendarConnectMessages): unknown {
  const { connection, phase, side, asking, failure, windowOpen } = row;
  const name = t.provider[connection.provider];
  if (phase?.kind === 'waiting') {
    return html`<div class="more panel" part="waiting">
      <p data-said tabindex="-1">${t.waiting(name)}</p>
      <div class="buttons">
        ${windowOpen ? html`<button type="button" class="secondary" data-act="show-window" @click=${actions.showWindow}>${t.showWindow}</button>` : nothing}
        <button type="button" class="plain" data-act="stop" @click=${actions.dismiss}>${t.stopWaiting}</button>
      </div>
    </div>`;
  }
  if (failure) {
    return html`<div class="more panel bad" part="problem">
      <p role="alert">${failure}</p>
      <div class="buttons"><button type="button" class="plain" data-act="dismiss" @click=${actions.dismiss}>${t.dismiss}</button></div>
    </div>`;
  }
  if (!asking) return nothing;
  const onKeydown = (event: KeyboardEvent) => event.key === 'Escape' && actions.ask(false);
  return html`<div class="more panel" role="group" aria-labelledby="ask-${connection.provider}" part="question" @keydown=${onKeydown}>
    <p class="panel-title" id="ask-${connection.provider}">${t.disconnectQuestion(name)}</p>
    <p>${t.disconnectMeans[side]}</p>
    <div class="buttons">
      <button type="button" class="primary danger" part="disconnect-now" data-act="disconnect-now" @click=${actions.disconnect}>${t.disconnect}</button>
      <button type="button" class="secondary" data-act="keep" @click=${() => actions.ask(false)}>${t.keep}</button>
    </div>
  </div>`;
}

/** The providers as rows, or the view in place of them. */
export function connectList(
  { state, load }: CalendarConnections,
  row: (connection: CalendarConnection) => TemplateResult,
  t: CalendarConnectMessages,
  locale: string,
): TemplateResult {
  const { status, connections, problem } = state;
  if (status === 'unsupported') return html`<p class="alone">${t.unsupported}</p>`;
  if (status === 'loading') return bones(t);
  if (problem && connections.length === 0) {
    return html`<div class="alone"><div class="panel bad" role="alert">
      <p>${problemWords(problem, t, locale)}</p>
      <div class="buttons"><button type="button" class="secondary" @click=${load}>${t.tryAgain}</button></div>
    </div></div>`;
  }
  if (connections.every(({ configured }) => !configured)) return html`<p class="alone">${t.noneConfigured}</p>`;
  return html`<ul role="list">${connections.map(row)}</ul>`;
}

/** A skeleton with the layout of the rows. */
function bones(t: CalendarConnectMessages): TemplateResult {
  const bone = html`<li>
    <span class="sign"></span>
    <div class="facts"><p><span class="bone short"></span></p><p><span class="bone"></span></p></div>
  </li>`;
  return html`<p class="visually-hidden">${t.loading}</p><ul aria-hidden="true">${[bone, bone]}</ul>`;
}
