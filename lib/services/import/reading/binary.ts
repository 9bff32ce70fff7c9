import { guessEncoding } from './guess-file';

/** How files begin that people upload for the table they mean: workbooks of Excel (new, old), PDF, gzip. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
];

/** Whether a file isn't text in any encoding that is read here. `head` is its first kilobytes. */
export function isBinary(head: Uint8Array): boolean {
  if (SIGNATURES.some((signature) => signature.every((byte, index) => head[index] === byte))) return true;
  // Of the encodings, only UTF-16 has zero bytes.
  return head.includes(0) && guessEncoding(head) !== 'utf-16le';
}
