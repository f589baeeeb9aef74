import type { Step } from './booking-steps.ts';

/** Holds our part of an entry's state; what the page and its router keep there stays. */
const KEY = 'cb-booking';

/**
 * Makes the details an entry of the browser's history, under the same address: Back returns to the times instead of leaving the page.
 * Two widgets on a page tell their entries apart by `name`.
 */
export class StepHistory {
  private readonly stop = new AbortController();
  private inside: boolean;

  constructor(
    private readonly name: string,
    /** Goes to the times from wherever that can be done. */
    leave: () => void,
  ) {
    this.inside = this.isOurs;
    const moved = () => {
      const { inside } = this;
      this.inside = this.isOurs;
      if (inside && !this.inside) leave();
    };
    globalThis.addEventListener('popstate', moved, { signal: this.stop.signal });
  }

  /** The visitor is at this step now. */
  show(step: Step): void {
    const { history } = globalThis;
    if (step === 'choose' && this.isOurs) history.back();
    if (step !== 'details' || this.isOurs) return;
    try {
      history.pushState({ ...history.state, [KEY]: { ...history.state?.[KEY], [this.name]: location.href } }, '');
      this.inside = true;
    } catch {
      // A frame without an address of its own (`srcdoc`), or too many changes in a short time: the booking goes on without.
    }
  }

  dispose(): void {
    this.stop.abort();
  }

  /** The page may have turned to another address with the state of our entry. */
  private get isOurs(): boolean {
    return globalThis.history.state?.[KEY]?.[this.name] === location.href;
  }
}
