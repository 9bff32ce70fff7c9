import type { FileSpec } from '@/lib/contracts/import-mapping';

/** Encodings of two bytes a character, and between which first bytes their common characters are. */
const zones = {
  gbk: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
  shift_jis: [0x81, 0x98],
  'euc-kr': [0xb0, 0xc8],
} as const satisfies Partial<Record<FileSpec['encoding'], readonly [number, number]>>;

export type Zoned = keyof typeof zones;
export const zoned: readonly Zoned[] = ['gbk', 'big5', 'shift_jis', 'euc-kr'];

export function hasZone(encoding: FileSpec['encoding']): encoding is Zoned {
  return Object.hasOwn(zones, encoding);
}

/**
 * Share of the characters beyond ASCII that are common ones, if the bytes are of this encoding. Where a text has only
 * a few characters this tells more than a model does.
 */
export function frequentShare(bytes: Uint8Array, encoding: Zoned): number {
  const [from, to] = zones[encoding];
  let all = 0;
  let frequent = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all += 1;
    if (encoding === 'shift_jis' && lead >= 0xa0 && lead <= 0xdf) continue;
    at += 1;
    if (lead >= from && lead <= to) frequent += 1;
  }
  return all === 0 ? 0 : frequent / all;
}
