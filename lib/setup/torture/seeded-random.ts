import { createHash } from 'node:crypto';

/** Numbers from 0 to below 1, always the same ones for a seed. */
export function seededRandom(seed: string): () => number {
  let n = 0;
  return () => {
    n += 1;
    return createHash('sha256').update(`${seed} ${n}`).digest().readUInt32LE(0) / 2 ** 32;
  };
}
