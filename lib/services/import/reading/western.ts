import type { FileSpec } from '@/lib/contracts/import-mapping';
import { decoded } from './decoding';

type Western = Extract<FileSpec['encoding'], 'windows-1252' | 'iso-8859-15' | 'macintosh'>;

/** More than this share of characters that nobody writes so: it is no text of western Europe. */
const PLAUSIBLE = 0.3;

/**
 * Which of the encodings of western Europe makes words of these bytes, and whether it does so at all. ISO-8859-1 isn't
 * among them: Windows-1252 reads all that it has.
 */
export function guessWestern(bytes: Buffer): { encoding: Western; isPlausible: boolean } {
  const windows = decoded(bytes, 'windows-1252');
  const encoding = isLatin9(bytes, windows) ? 'iso-8859-15' : 'windows-1252';
  const onWindows = implausible(decoded(bytes, encoding));
  const onMac = implausible(decoded(bytes, 'macintosh'));
  const isPlausible =
    isSparse(windows) &&
    Math.min(onWindows, onMac) <= (windows.match(/[\u0080-\uffff]/g) ?? []).length * PLAUSIBLE;
  return { encoding: onMac < onWindows ? 'macintosh' : encoding, isPlausible };
}

/** Letters with accents stand alone or in twos between others; whole words of them are of another script. */
function isSparse(text: string): boolean {
  const runs = text.match(/[\u0080-\uffff]+/g) ?? [];
  return runs.join('').length <= runs.length * 2;
}

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
/** Signs that stand in texts beside letters, and those of amounts and measures, which don't; others hardly ever occur. */
const BESIDE_LETTERS = /[\u00a0·«»“”‘’–—…®™ªº°¿¡„‚]/u;
const APART = /[€£¥§©½¼¾¢±²³µ×•]/u;

/** How many characters beyond ASCII stand where nobody writes them: a capital after a small letter, a sign in a word. */
function implausible(text: string): number {
  let n = 0;
  const characters = Array.from(text);
  characters.forEach((char, index) => {
    if (char <= '\u007f') return;
    const before = characters[index - 1] ?? ' ';
    const after = characters[index + 1] ?? ' ';
    if (LETTER.test(char)) {
      if (!RARE.test(char)) {
        if (UPPER.test(char) && LOWER.test(before)) n += 1;
      } else n += 0.5;
      return;
    }
    const isBeside = LETTER.test(before) || LETTER.test(after);
    const isInWord = LETTER.test(before) && LETTER.test(after);
    if (isInWord ? !/[’‘·]/u.test(char) : !BESIDE_LETTERS.test(char) && (isBeside || !APART.test(char)))
      n += 1;
  });
  return n;
}

/** Letters that one encoding has where the other has common ones. */
const RARE = /[ŽžŠšƒÝýÐðÞþΩπıˆ˜]/u;

/** Bytes that are other letters in ISO-8859-15, where they make sense, and none of those it doesn't have. */
function isLatin9(bytes: Buffer, windows: string): boolean {
  if (bytes.some((byte) => byte >= 0x80 && byte < 0xa0)) return false;
  return /¤|\p{L}[¼½¾¦¨´¸]|[¼½¾¦¨´¸]\p{L}/u.test(windows);
}
