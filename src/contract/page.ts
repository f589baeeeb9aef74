import * as z from 'zod/mini';
import { queryInt } from './values.ts';

/** Entries on a page of a list when a request names no number. */
export const DEFAULT_PAGE_SIZE = 20;

/** The most entries on one page. */
export const LARGEST_PAGE_SIZE = 100;

/** The page of a list: how many entries to skip, and how many to give. */
export const pageShape = {
  /** Default 0. */
  skip: z.optional(queryInt(0, 1_000_000)),
  /** Default `DEFAULT_PAGE_SIZE`. */
  limit: z.optional(queryInt(1, LARGEST_PAGE_SIZE)),
};
