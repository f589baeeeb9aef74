import { register } from '../base/register.ts';

/** Loads and defines `<cb-sign-in>`; rejects when its script does not load. */
export async function loadSignIn(): Promise<void> {
  if (!customElements.get('cb-sign-in')) register('cb-sign-in', (await import('./sign-in.ts')).CbSignIn);
}
