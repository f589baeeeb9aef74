import type { Schedule } from '../../contract/schedule.ts';
import { MINUTE_MS } from '../../domain/time/units.ts';
import type { Buffers } from '../ports.ts';

/** The buffers that a schedule keeps around each session. */
export function buffersOf(schedule: Schedule): Buffers {
  return { before: schedule.buffer_before_minutes * MINUTE_MS, after: schedule.buffer_after_minutes * MINUTE_MS };
}
