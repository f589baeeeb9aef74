/** True when one of the named properties changed; replacing one function by another does not count. */
export function isAnother(
  changed: ReadonlyMap<PropertyKey, unknown>,
  element: object,
  names: readonly string[],
): boolean {
  return names.some(
    (name) =>
      changed.has(name) &&
      (typeof changed.get(name) !== 'function' || typeof Reflect.get(element, name) !== 'function'),
  );
}
