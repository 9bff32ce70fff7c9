import { detectAll } from 'jschardet';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import { decoded } from './decoding';
import { frequentShare, hasZone, zoned } from './frequent-zone';
import { guessWestern } from './western';

type Encoding = FileSpec['encoding'];

/** Whoever writes UTF-8 may still have a few broken rows; another encoding is hardly ever valid UTF-8 by chance. */
const UTF8_LINES = 0.8;

/** Bytes of a text that a model hardly knows by. */
const FEW = 2_000;

/** What the detector calls the encodings of several bytes a character. */
const ASIAN: Readonly<Record<string, Encoding>> = {
  gb18030: 'gbk',
  big5: 'big5',
  shift_jis: 'shift_jis',
  cp932: 'shift_jis',
  'euc-kr': 'euc-kr',
  cp949: 'euc-kr',
};
const CONSIDERED = [...Object.keys(ASIAN), 'windows-1252', 'mac-roman'];

/**
 * The encoding of a text: a byte order mark decides, then the zero bytes of UTF-16, then the strict form of UTF-8,
 * then a statistical model. People correct it where it is wrong.
 * @param head the first bytes
 * @param unusual whole lines with bytes beyond ASCII, from anywhere in the file; those of the head by default
 */
export function guessEncoding(head: Uint8Array, unusual: Uint8Array = unusualLines(head)): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  const wide = wideEncoding(head);
  if (wide !== null) return wide;
  if (unusual.length === 0 || isMostlyUtf8(unusual)) return 'utf-8';
  const bytes = Buffer.from(unusual);
  const western = guessWestern(bytes);
  const asian = asianEncoding(bytes, candidates(bytes), western.isPlausible);
  if (asian !== null) return isDoubtful(bytes, asian) ? (byFrequency(bytes) ?? asian) : asian;
  if (western.isPlausible) return western.encoding;
  if (isHalfWidth(decoded(bytes, 'shift_jis'))) return 'shift_jis';
  return byFrequency(bytes) ?? western.encoding;
}

/** The first of the candidates that all bytes are characters of; one of a single byte ends the search if it may be. */
function asianEncoding(
  bytes: Buffer,
  found: readonly (Encoding | null)[],
  mayBeWestern: boolean,
): Encoding | null {
  for (const asian of found) {
    if (asian === null && mayBeWestern) return null;
    if (asian === null) continue;
    if (decodes(bytes, asian)) return asian;
    if (asian === 'gbk' && decodes(bytes, 'gb18030')) return 'gb18030';
  }
  return null;
}

/** Of a few words, most of them of rare characters: the model has taken one encoding for another. */
function isDoubtful(bytes: Buffer, asian: Encoding): boolean {
  return bytes.length < FEW && hasZone(asian) && frequentShare(bytes, asian) < 0.5;
}

/** The encoding in which most characters are common ones; of equals the one that the model prefers. */
function byFrequency(bytes: Buffer): Encoding | null {
  const modelled = candidates(condensed(bytes));
  const scored = zoned
    .filter((encoding) => decodes(bytes, encoding))
    .map((encoding) => {
      const place = modelled.indexOf(encoding);
      return { encoding, share: frequentShare(bytes, encoding), place: place < 0 ? modelled.length : place };
    })
    .sort((a, b) => b.share - a.share || a.place - b.place);
  return scored[0]?.encoding ?? null;
}

/** What the model takes the text for, the likeliest first; null stands for an encoding of one byte a character. */
function candidates(bytes: Buffer): (Encoding | null)[] {
  const found = detectAll(bytes, { detectEncodings: CONSIDERED, minimumThreshold: 0 });
  return found.map(({ encoding }) => ASIAN[encoding?.toLowerCase() ?? ''] ?? null);
}

/**
 * The words of the text, each once: between digits and marks, and in what repeats itself, the model overlooks a few
 * characters. No character of two bytes has a byte of digits and marks.
 */
function condensed(bytes: Buffer): Buffer {
  const words = new Set(bytes.toString('latin1').split(/[\r\n\x20-\x3f]+/));
  return Buffer.from([...words].join(' '), 'latin1');
}

/** UTF-16 without a mark: zero bytes, most of them on one side of the pairs, and nothing that isn't a character. */
function wideEncoding(head: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  if (even + odd < Math.max(2, head.length / 200) || Math.min(even, odd) > (even + odd) / 4) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = decoded(head.subarray(0, head.length - (head.length % 2)), encoding);
  // The last character may be half a pair.
  return IMPOSSIBLE.test(text.slice(0, -1)) ? null : encoding;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells that it is no text
const IMPOSSIBLE = /[\u0000-\u0008\u000e-\u001f\ufffd]|\p{Surrogate}/u;

function isMostlyUtf8(unusual: Uint8Array): boolean {
  const lines = Buffer.from(unusual)
    .toString('latin1')
    .split(/[\r\n]+/)
    .filter((line) => line !== '');
  const valid = lines.filter((line, index) => {
    const bytes = Buffer.from(line, 'latin1');
    // The last one may end in the middle of a character, if it has whole ones.
    return isUtf8(bytes) || (index === lines.length - 1 && isUtf8(withoutLastCharacter(bytes)));
  }).length;
  return valid >= lines.length * UTF8_LINES;
}

/** The bytes up to the last one that begins a character; all of them when nothing beyond ASCII would be left. */
function withoutLastCharacter(bytes: Buffer): Buffer {
  const last = bytes.findLastIndex((byte) => byte >= 0xc0);
  const rest = bytes.subarray(0, last);
  return last >= bytes.length - 3 && rest.some((byte) => byte >= 0x80) ? rest : bytes;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether all bytes, but for a character cut off at the end, are characters of the encoding. */
function decodes(bytes: Buffer, encoding: Encoding): boolean {
  const text = decoded(bytes, encoding).slice(0, -2);
  return !/[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(text);
}

/** Whether all that isn't ASCII is words of Japanese of one byte a character. */
function isHalfWidth(text: string): boolean {
  const runs = text.match(/[\u0080-\uffff]+/g) ?? [];
  return runs.join('').length >= runs.length * 3 && runs.every((run) => /^[\uff61-\uff9f]+$/.test(run));
}

/** The lines of a text that have bytes beyond ASCII. */
export function unusualLines(head: Uint8Array): Buffer {
  const lines =
    Buffer.from(head)
      .toString('latin1')
      .match(/[^\r\n]*[\x80-\xff][^\r\n]*[\r\n]*/g) ?? [];
  return Buffer.from(lines.join(''), 'latin1');
}
