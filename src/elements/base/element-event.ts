/** An event of an element. It bubbles and crosses shadow roots, so that a page can listen on the element it placed. */
export abstract class ElementEvent extends Event {
  /** The event's name, set by each class. */
  static readonly type: string;

  constructor(options?: Pick<EventInit, 'cancelable'>) {
    super(new.target.type, { bubbles: true, composed: true, ...options });
  }
}
