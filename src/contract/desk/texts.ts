import * as z from 'zod/mini';

/** A text of one line without blanks at its ends, of at most `maximum` characters. */
export const oneLine = (maximum: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(maximum, { error: `must be at most ${maximum} characters` }),
      z.regex(/^\P{Cc}*$/u, { error: 'must be one line, without control characters' }),
    );

/** The address of a page or a picture; `example` is shown where it is none. */
export const pageAddress = (example: string) =>
  z
    .string()
    .check(
      z.maxLength(2000),
      z.regex(/^https?:\/\/[^\s\p{Cc}]+$/u, { error: `must be a web address such as ${example}` }),
    );
