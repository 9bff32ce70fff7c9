/** Two independent 32-bit hashes of a text: together 64 bits that are equal for different texts next to never. */
export interface TextHash {
  high: number;
  low: number;
}

export function hashOf(text: string): TextHash {
  let high = 0x9747b28c;
  let low = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    const k = Math.imul(unit, 0xcc9e2d51);
    high ^= Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    high = (Math.imul((high << 13) | (high >>> 19), 5) + 0xe6546b64) | 0;
  }
  return { high: mixed(high ^ text.length), low: mixed(low) };
}

/** 52 bits of it, as one number. */
export function shortHashOf(text: string): number {
  const { high, low } = hashOf(text);
  return (high & 0xfffff) * 0x1_0000_0000 + low;
}

/** The finalizer of MurmurHash3. */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
