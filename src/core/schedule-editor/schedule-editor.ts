import type { Endpoints } from '../../contract/endpoints.ts';
import type { Calls } from '../client/call.ts';
import type { Store } from '../store.ts';
import type { Edit } from './edits.ts';
import type { Section, Side } from './sections.ts';
import type { EditorState } from './state.ts';

/** The calls an editor needs. */
export type EditorClient = Pick<Calls<Endpoints>, 'getSchedule' | 'putSchedule' | 'listCoachBookings'>;

/** Options of an editor: the client, and whose schedule is edited. */
export interface EditorOptions {
  readonly client: EditorClient;
  readonly coachId: string;
  /** Clock, epoch ms. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** One coach's schedule while it is edited: a store of `EditorState` and the coach's actions. Failures are in the state. */
export interface ScheduleEditor extends Store<EditorState> {
  /** Loads the schedule and the bookings; unsaved changes are dropped. */
  load(): Promise<void>;
  /** Loads the bookings again. */
  loadBookings(): Promise<void>;
  /** Makes a change. Changes of one `gesture` are undone as one. */
  edit(edit: Edit, gesture?: string): void;
  /** Ends a gesture; `abandon` takes it back. */
  settle(): void;
  abandon(gesture: string): void;
  undo(): void;
  redo(): void;
  /** Drops all changes since the last save; undo restores them. */
  discard(): void;
  /**
   * Writes the draft. Tries again by itself while the network or the server fails, and stops at a conflict.
   * Nothing happens while there are problems. Edits made meanwhile stay unsaved.
   */
  save(): Promise<void>;
  /** Ends the wait before the next try. */
  retryNow(): void;
  /** Stops trying; the changes stay. */
  stopSaving(): void;
  /** Ends a conflict: the other version with the chosen sections of mine becomes the draft and is saved; undo restores mine. */
  resolve(choices: Partial<Record<Section, Side>>): Promise<void>;
  /** Returns to editing without ending the conflict; the next save finds it again. */
  postpone(): void;
  /** Aborts all work and calls no listener any more. */
  dispose(): void;
}
