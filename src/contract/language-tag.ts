import * as z from 'zod/mini';

/** A language, a BCP 47 tag such as `de-AT`. */
export const languageTag = z.string().check(z.maxLength(35), z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
