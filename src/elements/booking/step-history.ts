import type { Step } from './booking-steps.ts';

/** The key of our part of a history entry's state; the page's own state is kept. */
const KEY = 'cb-booking';

/**
 * Adds a history entry for the details, under the same address: Back returns to the times instead of leaving the page, Forward opens
 * the details again. Two widgets on a page have entries of different `name`.
 */
export class StepHistory {
  private readonly stop = new AbortController();
  private inside: boolean;

  constructor(
    private readonly name: string,
    /** Goes back to the times, where the step allows it. */
    leave: () => void,
    /** Opens the details of the time that was chosen last. */
    enter: () => void,
  ) {
    this.inside = this.isOurs;
    const moved = () => {
      const { inside } = this;
      this.inside = this.isOurs;
      if (inside && !this.inside) leave();
      if (!inside && this.inside) enter();
    };
    globalThis.addEventListener('popstate', moved, { signal: this.stop.signal });
  }

  /** Records that the visitor is at this step. */
  show(step: Step): void {
    const { history } = globalThis;
    if (step === 'choose' && this.isOurs) history.back();
    if (step !== 'details' || this.isOurs) return;
    try {
      history.pushState({ ...history.state, [KEY]: { ...history.state?.[KEY], [this.name]: location.href } }, '');
      this.inside = true;
    } catch {
      // Fails in a frame without its own address (`srcdoc`), or after too many changes in a short time: booking works without
      // history.
    }
  }

  dispose(): void {
    this.stop.abort();
  }

  /** The page may have copied our entry's state to another address. */
  private get isOurs(): boolean {
    return globalThis.history.state?.[KEY]?.[this.name] === location.href;
  }
}
