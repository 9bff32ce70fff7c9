export const BUCKETS = 10_000;

/**
 * The stable bucket of a member, 0–9999: 32-bit FNV-1a of the id's UTF-16 code units, mixed by the finalizer of
 * MurmurHash3 (FNV alone is uneven in its low bits for ids that differ in the last character only).
 */
export function bucketOf(memberId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < memberId.length; index += 1) {
    hash = Math.imul(hash ^ memberId.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % BUCKETS;
}
