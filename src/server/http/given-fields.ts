type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields of a body that are there: what a request leaves out of a change stays as it is. */
export function givenFields<T extends object>(body: T): Given<T> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Given<T>;
}
