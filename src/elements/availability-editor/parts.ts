import { CbSignIn } from '../sign-in.ts';
import { CbTimeZonePicker } from '../time-zone-picker.ts';
import { CbAskDialog } from './ask-dialog.ts';
import { CbClientPreview } from './client-preview.ts';
import { CbConflictView } from './conflict-view.ts';
import { CbCopyDialog } from './copy-dialog.ts';
import { CbExceptionCalendar } from './exception-calendar.ts';
import { CbExceptionForm } from './exception-form.ts';
import { CbExceptions } from './exceptions.ts';
import { CbHoursDialog } from './hours-dialog.ts';
import { CbRules } from './rules.ts';
import { CbSaveBar } from './save-bar.ts';
import { CbSessionLengths } from './session-lengths.ts';
import { CbSpanField } from './span-field.ts';
import { CbTimeField } from './time-field.ts';
import { CbTravel } from './travel.ts';
import { CbWeekGrid } from './week-grid.ts';
import { CbWeekList } from './week-list.ts';
import { CbWeekPanel } from './week-panel.ts';

/** Elements the editor is made of, by tag. */
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
