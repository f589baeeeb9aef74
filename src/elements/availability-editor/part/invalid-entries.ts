import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { labelled } from '../../../domain/language/labelled.ts';
import { ElementEvent } from '../../base/element-event.ts';

/** Text in a field that cannot be taken over into the draft. */
export interface InvalidEntry {
  /** What is wrong, with the field's name: `Length: write a whole number from 15 to 480`. */
  readonly text: string;
  /** Moves the focus to the field. */
  readonly focus: () => void;
  /** Drops the text: the field shows the draft's value again. */
  readonly forget: () => void;
}

/** A field has invalid text. A listener adds to `withdrawn` what to do when it is valid again. */
class InvalidEntryEvent extends ElementEvent {
  static override readonly type = 'cb-invalid-entry';
  readonly withdrawn: (() => void)[] = [];
  constructor(readonly entry: InvalidEntry) {
    super();
  }
}

/** The invalid entries of one part's fields, by the fields' names. They stay in their fields until they are corrected. */
export class InvalidEntries implements ReactiveController {
  private readonly held = new Map<string, { readonly message: string; readonly event: InvalidEntryEvent }>();

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly locale: () => string,
  ) {
    host.addController(this);
  }

  /** The error of a field; undefined when it has none. */
  message(name: string): string | undefined {
    return this.held.get(name)?.message;
  }

  /** Stores a field's error, which is shown under it and reported to the editor. */
  report(name: string, label: string, message: string, field: HTMLElement): void {
    this.withdraw(name);
    const event = new InvalidEntryEvent({
      text: labelled(label, message, this.locale()),
      focus: () => field.focus(),
      forget: () => this.accept(name),
    });
    this.held.set(name, { message, event });
    this.host.dispatchEvent(event);
    this.host.requestUpdate();
  }

  /** Removes a field's error: its text is valid again, or dropped. */
  accept(name: string): void {
    if (!this.held.has(name)) return;
    this.withdraw(name);
    this.host.requestUpdate();
  }

  /** A removed field has no entry. */
  hostDisconnected(): void {
    for (const name of [...this.held.keys()]) this.withdraw(name);
  }

  private withdraw(name: string): void {
    const known = this.held.get(name);
    this.held.delete(name);
    for (const tell of known?.event.withdrawn ?? []) tell();
  }
}

/** An invalid entry, and the place (a tab) where it was made. */
interface PlacedEntry {
  readonly entry: InvalidEntry;
  readonly place: string;
}

/** Collects the invalid entries of everything inside its host. */
export class InvalidEntryList {
  private entries: readonly PlacedEntry[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    /** Gives the place (a tab) of a new entry. */
    private readonly place: () => string = () => '',
  ) {
    host.addEventListener(InvalidEntryEvent.type, (event) => this.add(event as InvalidEntryEvent));
  }

  get all(): readonly PlacedEntry[] {
    return this.entries;
  }

  /** Drops all entries. */
  forget(): void {
    for (const { entry } of this.entries) entry.forget();
  }

  private add({ entry, withdrawn }: InvalidEntryEvent): void {
    this.set([...this.entries, { entry, place: this.place() }]);
    withdrawn.push(() => this.set(this.entries.filter((other) => other.entry !== entry)));
  }

  private set(entries: readonly PlacedEntry[]): void {
    this.entries = entries;
    this.host.requestUpdate();
  }
}

declare global {
  interface HTMLElementEventMap {
    'cb-invalid-entry': InvalidEntryEvent;
  }
}
