import * as z from 'zod/mini';
import { queryInt } from './values.ts';

/** Entries on a page of a list when a request does not say how many. */
export const DEFAULT_PAGE_SIZE = 20;

/** Entries that a request may ask for on one page at most. */
export const LARGEST_PAGE_SIZE = 100;

/** Which page of a list: how many entries to pass over, and how many to give. */
export const pageShape = {
  /** 0 when left out. */
  skip: z.optional(queryInt(0, 1_000_000)),
  /** `DEFAULT_PAGE_SIZE` when left out. */
  limit: z.optional(queryInt(1, LARGEST_PAGE_SIZE)),
};
