/**
 * One object for equal nodes. The key names children by their id, so it stays short however deep they are.
 * The table starts anew when it is full: nodes made before and after then merely aren't shared.
 */
const capacity = 100_000;
let table = new Map<string, unknown>();
let lastId = 0;

export function intern<T extends { readonly id: number }>(key: string, make: (id: number) => T): T {
  const known = table.get(key);
  // The key starts with the kind and holds every part of the node: what is stored under it has the type T.
  if (known !== undefined) return known as T;
  if (table.size >= capacity) table = new Map();
  lastId += 1;
  const node = Object.freeze(make(lastId));
  table.set(key, node);
  return node;
}
