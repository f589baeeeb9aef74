import type { LazyElements } from './lazy-elements.ts';

/** Elements for coaches who offer session types, each in its own chunk; other pages do not load them. */
export const sellingElements = {
  'cb-payment': async () => (await import('../payment/payment.ts')).CbPayment,
  'cb-session-type-picker': async () =>
    (await import('../session-type-picker/session-type-picker.ts')).CbSessionTypePicker,
  'cb-session-type-summary': async () =>
    (await import('../session-type-picker/session-type-summary.ts')).CbSessionTypeSummary,
} as const satisfies LazyElements;
