import { ContextConsumer } from '@lit/context';
import { css, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { readInstant } from '../../contract/values.ts';
import { whenIdle } from '../../core/availability/idle.ts';
import { watchTimes } from '../../core/availability/watch-times.ts';
import { formatTime } from '../../domain/time/format.ts';
import { monthOf } from '../../domain/time/local-date.ts';
import { localDateAt } from '../../domain/time/zone.ts';
import { CbElement } from '../base/element.ts';
import { SlotGoneEvent } from '../base/slot-gone-event.ts';
import { bookingContext } from '../context/context.ts';
import { liveTimesEnglish } from '../i18n/picker/live-times.ts';
import type { PickerSource } from '../picker-state/picker-source.ts';
import type { PickerView } from '../picker-state/picker-view.ts';
import { formatFullDay } from '../words/format-dates.ts';
import { type PickerOnScreen, SteadyView } from './steady-view.ts';

/** The view of the picker around, and the source of its data. */
interface Panels {
  readonly view: PickerView;
  readonly source: PickerSource;
  readonly language: string;
  readonly selected: string;
}

/** A change is loaded after a random wait up to this, so that visitors of one coach do not all ask at the same moment, ms. */
const SPREAD_MS = 250;

/**
 * Keeps the times of the picker around it up to date while it is on the screen: learns that they changed, loads them again, and draws
 * them without moving anything. Shows nothing itself. Part of `<cb-availability-picker>`.
 */
export class CbLiveTimes extends CbElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  /** The view of the picker around, and the source of its data. */
  @property({ attribute: false }) panels: Panels | undefined;
  /** The moment when times were first on the screen, by `performance.now()`. */
  @property({ attribute: false }) since = 0;
  private readonly context = new ContextConsumer(this, { context: bookingContext, subscribe: true });
  private readonly held = new SteadyView(() => this.picker);
  /** The client and the coach whose changes are listened to; empty when none are. */
  private heard: readonly unknown[] = [];
  private leave: (() => number) | undefined;
  /** The moment from which changes may have been missed, as `since`, once it has been listening. */
  private missed: number | undefined;
  private isIdle = false;
  private isOnScreen = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The chosen time, once it was seen among the open ones. */
  private seen = '';
  private readonly observer = new IntersectionObserver(([entry]) => {
    this.isOnScreen = entry?.isIntersecting ?? false;
    this.follow();
  });

  private get picker(): PickerOnScreen | undefined {
    const root = this.getRootNode();
    return root instanceof ShadowRoot ? (root.host as PickerOnScreen) : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { picker } = this;
    const around = picker?.getRootNode();
    // Watches the whole widget: a visitor who fills in the form must also learn that the chosen time is gone.
    const widget = around instanceof ShadowRoot ? around.host : picker;
    if (widget) this.observer.observe(widget);
    document.addEventListener('visibilitychange', this.follow);
    addEventListener('online', this.follow);
    addEventListener('offline', this.follow);
    whenIdle(() => {
      this.isIdle = true;
      this.follow();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    document.removeEventListener('visibilitychange', this.follow);
    removeEventListener('online', this.follow);
    removeEventListener('offline', this.follow);
    this.isOnScreen = false;
    this.follow();
  }

  protected override updated(): void {
    this.follow();
    this.look();
  }

  protected override render() {
    return nothing;
  }

  /** Listens while the page and the widget can be seen and a time may still be chosen. */
  private readonly follow = (): void => {
    const source = this.panels?.source;
    const status = this.context.value?.flow.state.status ?? 'choosing';
    const isChoosing = status === 'choosing' || status === 'details' || status === 'authenticating';
    const isWanted =
      this.isConnected && this.isIdle && this.isOnScreen && isChoosing && !document.hidden && navigator.onLine;
    const wanted = isWanted && source?.client && source.coachId ? [source.client, source.coachId] : [];
    if (wanted.length === this.heard.length && wanted.every((part, index) => part === this.heard[index])) return;
    this.heard = wanted;
    // A later start resumes where this one ends; a change that was heard and not loaded yet is loaded then.
    const missed = this.leave?.() ?? this.missed ?? this.since;
    this.missed = this.timer === undefined ? missed : Number.NEGATIVE_INFINITY;
    this.leave = undefined;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.held.release();
    if (source) source.steady = undefined;
    const { client, coachId } = source ?? {};
    if (wanted.length === 0 || !source || !client?.fetch || !coachId) return;
    source.steady = (view) => this.held.of(view, source);
    this.leave = watchTimes(client, coachId).listen(() => this.refresh(), this.missed);
  };

  private refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.panels?.source.availability?.invalidate();
    }, Math.random() * SPREAD_MS);
  }

  /** The time the visitor has chosen and not yet sent. */
  private get chosen(): string {
    const flow = this.context.value?.flow.state;
    if (flow?.status === 'details') return flow.taken ? '' : flow.slot.start;
    return flow?.status === 'authenticating' ? flow.slot.start : (this.panels?.selected ?? '');
  }

  /** Says once that the chosen time is gone. */
  private look(): void {
    const { chosen, panels, leave } = this;
    const at = readInstant(chosen);
    if (!panels || !leave || at === undefined) return;
    const { source, view, language } = panels;
    const day = localDateAt(view.timeZone, at);
    const month = source.availability?.month(monthOf(day));
    if (month?.status !== 'ready') return;
    const isOpen = month.days.get(day)?.some(({ start }) => start === chosen) ?? false;
    if (isOpen) this.seen = chosen;
    if (isOpen || this.seen !== chosen) return;
    this.seen = '';
    const { picker } = this;
    const { hour12 } = source.reading;
    const time = formatTime(at, { locale: language, timeZone: view.timeZone, hour12 });
    const message = this.messages('liveTimes', liveTimesEnglish).gone(time, formatFullDay(day, language));
    if (!picker) return;
    if (picker.selected === chosen) picker.selected = '';
    const status = picker.renderRoot.querySelector('[role="status"]');
    if (picker.dispatchEvent(new SlotGoneEvent(chosen, message)) && status) status.textContent = message;
  }

  protected override get language(): string {
    return this.panels?.language ?? super.language;
  }
}
