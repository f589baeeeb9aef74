import { CbSignIn } from '../sign-in/sign-in.ts';
import { CbTimeZonePicker } from '../time-zone-picker/time-zone-picker.ts';
import { CbExceptionCalendar } from './exceptions/exception-calendar.ts';
import { CbExceptionForm } from './exceptions/exception-form.ts';
import { CbExceptions } from './exceptions/exceptions.ts';
import { CbTravel } from './exceptions/travel.ts';
import { CbSpanField } from './fields/span-field.ts';
import { CbTimeField } from './fields/time-field.ts';
import { CbAskDialog } from './part/ask-dialog.ts';
import { CbRules } from './rules/rules.ts';
import { CbSessionLengths } from './rules/session-lengths.ts';
import { CbClientPreview } from './shell/client-preview.ts';
import { CbConflictView } from './shell/conflict-view.ts';
import { CbSaveBar } from './shell/save-bar.ts';
import { CbCopyDialog } from './week/copy-dialog.ts';
import { CbHoursDialog } from './week/hours-dialog.ts';
import { CbWeekGrid } from './week/week-grid.ts';
import { CbWeekList } from './week/week-list.ts';
import { CbWeekPanel } from './week/week-panel.ts';

/** The elements of the editor, by tag. */
export const editorParts = {
  'cb-ask-dialog': CbAskDialog,
  'cb-client-preview': CbClientPreview,
  'cb-conflict-view': CbConflictView,
  'cb-copy-dialog': CbCopyDialog,
  'cb-exception-calendar': CbExceptionCalendar,
  'cb-exception-form': CbExceptionForm,
  'cb-exceptions': CbExceptions,
  'cb-hours-dialog': CbHoursDialog,
  'cb-rules': CbRules,
  'cb-save-bar': CbSaveBar,
  'cb-session-lengths': CbSessionLengths,
  'cb-sign-in': CbSignIn,
  'cb-span-field': CbSpanField,
  'cb-time-field': CbTimeField,
  'cb-time-zone-picker': CbTimeZonePicker,
  'cb-travel': CbTravel,
  'cb-week-grid': CbWeekGrid,
  'cb-week-list': CbWeekList,
  'cb-week-panel': CbWeekPanel,
} as const;
