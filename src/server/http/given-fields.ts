type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that a body has: fields that a change leaves out stay as they are. */
export function givenFields<T extends object>(body: T): Given<T> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Given<T>;
}
