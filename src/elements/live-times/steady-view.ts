import type { Slot } from '../../contract/availability.ts';
import type { Instant, LocalDate } from '../../contract/values.ts';
import type { PickerSource } from '../picker-state/picker-source.ts';
import type { PickerView } from '../picker-state/picker-view.ts';

/** The parts of the picker around that are read here. */
export interface PickerOnScreen extends HTMLElement {
  readonly day: LocalDate;
  selected: Instant;
  readonly renderRoot: Element | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
}

/** Keeps the day, and each time in its place, while times change and the visitor looks at them. */
export class SteadyView {
  /** The visitor's choice (coach and length, zone, month, day): nothing moves until it changes. */
  private asked: readonly unknown[] = [];
  private held: readonly Slot[] = [];
  private day = '';

  constructor(private readonly picker: () => PickerOnScreen | undefined) {}

  /** The next view is drawn as it is, because nobody looked at the times meanwhile. */
  release(): void {
    this.asked = [];
  }

  /**
   * The view with the day and the times that are on the screen. The place of one that is gone stays empty (`source.gone`) until the
   * visitor turns to something else; times that opened meanwhile appear then too.
   */
  of(view: PickerView, source: PickerSource): PickerView {
    const picker = this.picker();
    const asked = [source.availability, view.timeZone, view.month, picker?.day];
    const isSame = asked.every((part, index) => part === this.asked[index]) && asked.length === this.asked.length;
    const isKnown = view.status !== 'loading' && view.counts !== undefined;
    const open =
      isSame && isKnown && this.day !== view.day
        ? (source.availability?.month(view.month).days.get(this.day) ?? [])
        : view.slots;
    const starts = new Set(open.map(({ start }) => start));
    const left = this.held.filter(({ start }) => starts.has(start));
    if (!isKnown || !isSame || left.length === 0) {
      this.asked = isKnown ? asked : [];
      // The day stays the day shown when its last time is gone.
      const day = isKnown && isSame && this.day ? this.day : view.day;
      this.day = day;
      this.held = open;
      source.gone = undefined;
      return day === view.day ? view : { ...view, day, slots: open };
    }
    const gone = this.held.filter((slot) => !left.includes(slot)).map(({ start }) => start);
    this.keepFocus(gone, left);
    source.gone = gone.length > 0 ? new Set(gone) : undefined;
    return { ...view, day: this.day, slots: this.held };
  }

  /** Moves the focus to the nearest button when the button that has it is removed. */
  private keepFocus(gone: readonly string[], left: readonly Slot[]): void {
    const list = this.picker()?.renderRoot.querySelector<HTMLElementTagNameMap['cb-slot-list']>('cb-slot-list');
    const focused = list?.shadowRoot?.activeElement;
    const start = focused instanceof HTMLElement ? (focused.dataset.start ?? '') : '';
    if (!list || !gone.includes(start)) return;
    const next = left.find((slot) => slot.start > start) ?? left.at(-1);
    void this.picker()?.updateComplete.then(async () => {
      await list.updateComplete;
      const button = list.shadowRoot?.querySelector<HTMLElement>(`[data-start="${next?.start}"]`);
      (button ?? list).focus({ preventScroll: true });
    });
  }
}
