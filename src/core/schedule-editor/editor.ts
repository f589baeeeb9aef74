import type { Schedule } from '../../contract/schedule.ts';
import { type BookingError, isBookingError } from '../errors.ts';
import { createStore } from '../store.ts';
import { type Draft, draftOf, sameSchedule, scheduleOf } from './draft.ts';
import { applyEdit } from './edits.ts';
import { abandon, type History, historyOf, record, redo, settle, undo } from './history.ts';
import { problemsOf } from './problems.ts';
import { loadBookings } from './read-bookings.ts';
import { createPause, retryDelay } from './retry.ts';
import type { EditorOptions, ScheduleEditor } from './schedule-editor.ts';
import { disagreements, mergeSchedules, type Section, type Side } from './sections.ts';
import type { Editing, EditorState, SaveState } from './state.ts';

/** Makes the editor of one coach's schedule; `load` starts it. */
export function createScheduleEditor({ client, coachId, now = Date.now }: EditorOptions): ScheduleEditor {
  const store = createStore<EditorState>({ status: 'loading' });
  const pause = createPause();
  const params = { coach_id: coachId };
  let life = new AbortController();
  let saving = new AbortController();
  let etag: string | undefined;

  const editing = (): Editing | undefined => (store.state.status === 'editing' ? store.state : undefined);

  function change(part: Partial<Editing>): void {
    const state = editing();
    if (state) store.set({ ...state, ...part });
  }

  function setHistory(history: History<Draft>): void {
    const state = editing();
    if (!state || history === state.history) return;
    const draft = history.present;
    const save: SaveState =
      state.save.status === 'saved' || state.save.status === 'failed' ? { status: 'idle' } : state.save;
    if (draft === state.history.present) change({ history });
    else change({ history, save, dirty: !sameSchedule(draft, state.saved), problems: problemsOf(draft) });
  }

  async function read(
    signal: AbortSignal,
  ): Promise<{ readonly schedule: Schedule; readonly etag: string | undefined }> {
    let tag: string | undefined;
    const onResponse = (response: Response) => {
      tag = response.headers.get('etag') ?? undefined;
    };
    const schedule = await client.getSchedule({ params }, { signal, onResponse });
    return { schedule, etag: tag };
  }

  async function load(): Promise<void> {
    life.abort();
    saving.abort();
    life = new AbortController();
    const { signal } = life;
    store.set({ status: 'loading' });
    try {
      const { schedule, etag: tag } = await read(signal);
      if (signal.aborted) return;
      etag = tag;
      const draft = draftOf(schedule);
      const booked = { status: 'loading' } as const;
      const history = historyOf(draft);
      const problems = problemsOf(draft);
      store.set({
        status: 'editing',
        history,
        saved: schedule,
        dirty: false,
        problems,
        save: { status: 'idle' },
        booked,
      });
    } catch (problem) {
      if (!signal.aborted) store.set(failure(problem));
      return;
    }
    await reloadBookings(signal);
  }

  async function reloadBookings(signal = life.signal): Promise<void> {
    try {
      const bookings = await loadBookings(client, coachId, now(), signal);
      if (!signal.aborted) change({ booked: { status: 'ready', bookings } });
    } catch (problem) {
      if (signal.aborted) return;
      if (!isBookingError(problem)) throw problem;
      // Bookings loaded before are kept when a reload fails.
      if (editing()?.booked.status !== 'ready') change({ booked: { status: 'failed', problem } });
    }
  }

  async function save(): Promise<void> {
    const state = editing();
    if (!state?.dirty || state.problems.length > 0) return;
    if (state.save.status === 'saving') return;
    if (state.save.status === 'waiting') return pause.wake();
    saving = new AbortController();
    const { signal } = saving;
    const sent = scheduleOf(state.history.present);
    setHistory(settle(state.history));
    for (let attempt = 1; !signal.aborted; attempt++) {
      change({ save: { status: 'saving', attempt } });
      try {
        await write(sent, signal);
        return;
      } catch (problem) {
        if (signal.aborted) return;
        if (!isBookingError(problem)) throw problem;
        const delay = retryDelay(problem, attempt);
        if (delay === undefined) return change({ save: { status: 'failed', problem } });
        change({ save: { status: 'waiting', attempt, retryAt: now() + delay, problem } });
        await pause.wait(delay, signal);
      }
    }
  }

  async function write(sent: Schedule, signal: AbortSignal): Promise<void> {
    let tag: string | undefined;
    const onResponse = (response: Response) => {
      tag = response.headers.get('etag') ?? undefined;
    };
    try {
      const saved = await client.putSchedule({ params, body: sent }, { signal, ifMatch: etag, onResponse });
      if (!signal.aborted) settled(saved, tag);
    } catch (problem) {
      if (signal.aborted || !isBookingError(problem) || problem.status !== 412) throw problem;
      const theirs = await read(signal);
      if (signal.aborted) return;
      // An earlier attempt of this save arrived; only its answer was lost.
      if (sameSchedule(theirs.schedule, sent)) return settled(theirs.schedule, theirs.etag);
      showConflict(theirs.schedule, theirs.etag);
    }
  }

  function settled(saved: Schedule, tag: string | undefined): void {
    const state = editing();
    if (!state) return;
    etag = tag;
    change({ saved, dirty: !sameSchedule(state.history.present, saved), save: { status: 'saved', at: now() } });
    // Clients may have booked in the meantime.
    void reloadBookings();
  }

  let theirTag: string | undefined;

  function showConflict(theirs: Schedule, tag: string | undefined): void {
    const state = editing();
    if (!state) return;
    theirTag = tag;
    const found = disagreements(state.saved, state.history.present, theirs);
    change({ save: { status: 'conflict', theirs, found } });
  }

  async function resolve(choices: Partial<Record<Section, Side>>): Promise<void> {
    const state = editing();
    if (state?.save.status !== 'conflict') return;
    const { theirs } = state.save;
    const merged = mergeSchedules(scheduleOf(state.history.present), theirs, choices);
    etag = theirTag;
    change({ saved: theirs, save: { status: 'idle' } });
    const draft = applyEdit(state.history.present, { type: 'replace', schedule: merged });
    const history = record(state.history, draft);
    change({ history, dirty: !sameSchedule(draft, theirs), problems: problemsOf(draft) });
    await save();
  }

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    load,
    loadBookings: () => reloadBookings(),
    edit(edit, gesture) {
      const state = editing();
      if (state) setHistory(record(state.history, applyEdit(state.history.present, edit), gesture));
    },
    settle: () => withHistory(settle),
    abandon: (gesture) => withHistory((history) => abandon(history, gesture)),
    undo: () => withHistory(undo),
    redo: () => withHistory(redo),
    discard() {
      const state = editing();
      if (state?.dirty) setHistory(record(state.history, draftOf(state.saved)));
    },
    save,
    retryNow: () => pause.wake(),
    stopSaving() {
      saving.abort();
      change({ save: { status: 'idle' } });
    },
    resolve,
    postpone: () => change({ save: { status: 'idle' } }),
    dispose() {
      life.abort();
      saving.abort();
    },
  };

  function withHistory(step: (history: History<Draft>) => History<Draft>): void {
    const state = editing();
    if (state) setHistory(step(state.history));
  }
}

function failure(problem: unknown): EditorState {
  if (!isBookingError(problem)) throw problem;
  const states: Partial<Record<BookingError['kind'], EditorState>> = {
    unauthenticated: { status: 'signed-out', expired: problem.code === 'token_expired' },
    unsupported: { status: 'unsupported' },
    forbidden: { status: 'refused', problem },
    'not-found': { status: 'refused', problem },
  };
  return states[problem.kind] ?? { status: 'failed', problem };
}
