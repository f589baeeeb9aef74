import { describe, expect, it, vi } from 'vitest';
import { createStore } from '../../src/core/store.ts';

describe('a store', () => {
  it('freezes its values in depth', () => {
    const store = createStore({ draft: { answers: { goal: 'x' } }, list: [{ a: 1 }] });
    expect(() => Object.assign(store.state.draft.answers, { goal: 'y' })).toThrow(TypeError);
    expect(() => Object.assign(store.state.list[0] ?? {}, { a: 2 })).toThrow(TypeError);
  });

  it('leaves instances alone', () => {
    const error = new Error('x');
    createStore({ error });
    expect(Object.isFrozen(error)).toBe(false);
  });

  it('tells each subscriber until it stops', () => {
    const store = createStore(1);
    const seen: number[] = [];
    const listener = (state: number) => seen.push(state);
    const stopOne = store.subscribe(listener);
    store.subscribe(listener);
    store.set(2);
    stopOne();
    store.set(3);
    expect(seen).toEqual([2, 2, 3]);
  });

  it('never tells an older value after a newer one', () => {
    const store = createStore(0);
    const seen: number[] = [];
    store.subscribe((state) => {
      if (state === 1) store.set(2);
    });
    store.subscribe((state) => seen.push(state));
    store.set(1);
    expect(seen).toEqual([2]);
  });

  it('says nothing when nothing changed', () => {
    const store = createStore('same');
    const seen: string[] = [];
    store.subscribe((state) => seen.push(state));
    store.set('same');
    expect(seen).toEqual([]);
  });

  it('tells the others, and whoever changes it goes on, when a listener throws', () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = createStore(1);
    const seen: number[] = [];
    const fault = new Error('analytics is down');
    store.subscribe(() => {
      throw fault;
    });
    store.subscribe((state) => seen.push(state));
    expect(() => store.set(2)).not.toThrow();
    expect(seen).toEqual([2]);
    expect(reported.mock.calls).toEqual([[fault]]);
    reported.mockRestore();
  });
});
