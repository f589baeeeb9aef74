import { addEntry, isAtEntry } from '../context/history-entry.ts';
import type { Step } from './booking-steps.ts';

/**
 * Adds a history entry for the details, under the same address: Back returns to the times instead of leaving the page, Forward opens
 * the details again. Two widgets on a page have entries of different `name`.
 */
export class StepHistory {
  private readonly stop = new AbortController();
  private inside: boolean;
  /** True from the call of `back()` until its `popstate`: browsers go back asynchronously, WebKit last. */
  private leaving = false;
  private step: Step = 'choose';

  constructor(
    private readonly name: string,
    /** Goes back to the times, where the step allows it. */
    leave: () => void,
    /** Opens the details of the time that was chosen last. */
    enter: () => void,
  ) {
    this.inside = this.isOurs;
    const moved = () => {
      const { inside, leaving } = this;
      this.leaving = false;
      this.inside = this.isOurs;
      // Another time was chosen meanwhile.
      if (leaving && !this.inside) return this.show(this.step);
      if (inside && !this.inside) leave();
      if (!inside && this.inside) enter();
    };
    globalThis.addEventListener('popstate', moved, { signal: this.stop.signal });
  }

  /** Records that the visitor is at this step. */
  show(step: Step): void {
    this.step = step;
    if (this.leaving) return;
    if (step === 'choose' && this.isOurs) {
      this.leaving = true;
      globalThis.history.back();
    }
    if (step === 'details' && !this.isOurs && addEntry(this.name, location.href)) this.inside = true;
  }

  dispose(): void {
    this.stop.abort();
  }

  private get isOurs(): boolean {
    return isAtEntry(this.name, location.href);
  }
}
