/*
 * Who writes many documents at once locks one after the other until the last is written. Two who go by the same order wait for
 * each other just once; else there is a deadlock for nearly every document, and the server takes a while to notice each.
 */

/** Places of things in the order of their keys. */
export function placesInOrder<T>(things: readonly T[], keyOf: (thing: T) => string): number[] {
  const keys = things.map(keyOf);
  return keys.map((_, place) => place).sort((a, b) => compare(keys[a] ?? '', keys[b] ?? ''));
}

/** The same things in the order of their keys. */
export function inOneOrder<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  return placesInOrder(things, keyOf).flatMap((place) => things.slice(place, place + 1));
}

/** By code units, which is the same order for everybody. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
