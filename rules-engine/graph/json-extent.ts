/**
 * Whether a value that came from outside is small enough to be worked with: at most so many characters of JSON, about,
 * and so many levels deep. Goes through it without recursion, and no further than the limits.
 */
export function isWithin(value: unknown, limits: { bytes: number; depth: number }): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let length = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    length += lengthOf(next.value);
    if (length > limits.bytes) return false;
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > limits.depth) return false;
    for (const [key, inner] of Object.entries(next.value)) {
      length += Array.isArray(next.value) ? 1 : key.length + 4;
      if (length > limits.bytes) return false;
      open.push({ value: inner, depth: next.depth + 1 });
    }
  }
  return true;
}

/** Characters of a scalar, brackets of anything else. */
function lengthOf(value: unknown): number {
  return typeof value === 'object' ? 2 : String(value).length + 2;
}
