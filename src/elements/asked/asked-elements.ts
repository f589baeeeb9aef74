import type { ElementClass } from '../base/register.ts';

/**
 * Parts of the form, the confirmation and the sign-in that few visitors see: where a coach has a privacy notice or words to agree
 * to, and what a visitor asks for. Each is in its own chunk; the size limit of the journey leaves them out.
 */
export const askedElements = {
  'cb-consent': async () => (await import('../consent/consent.ts')).CbConsent,
  'cb-mail-note': async () => (await import('../mail-note/mail-note.ts')).CbMailNote,
  'cb-password-reset': async () => (await import('../password-reset/password-reset.ts')).CbPasswordReset,
} as const satisfies Readonly<Record<`cb-${string}`, () => Promise<ElementClass>>>;
