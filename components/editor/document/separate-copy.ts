/**
 * A copy of JSON no part of which stands in it twice. `structuredClone` keeps an object that two nodes share shared,
 * and immer would then write to both when one of them is changed.
 */
export function separateCopy<T>(value: T): T {
  const copy: T = JSON.parse(JSON.stringify(value));
  return copy;
}
