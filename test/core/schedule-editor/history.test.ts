import { describe, expect, it } from 'vitest';
import { abandon, historyOf, record, redo, settle, undo } from '../../../src/core/schedule-editor/history.ts';

describe('the history', () => {
  it('takes steps back and does them again', () => {
    const two = record(record(historyOf('a'), 'b'), 'c');
    expect(undo(two).present).toBe('b');
    expect(undo(undo(undo(two))).present).toBe('a');
    expect(redo(undo(two))).toMatchObject({ present: 'c', past: ['a', 'b'], future: [] });
    expect(redo(two)).toBe(two);
  });

  it('forgets what was taken back once something else is done', () => {
    const changed = record(undo(record(historyOf('a'), 'b')), 'c');
    expect(changed.future).toEqual([]);
    expect(undo(changed).present).toBe('a');
  });

  it('counts a gesture as one step, and the same gesture begun again as another', () => {
    const drag = ['b', 'c', 'd'].reduce((history, step) => record(history, step, 'drag'), historyOf('a'));
    expect(drag.past).toEqual(['a']);
    expect(undo(drag).present).toBe('a');
    expect(record(settle(drag), 'e', 'drag').past).toEqual(['a', 'd']);
  });

  it('drops a gesture that was broken off without a trace', () => {
    const drag = record(record(historyOf('a'), 'b'), 'c', 'drag');
    expect(abandon(drag, 'drag')).toMatchObject({ present: 'b', past: ['a'], future: [] });
    expect(abandon(drag, 'another')).toBe(drag);
  });

  it('does nothing where nothing changed', () => {
    const history = historyOf('a');
    expect(record(history, 'a', 'drag')).toBe(history);
    expect(undo(history)).toBe(history);
  });
});
