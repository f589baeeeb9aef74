import type { Store } from '../ports.ts';

/** Tells those who watch a coach's times when they changed, in this process or in another one on the same store. */
export interface TimeChanges {
  /** How often the coach's times have changed. */
  count(coachId: string): Promise<number>;
  /** Calls `tell` with the new count after each change, until the returned function is called. */
  watch(coachId: string, tell: (count: number) => void): () => void;
}

/** Times on the machine's clock, not on the server's `Clock`: other processes make changes too. */
interface TimeChangesOptions {
  /** Time between two questions to the store about changes of others, milliseconds. @default 1000 */
  readonly askMs?: number;
  /** The same while the store hears others by itself. @default 15000 */
  readonly askRarelyMs?: number;
  /** Changes within this time are told together, milliseconds. @default 300 */
  readonly gatherMs?: number;
}

interface Watched {
  readonly listeners: Set<(count: number) => void>;
  /** The count that was told last, at first the one when watching began; undefined until that is read. */
  count: number | undefined;
  /** The store is not asked before this moment, by `performance.now()`. */
  quietUntil: number;
  looking: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Reports changes of this process at once, and those of other processes when the store hears of them or is asked. The store is not
 * asked while nobody watches.
 */
export function createTimeChanges(
  store: Pick<Store, 'changes' | 'listen' | 'hearOthers'>,
  { askMs = 1000, askRarelyMs = 15_000, gatherMs = 300 }: TimeChangesOptions = {},
): TimeChanges {
  const watched = new Map<string, Watched>();
  let asking: ReturnType<typeof setTimeout> | undefined;
  let others: ReturnType<NonNullable<Store['hearOthers']>> | undefined;

  const tell = (coachId: string, count: number) => {
    const known = watched.get(coachId);
    if (known === undefined || known.count === count) return;
    const isFirst = known.count === undefined;
    known.count = count;
    if (!isFirst) for (const listener of [...known.listeners]) listener(count);
  };

  /** Asks for the counts; a question that fails is repeated in the next round. */
  const look = async (coachIds: readonly string[]): Promise<void> => {
    if (coachIds.length === 0) return;
    const counts = await store.changes.counts(coachIds).catch(() => new Map<string, number>());
    for (const [coachId, count] of counts) tell(coachId, count);
  };

  const lookSoon = (coachId: string) => {
    const known = watched.get(coachId);
    if (known === undefined || known.looking !== undefined) return;
    const now = performance.now();
    known.looking = setTimeout(
      () => {
        known.looking = undefined;
        known.quietUntil = performance.now() + gatherMs;
        void look([coachId]);
      },
      Math.max(0, known.quietUntil - now),
    );
  };

  const askRound = () => {
    const wait = others?.isHeard() ? askRarelyMs : askMs;
    asking = setTimeout(async () => {
      await look([...watched.keys()]);
      if (watched.size > 0) askRound();
      else asking = undefined;
    }, wait);
    // In Node a timer keeps the process alive; this one must not.
    (asking as { unref?: () => void }).unref?.();
  };

  store.listen((change) => {
    if (change.about === 'times') lookSoon(change.coachId);
  });

  return {
    count: async (coachId) => (await store.changes.counts([coachId])).get(coachId) ?? 0,
    watch(coachId, listener) {
      others ??= store.hearOthers?.(lookSoon);
      const known: Watched = watched.get(coachId) ?? {
        listeners: new Set(),
        count: undefined,
        quietUntil: 0,
        looking: undefined,
      };
      watched.set(coachId, known);
      known.listeners.add(listener);
      if (known.count === undefined) void look([coachId]);
      if (asking === undefined) askRound();
      return () => {
        known.listeners.delete(listener);
        if (known.listeners.size > 0) return;
        clearTimeout(known.looking);
        if (watched.get(coachId) === known) watched.delete(coachId);
      };
    },
  };
}
