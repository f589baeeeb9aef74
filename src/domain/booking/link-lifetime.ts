import { DAY_MS } from '../time/units.ts';

/** A guest's signed link to a booking works at least this long, ms: after the session, and after it was renewed by mail. */
export const LINK_LIFETIME_MS = 30 * DAY_MS;
