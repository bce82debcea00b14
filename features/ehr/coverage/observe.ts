/** Where values stand in a resource, and which of them a reader looked at. Positions in lists do not count. */

/** Every value of a resource with its path: "code.coding.display". */
export const valuesOf = (node: unknown, path = ''): { path: string; value: unknown }[] => {
  if (Array.isArray(node)) return node.flatMap((item) => valuesOf(item, path));
  if (typeof node !== 'object' || node === null) return [{ path, value: node }];
  return Object.entries(node).flatMap(([name, child]) => valuesOf(child, path === '' ? name : `${path}.${name}`));
};

/** The same resource, which notes each value that is looked at. */
export const observed = <T extends object>(resource: T, onRead: (path: string) => void): T => {
  const watch = (node: object, path: string): object =>
    new Proxy(node, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof name === 'symbol' || (Array.isArray(target) && !/^\d+$/.test(name))) return value;
        const at = Array.isArray(target) ? path : path === '' ? name : `${path}.${name}`;
        if (typeof value === 'object' && value !== null) return watch(value, at);
        if (value !== undefined) onRead(at);
        return value;
      },
    });
  return watch(resource, '') as T;
};
