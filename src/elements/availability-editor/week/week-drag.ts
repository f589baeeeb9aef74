import { snap } from '../../../core/schedule-editor/clock.ts';
import { DAY_MINUTES } from '../../../domain/time/units.ts';

/** A place in the week: weekday Monday 1 to Sunday 7, minutes since its midnight (not snapped). */
export interface Place {
  readonly weekday: number;
  readonly minutes: number;
}

/** The part that a pointer drags. */
export type Grip = 'body' | 'start' | 'end' | 'empty';

/** The hours after a drag. */
export interface Dragged {
  readonly weekday: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The hours after a pointer moved from one place to another.
 *
 * @param origin the hours when the drag began; for `empty`, the place that was pressed, with no length
 */
export function drag(grip: Grip, origin: Dragged, from: Place, to: Place, step: number): Dragged {
  const moved = to.minutes - from.minutes;
  switch (grip) {
    case 'empty': {
      const [low, high] = [Math.min(from.minutes, to.minutes), Math.max(from.minutes, to.minutes)];
      // A small move past a line still snaps to the line.
      const give = step * 0.15;
      const start = Math.min(DAY_MINUTES - step, Math.floor((low + give) / step) * step);
      const end = Math.min(DAY_MINUTES, Math.ceil((high - give) / step) * step);
      return { weekday: origin.weekday, start, end: Math.max(start + step, end) };
    }
    case 'body': {
      const length = origin.end - origin.start;
      const last = origin.end > DAY_MINUTES ? DAY_MINUTES - step : DAY_MINUTES - length;
      const start = Math.min(Math.max(0, snap(origin.start + moved, step)), Math.max(0, last));
      return { weekday: to.weekday, start, end: start + length };
    }
    case 'start': {
      const start = Math.max(0, origin.end - DAY_MINUTES, snap(to.minutes, step));
      return { ...origin, start: Math.min(start, origin.end - step, DAY_MINUTES - step) };
    }
    case 'end': {
      // On the next day and above the block's start, the end is on that day; lower down, the pointer has only strayed sideways.
      const nextDay = to.weekday === (origin.weekday % 7) + 1 && to.minutes <= origin.start;
      const end = snap(to.minutes, step) + (nextDay ? DAY_MINUTES : 0);
      return { ...origin, end: Math.min(Math.max(origin.start + step, end), origin.start + DAY_MINUTES) };
    }
  }
}
