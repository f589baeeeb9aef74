import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Accepts a file dropped on its host. */
export class FileDrop implements ReactiveController {
  /** True while a file is dragged over the host. */
  over = false;

  constructor(
    private readonly host: Host,
    private readonly take: (file: File) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('dragover', this.held);
    this.host.addEventListener('dragleave', this.left);
    this.host.addEventListener('drop', this.dropped);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('dragover', this.held);
    this.host.removeEventListener('dragleave', this.left);
    this.host.removeEventListener('drop', this.dropped);
  }

  private readonly held = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Otherwise the browser opens the file in place of the page.
    event.preventDefault();
    this.turn(true);
  };

  private readonly left = ({ relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && this.host.contains(relatedTarget))) this.turn(false);
  };

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.turn(false);
    const file = event.dataTransfer?.files[0];
    if (file) this.take(file);
  };

  private turn(over: boolean): void {
    if (over === this.over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}
