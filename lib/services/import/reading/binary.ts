import { guessEncoding } from './guess-encoding';

/** How files begin that people upload for the table they mean: workbooks of old Excel, PDF, archives. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];

/** Whether bytes, unpacked, aren't text in any encoding that is read here. `head` is the first kilobytes. */
export function isBinary(head: Uint8Array): boolean {
  if (SIGNATURES.some((signature) => signature.every((byte, index) => head[index] === byte))) return true;
  // Of the encodings, only UTF-16 has zero bytes.
  return head.includes(0) && !guessEncoding(head).startsWith('utf-16');
}

/** Whether a file is a zip, as workbooks are. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}
