import { property } from 'lit/decorators.js';
import type { Draft } from '../../../core/schedule-editor/draft.ts';
import type { Edit } from '../../../core/schedule-editor/edits.ts';
import type { DraftProblem } from '../../../core/schedule-editor/problems.ts';
import { CbElement } from '../../base/element.ts';
import { type EditorMessages, editorEnglish } from '../../i18n/editor.ts';
import { GestureEndEvent, ScheduleEditEvent } from './edit-events.ts';
import { InvalidEntries } from './invalid-entries.ts';
import { problemText, type Reading } from './schedule-text.ts';

/** The faults about dates of weekly hours. */
const aboutDates: readonly string[] = ['validBackwards', 'noAnchor'];

/** The base of the editor's parts: they show a draft and request changes by events. */
export abstract class EditorPart extends CbElement {
  @property({ attribute: false }) draft: Draft | undefined;
  @property({ attribute: false }) problems: readonly DraftProblem[] = [];
  /** 12-hour clock; the language's default when left out. */
  @property({ attribute: false }) hour12: boolean | undefined;
  /** Clock, epoch ms. */
  @property({ attribute: false }) now: () => number = Date.now;

  /** Invalid texts in this part's fields. */
  protected readonly invalid = new InvalidEntries(this, () => this.language);

  protected get texts(): EditorMessages {
    return this.messages('editor', editorEnglish);
  }

  protected get reading(): Reading {
    return { locale: this.language, hour12: this.hour12, t: this.texts };
  }

  protected edit(edit: Edit, gesture?: string): void {
    this.dispatchEvent(new ScheduleEditEvent(edit, gesture));
  }

  /** Ends a gesture: all its changes are one undo step. */
  protected endGesture(gesture: string): void {
    this.dispatchEvent(new GestureEndEvent(gesture, false));
  }

  /** True when a problem of these hours is about their times, not about the dates between which they apply. */
  protected hasWrongTimes(key: string): boolean {
    return this.problems.some((problem) => problem.key === key && !aboutDates.includes(problem.fault.code));
  }

  /** Problems of one part of the draft, in words. */
  protected problemsAt(key: string): readonly string[] {
    return this.problems.filter((problem) => problem.key === key).map(({ fault }) => problemText(fault, this.reading));
  }
}
