/** One of its kind for each database, made when it is first asked for. */
export function perDatabase<T>(make: () => T): (database: object) => T {
  const known = new WeakMap<object, T>();
  return (database) => {
    let one = known.get(database);
    if (one === undefined) known.set(database, (one = make()));
    return one;
  };
}
