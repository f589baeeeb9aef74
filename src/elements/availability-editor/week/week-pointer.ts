import { type Draft, newKey } from '../../../core/schedule-editor/draft.ts';
import { spanOf } from '../../../domain/availability/hours.ts';
import { type Dragged, drag, type Grip, type Place } from './week-drag.ts';

/** A drag under way. */
export interface Gesture {
  readonly id: string;
  /** The key of the hours being dragged or added. */
  readonly key: string;
  readonly grip: Grip;
}

/** The parts of the grid that a drag uses, and its callbacks. */
interface WeekPointerHost {
  readonly draft: () => Draft | undefined;
  readonly step: () => number;
  /** The box that scrolls. */
  readonly box: () => HTMLElement;
  readonly placeOf: (event: PointerEvent) => Place | undefined;
  readonly started: (gesture: Gesture) => void;
  readonly moved: (gesture: Gesture, to: Dragged) => void;
  readonly ended: (gesture: Gesture, abandoned: boolean) => void;
}

interface Running extends Gesture {
  readonly from: Place;
  readonly x: number;
  readonly y: number;
  readonly origin: Dragged;
  /** False until the pointer has moved further than `TREMBLE`. */
  started: boolean;
}

/** Pixels that a pointer may move before a press becomes a drag. */
const TREMBLE = 4;
/** Pixels from the edge of the box within which a drag scrolls it. */
const EDGE = 20;
let count = 0;

/** Turns presses and moves of a pointer on the week into drags of hours. Escape aborts a drag. */
export class WeekPointer {
  private running: Running | undefined;
  private swallow = false;

  constructor(private readonly host: WeekPointerHost) {}

  get busy(): boolean {
    return this.running !== undefined;
  }

  /** True once for the click event that follows a drag, which is not a click of the user. */
  takeClick(): boolean {
    const swallowed = this.swallow;
    this.swallow = false;
    return swallowed;
  }

  readonly down = (event: PointerEvent): void => {
    const target = event.target as HTMLElement;
    const draft = this.host.draft();
    this.swallow = false;
    if (event.button !== 0 || !target.closest('.column') || this.running || !draft) return;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset.key;
    // A finger scrolls, except on the focused block; a tap focuses a block, or adds hours on empty space.
    if (event.pointerType === 'touch' && !target.closest('button:focus')) return;
    const from = this.host.placeOf(event);
    if (!from) return;
    const hours = draft.weekly_hours.find((part) => part.key === key);
    const grip = hours ? ((target.dataset.grip as Grip | undefined) ?? 'body') : 'empty';
    // Of the part after midnight only the end can be dragged.
    if (hours && grip === 'body' && from.weekday !== hours.weekday) return;
    const span = hours ? spanOf(hours) : { start: from.minutes, end: from.minutes };
    this.running = {
      id: `drag-${++count}`,
      key: key ?? newKey(draft),
      grip,
      from,
      x: event.clientX,
      y: event.clientY,
      origin: { weekday: hours?.weekday ?? from.weekday, ...span },
      started: false,
    };
  };

  readonly move = (event: PointerEvent): void => {
    const { running } = this;
    const to = running && this.host.placeOf(event);
    if (!running || !to) return;
    // The button was released outside before the drag began.
    if (event.buttons === 0) this.end(true);
    else if (running.started || Math.hypot(event.clientX - running.x, event.clientY - running.y) >= TREMBLE) {
      if (!running.started) this.begin(running, event.pointerId);
      event.preventDefault();
      this.scrollAlong(event.clientY);
      this.host.moved(running, drag(running.grip, running.origin, running.from, to, this.host.step()));
    }
  };

  readonly up = (): void => {
    if (!this.running) return;
    this.swallow = this.running.started;
    this.end(false);
  };

  readonly cancel = (): void => this.end(true);

  private begin(running: Running, pointerId: number): void {
    running.started = true;
    this.host.box().setPointerCapture(pointerId);
    window.addEventListener('keydown', this.onKeydown);
    this.host.started(running);
  }

  private end(abandoned: boolean): void {
    const { running } = this;
    this.running = undefined;
    window.removeEventListener('keydown', this.onKeydown);
    if (running?.started) this.host.ended(running, abandoned);
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.end(true);
    this.swallow = true;
  };

  /** Near the edge of the box, a drag scrolls the week. */
  private scrollAlong(y: number): void {
    const box = this.host.box();
    const { top, bottom } = box.getBoundingClientRect();
    const head = box.querySelector('header')?.offsetHeight ?? 0;
    if (y > bottom - EDGE) box.scrollTop += 12;
    else if (y < top + head + EDGE) box.scrollTop -= 12;
  }
}
