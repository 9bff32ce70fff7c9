import type { FileSpec } from '@/lib/contracts/import-mapping';
import { decoded } from './decoding';
import { guessEncoding } from './guess-encoding';
import { guessFooter } from './guess-footer';
import { looksLikeHeader } from './guess-header';
import { guessShape, splitLine } from './guess-shape';

/** What is looked at: see `surveyFile`. */
export interface Looked {
  head: Uint8Array;
  unusual?: Uint8Array;
  tail?: Uint8Array | null;
}

const LINES = 200;

/** What a text seems to be, from its first and last bytes (64 KB are plenty). People correct it where it is wrong. */
export function guessFile({ head, unusual, tail = null }: Looked): FileSpec {
  const encoding = guessEncoding(head, unusual);
  const text = decoded(head, encoding);
  const plain = { encoding, header: true, delimiter: ',', skip: 0, footerCells: 0, sheet: null } as const;
  const json = jsonFormat(text);
  if (json !== null) return { ...plain, format: json };
  const lines = linesOf(text).slice(0, LINES);
  const shape = guessShape(lines);
  const rows = (from: readonly string[]) =>
    from.filter((line) => line.trim() !== '').map((line) => splitLine(line, shape));
  const [first = [], ...others] = rows(lines.slice(shape.skip));
  const header = shape.skip > 0 || looksLikeHeader(first, others);
  // The survey's first and last bytes are the same ones then.
  const isShort = tail !== null && Buffer.compare(head, tail) === 0;
  const last = tail === null ? [] : rows(lastLines(decoded(tail, encoding), shape.skip + 1, isShort));
  const footerCells = shape.format === 'whitespace' ? 0 : guessFooter(others, last);
  return { ...plain, ...shape, header, footerCells };
}

/** The last lines of a file, without what is in front of its rows, or of a longer file without the cut one. */
function lastLines(text: string, before: number, isShort: boolean): string[] {
  return linesOf(text, true).slice(isShort ? before : 1);
}

/** Lines of a text, without the last one when it is probably cut off in the middle. */
function linesOf(text: string, isWhole = false): string[] {
  const all = text.split(/\r\n|\r|\n/);
  return all.length > 1 && !isWhole ? all.slice(0, -1) : all;
}

/** Objects line by line are NDJSON; an array of them, or one laid out over several lines, is JSON. */
function jsonFormat(text: string): 'json' | 'ndjson' | null {
  const start = text.trimStart();
  if (/^\[\s*(?:\{|\]|$)/.test(start)) return 'json';
  if (!start.startsWith('{')) return null;
  const lines = linesOf(start).filter((line) => line.trim() !== '');
  if (lines.every((line) => line.trimStart().startsWith('{'))) return 'ndjson';
  return /^\{\s*(?:"|\}|$)/.test(start) ? 'json' : null;
}
