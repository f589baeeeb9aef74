import type { FlowState } from '../../core/flow/state.ts';

/** The part of the form that the focus goes to after a change: where the eye goes. Undefined: it stays. */
export function focusAfter(now: FlowState, before: FlowState | undefined): string | undefined {
  // The sign-in is gone: without a new place the focus would fall back to the page.
  if (now.status === 'submitting') return before?.status === 'authenticating' ? '.primary' : undefined;
  if (now.status === 'authenticating') return now.way === 'ask' ? 'cb-sign-in, [part=host-sign-in]' : undefined;
  if (now.status !== 'details') return undefined;
  const known = before?.status === 'details' ? before : undefined;
  if (now.taken && !known?.taken) return '[part=taken]';
  if (now.problem && now.problem !== known?.problem) return '.panel.bad';
  return before?.status === 'authenticating' ? '[data-heading]' : undefined;
}
