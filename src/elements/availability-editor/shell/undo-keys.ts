import type { ReactiveController, ReactiveControllerHost } from 'lit';

function hasOpenModal(root: Document | ShadowRoot): boolean {
  if (root.querySelector('dialog:modal')) return true;
  return [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && hasOpenModal(shadowRoot));
}

/** Turns Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z into undo and redo of the draft. */
export class UndoKeys implements ReactiveController {
  /** Text is being typed that no edit contains yet: Ctrl+Z belongs to the field. */
  private typing = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly turnBack: (direction: 'undo' | 'redo') => void,
  ) {
    host.addController(this);
    host.addEventListener('input', () => this.setTyping(true));
    host.addEventListener('focusout', () => this.setTyping(false));
    host.addEventListener('cb-schedule-edit', () => this.setTyping(false));
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.onKeydown);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.onKeydown);
  }

  private setTyping(typing: boolean): void {
    this.typing = typing;
  }

  /** Also handled when nothing has the focus, because the focused part may have been removed. */
  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (!event.composedPath().includes(this.host) && event.target !== document.body) return;
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.typing || (key !== 'z' && key !== 'y')) return;
    // Behind a modal dialog nothing may change by keyboard.
    if (hasOpenModal(document)) return;
    event.preventDefault();
    this.turnBack(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  };
}
