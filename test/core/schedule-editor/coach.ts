import { type BookingClient, createBookingClient } from '../../../src/core/client/client.ts';
import { createScheduleEditor } from '../../../src/core/schedule-editor/editor.ts';
import type { ScheduleEditor } from '../../../src/core/schedule-editor/schedule-editor.ts';
import type { Editing } from '../../../src/core/schedule-editor/state.ts';
import { createMockServer, type MockServer, SEED_PASSWORD, seed } from '../../../src/mock/index.ts';

/** What may come between the coach and the server: a reply of its own, or a rejection. */
export type Interruption = (request: Request) => Promise<Response | undefined> | Response | undefined;

/** A coach at the editor, against the real server. */
export interface CoachAtWork {
  readonly server: MockServer;
  readonly client: BookingClient;
  readonly editor: ScheduleEditor;
  /** The state, which must be `editing`. */
  editing(): Editing;
  /** Comes between from now on; undefined for nothing. */
  interrupt(next: Interruption | undefined): void;
}

/** Signs the first coach of the seed in and opens the editor. */
export async function openEditor(): Promise<CoachAtWork> {
  const server = createMockServer({ clock: '2025-11-05T10:30:00Z' });
  let interruption: Interruption | undefined;
  const fetch = async (request: Request) => (await interruption?.(request)) ?? server.fetch(request);
  const client = createBookingClient({ api: 'http://coach.test', fetch, retries: 0 });
  await client.session.logIn({ email: seed.coach.email, password: SEED_PASSWORD });
  const editor = createScheduleEditor({ client, coachId: seed.coach.id, now: server.clock.now });
  await editor.load();
  return {
    server,
    client,
    editor,
    editing() {
      if (editor.state.status !== 'editing') throw new Error(`the editor is ${editor.state.status}`);
      return editor.state;
    },
    interrupt(next) {
      interruption = next;
    },
  };
}
